# A case goes through its flow: tasks of several organs, in parallel and in order, and the decision waits for them.
# The item: 1 accept, 2 review, 3 opinion of another organ and 4 of the own in parallel, 5 visit, 6 collective study,
# 7 decide, 8 seal, 9 issue, 10 deliver.  wu.anbang reviews at the other organ, gao.yue approves there.

story "a case through all its steps to delivery"
given  a case of 11990100009901315A3990113181000
as     wu.anbang
get    /office/cases/{case}                       sees 404
as     clerk
open   /office/cases/{case}
press  /accept                                    sees 303
sql    "SELECT GROUP_CONCAT(t.position, t.state ORDER BY t.position) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}'"   is "2open,3waiting,4waiting,5waiting,6waiting,8waiting,9waiting"
get    /office/cases/{case}                       sees 200 "办理流程" "ym-case-flow__box--open" "审查"
as     approver
post   /office/cases/{case}/grant outcome_number=X1 decision_note=准予 version=3   sees 409
as     wu.anbang
get    /office/cases/{case}                       sees 404
get    /office/cases/{case}/tasks/3               sees 404
as     clerk
get    /office/cases/{case}/tasks/2               sees 200 "这个环节由其他单位或岗位办理" hides "提交办理结果"
post   /office/cases/{case}/tasks/2 version=1 verdict=agree task_body=x   sees 409 "这个环节由其他单位或岗位办理"
as     reviewer
get    /office/tasks                              sees 200 "审查" "tasks/2"
open   /office/cases/{case}/tasks/2               sees 200 "审查要点" "核对《特种设备使用登记表》" "参数与产品数据表"
press  /tasks/2 verdict=agree task_body=材料齐全    sees 422
press  /tasks/2 verdict=agree task_body=材料齐全 check_1_answer=meets check_2_answer=meets check_3_answer=fails   sees 422 "请写明情况" "不能写同意"
press  /tasks/2/claim                             sees 303
open   /office/cases/{case}/tasks/2
press  /tasks/2 verdict=agree task_body=材料齐全 check_1_answer=meets check_2_answer=meets check_3_answer=not_applicable check_3_remark=本次未涉及   sees 303 /office/cases/{case}
again                                             sees 303 /office/cases/{case}
sql    "SELECT CONCAT(c.state, ' ', GROUP_CONCAT(t.position, t.state ORDER BY t.position)) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}'"   is "reviewing 2done,3open,4open,5waiting,6waiting,8waiting,9waiting"
sql    "SELECT COUNT(DISTINCT t.opened_at) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}' AND t.position IN (3, 4)"   is "1"
get    /office/cases/{case}                       sees 200 "2 个环节同时办理" "审查：已办完" "审查：顾长青认领"
as     approver
post   /office/cases/{case}/grant outcome_number=X1 decision_note=准予 version=5   sees 409 "还有应先完成的办理环节"
get    /office/cases/{case}                       sees 200 "还有应先完成的办理环节" hides "/grant"
# The other organ sees the case now, and does its step and nothing else.
as     wu.anbang
get    /office/tasks                              sees 200 "应急管理意见" "云川市市场监督管理局"
open   /office/cases/{case}                       sees 200 "特种设备使用登记" hides "/claim"
post   /office/cases/{case}/opinion verdict=agree opinion_text=x version=5   sees 409 "这个环节由其他单位或岗位办理"
get    /office/cases/{case}/ask_supplement        sees 200 "这个环节由其他单位或岗位办理"
open   /office/cases/{case}/tasks/4               sees 200 "这个环节由其他单位或岗位办理"
as     gao.yue
post   /office/cases/{case}/grant outcome_number=X1 decision_note=准予 version=5   sees 409 "这个环节由其他单位或岗位办理"
post   /office/cases/{case}/tasks/3 version=2 verdict=agree task_body=x   sees 409 "这个环节由其他单位或岗位办理"
as     stranger
get    /office/cases/{case}                       sees 404
get    /office/cases/{case}/tasks/3               sees 404
as     wu.anbang
open   /office/cases/{case}/tasks/3               sees 200 "审查使用单位的应急预案"
press  /tasks/3 verdict=note task_body=该设备不涉及危险化学品，无意见   sees 303
as     reviewer
post   /office/cases/{case}/tasks/5 version=1 verdict=agree task_body=x   sees 409 "还有应先完成的办理环节"
open   /office/cases/{case}/tasks/4
press  /tasks/4 verdict=agree task_body=检验合格     sees 303
open   /office/cases/{case}/tasks/5               sees 200 "参加现场核查的单位和人员" "市应急管理局"
press  /tasks/5 verdict=agree task_body=与申请一致    sees 422
press  /tasks/5 verdict=agree task_body=与申请一致 place=枫桥大道9号 visited_on=2099-01-01 person_1_part=present person_1_name=武安邦 person_1_opinion=同意   sees 422 "日期过晚"
press  /tasks/5 verdict=agree task_body=与申请一致 place=枫桥大道9号 visited_on={today} person_1_part=present person_1_name=顾长青 person_1_opinion=设备铭牌一致 person_2_part=absent   sees 303
open   /office/cases/{case}/tasks/5               sees 200 "枫桥大道9号" "设备铭牌一致" "未到场"
as     approver
open   /office/cases/{case}/tasks/6               sees 200 "提请集体讨论的原因"
press  /tasks/6 verdict=agree task_body=同意登记 person_1_name=罗启明 person_1_part=agree person_2_name=顾长青 person_2_part=abstain   sees 422
press  /tasks/6 verdict=agree task_body=同意登记 collective_reason=涉及重大危险源 person_1_name=罗启明 person_1_part=agree   sees 422 "集体讨论至少两人"
press  /tasks/6 verdict=agree task_body=同意登记 collective_reason=涉及重大危险源 person_1_name=罗启明 person_1_part=agree person_2_name=顾长青 person_2_part=abstain   sees 303
open   /office/cases/{case}/grant                 sees 200
press  /grant decision_note=准予登记 outcome_number=T1   sees 303
as     clerk
get    /office/cases/{case}                       sees 200 hides "/close"
open   /office/cases/{case}/tasks/9               sees 200 "还有应先完成的办理环节"
open   /office/cases/{case}/tasks/8
press  /tasks/8 task_note=已盖章                   sees 303
open   /office/cases/{case}/tasks/9
press  /tasks/9 task_note=                        sees 303
open   /office/cases/{case}
press  /close                                     sees 303
open   /office/cases/{case}/deliver
press  /deliver receiver=林晓雨 identity_seen=card  sees 303
sql    "SELECT GROUP_CONCAT(e.event ORDER BY e.position) FROM case_events e JOIN cases c ON c.id = e.case_id WHERE c.number = '{case}'"   is "submit,accept,task,task,task,task,task,task,grant,task,task,close,deliver"
# The other organ goes on seeing what it took part in.
as     wu.anbang
get    /office/cases/{case}                       sees 200 "已送达"
as     clerk

