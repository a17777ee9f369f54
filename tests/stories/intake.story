# Taking in: what is told once, what a window does for an applicant, what is promised, what the register holds.

# ---- the one-time list, and what a second one may still say (DOMAIN 37) ----

story "a second notice names what changed and what was named, and nothing that was visible before"
given  a case
as     clerk
open   /office/cases/{case}/ask_correction
press  ask_correction material_1_defect=第二页没有签字   sees 303
as     applicant
open   /my/cases/{case}                           sees 200 "第二页没有签字"
sql    "UPDATE case_files f JOIN cases c ON c.id = f.case_id SET f.round = 1 WHERE c.number = '{case}'"
press  /resubmit                                  sees 303
as     clerk
open   /office/cases/{case}/ask_correction        sees 200 "上次没有指出，也没有变动" "上次告知后有变动" "第二页没有签字"
rows   corrections correction_lines case_events register_rows
press  ask_correction material_3_defect=布局图没有标出洗消间   sees 422 "应当一次告知" "经营场所布局图"
press  ask_correction form_defect=地址不详              sees 422 "应当一次告知"
same   rows
press  ask_correction material_1_defect=签字仍看不清      sees 303
sql    "SELECT GROUP_CONCAT(l.round, ':', l.visible_before) FROM correction_lines l JOIN cases c ON c.id = l.case_id WHERE c.number = '{case}'" is "1:0,2:0"

story "where the house only marks a late finding, it is let through and marked"
sql    "REPLACE INTO settings (name, value) VALUES ('second_notice', 'flag')"
given  a case
as     clerk
open   /office/cases/{case}/ask_correction
press  ask_correction material_1_defect=没有签字        sees 303
as     applicant
open   /my/cases/{case}
sql    "UPDATE case_files f JOIN cases c ON c.id = f.case_id SET f.round = 1 WHERE c.number = '{case}'"
press  /resubmit                                  sees 303
as     clerk
open   /office/cases/{case}/ask_correction        sees 200 "供监督人员查看"
press  ask_correction material_3_defect=布局图没有标出洗消间   sees 303
get    /office/cases/{case}                       sees 200 "上次告知时已可见"
sql    "SELECT GROUP_CONCAT(l.visible_before ORDER BY l.round) FROM correction_lines l JOIN cases c ON c.id = l.case_id WHERE c.number = '{case}'" is "0,1"
sql    "DELETE FROM settings WHERE name = 'second_notice'"

# ---- the window: filing for an applicant, in one's own organ and for another (DOMAIN 1, 33-36, 44) ----

story "a clerk files for a citizen, for another organ, and the receipt tells who took it in"
as     clerk
open   /office/window?item_find=%E4%B8%AA%E4%BD%93%E5%B7%A5%E5%95%86%E6%88%B7   sees 200 "个体工商户注册登记（设立）" "可以代收"
open   /office/window/items/11990102009902019R4990120101000   sees 200 "由本窗口按通办范围代收"
rows   cases accounts
press  /items/11990102009902019R4990120101000 applicant_kind=enterprise applicant_name=某店 holder_number=91990102MA0000001D identity_seen=licence acting=self contact_phone=19900000077   sees 422 "不受理这类申请人"
press  /items/11990102009902019R4990120101000 applicant_kind=person applicant_name=何春生 holder_number=990102198001010011 identity_seen=licence acting=agent contact_phone=19900000077   sees 422 "公民身份号码不正确" "证件与申请人类型不符" "代理人姓名"
same   rows
press  /items/11990102009902019R4990120101000 applicant_kind=person applicant_name=何春生 holder_number=990102198001010010 identity_seen=card acting=agent agent_name=何小满 agent_number=990102198001010037 agent_seen=card contact_phone=19900000077   sees 303 /office/window/
let    id = "/office/window/([0-9]+)"
open   /office/window/{id}                        sees 200 "何春生" "何小满" "申请表填完后才能收件"
open   /office/window/{id}/form                   sees 200 "何春生" "990102198001010010"
press  /form staff_count=many                     sees 422 "请填写数字"
press  /form run_by=single premises_kind=owned premises_address=临江区一号 business_scope=零售 staff_count=2   sees 303 /office/window/{id}/materials
open   /office/window/{id}/materials              sees 200 "个体工商户登记申请书"
press  /materials m1_given=paper                  sees 422 "请填写收到的原件"
press  /materials m1_given=not_needed             sees 422 "请从列出的选项中选择"
press  /materials m1_given=paper m1_originals=1 m3_given=paper m3_copies=2 m4_given=not_needed m5_given=paper m5_originals=1   sees 303 /office/window/{id}
open   /office/window/{id}                        sees 200 hides "材料不齐" "没有带来"
rows   cases case_events register_rows accounts
press  /receive                                   sees 422 "请勾选"
same   rows
press  /receive applicant_signed=1                sees 303 /office/window/{id}/receipt
again                                             sees 303 /office/window/{id}/receipt
again  nonce={fresh}                              sees 303 /office/window/{id}/receipt
open   /office/window/{id}/receipt                sees 200 "收件凭证" "沈若溪" "何小满" "云川市临江区"
sql    "SELECT CONCAT(state, ' ', channel, ' ', events, ' ', intake_organ_code <> organ_code, ' ', received_name) FROM cases WHERE id = {id}" is "submitted window 1 1 沈若溪"
sql    "SELECT CONCAT(direction, ' ', event, ' ', organ_code = '11990100009901315A') FROM register_rows WHERE case_id = {id}" is "in receive 1"
sql    "SELECT COUNT(*) FROM accounts a JOIN cases c ON c.applicant_id = a.id LEFT JOIN secrets s ON s.account_id = a.id WHERE c.id = {id} AND a.number_blind = blind_number('990102198001010010') AND s.account_id IS NULL" is "1"
let    number = "([0-9]{6}-[0-9]{6}-[0-9]{6}-[A-Z])"
get    /office/cases/{number}                     sees 404
get    /office/window/{id}/qr.svg                 sees 200
as     fang.xiaotang
get    /office/cases/{number}                     sees 200 "何春生" "首收人" "沈若溪" "何小满"
open   /office/cases/{number}
press  claim                                      sees 303
open   /office/cases/{number}
press  accept                                     sees 303
get    /office/cases/{number}                     sees 200 "沈若溪" "方晓棠"
get    /office/window/{id}/receipt                sees 404
as     clerk
get    /office/window/{id}/receipt                sees 200 "已受理"
as     applicant
get    /my/cases/{number}                         sees 404

