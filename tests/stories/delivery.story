# Delivery: at the window against a document, by courier until somebody signs, online by being opened.

story "at the window: who took it, which document was seen, and the proof is issued"
given  a case
as     clerk anew
open   /office/cases/{case}
press  /accept                                    sees 303
as     reviewer
open   /office/cases/{case}
press  /start_review                              sees 303
as     approver
open   /office/cases/{case}/grant
press  /grant decision_note=准予许可 outcome_number=D1   sees 303
as     clerk
get    /office/cases/{case}/deliver               sees 200 "这一步现在不能办理"
open   /office/cases/{case}
press  /close                                     sees 303
get    /office/deliveries                         sees 200
open   /office/cases/{case}/deliver               sees 200 "与申请人的关系"
press  /deliver receiver=                         sees 422
press  /deliver receiver=林晓雨                    sees 422
press  /deliver receiver=林晓雨 relation=agent identity_seen=card identity_tail=0028   sees 303
again  sees 303
sql    "SELECT CONCAT_WS('|', d.method, d.state, d.receiver, d.relation, d.identity_seen, d.identity_tail) FROM case_deliveries d JOIN cases c ON c.id = d.case_id WHERE c.number = '{case}'"   is "window|signed|林晓雨|agent|card|0028"
sql    "SELECT COUNT(*) FROM papers p JOIN cases c ON c.id = p.case_id WHERE c.number = '{case}' AND p.kind = 'delivery'"   is "1"
get    /office/cases/{case}                       sees 200 "代办人" "林晓雨"
post   /office/cases/{case}/deliver version=9 delivered_by=window receiver=A relation=self identity_seen=card   sees 409

story "by courier: the applicant's choice holds, what comes back is told, and sent again"
as     applicant anew
given  an application ready to submit of 1199010000990109153990110966000
open   {application}/check
press  /submit declaration=1                      sees 303
given  its number and code
open   /my/cases/{number}/delivery                sees 200 "寄出以前都可以修改"
press  /delivery delivery=courier delivery_address= contact_name=林晓雨 contact_phone=19900000001   sees 422
press  /delivery delivery=window delivery_address= contact_name=林晓雨 contact_phone=19900000001   sees 303
as     wei.donglan
open   /office/cases/{number}
press  /accept                                    sees 303
as     lei.mingqian
open   /office/cases/{number}
press  /start_review                              sees 303
as     zheng.shouan
open   /office/cases/{number}/grant
press  /grant decision_note=准予许可  validity=long              sees 303
as     wei.donglan
open   /office/cases/{number}/tasks/3
press  /tasks/3 task_note=已制证                   sees 303
open   /office/cases/{number}
press  /close                                     sees 303
# Chosen to be fetched: not sent.
open   /office/cases/{number}/send
press  /send courier_company=云川快递 tracking_number=YC10001   sees 409 "没有选择快递"
as     applicant
open   /my/cases/{number}/delivery
press  /delivery delivery=courier delivery_address=临江区枫桥大道9号 contact_name=林晓雨 contact_phone=19900000001   sees 303
sql    "SELECT GROUP_CONCAT(delivery_before, '>', d.delivery ORDER BY d.id) FROM delivery_changes d JOIN cases c ON c.id = d.case_id WHERE c.number = '{number}'"   is "window>window,window>courier"
as     wei.donglan
get    /office/deliveries?method=courier          sees 200 "临江区枫桥大道9号"
get    /office/deliveries/labels?print=1          sees 200 "林晓雨" "临江区枫桥大道9号"
post   /office/cases/{number}/deliver version=8 delivered_by=courier receiver=A relation=self signed_on={today}   sees 409 "没有正在寄送"
open   /office/cases/{number}/send
press  /send courier_company=云川快递 tracking_number=YC10001   sees 303
again  sees 303
post   /office/cases/{number}/send version=10 courier_company=云川快递 tracking_number=YC10002   sees 409 "还没有签收或者退回"
# On its way the choice is made; with number and code one sees where it is.
as     applicant
get    /my/cases/{number}                         sees 200 "YC10001" "已寄出" hides "/delivery\""
post   /my/cases/{number}/delivery version=10 delivery=window contact_name=林晓雨 contact_phone=19900000001   sees 409 "已经寄出"
as     nobody
post   /track number={number} query_code={code}   sees 200 "YC10001" "已寄出"
as     wei.donglan
open   /office/cases/{number}/deliver             sees 200 "快递退回"
press  /returned returned_reason=                 sees 422
press  /returned returned_reason=无人签收          sees 303
get    /office/cases/{number}                     sees 200 "快递退回" "无人签收"
sql    "SELECT COUNT(*) FROM outbox o JOIN cases c ON c.id = o.case_id WHERE c.number = '{number}' AND o.kind = 'returned'"   is "2"
open   /office/cases/{number}/send
press  /send courier_company=云川快递 tracking_number=YC10003   sees 303
open   /office/cases/{number}/deliver
press  /deliver signed_on=2020-01-01 receiver=王芳 relation=family   sees 422 "须在寄出之后"
press  /deliver receiver=王芳 relation=family      sees 303
sql    "SELECT GROUP_CONCAT(CONCAT(d.round, d.state) ORDER BY d.round) FROM case_deliveries d JOIN cases c ON c.id = d.case_id WHERE c.number = '{number}'"   is "1returned,2signed"
sql    "SELECT GROUP_CONCAT(DISTINCT o.kind ORDER BY o.kind) FROM outbox o JOIN cases c ON c.id = o.case_id WHERE c.number = '{number}' AND o.channel = 'sms' AND o.kind IN ('granted', 'sent', 'returned', 'delivered')"   is "delivered,granted,returned,sent"
as     lei.mingqian
get    /office/cases/{number}/send                sees 403

story "online: opening it delivers it, once, and only its applicant does"
as     applicant anew
given  an application ready to submit of 1199010000990109153990110966000
open   {application}/delivery
press  /delivery delivery=online                  sees 303
open   {application}/check
press  /submit declaration=1                      sees 303
given  its number and code
as     wei.donglan
open   /office/cases/{number}
press  /accept                                    sees 303
as     lei.mingqian
open   /office/cases/{number}
press  /start_review                              sees 303
as     zheng.shouan
open   /office/cases/{number}/grant
press  /grant decision_note=准予许可  validity=long              sees 303
as     applicant
post   /my/cases/{number}/result version=5        sees 409
as     wei.donglan
open   /office/cases/{number}/tasks/3
press  /tasks/3 task_note=已制证                   sees 303
open   /office/cases/{number}
press  /close                                     sees 303
get    /office/deliveries?method=online           sees 200 "打开办理结果，即为送达"
as     other
post   /my/cases/{number}/result version=6        sees 404
as     applicant
open   /my/cases/{number}                         sees 200 "打开办理结果"
press  /result                                    sees 303 /papers/
again  sees 303
sql    "SELECT CONCAT_WS('|', c.state, d.method, d.receiver, c.delivered_at IS NOT NULL, c.due_on IS NULL) FROM cases c JOIN case_deliveries d ON d.case_id = c.id WHERE c.number = '{number}'"   is "delivered|online|林晓雨|1|1"
get    /my/cases/{number}                         sees 200 "已送达" hides "打开办理结果"