story "sent back, the step and all that needs it are done anew, and no opinion is lost"
given  a case of 11990100009901315A3990113181000
as     clerk
open   /office/cases/{case}
press  /accept
as     reviewer
open   /office/cases/{case}/tasks/2
press  /tasks/2 verdict=agree task_body=第一轮审查 check_1_answer=meets check_2_answer=meets check_3_answer=meets   sees 303
open   /office/cases/{case}/tasks/4
press  /tasks/4 verdict=agree task_body=第一轮监察意见   sees 303
as     wu.anbang
open   /office/cases/{case}/tasks/3
press  /tasks/3 verdict=disagree task_body=缺少应急预案   sees 303
as     reviewer
open   /office/cases/{case}/tasks/5               sees 200 "退回上一环节"
press  /tasks/5/send_back target=4 back_reason=不可以退到这里   sees 422
press  /tasks/5/send_back target=2               sees 422
press  /tasks/5/send_back target=2 back_reason=应急预案没有审查   sees 303 /office/cases/{case}
sql    "SELECT GROUP_CONCAT(t.position, '/', t.round, t.state ORDER BY t.position, t.round) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}' AND t.position < 7"   is "2/1done,2/2open,3/1done,3/2waiting,4/1done,4/2waiting,5/1returned,5/2waiting,6/1waiting"
get    /office/cases/{case}/tasks/3               sees 200 "缺少应急预案"
get    /office/cases/{case}                       sees 200 "退回到：审查" "应急预案没有审查" "轮次 2"
as     wu.anbang
get    /office/cases/{case}/tasks/3               sees 200 hides "提交办理结果"
as     reviewer
open   /office/cases/{case}/tasks/2               sees 200 "第一轮审查"
press  /tasks/2 verdict=agree task_body=第二轮审查 check_1_answer=meets check_2_answer=meets check_3_answer=meets   sees 303
sql    "SELECT GROUP_CONCAT(t.position, '/', t.round, t.state ORDER BY t.position, t.round) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}' AND t.position IN (3, 4)"   is "3/1done,3/2open,4/1done,4/2open"
# The applicant withdraws: nothing is left to be done.
sql    "SELECT COUNT(*) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}' AND t.state = 'open'"   is "2"
as     applicant
open   /my/cases/{case}/withdraw
press  /withdraw                                  sees 303
sql    "SELECT COUNT(*) FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}' AND t.state IN ('open', 'waiting')"   is "0"

