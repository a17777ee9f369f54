# An application from its first page to its receipt, and back again.

story "a form is kept as far as it is right, and what is wrong is told"
as     zhao.yuting
open   /items/11990102009902019R4990120101000/apply   sees 200 "个体工商户"
press  /apply                                     sees 303 /applications/
let    app = "/applications/([0-9]+)"
open   /applications/{app}                        sees 200 "未开始" "暂不能开始"
open   /applications/{app}/form/1                 sees 200 "赵雨婷"
press  /form/1 applicant_number=123 applicant_name=赵雨亭   sees 422 "公民身份号码" "赵雨亭"
get    /applications/{app}/form/1                 sees 200 "赵雨亭"
sql    "SELECT COUNT(*) FROM case_answers WHERE case_id = {app} AND value = '123'" is "0"
get    /applications/{app}/check                  sees 200 "还有没完成的内容" hides "提交申请"
post   /applications/{app}/submit declaration=1   sees 409 "还没有填完"

story "beginning twice goes on with the same draft"
as     zhao.yuting
post   /items/11990102009902019R4990120101000/apply   sees 303 /applications/
let    first = "/applications/([0-9]+)"
post   /items/11990102009902019R4990120101000/apply   sees 303 /applications/{first}

story "who may not apply is told why, and nothing begins"
as     firm
rows   cases
get    /items/11990102009902019R4990120101000/apply   sees 200 "由个人申请" hides "保存后都会留下"
post   /items/11990102009902019R4990120101000/apply   sees 409
same   rows
as     nobody
get    /items/11990102009902019R4990120101000/apply   sees 303 /sign-in

# Days may have passed before this, and with them a promise of the sample: who broke one is offered no other.
story "from the first page to the receipt; taken back; submitted again"
sql    "DELETE n FROM integrity_notes n JOIN accounts a ON a.number_blind = n.number_blind WHERE a.login = 'wu.dalei'" is ""
as     wu.dalei
post   /items/11990102009902019R4990120101000/apply   sees 303
let    app = "/applications/([0-9]+)"
open   /applications/{app}/form/1
press  /form/1                                    sees 303 /applications/{app}/form/2
open   /applications/{app}/form/2
press  /form/2 shop_name=山石小店 run_by=single premises_kind=owned premises_address=石渡县一号 business_scope=零售 staff_count=2   sees 303
post   /applications/{app}/materials/1 given=not_needed   sees 422
post   /applications/{app}/materials/1 given=files        sees 422 "请选择文件"
post   /applications/{app}/materials/1 given=paper        sees 303
post   /applications/{app}/materials/2 given=paper        sees 404
post   /applications/{app}/materials/3 given=promise      sees 422 "请勾选"
post   /applications/{app}/materials/3 given=lack         sees 422 "请从列出的选项中选择"
post   /applications/{app}/materials/3 given=promise promise_agreed=1   sees 303
sql    "SELECT CONCAT(kind, ' ', signed_how) FROM case_promises WHERE case_id = {app}" is "proof online"
post   /applications/{app}/materials/4 given=not_needed   sees 303
post   /applications/{app}/materials/5 given=not_needed   sees 303
post   /applications/{app}/delivery contact_name=吴大磊 contact_phone=19900000004 delivery=courier delivery_address=   sees 422 "寄送地址"
post   /applications/{app}/delivery contact_name=吴大磊 contact_phone=19900000004 delivery=window   sees 303 /applications/{app}
open   /applications/{app}/check                  sees 200 "山石小店" "提交申请"
rows   cases case_events
press  /submit                                    sees 422 "请勾选"
same   rows
press  /submit declaration=1                      sees 303 /applications/{app}/receipt
again  sees 303 /applications/{app}/receipt
again  declaration=                               sees 409
sql    "SELECT events FROM cases WHERE id = {app}" is "1"
open   /applications/{app}/receipt                sees 200 "提交回执" "之前可以撤回"
let    number = "([0-9]{6}-[0-9]{6}-[0-9]{6}-[A-Z])"
press  /take_back                                 sees 303 /applications/{app}
get    /applications/{app}                        sees 200 "撤回修改中"
get    /applications/{app}/receipt                sees 404
open   /applications/{app}/check
press  /submit declaration=1                      sees 303
get    /applications/{app}/receipt                sees 200 "{number}"
pass   11 minutes
get    /applications/{app}/receipt                sees 200 hides "之前可以撤回"
post   /applications/{app}/take_back              sees 409 "超过十分钟"
get    /my/cases/{number}/due                     sees 200 "5个工作日" "第几天"
post   /my/cases/{number}/withdraw reason=不办了   sees 303
get    /my/cases/{number}                         sees 200 "已撤回" "不办了"
post   /my/cases/{number}/withdraw reason=        sees 409 "已经撤回"

story "what was checked is what is submitted"
as     chen.guoan
post   /items/11990102009902019R4990120101000/apply   sees 303
let    app = "/applications/([0-9]+)"
open   /applications/{app}/form/1
press  /form/1                                    sees 303
open   /applications/{app}/form/2
press  /form/2 shop_name=老陈 run_by=single premises_kind=owned premises_address=青屏县 business_scope=零售 staff_count=2   sees 303
post   /applications/{app}/materials/1 given=paper        sees 303
post   /applications/{app}/materials/3 given=paper        sees 303
post   /applications/{app}/materials/4 given=not_needed   sees 303
post   /applications/{app}/materials/5 given=not_needed   sees 303
post   /applications/{app}/delivery contact_name=陈国安 contact_phone=19900000002 delivery=window   sees 303
open   /applications/{app}/check                  sees 200
post   /applications/{app}/delivery contact_name=陈二 contact_phone=19900000002 delivery=window   sees 303
press  /submit declaration=1                      sees 409 "有了变化"
sql    "SELECT state FROM cases WHERE id = {app}" is "draft"

story "another's draft and another's case are not there"
as     zhao.yuting
post   /items/11990102009902019R4990120101000/apply   sees 303
let    app = "/applications/([0-9]+)"
as     other
get    /applications/{app}                        sees 404
get    /applications/{app}/check                  sees 404
get    /applications/{app}/form/1                 sees 404
get    /applications/{app}/materials/1            sees 404
post   /applications/{app}/form/1 applicant_name=x   sees 404
post   /applications/{app}/delivery contact_name=x contact_phone=19900000002 delivery=window   sees 404
post   /applications/{app}/submit declaration=1   sees 404
post   /applications/{app}/delete                 sees 404
get    /applications/999999999                    sees 404

story "a draft is thrown away with all that was in it"
as     firm
post   /items/11990100009901315A3990113101000/apply   sees 303
let    app = "/applications/([0-9]+)"
open   /applications/{app}/form/1
press  /form/1 save_only=1                        sees 303
open   /applications/{app}/delete                 sees 200 "不能恢复"
press  /delete                                    sees 303 /applications
get    /applications/{app}                        sees 404
sql    "SELECT COUNT(*) FROM case_answers WHERE case_id = {app}" is "0"