story "what is not in the catalogue is taken in nowhere, and the refusal is logged"
as     clerk
rows   cases
get    /office/window/items/11990102009902019R4990129999000   sees 409 "未纳入目录"
sql    "UPDATE item_versions v JOIN items i ON i.published_id = v.id SET v.scope = 'county' WHERE i.code = '11990102009902019R4990120101000'"
get    /office/window/items/11990102009902019R4990120101000   sees 409 "不在本窗口的通办范围"
post   /office/window/items/11990102009902019R4990120101000 applicant_kind=person applicant_name=何春生 holder_number=990102198001010010 identity_seen=card acting=self contact_phone=19900000077 delivery=window   sees 409 "不在本窗口的通办范围"
get    /office/window?item_find=%E4%B8%AA%E4%BD%93%E5%B7%A5%E5%95%86%E6%88%B7   sees 200 "不在通办范围"
sql    "UPDATE item_versions v JOIN items i ON i.published_id = v.id SET v.scope = 'province' WHERE i.code = '11990102009902019R4990120101000'"
same   rows
as     reviewer
get    /office/window                             sees 403

story "a number that stands under another name is not given a case"
as     fang.xiaotang
post   /office/window/items/11990102009902019R4990120101000 applicant_kind=person applicant_name=别人 holder_number=990102199603140028 identity_seen=card acting=self contact_phone=19900000077 delivery=window   sees 303
let    id = "/office/window/([0-9]+)"
post   /office/window/{id}/form applicant_name=别人 applicant_number=990102199603140028 applicant_phone=19900000077 run_by=single premises_kind=owned premises_address=临江区一号 business_scope=零售 staff_count=2   sees 303
open   /office/window/{id}                        sees 200 "没有带来"
press  /receive applicant_signed=1                sees 409 "另一个姓名"
press  /discard                                   sees 303 /office/window
get    /office/window/{id}                        sees 404

story "another organ's draft of the window is not there"
as     clerk
post   /office/window/items/11990102009902019R4990120101000 applicant_kind=person applicant_name=何春生 holder_number=990102198001010010 identity_seen=card acting=self contact_phone=19900000077 delivery=window   sees 303
let    id = "/office/window/([0-9]+)"
as     stranger
get    /office/window/{id}                        sees 404
post   /office/window/{id}/receive version=1 applicant_signed=1   sees 404
post   /office/window/{id}/form applicant_name=x  sees 404
post   /office/window/{id}/discard                sees 404
as     clerk
post   /office/window/{id}/receive version=1 applicant_signed=1   sees 409 "还没有填完"
open   /office/window/{id}
press  /discard                                   sees 303

# ---- the register of all that comes in and goes out (DOMAIN 47) ----

