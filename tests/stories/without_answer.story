# An opinion asked of another organ and never given: where the guide says that silence consents it is deemed given and the
# case goes on; where it says to wait, the case waits.  The item: 1 accept, 2 review (yin.siqi), then in parallel 3 opinion
# of one organ, which waits (meng.jiayin), and 4 of another, whose silence consents (shi.jingzhi), 5 decide, 6 deliver.

story "silence consents where the guide says so, and nowhere else"
given  a case of 11990102009902019R4990720161000
as     fang.xiaotang anew
open   /office/cases/{case}/accept
press  /accept m1_seen=1                          sees 303
as     yin.siqi anew
open   /office/cases/{case}/tasks/2
press  /tasks/2 verdict=agree task_body=符合条件 check_1_answer=meets check_2_answer=meets check_3_answer=meets   sees 303
day    due 8
sql    "SELECT GROUP_CONCAT(t.position, t.state, t.silence, t.due_on = '{due}' ORDER BY t.position) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}' AND t.position > 2"   is "3openwait1,4openconsent1"
# The day itself is still theirs.
pass   8 working days
clock  runs
sql    "SELECT GROUP_CONCAT(t.position, t.state ORDER BY t.position) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}' AND t.position > 2"   is "3open,4open"
pass   1 working days
clock  runs
clock  runs
sql    "SELECT GROUP_CONCAT(t.position, t.state, t.verdict, t.account_name ORDER BY t.position) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}' AND t.position > 2"   is "3open,4deemedagreeclock"
sql    "SELECT CONCAT_WS(' ', COUNT(*), MAX(e.actor_kind), MAX(JSON_VALUE(e.detail, '$.task')), MAX(JSON_VALUE(e.detail, '$.task_due_on') = '{due}')) FROM case_events e JOIN cases c ON c.id = e.case_id WHERE c.number = '{case}' AND e.event = 'deem_consent'"   is "1 clock 4 1"
sql    "SELECT GROUP_CONCAT(k.task, k.colour ORDER BY k.task) FROM cards k JOIN cases c ON c.id = k.case_id WHERE c.number = '{case}' AND k.rule = 'task' AND k.colour = 'red'"   is "3red,4red"
as     yuan.shouzheng anew
get    /office/cases/{case}                       sees 200 "逾期未回复，视为同意" "还有应先完成的办理环节" hides "/grant"
get    /office/cases/{case}/tasks/4               sees 200 "视为同意" hides "提交办理结果"
as     shi.jingzhi anew
post   /office/cases/{case}/tasks/4 version=2 verdict=disagree task_body=迟到的意见   sees 409 "这个环节已经办完"
as     meng.jiayin anew
open   /office/cases/{case}/tasks/3
press  /tasks/3 verdict=agree task_body=没有登记的社会救助   sees 303
as     yuan.shouzheng
get    /office/cases/{case}                       sees 200 "准予" hides "还有应先完成的办理环节"
# What is between organs is not told to the applicant as a step of the case.
as     applicant anew
get    /my/cases/{case}                           hides "视为同意"

story "what waited for the silent one opens; while the case stands still nobody is silent"
sql    "UPDATE item_steps s JOIN items i ON i.published_id = s.version_id SET s.silence = 'consent' WHERE i.code = '11990100009901315A3990113181000' AND s.position = 3"
given  a case of 11990100009901315A3990113181000
as     clerk anew
open   /office/cases/{case}
press  /accept                                    sees 303
as     reviewer anew
open   /office/cases/{case}/tasks/2
press  /tasks/2 verdict=agree task_body=同意 check_1_answer=meets check_2_answer=meets check_3_answer=meets   sees 303
open   /office/cases/{case}/tasks/4
press  /tasks/4 verdict=agree task_body=同意       sees 303
open   /office/cases/{case}/suspend
press  suspend pause_kind=hearing expected_days=5 pause_reason=须听证   sees 303
pass   3 working days
clock  runs
sql    "SELECT GROUP_CONCAT(t.position, t.state ORDER BY t.position) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}' AND t.position IN (3, 5)"   is "3open,5waiting"
as     reviewer anew
open   /office/cases/{case}/resume
press  resume resume_note=听证结束                 sees 303
clock  runs
sql    "SELECT t.state FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}' AND t.position = 3"   is "open"
pass   2 working days
clock  runs
sql    "SELECT GROUP_CONCAT(t.position, t.state ORDER BY t.position) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}' AND t.position IN (3, 5)"   is "3deemed,5open"
as     reviewer anew
get    /office/cases/{case}/tasks/5               sees 200 "提交办理结果"
sql    "UPDATE item_steps s JOIN items i ON i.published_id = s.version_id SET s.silence = 'wait' WHERE i.code = '11990100009901315A3990113181000' AND s.position = 3"
