# After the result: ratings and their call-backs (DOMAIN 83, 109), questions and complaints (28), samples (108).

# ---- ratings ----

story "before there is a result nothing is rated; afterwards once, and it is not changed"
as     applicant
given  an application ready to submit
open   {application}/check
press  /submit declaration=1                          sees 303
given  its number and code
open   /my/cases/{number}/rate                        sees 200 "有结果后可以评价"
post   /my/cases/{number}/rate level=1 channel=pc     sees 409
pass   11 minutes
as     xu.lai
open   /office/cases/{number}/refuse_acceptance
press  /refuse_acceptance refusal_reason="不属于本机关职权范围。"   sees 303
as     applicant
open   /my/cases/{number}                             sees 200 "评价这次服务"
open   /my/cases/{number}/rate                        sees 200 "非常不满意"
press  /rate level=9                                  sees 422
press  /rate level=2 tags=clear channel=pc rating_words="<script>alert(1)</script>"   sees 303 /my/cases/{number}/rate?done=rated
again                                                 sees 303 /my/cases/{number}/rate?done=rated
open   /my/cases/{number}/rate                        sees 200 "满意" "告知清楚" "&lt;script&gt;"
post   /my/cases/{number}/rate level=1 channel=pc     sees 409 "已经评价"
sql    "SELECT CONCAT(COUNT(*), ' ', MIN(level), ' ', MIN(round), ' ', MIN(by_code)) FROM ratings WHERE case_id = {id}" is "1 2 1 0"
sql    "SELECT COUNT(*) FROM case_events WHERE case_id = {id} AND event = 'rate'" is "1"
sql    "SELECT COUNT(*) FROM callbacks WHERE case_id = {id}" is "0"

story "colleagues cannot rate, nor another applicant"
as     applicant
given  an application ready to submit
open   {application}/check
press  /submit declaration=1                          sees 303
given  its number and code
pass   11 minutes
as     xu.lai
open   /office/cases/{number}/refuse_acceptance
press  /refuse_acceptance refusal_reason="不属于本机关职权范围。"   sees 303
post   /my/cases/{number}/rate level=1                sees 403
post   /track/rate level=1 number={number} ticket=9999999999-0000000000000000000000000000000000000000000000000000000000000000   sees 404
as     other
post   /my/cases/{number}/rate level=1                sees 404
sql    "SELECT COUNT(*) FROM ratings WHERE case_id = {id}" is "0"

