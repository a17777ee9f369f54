# What was granted is told: to the public within the limit, and to the organ that supervises.

story "a result is published after a working day, a person masked, and corrected and withdrawn with a reason"
today  2026-12-02
given  a case
as     clerk anew
open   /office/cases/{case}
press  /accept                                    sees 303
as     reviewer anew
open   /office/cases/{case}
press  /start_review                              sees 303
as     approver anew
open   /office/cases/{case}/grant
press  /grant decision_note=准予许可 outcome_number=PUB-1   sees 303
clock  runs
sql    "SELECT CONCAT_WS('|', n.state, n.publish_on, n.due_on) FROM result_notices n JOIN cases c ON c.id = n.case_id WHERE c.number = '{case}'"   is "waiting|2026-12-03|2026-12-11"
as     nobody
# nginx keeps an address for a second: this is another one.
get    /open/results?q=PUB-1&page=1               sees 200 "共 0 条"
pass   1 working days
clock  runs
clock  runs
sql    "SELECT COUNT(*) FROM result_notices n JOIN cases c ON c.id = n.case_id WHERE c.number = '{case}' AND n.state = 'valid' AND n.document_number <> ''"   is "1"
sql    "SELECT GROUP_CONCAT(h.act ORDER BY h.id) FROM result_notice_history h JOIN result_notices n ON n.id = h.notice_id JOIN cases c ON c.id = n.case_id WHERE c.number = '{case}'"   is "make,publish"
get    /open/results?q=PUB-1                      sees 200 "共 1 条"
let    notice = "/open/results/([0-9]+)"
get    /open/results/{notice}                     sees 200 "PUB-1" "有效" "依法公示"
get    /open/results?month=2026-12&item_kind=01&organ=11990100009901315A   sees 200 "食品经营许可"
get    /open/results?month=nonsense               sees 422
get    /open/results?month=2026-13                sees 200
get    /open/results?item_kind=99                 sees 422
get    /open/results.csv?q=PUB-1                  sees 200 "PUB-1"
get    /open/results/999999                       sees 404
as     clerk anew
get    /office/cases/{case}/notice                sees 200 "有效" hides "变更公示"
post   /office/cases/{case}/notice version=2 notice_act=withdraw notice_reason=无   sees 403
as     approver anew
open   /office/cases/{case}/notice                sees 200 "变更公示"
press  /notice notice_act=withhold ground=privacy notice_reason=已公示   sees 409 "不能这样办"
press  /notice notice_act=correct notice_reason=   sees 422
press  /notice notice_act=correct outcome_number=PUB-2 notice_reason=编号误植   sees 303
press  /notice notice_act=correct outcome_number=PUB-3 notice_reason=旧页面再提交   sees 409
as     nobody
wait   5 seconds until /open/results/{notice} sees 200 "PUB-2" "编号误植"
as     approver
open   /office/cases/{case}/notice
press  /notice notice_act=withdraw notice_reason=不应公示   sees 303
as     nobody
wait   5 seconds until /open/results/{notice} sees 404
get    /open/results?q=PUB-2                      sees 200 "共 0 条"
sql    "SELECT GROUP_CONCAT(h.act ORDER BY h.id) FROM result_notice_history h JOIN result_notices n ON n.id = h.notice_id JOIN cases c ON c.id = n.case_id WHERE c.number = '{case}'"   is "make,publish,correct,withdraw"

story "what is not public has a stated ground; an enterprise is named in full"
given  a case
as     clerk anew
open   /office/cases/{case}
press  /accept                                    sees 303
as     reviewer anew
open   /office/cases/{case}
press  /start_review                              sees 303
as     approver anew
open   /office/cases/{case}/grant
press  /grant decision_note=准予许可               sees 303
get    /office/cases/{case}/notice                sees 404
clock  runs
open   /office/cases/{case}/notice                sees 200 "待公示"
press  /notice notice_act=withhold notice_reason=涉及隐私   sees 422
press  /notice notice_act=withhold ground=because notice_reason=涉及隐私   sees 422
press  /notice notice_act=withhold ground=privacy notice_reason=涉及隐私   sees 303
pass   3 working days
clock  runs
sql    "SELECT CONCAT_WS('|', n.state, n.ground, n.published_at IS NULL) FROM result_notices n JOIN cases c ON c.id = n.case_id WHERE c.number = '{case}'"   is "withheld|privacy|1"
as     approver anew
get    /office/notices?state=withheld             sees 200 "个人隐私"
open   /office/cases/{case}/notice
press  /notice notice_act=release notice_reason=理由消失   sees 303
clock  runs
sql    "SELECT n.state FROM result_notices n JOIN cases c ON c.id = n.case_id WHERE c.number = '{case}'"   is "valid"
sql    "SELECT COUNT(*) FROM result_notices n JOIN cases c ON c.id = n.case_id WHERE c.applicant_kind = 'person' AND (n.subject_shown = c.applicant_name OR n.credit_code <> '')"   is "0"
sql    "SELECT COUNT(*) FROM result_notices n JOIN cases c ON c.id = n.case_id WHERE c.applicant_kind = 'enterprise' AND (n.subject_shown <> c.applicant_name OR n.credit_code <> c.applicant_number)"   is "0"

story "the organ that supervises is told, and takes note once"
given  a case of 11990102009902019R4990120101000
as     fang.xiaotang
open   /office/cases/{case}
press  /accept                                    sees 303
as     yin.siqi
open   /office/cases/{case}
press  /start_review                              sees 303
as     yuan.shouzheng
open   /office/cases/{case}/grant
press  /grant decision_note=准予登记               sees 303
clock  runs
as     reviewer anew
get    /office/followups                          sees 200 "个体工商户"
get    /office/cases/{case}                       sees 404
open   /office/followups/{case}                   sees 200 "准予登记" "监管安排"
press  {case} acknowledge_note=               sees 422
press  {case} acknowledge_note=纳入双随机抽查名录   sees 303 /office/followups
again  sees 303
post   /office/followups/{case} version=1 acknowledge_note=再签一次   sees 409 "已经签收过了"
get    /office/followups?side=done                sees 200 "纳入双随机抽查名录"
as     approver anew
post   /office/followups/{case} version=1 acknowledge_note=批准人   sees 403
as     tang.xiaoman
get    /office/followups/{case}                   sees 404
as     fang.xiaotang
get    /office/cases/{case}                       sees 200 "纳入双随机抽查名录" "监管单位签收"

story "what nobody took note of in time shows red"
given  a case of 11990102009902019R4990120101000
as     fang.xiaotang
open   /office/cases/{case}
press  /accept                                    sees 303
as     yin.siqi
open   /office/cases/{case}
press  /start_review                              sees 303
as     yuan.shouzheng
open   /office/cases/{case}/grant
press  /grant decision_note=准予登记               sees 303
clock  runs
pass   11 working days
as     clerk anew
get    /office/followups                          sees 200 "有逾期没有签收的" "ym-due--over"
