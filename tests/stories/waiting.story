# Reviews that stand still, and limits the head extends: the dates move by what the law allows, and by nothing else.

story "a special procedure stops the clock, and the due day moves by exactly its days"
given  a case
as     clerk anew
open   /office/cases/{case}
day    due 5
press  accept                                     sees 303
sql    "SELECT promised_on FROM cases WHERE number = '{case}'"   is "{due}"
as     reviewer anew
open   /office/cases/{case}
press  start_review                               sees 303
pass   2 working days
as     reviewer anew
open   /office/cases/{case}/suspend               sees 200 "专家评审"
press  suspend pause_kind=expert_review expected_days=4 pause_reason=须由专家评审现场设备   sees 303 /office/cases/{case}
sql    "SELECT CONCAT_WS('|', state, COALESCE(promised_on, 'none'), COALESCE(statutory_on, 'none'), COALESCE(due_on, 'none')) FROM cases WHERE number = '{case}'"   is "suspended|none|none|none"
get    /office/cases/{case}                       sees 200 "期限已暂停计算" "专家评审" "预计需要 4 个工作日" "暂停计时"
get    /office/cases/{case}/due                   sees 200 "恢复办理后再确定到期日"
get    /office/?tab=correcting                    sees 200 "暂停计时"
pass   3 working days
as     reviewer anew
day    due 3
open   /office/cases/{case}/resume                sees 200
press  resume resume_note=评审通过                 sees 303
sql    "SELECT promised_on FROM cases WHERE number = '{case}'"   is "{due}"
sql    "SELECT due_on FROM cases WHERE number = '{case}'"   is "{due}"
sql    "SELECT JSON_VALUE(e.detail, '$.due_on') FROM case_events e JOIN cases c ON c.id = e.case_id WHERE c.number = '{case}' AND e.event = 'resume'"   is "{due}"
get    /office/cases/{case}/due                   sees 200 "专家评审" "暂停计时，不计入" "第四十五条" "到期"
get    /office/cases/{case}                       hides "期限已暂停计算"

story "who receives cannot suspend, who is not asked cannot resume, and nothing is resumed twice"
given  a case
as     clerk anew
open   /office/cases/{case}
press  accept                                     sees 303
get    /office/cases/{case}/suspend               sees 403
post   /office/cases/{case}/suspend version=3 pause_kind=hearing expected_days=5 pause_reason=听证   sees 403
as     reviewer anew
post   /office/cases/{case}/suspend version=3 pause_kind=hearing expected_days=5 pause_reason=听证   sees 409
open   /office/cases/{case}
press  start_review                               sees 303
post   /office/cases/{case}/resume version=4      sees 409 "没有暂停"
open   /office/cases/{case}/suspend
press  suspend pause_kind=hearing expected_days=5 sees 422
press  suspend pause_kind=lunch expected_days=5 pause_reason=午餐   sees 422
press  suspend pause_kind=hearing expected_days=0 pause_reason=听证   sees 422
press  suspend pause_kind=hearing expected_days=5 pause_reason=听证   sees 303
again                                             sees 303
post   /office/cases/{case}/suspend version=5 pause_kind=tender expected_days=5 pause_reason=招标   sees 409 "特别程序"
sql    "SELECT COUNT(*) FROM case_pauses p JOIN cases c ON c.id = p.case_id WHERE c.number = '{case}'"   is "1"
post   /office/cases/{case}/grant version=5 outcome_number=X1 decision_note=准予   sees 403
as     approver anew
post   /office/cases/{case}/grant version=5 outcome_number=X1 decision_note=准予   sees 409 "特别程序"
as     stranger
post   /office/cases/{case}/resume version=5      sees 403
get    /office/cases/{case}/due                   sees 404