story "who has no account rates with number and query code; a bad one is called back, mended, and rated once more"
as     applicant
given  an application ready to submit
open   {application}/check
press  /submit declaration=1                          sees 303
given  its number and code
pass   11 minutes
as     xu.lai
open   /office/cases/{number}/refuse_acceptance
press  /refuse_acceptance refusal_reason="不属于本机关职权范围。"   sees 303
as     nobody
open   /track                                         sees 200
press  /track number={number} query_code={code}       sees 200 "评价这次服务"
post   /track number={number} query_code={code} rating=1  sees 200 "非常不满意"
let    shown = "ym-number\">([0-9-]+-[A-Z])<"
let    ticket = "name=\"ticket\" value=\"([0-9a-f-]+)\""
let    token = "name=\"token\" value=\"([0-9a-f]+)\""
let    nonce = "name=\"nonce\" value=\"([0-9a-f]+)\""
post   /track/rate number={number} ticket={ticket} token={token} nonce={nonce} channel=tablet   sees 422 "评价这次服务"
post   /track/rate number={number} ticket=x{ticket} token={token} level=5 channel=tablet   sees 404
post   /track/rate number={number} ticket={ticket} token={token} nonce={nonce} channel=tablet level=5 tags=slow tags=again rating_words="等了很久"   sees 303 /track?done=rated
again                                                 sees 303 /track?done=rated
sql    "SELECT CONCAT(level, ' ', channel, ' ', by_code, ' ', organ_code) FROM ratings WHERE case_id = {id}" is "5 tablet 1 11990100009901016C"
sql    "SELECT COUNT(*) FROM rating_tags t JOIN ratings r ON r.id = t.rating_id WHERE r.case_id = {id}" is "2"
as     xu.lai
open   /office/callbacks                              sees 200 "非常不满意" "待分派"
let    callback = "/office/callbacks/([0-9]+)\">[^<]*</a><br><span class=\"ym-number ym-small\">{shown}"
sql    "SELECT id FROM callbacks WHERE case_id = {id}" is "{callback}"
open   /office/callbacks/{callback}                   sees 200 "等了很久" "办理太慢" "林*" hides "林晓雨"
post   /office/callbacks/{callback}/call version=1 callback_verdict=true callback_note=打过电话   sees 409
as     stranger
get    /office/callbacks/{callback}                   sees 404
as     xu.lai
open   /office/callbacks/{callback}
press  /assign callback_to=1000000                    sees 422
let    reviewer = "value=\"([0-9]+)\"[^>]*>周行之"
press  /assign callback_to={reviewer}                 sees 303
again                                                 sees 303
as     xu.lai
open   /office/callbacks/{callback}                   sees 200 "周行之" "待回访"
post   /office/callbacks/{callback}/call version=2 callback_verdict=true callback_note=打过电话   sees 409 "分派给了别人"
as     zhou.xingzhi
get    /office/messages                               sees 200 "差评回访已分派给您"
open   /office/callbacks/{callback}                   sees 200 "19900000001"
press  /call callback_verdict=false callback_note="认为不实"   sees 303
open   /office/callbacks/{callback}                   sees 200 "须由另一名工作人员复核"
post   /office/callbacks/{callback}/judge version=3 callback_judgement=uphold callback_judge_note=自己复核   sees 409 "回访人不能复核自己的结论"
as     xu.lai
open   /office/callbacks/{callback}
press  /judge callback_judgement=reject callback_judge_note="确实等了很久"   sees 303
as     zhou.xingzhi
open   /office/callbacks/{callback}                   sees 200 "整改中"
press  /mend callback_mended="增设一个窗口" callback_reply="已增设窗口，谢谢提醒。"   sees 303
open   /office/callbacks/{callback}                   sees 200 "已整改"
sql    "SELECT COUNT(*) FROM case_events WHERE case_id = {id} AND event = 'call_back'" is "3"
as     applicant
get    /my/messages                                   sees 200 "您反映的问题已整改" "已增设窗口"
open   /my/cases/{number}/rate                        sees 200 "再评价一次" "已增设窗口"
press  /rate level=1 channel=pc                       sees 303
post   /my/cases/{number}/rate level=1                sees 409
sql    "SELECT GROUP_CONCAT(level ORDER BY round) FROM ratings WHERE case_id = {id}" is "5,1"

story "a call-back that is late is red, and the head is told once"
as     applicant
given  an application ready to submit
open   {application}/check
press  /submit declaration=1                          sees 303
given  its number and code
pass   11 minutes
as     xu.lai
open   /office/cases/{number}/refuse_acceptance
press  /refuse_acceptance refusal_reason="不属于本机关职权范围。"   sees 303
as     applicant
open   /my/cases/{number}/rate
press  /rate level=4 channel=mobile                   sees 303
pass   3 working days
clock  runs
sql    "SELECT CONCAT(told_on > told_due_on, ' ', due_on = told_due_on) FROM callbacks WHERE case_id = {id}" is "1 1"
sql    "SELECT COUNT(*) FROM outbox m JOIN accounts a ON a.id = m.account_id WHERE m.case_id = {id} AND m.kind = 'callback_late' AND a.login = 'qin.jingming'" is "1"

rows   outbox callback_acts
clock  runs
same   rows
as     xu.lai anew
get    /office/callbacks                              sees 200 "已超期"

# ---- enquiries ----