story "two colleagues at one task: the slower is told"
given  a case of 11990100009901315A3990113181000
as     clerk
open   /office/cases/{case}
press  /accept
as     reviewer
open   /office/cases/{case}/tasks/2
as     reviewer anew
open   /office/cases/{case}/tasks/2
press  /tasks/2 verdict=agree task_body=快的 check_1_answer=meets check_2_answer=meets check_3_answer=meets   sees 303
open   /office/cases/{case}/tasks/4
press  /tasks/4/claim                             sees 303
post   /office/cases/{case}/tasks/4 version=2 verdict=agree task_body=慢的   sees 409 "已有同事先作了改动"
post   /office/cases/{case}/tasks/2 version=1 verdict=agree task_body=慢的   sees 409 "这个环节已经办完"
sql    "SELECT COUNT(*) FROM case_events e JOIN cases c ON c.id = e.case_id WHERE c.number = '{case}' AND e.event = 'task'"   is "2"

story "parallel opinions do not stand in each other's way"
given  a case of 11990100009901315A3990113181000
as     clerk
open   /office/cases/{case}
press  /accept
as     reviewer
open   /office/cases/{case}/tasks/2
press  /tasks/2 verdict=agree task_body=同意 check_1_answer=meets check_2_answer=meets check_3_answer=meets   sees 303
open   /office/cases/{case}/tasks/4
as     wu.anbang
open   /office/cases/{case}/tasks/3
as     reviewer
press  /tasks/4 verdict=agree task_body=同意       sees 303
as     wu.anbang
press  /tasks/3 verdict=agree task_body=同意       sees 303

story "a visit is cited instead of made again"
given  a case of 11990100009901315A3990113181000
as     clerk
open   /office/cases/{case}
press  /accept
as     reviewer
open   /office/cases/{case}/tasks/2
press  /tasks/2 verdict=agree task_body=同意 check_1_answer=meets check_2_answer=meets check_3_answer=meets
open   /office/cases/{case}/tasks/4
press  /tasks/4 verdict=agree task_body=同意
as     wu.anbang
open   /office/cases/{case}/tasks/3
press  /tasks/3 verdict=agree task_body=同意
as     reviewer
open   /office/cases/{case}/tasks/5               sees 200 "引用已有的核查记录" "枫桥大道9号"
let    cited = "name=\"cited\" value=\"([0-9-]+)\""
press  /tasks/5/skip cited=1-1-1 unchanged=现场没有变化   sees 422
press  /tasks/5/skip cited={cited}                sees 422
press  /tasks/5/skip cited={cited} unchanged=设备和场所与上次相同   sees 303
get    /office/cases/{case}/tasks/5               sees 200 "不需办理" "设备和场所与上次相同" "枫桥大道9号"
sql    "SELECT t.state FROM case_tasks t JOIN cases c ON c.id = t.case_id WHERE c.number = '{case}' AND t.position = 6"   is "open"

story "the decision goes back to a step before it"
given  a case of 11990100009901171Q3990111701000
as     jiang.yifan
open   /office/cases/{case}
press  /accept                                    sees 303
as     shi.jingzhi
open   /office/cases/{case}/tasks/2
press  /tasks/2 verdict=agree task_body=同意       sees 303
as     liu.chengyin
open   /office/cases/{case}/tasks/3
press  /tasks/3 verdict=agree task_body=同意       sees 303
as     jiang.qing
open   /office/cases/{case}/tasks/4
press  /tasks/4 verdict=agree task_body=同意       sees 303
as     shi.jingzhi
open   /office/cases/{case}/tasks/5
press  /tasks/5 verdict=agree task_body=同意 check_1_answer=meets check_2_answer=meets check_3_answer=meets   sees 303
as     han.licheng
open   /office/cases/{case}                       sees 200 "退回上一环节"
open   /office/cases/{case}/send_back             sees 200
press  /send_back target=5 back_reason=请补充理由   sees 303
get    /office/cases/{case}/grant                 sees 200
post   /office/cases/{case}/grant outcome_number=X decision_note=准予 version=8   sees 409 "还有应先完成的办理环节"
as     shi.jingzhi
get    /office/send_back                          sees 404
open   /office/cases/{case}/tasks/5
press  /tasks/5 verdict=agree task_body=已补充 check_1_answer=meets check_2_answer=meets check_3_answer=meets   sees 303
as     han.licheng
open   /office/cases/{case}/grant
press  /grant decision_note=准予 validity=long                   sees 303