story "what comes in and goes out is numbered without a gap, and the total is what came in and what went out"
given  a case
as     clerk
open   /office/cases/{case}
press  accept                                     sees 303
open   /office/register                           sees 200 "收发件登记" "受理"
sql    "SELECT COUNT(*) = MAX(serial) FROM register_rows WHERE organ_code = '11990100009901315A' AND year = 2026" is "1"
sql    "SELECT GROUP_CONCAT(direction, ' ', event ORDER BY serial) FROM register_rows r JOIN cases c ON c.id = r.case_id WHERE c.number = '{case}'" is "in submit,out accept"
get    /office/register?find={case}               sees 200 "{case}"
get    /office/register?direction=in              sees 200
get    /office/register?from_on=2026-13-01        sees 422 "真实的日期"
get    /office/register.csv                       sees 200 "登记号"
sql    "SELECT COUNT(*) FROM counters WHERE name = 'register:11990100009901315A:2026' AND value = (SELECT MAX(serial) FROM register_rows WHERE organ_code = '11990100009901315A' AND year = 2026)" is "1"

story "a formula in a name is no formula in the export"
given  a case
sql    "UPDATE cases SET applicant_name = '=1+1' WHERE number = '{case}'"
as     clerk
get    /office/register.csv                       sees 200 "'=1+1"
sql    "UPDATE cases SET applicant_name = '林晓雨' WHERE number = '{case}'"

story "an act that is refused leaves no line and no gap"
given  a case
as     approver
rows   register_rows case_events
post   /office/cases/{case}/accept version=2      sees 403
as     clerk
post   /office/cases/{case}/accept version=9      sees 409
same   rows

# ---- 容缺受理: minor materials may come later, on a promise with a date (DOMAIN 39, 85) ----

story "what may lack is promised, comes in time, and is confirmed"
as     applicant anew
given  an application ready to submit of 11990102009902019R4990120102000
get    /applications/{id}/materials/6             sees 200 "容缺" "我承诺在受理时确定的期限内补交"
post   /applications/{id}/materials/6 given=lack  sees 422 "请勾选"
post   /applications/{id}/materials/1 given=lack promise_agreed=1   sees 422 "请从列出的选项中选择"
post   /applications/{id}/materials/6 given=lack promise_agreed=1   sees 303
open   {application}/check
press  /submit declaration=1                      sees 303
given  its number and code
as     fang.xiaotang anew
get    /office/cases/{number}                     sees 200 "等待补交"
open   /office/cases/{number}/accept              sees 200 "容缺" "补交的最后日期"
rows   case_events register_rows
press  /accept m6_by=2027-12-31                   sees 422 "晚于容缺补交的最后日期"
press  /accept m6_by=2026-01-01                   sees 422 "日期过早"
post   /office/cases/{number}/accept version=2    sees 422
same   rows
press  /accept                                    sees 303
sql    "SELECT CONCAT(p.kind, ' ', p.promised_by_on > DATE(c.accepted_at), ' ', p.promised_by_on <= c.promised_on) FROM case_promises p JOIN cases c ON c.id = p.case_id WHERE c.id = {id}" is "lack 1 1"
open   /office/cases/{number}                     sees 200 "等待补交"
as     applicant
get    /my/cases/{number}                         sees 200 "等待补交"
get    /my/cases/{number}/promises/6              sees 200 "补交期限"
get    /my/cases/{number}/promises/1              sees 404
post   /my/cases/{number}/promises/6              sees 422
as     other
get    /my/cases/{number}/promises/6              sees 404
as     applicant
upload /my/cases/{number}/promises/6              sees 303
get    /my/cases/{number}                         sees 200 "已补交，待核验"
upload /my/cases/{number}/promises/6              sees 404
# What falls short goes back with a reason, to be handed in anew by the same day.
as     fang.xiaotang
open   /office/cases/{number}                     sees 200 "已补交，待核验"
day    due 5
sql    "UPDATE case_promises SET promised_by_on = '{today}' WHERE case_id = {id}"
press  /promises/6/return return_reason=第二页没有盖章   sees 409 "来不及重新补交"
sql    "UPDATE case_promises SET promised_by_on = '{due}' WHERE case_id = {id}"
press  /promises/6/return                         sees 422
press  /promises/6/return return_reason=第二页没有盖章   sees 303
again                                             sees 303
post   /office/cases/{number}/promises/6/return version=9 return_reason=再退一次   sees 409 "申请人还没有补交"
get    /office/cases/{number}                     sees 200 "等待补交" "第二页没有盖章" hides "/promises/6/return"
day    due 5
sql    "SELECT CONCAT(p.given_at IS NULL, ' ', p.promised_by_on = '{due}', ' ', c.state) FROM case_promises p JOIN cases c ON c.id = p.case_id WHERE c.id = {id}" is "1 1 accepted"
as     applicant
get    /my/cases/{number}                         sees 200 "等待补交" "第二页没有盖章"
get    /my/messages                               sees 200 "承诺材料未通过核验"
upload /my/cases/{number}/promises/6              sees 303
as     fang.xiaotang
open   /office/cases/{number}                     sees 200 "已补交，待核验"
press  /promises/6                                sees 303
again                                             sees 303
get    /office/cases/{number}                     sees 200 "已履行" "方晓棠"
post   /office/cases/{number}/promises/6 version=9   sees 409 "没有等待补交的承诺"
sql    "SELECT CONCAT(SUM(direction = 'in'), ' ', SUM(event = 'keep_promise'), ' ', SUM(event = 'return_promise')) FROM register_rows WHERE case_id = {id}" is "3 2 1"