story "a question without an account: number and code, an answer, a rating, once more"
as     nobody
open   /ask?kind=question                             sees 200 "互动交流"
rows   enquiries enquiry_acts
press  /ask ask_title=办理时间 ask_body=周末可以来办理吗？ asker_name=王小明 ask_organ=11990100009901315A   sees 422 "请留下电话或邮箱"
press  /ask ask_title=办理时间 ask_body=周末可以来办理吗？ asker_name=王小明 asker_phone=13900000001   sees 422
press  /ask ask_title=办理时间 ask_body={long} asker_name=王小明 asker_phone=13900000001 ask_organ=11990100009901315A   sees 422
same   rows
press  /ask ask_title=办理时间 ask_body="周末可以来办理吗？<img src=x onerror=alert(1)>" asker_name=王小明 asker_phone=13900000001 ask_organ=11990100009901315A may_show=1   sees 303 /ask/seen
let    enquiry = "number=(H[0-9]+[A-Z])"
let    ticket = "ticket=([0-9a-f-]+)"
again                                                 sees 303 /ask/seen
open   /ask/seen?number={enquiry}&ticket={ticket}     sees 200 "办理时间" "还剩 5 个工作日" "&lt;img"
sql    "UPDATE enquiries SET query_code = 'ABCD2345' WHERE number = '{enquiry}'" is ""
get    /ask/seen?number={enquiry}&ticket=x{ticket}    sees 404
get    /ask/seen?number=H26112399999S&ticket={ticket}   sees 404
get    /my/enquiries/{enquiry}                        sees 303 /sign-in
get    /ask/answers                                   sees 200 hides "{enquiry}"
get    /ask/answers/{enquiry}                         sees 404
as     stranger
get    /office/enquiries/{enquiry}                    sees 404
as     clerk
open   /office/enquiries                              sees 200 "办理时间"
open   /office/enquiries/{enquiry}                    sees 200 "王小明" "13900000001"
post   /office/enquiries/{enquiry}/show version=1 public_title=办理时间 public_body=周末 public_answer=可以   sees 409
press  /answer enquiry_answer=周六上午可以，请提前预约。   sees 303
again                                                 sees 303
post   /office/enquiries/{enquiry}/answer version=2 enquiry_answer=再答   sees 409 "已经答复"
sql    "SELECT recipient FROM outbox WHERE kind = 'enquiry_answered' AND channel = 'sms' AND occasion LIKE '{enquiry}%'" is "13900000001"
as     other
get    /my/enquiries/{enquiry}                        sees 404
post   /ask/{enquiry}/rate level=1                    sees 404
as     nobody
get    /ask/answers/{enquiry}                         sees 404
open   /ask/track                                     sees 200
press  /ask/track enquiry_number={enquiry} query_code=00000000   sees 422 "没有找到这封来信"
press  /ask/track enquiry_number={enquiry} query_code=ABCD2345   sees 200 "周六上午可以"
open   /ask/seen?number={enquiry}&ticket={ticket}     sees 200 "周六上午可以"
press  /rate level=4                                  sees 303 /ask/seen
open   /ask/seen?number={enquiry}&ticket={ticket}
press  /reopen reopen_reason=没有说清楚周日行不行       sees 303 /ask/seen
post   /ask/{enquiry}/reopen ticket={ticket} reopen_reason=再来一次看看   sees 409
sql    "SELECT CONCAT(state, ' ', reopened, ' ', IFNULL(level, '-')) FROM enquiries WHERE number = '{enquiry}'" is "open 1 -"
as     clerk
open   /office/enquiries/{enquiry}
press  /answer enquiry_answer=周日不办理。             sees 303
open   /office/enquiries/{enquiry}
press  /show public_title=周末能办理吗 public_body=周末可以来办理吗？ public_answer=周六上午可以，周日不办理。   sees 303
as     nobody
get    /ask/answers?q=%E5%91%A8%E6%9C%AB%E8%83%BD                           sees 200 "周末能办理吗" "王*明" hides "王小明" "13900000001"
get    /ask/answers?q=zzzz                      sees 200 hides "周末能办理吗"
get    /ask/answers/{enquiry}                         sees 200 "周日不办理" "王*明" hides "王小明"
as     clerk
open   /office/enquiries/{enquiry}
press  /hide hide_reason=含个人信息                    sees 303
as     nobody
get    /ask/answers/{enquiry}                         sees 404
open   /ask/seen?number={enquiry}&ticket={ticket}     sees 200
post   /ask/{enquiry}/reopen ticket={ticket} reopen_reason=还是不满意这个答复   sees 409
pass   3 hours
get    /ask/seen?number={enquiry}&ticket={ticket}     sees 404