story "two colleagues suspend the same case"
given  a case
as     clerk anew
open   /office/cases/{case}
press  accept                                     sees 303
as     reviewer anew
open   /office/cases/{case}
press  start_review                               sees 303
open   /office/cases/{case}/suspend
as     approver anew
open   /office/cases/{case}/suspend
press  suspend pause_kind=testing expected_days=5 pause_reason=送检   sees 303
as     reviewer
press  suspend pause_kind=hearing expected_days=5 pause_reason=听证   sees 409
sql    "SELECT GROUP_CONCAT(p.kind) FROM case_pauses p JOIN cases c ON c.id = p.case_id WHERE c.number = '{case}'"   is "testing"

story "the head extends the limit of the law once, and the promise stays"
given  a case
as     clerk anew
open   /office/cases/{case}
day    promise 5
day    law 20
press  accept                                     sees 303
as     leader
get    /office/                                   sees 200
get    /office/cases/{case}                       sees 200 "延长期限"
post   /office/cases/{case}/accept version=3      sees 403
get    /office/cases/{case}/grant                 sees 403
open   /office/cases/{case}/extend                sees 200 "最多 10 个工作日"
press  extend extended_days=11 extend_reason=情况复杂   sees 422
press  extend extended_days=10                    sees 422
press  extend extended_days=10 extend_reason=需要补充现场核查   sees 303
again                                             sees 303
sql    "SELECT CONCAT_WS('|', extended_days, promised_on, statutory_on, due_on) FROM cases WHERE number = '{case}'"   is "10|{promise}|{law}|{law}"
get    /office/cases/{case}/extend                sees 200 "只能延长一次"
post   /office/cases/{case}/extend version=4 extended_days=5 extend_reason=再延长   sees 409 "只能延长一次"
get    /office/cases/{case}/due                   sees 200 "经批准延长 10 个工作日" "第四十二条"
as     reviewer anew
get    /office/cases/{case}/extend                sees 403
as     head_elsewhere
get    /office/cases/{case}/extend                sees 404
post   /office/cases/{case}/extend version=4 extended_days=5 extend_reason=别处   sees 404

story "a limit of the law that has passed is not extended"
given  a case
as     clerk anew
open   /office/cases/{case}
press  accept                                     sees 303
pass   11 working days
as     leader anew
get    /office/cases/{case}/extend                sees 200 "不能再延长"
post   /office/cases/{case}/extend version=3 extended_days=5 extend_reason=太晚   sees 409 "不能再延长"
sql    "SELECT extended_days IS NULL FROM cases WHERE number = '{case}'"   is "1"

story "a supplement is asked for once, with every line, and stops the clock until it comes"
as     applicant anew
given  an application ready to submit
open   {application}/check
press  /submit declaration=1                      sees 303
given  its number and code
sql    "UPDATE cases SET organ_code = '11990100009901315A', item_version_id = (SELECT published_id FROM items WHERE code = '{usual_item}') WHERE id = {id}"
sql    "INSERT IGNORE INTO case_materials (case_id, position, given) SELECT {id}, m.position, 'paper' FROM item_materials m JOIN items i ON i.published_id = m.version_id WHERE i.code = '{usual_item}'"
as     clerk anew
open   /office/cases/{number}
press  accept                                     sees 303
as     reviewer anew
get    /office/cases/{number}/ask_supplement      sees 200 "不允许这一步" hides "一行写一项"
open   /office/cases/{number}
press  start_review                               sees 303
pass   1 working days
as     reviewer anew
open   /office/cases/{number}/ask_supplement      sees 200 "办理期限暂停计算"
day    by 8
press  ask_supplement answer_by_on={by}           sees 422
press  ask_supplement answer_by_on={by} form_defect=请写明经营面积   sees 303
sql    "SELECT CONCAT_WS('|', state, due_on, promised_on IS NULL) FROM cases WHERE id = {id}"   is "supplement|{by}|1"
sql    "SELECT CONCAT_WS('|', kind, to_on IS NULL) FROM case_pauses WHERE case_id = {id}"   is "supplement|1"
pass   3 working days
as     applicant anew
open   /my/cases/{number}                         sees 200 "请写明经营面积" "等待申请人补充材料"
get    /my/cases/{number}/due                     sees 200 "恢复办理后再确定到期日"
day    due 4
press  supply note=已写明                          sees 303
again                                             sees 303
sql    "SELECT CONCAT_WS('|', state, promised_on, due_on) FROM cases WHERE id = {id}"   is "reviewing|{due}|{due}"
sql    "SELECT CONCAT_WS('|', kind, to_on IS NULL, closed_event) FROM case_pauses WHERE case_id = {id}"   is "supplement|0|5"
get    /my/cases/{number}/due                     sees 200 "等待申请人补充材料" "暂停计时，不计入"
post   /my/cases/{number}/supply                  sees 409
as     other
post   /my/cases/{number}/supply                  sees 404
as     nobody
open   /track                                     sees 200
press  /track number={number} query_code={code}   sees 200 "期限是怎样算出来的" hides "暂停计时，不计入" "请写明经营面积"
press  /track number={number} query_code={code} working=1   sees 200 "暂停计时，不计入" hides "请写明经营面积"