story "a promise that is not kept ends the case, is noted, and bars from further ones until it is lifted"
as     zhao.yuting anew
given  an application ready to submit of 11990102009902019R4990120102000
post   /applications/{id}/materials/6 given=lack promise_agreed=1   sees 303
open   {application}/check
press  /submit declaration=1                      sees 303
given  its number and code
as     fang.xiaotang anew
open   /office/cases/{number}/accept
press  /accept                                    sees 303
pass   6 working days
clock  runs
clock  runs
sql    "SELECT CONCAT(c.state, ' ', p.lapsed_at IS NOT NULL, ' ', (SELECT COUNT(*) FROM integrity_notes n WHERE n.case_id = c.id)) FROM cases c JOIN case_promises p ON p.case_id = c.id WHERE c.id = {id}" is "terminated 1 1"
as     zhao.yuting anew
get    /my/cases/{number}                         sees 200 "终止"
given  an application ready to submit of 11990102009902019R4990120102000
get    /applications/{id}/materials/6             sees 200 hides "现在没有，承诺在期限内补交"
post   /applications/{id}/materials/6 given=lack promise_agreed=1   sees 422
as     yuan.shouzheng anew
open   /office/integrity                          sees 200 "赵雨婷" hides "990102198906050121"
as     approver anew
get    /office/integrity                          sees 200 hides "赵雨婷"
as     yuan.shouzheng
sql    "SELECT COUNT(*) FROM integrity_notes WHERE lifted_at IS NULL AND name = '赵雨婷'" is "1"
as     zhao.yuting
post   /applications/{id}/materials/6 given=lack promise_agreed=1   sees 422

story "a note is lifted once, with a reason, and stays to be read"
sql    "UPDATE integrity_notes SET lifted_at = NULL"
as     yuan.shouzheng anew
open   /office/integrity
let    note = "/office/integrity/([0-9]+)"
post   /office/integrity/{note} lift_reason=      sees 422
post   /office/integrity/{note} lift_reason=已补齐材料并说明情况   sees 303
get    /office/integrity                          sees 200 "已修复" "已补齐材料并说明情况"
post   /office/integrity/{note} lift_reason=再一次    sees 409 "已经修复"
as     approver anew
post   /office/integrity/{note} lift_reason=别的单位   sees 409
as     clerk anew
get    /office/integrity                          sees 403

story "a main material is not missing at acceptance"
given  a case
sql    "UPDATE case_materials g JOIN cases c ON c.id = g.case_id SET g.given = 'none' WHERE c.number = '{case}' AND g.position = 3"
as     clerk anew
open   /office/cases/{case}
rows   case_events register_rows
press  accept                                     sees 409 "主要材料不齐"
same   rows
sql    "SELECT state FROM cases WHERE number = '{case}'" is "submitted"

# ---- 网上预审 and originals (DOMAIN 10, 27) ----

story "in order online, then the originals at the window"
sql    "UPDATE item_versions v JOIN items i ON i.published_id = v.id SET v.online_depth = 'originals' WHERE i.code = '{usual_item}'"
given  a case
as     clerk anew
open   /office/cases/{case}                       sees 200 "预审通过"
press  /precheck                                  sees 303
sql    "SELECT CONCAT(state, ' ', due_on IS NULL, ' ', precheck_at IS NOT NULL) FROM cases WHERE number = '{case}'" is "submitted 1 1"
post   /office/cases/{case}/precheck version=3    sees 409 "已经预审通过"
as     applicant anew
get    /my/cases/{case}                           sees 200 "携带材料原件"
pass   8 working days
clock  runs
as     clerk anew
open   /office/cases/{case}/accept                sees 200 "已核对“食品经营许可申请书”的原件"
press  /accept                                    sees 422 "请勾选"
press  /accept m1_seen=1                          sees 303
sql    "SELECT CONCAT(c.state, ' ', g.seen_name) FROM cases c JOIN case_materials g ON g.case_id = c.id AND g.position = 1 WHERE c.number = '{case}'" is "accepted 沈若溪"
sql    "UPDATE item_versions v JOIN items i ON i.published_id = v.id SET v.online_depth = 'full' WHERE i.code = '{usual_item}'"