story "wrong codes are counted: the sixth is one too many, whether the enquiry is there or not"
as     nobody
send   POST /ask/track "Content-Type: application/x-www-form-urlencoded" <enquiry_number=H26112399999S&query_code=00000000   sees 422 "没有找到这封来信"
send   POST /ask/track "Content-Type: application/x-www-form-urlencoded" <enquiry_number=H26112399999S&query_code=00000001   sees 422
send   POST /ask/track "Content-Type: application/x-www-form-urlencoded" <enquiry_number=H26112399999S&query_code=00000002   sees 422
send   POST /ask/track "Content-Type: application/x-www-form-urlencoded" <enquiry_number=H26112399999S&query_code=00000003   sees 422
send   POST /ask/track "Content-Type: application/x-www-form-urlencoded" <enquiry_number=H26112399999S&query_code=00000004   sees 422
send   POST /ask/track "Content-Type: application/x-www-form-urlencoded" <enquiry_number=H26112399999S&query_code=00000005   sees 429

story "a complaint is handed over with both names kept, put off once, and never handled by whom it is about"
as     applicant
open   /ask?kind=complaint                            sees 200 "林晓雨"
press  /ask ask_kind=complaint ask_title=态度不好 ask_body=窗口人员态度很不好，请处理。 against=3号窗口的沈若溪 ask_organ=119901000099011478   sees 303 /my/enquiries/
let    enquiry = "/my/enquiries/(H[0-9]+[A-Z])"
get    /my/enquiries/{enquiry}                        sees 200 "还剩 15 个工作日"
get    /my/enquiries                                  sees 200 "态度不好"
as     stranger
open   /office/enquiries/{enquiry}                    sees 200 "林晓雨"
press  /transfer to_organ=nowhere transfer_reason=不归我们管   sees 422
press  /transfer to_organ=11990100009901315A transfer_reason=不归我们管   sees 303
get    /office/enquiries/{enquiry}                    sees 200 "首问单位"
post   /office/enquiries/{enquiry}/answer version=2 enquiry_answer=我们来答   sees 409 "转由其他单位办理"
as     clerk
open   /office/enquiries/{enquiry}                    sees 200 "您不能办理" hides "林晓雨"
post   /office/enquiries/{enquiry}/answer version=2 enquiry_answer=我没有错   sees 409 "被投诉的人不能办理"
post   /office/enquiries/{enquiry}/extend version=2 extend_by=5 enquiry_extend_reason=再等等   sees 409
as     reviewer
open   /office/enquiries/{enquiry}                    sees 200 "林晓雨"
press  /extend extend_by=16 enquiry_extend_reason=调查需要时间   sees 422
press  /extend extend_by=5 enquiry_extend_reason=调查需要时间   sees 303
post   /office/enquiries/{enquiry}/extend version=3 extend_by=5 enquiry_extend_reason=还要时间   sees 409 "只能延期一次"
as     applicant
get    /my/messages                                   sees 200 "您的来信延期答复" "调查需要时间" "您的来信已转办"
get    /my/enquiries/{enquiry}                        sees 200 "还剩 20 个工作日" "转由"
sql    "SELECT CONCAT(first_organ_code, ' ', organ_code) FROM enquiries WHERE number = '{enquiry}'" is "119901000099011478 11990100009901315A"
as     reviewer
open   /office/enquiries/{enquiry}
press  /answer enquiry_answer=已批评教育，向您致歉。      sees 303
post   /office/enquiries/{enquiry}/show version=4 public_title=a public_body=b public_answer=c   sees 409 "没有同意公开"