story "a new notice of holidays moves open cases, says so, and leaves those that are over alone"
today  2027-05-31
given  a case
as     clerk anew
open   /office/cases/{case}
press  accept                                     sees 303
sql    "SELECT CONCAT_WS('|', promised_on, due_on) FROM cases WHERE number = '{case}'"   is "2027-06-07|2027-06-07"
get    /office/cases/{case}                       sees 200 "暂定"
get    /office/?tab=review&sort=received          sees 200 "（暂定）"
get    /office/cases/{case}/due                   sees 200 "暂定" "超出已公布的放假安排"
sql    "SELECT version FROM cases WHERE number = '{case}'"   is "3"
let    first = "/office/cases/([0-9A-Z-]+)/due"
# A case whose first task has five working days of its own; the second task waits and has no day yet.
given  a case of 11990102009902019R4990720161000
as     fang.xiaotang anew
open   /office/cases/{case}/accept
press  accept m1_seen=1                           sees 303
sql    "SELECT GROUP_CONCAT(t.position, t.state, COALESCE(t.due_on, '') ORDER BY t.position) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}'"   is "2open2027-06-07,3waiting,4waiting"
ctl    recompute                                  sees "0 cases"
ctl    load-calendar 2027 "an invented notice" tests/stories/notice_2027.tsv   sees "added calendar"
ctl    load-calendar 2027 "an invented notice" tests/stories/notice_2027.tsv   sees "says the same"
sql    "SELECT last_on FROM calendars ORDER BY version DESC LIMIT 1"   is "2027-12-28"
ctl    recompute                                  sees "cases have other dates"
ctl    recompute                                  sees "0 cases"
sql    "SELECT GROUP_CONCAT(t.position, t.state, COALESCE(t.due_on, '') ORDER BY t.position) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}'"   is "2open2027-06-08,3waiting,4waiting"
sql    "SELECT CONCAT_WS('|', promised_on, due_on, calendar = (SELECT MAX(version) FROM calendars)) FROM cases WHERE number = '{first}'"   is "2027-06-08|2027-06-08|1"
sql    "SELECT CONCAT_WS('|', e.event, JSON_VALUE(e.detail, '$.due_before'), JSON_VALUE(e.detail, '$.due_on'), e.actor_kind) FROM case_events e JOIN cases c ON c.id = e.case_id WHERE c.number = '{first}' ORDER BY e.position DESC LIMIT 1"   is "recompute|2027-06-07|2027-06-08|clock"
sql    "SELECT COUNT(*) FROM case_events e JOIN cases c ON c.id = e.case_id WHERE e.event = 'recompute' AND c.state IN ('delivered', 'not_accepted', 'withdrawn', 'terminated', 'draft')"   is "0"
as     clerk anew
get    /office/cases/{first}                      sees 200 "重新计算期限" hides "暂定"
get    /office/cases/{first}/due                  sees 200 "法定节假日" hides "暂定"