story "an item handled online altogether has no pre-review"
given  a case
as     clerk anew
get    /office/cases/{case}                       sees 200 hides "/precheck"
post   /office/cases/{case}/precheck version=2    sees 409 "不需要网上预审"

# ---- a case is bound to the guide in force on the day it is filed ----

story "a draft begun under an older guide is shown what changed, moved, checked, and filed under the new one"
as     applicant anew
given  an application ready to submit of 11990102009902019R4990120101000
sql    "CREATE TEMPORARY TABLE t AS SELECT v.* FROM item_versions v JOIN items i ON i.published_id = v.id WHERE i.code = '11990102009902019R4990120101000'; UPDATE t SET id = 900000, number = number + 100; INSERT INTO item_versions SELECT * FROM t; CREATE TEMPORARY TABLE m AS SELECT m.* FROM item_materials m JOIN items i ON i.published_id = m.version_id WHERE i.code = '11990102009902019R4990120101000'; UPDATE m SET version_id = 900000, position = position + 1; UPDATE m SET name = '新的核准书' WHERE name = '授权委托书'; INSERT INTO item_materials SELECT * FROM m; CREATE TEMPORARY TABLE f AS SELECT f.* FROM item_fields f JOIN items i ON i.published_id = f.version_id WHERE i.code = '11990102009902019R4990120101000'; UPDATE f SET version_id = 900000; INSERT INTO item_fields SELECT * FROM f; UPDATE items SET published_id = 900000 WHERE code = '11990102009902019R4990120101000'; UPDATE catalogue SET version = version + 1"
open   /applications/{id}/check                   sees 200 "办事指南已经更新" "新的核准书" "授权委托书" hides "/submit"
post   /applications/{id}/submit declaration=1 version=1   sees 409 "办事指南已经更新"
press  /renew                                     sees 303 /applications/{id}
again                                             sees 303 /applications/{id}
sql    "SELECT CONCAT(c.item_version_id, ' ', (SELECT GROUP_CONCAT(f.material ORDER BY f.material) FROM case_files f WHERE f.case_id = c.id AND f.removed_at IS NULL), ' ', (SELECT COUNT(*) FROM case_files f WHERE f.case_id = c.id AND f.removed_at IS NOT NULL)) FROM cases c WHERE c.id = {id}" is "900000 2,4,5 1"
get    /applications/{id}/check                   sees 200 "还有没完成的内容" hides "办事指南已经更新"
post   /applications/{id}/materials/6 given=not_needed   sees 303
open   /applications/{id}/check                   sees 200 "提交申请"
press  /submit declaration=1                      sees 303
sql    "SELECT CONCAT(state, ' ', item_version_id) FROM cases WHERE id = {id}" is "submitted 900000"
sql    "UPDATE items SET published_id = (SELECT MIN(id) FROM item_versions WHERE item_code = items.code AND state = 'published') WHERE code = '11990102009902019R4990120101000'; UPDATE catalogue SET version = version + 1"

# ---- 延时服务 and 即办件 (DOMAIN 12, 45) ----

story "what a colleague does after closing is marked"
given  a case
as     clerk anew
pass   1 working days
pass   9 hours
as     clerk anew
open   /office/cases/{case}
press  claim                                      sees 303
get    /office/cases/{case}                       sees 200 "延时服务"
get    /office/register                           sees 200

story "an item handled at once is due the day it is accepted"
sql    "UPDATE item_versions v JOIN items i ON i.published_id = v.id SET v.handling = '1', v.promised_limit = NULL, v.promised_unit = '' WHERE i.code = '{usual_item}'"
pass   1 working days
given  a case
as     clerk anew
open   /office/cases/{case}                       sees 200 "即办"
press  accept                                     sees 303
sql    "SELECT DATE(accepted_at) = promised_on AND due_on = promised_on FROM cases WHERE number = '{case}'" is "1"
sql    "UPDATE item_versions v JOIN items i ON i.published_id = v.id SET v.handling = '2', v.promised_limit = 5, v.promised_unit = 'workday' WHERE i.code = '{usual_item}'"