story "a question not answered in time is yellow, then red, once each, and those concerned are told"
as     applicant
open   /ask
press  /ask ask_title=什么时候上班 ask_body=请问周一几点开始上班？ ask_organ=11990100009901315A   sees 303
let    enquiry = "/my/enquiries/(H[0-9]+[A-Z])"
pass   5 working days
clock  runs
sql    "SELECT GROUP_CONCAT(k.colour) FROM enquiry_cards k JOIN enquiries e ON e.id = k.enquiry_id WHERE e.number = '{enquiry}'" is "yellow"
pass   1 working days
clock  runs
clock  runs
sql    "SELECT GROUP_CONCAT(k.colour ORDER BY k.colour) FROM enquiry_cards k JOIN enquiries e ON e.id = k.enquiry_id WHERE e.number = '{enquiry}'" is "yellow,red"
as     clerk anew
get    /office/enquiries                              sees 200 "什么时候上班" "已超期"
get    /office/messages                               sees 200 "来信已逾期未答复"
open   /office/enquiries/{enquiry}
press  /answer enquiry_answer=九点。                    sees 303
post   /office/enquiries/{enquiry}/extend version=2 extend_by=1 enquiry_extend_reason=太晚了   sees 409
as     applicant anew
get    /my/enquiries/{enquiry}                        sees 200 "逾期答复"

story "so many an hour and no more, and what came is there"
as     nobody
sql    "REPLACE INTO settings (name, value) VALUES ('enquiry.per_hour', '2')" is ""
pass   61 minutes
post   /ask ask_kind=suggestion ask_title=建议一 ask_body=多开几个窗口吧 asker_name=甲 asker_phone=13900000002 ask_organ=11990100009901315A   sees 303
post   /ask ask_kind=suggestion ask_title=建议二 ask_body=多开几个窗口吧 asker_name=甲 asker_phone=13900000002 ask_organ=11990100009901315A   sees 303
rows   enquiries counters enquiry_acts
post   /ask ask_kind=suggestion ask_title=建议三 ask_body=多开几个窗口吧 asker_name=甲 asker_phone=13900000002 ask_organ=11990100009901315A   sees 429
same   rows
sql    "DELETE FROM settings WHERE name = 'enquiry.per_hour'" is ""

# ---- samples ----

story "a sample is drawn by its seed, drawn again it is the same, and a result is recorded"
as     qin.jingming
open   /watch/samples                                 sees 200 "随机抽查"
press  /samples sample_purpose=inspection sample_from=2026-01-01 sample_to=2099-01-01 sample_size=5   sees 422
press  /samples sample_purpose=inspection sample_from=2025-01-01 sample_to=2026-11-20 sample_size=5 sample_seed=lottery-20261122   sees 303 /watch/samples/
let    sample = "/watch/samples/([0-9]+)"
again                                                 sees 303
open   /watch/samples/{sample}                        sees 200 "lottery-20261122"
sql    "SELECT COUNT(*) FROM sample_cases WHERE sample_id = {sample}" is "5"
get    /watch/samples/{sample}?again=1                sees 200 "完全一致"
press  /watch/samples/{sample}/1 sample_result=fault  sees 422
press  /watch/samples/{sample}/1 sample_result=fine   sees 303
again                                                 sees 303
post   /watch/samples/{sample}/1 version=1 sample_result=fine   sees 409
open   /watch/samples
press  /samples sample_purpose=inspection sample_from=2025-01-01 sample_to=2026-11-20 sample_size=5 sample_seed=lottery-20261122   sees 303
let    second = "/watch/samples/([0-9]+)"
sql    "SELECT COUNT(*) FROM sample_cases a JOIN sample_cases b ON b.position = a.position AND b.case_id = a.case_id AND b.sample_id = {second} WHERE a.sample_id = {sample}" is "5"
as     fu.tianyou
get    /watch/samples/{sample}                        sees 200
post   /watch/samples sample_purpose=inspection sample_from=2025-01-01 sample_to=2026-11-20 sample_size=5   sees 403
