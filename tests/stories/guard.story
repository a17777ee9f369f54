# The security administrator and the auditor: separated powers, accounts, locks, sessions, the record searched and verified.

story "a clerk's account is opened by one, with a reason and with roles that may be held together"
as     situ.an
open   /admin/accounts/new                        sees 200 "只显示一次"
rows   accounts account_roles staff_codes admin_acts
press  /admin/accounts/new account_login=xiao.ming account_name=肖明 account_organ=11990100009901315A account_roles=clerk   sees 422 "理由"
press  /admin/accounts/new account_login=Xiao account_name=肖明 account_organ=11990100009901315A account_roles=clerk admin_reason=新入职，人事通知   sees 422 "小写字母开头"
press  /admin/accounts/new account_login=shen.ruoxi account_name=肖明 account_organ=11990100009901315A account_roles=clerk admin_reason=新入职，人事通知   sees 422 "已有人使用"
press  /admin/accounts/new account_login=xiao.ming account_name=肖明 account_organ=nowhere account_roles=clerk admin_reason=新入职，人事通知   sees 422 "选择本辖区的部门"
post   /admin/accounts/new account_login=xiao.ming account_name=肖明 account_organ=11990100009901315A account_roles=clerk account_roles=approver admin_reason=新入职，人事通知   sees 422 "不能兼审批"
post   /admin/accounts/new account_login=xiao.ming account_name=肖明 account_organ=11990100009901315A account_roles=auditor account_roles=system_admin admin_reason=新入职，人事通知   sees 422 "不能由一人兼任"
post   /admin/accounts/new account_login=xiao.ming account_name=肖明 account_organ=11990100009901315A account_roles=auditor account_roles=clerk admin_reason=新入职，人事通知   sees 422 "不能兼任其他角色"
same   rows
press  /admin/accounts/new account_login=xiao.ming account_name=肖明 account_organ=11990100009901315A account_roles=clerk admin_reason=新入职，人事通知   sees 200 "开通码" "只显示这一次"
sql    "SELECT GROUP_CONCAT(r.role), a.area_code FROM accounts a JOIN account_roles r ON r.account_id = a.id WHERE a.login = 'xiao.ming'"   is "clerk\t990100"
sql    "SELECT power, act, subject_name, reason FROM admin_acts ORDER BY number DESC LIMIT 1"   is "security\taccount_open\t肖明 (xiao.ming)\t新入职，人事通知"
get    /admin/accounts?admin_q=xiao.ming                sees 200 "肖明" "未开通"

story "a change of roles takes effect at the colleague's next step"
given  a colleague mulan
as     mulan
get    /office/                                   sees 200
as     situ.an
get    /admin/accounts?admin_q=mulan.                    sees 200
let    id = "/admin/accounts/([0-9]+)\">mulan"
open   /admin/accounts/{id}                       sees 200 "在线会话"
open   /admin/accounts/{id}/roles                 sees 200 "受理人员不能兼审批人员"
post   /admin/accounts/{id}/roles version=1 account_roles=clerk account_roles=approver admin_reason=岗位调整通知   sees 409 "受审分离"
press  /roles account_roles=reviewer admin_reason=岗位调整通知   sees 303 /admin/accounts/{id}
again  sees 303
post   /admin/accounts/{id}/roles version=1 account_roles=clerk admin_reason=岗位调整通知   sees 409 "已有同事"
as     mulan
get    /office/                                   sees 303 /sign-in
sql    "SELECT COUNT(*) FROM sessions WHERE account_id = {id}"   is "0"
as     situ.an
get    /admin/accounts/{id}                       sees 200 "窗口受理人员" "审查人员" "岗位调整通知"
open   /admin/accounts/{id}/disable
press  /disable                                   sees 422 "理由"
press  /disable admin_reason=离职通知             sees 303
post   /admin/accounts/{id}/disable version=3 admin_reason=离职通知   sees 409 "已经是这样"
get    /admin/accounts?account_state=disabled     sees 200 "mulan"
open   /admin/accounts/{id}/enable
press  /enable admin_reason=返岗通知              sees 303
open   /admin/accounts/{id}/expiry
press  /expiry expires_on=2020-01-01 admin_reason=借调到期   sees 303
get    /admin/accounts/{id}                       sees 200 "过期"
get    /admin/accounts/{id}/nothing               sees 404
post   /admin/accounts/{id}/open version=5 admin_reason=没有这样的操作   sees 404

story "an administrator's role takes two, and neither may be the one it is about"
given  a colleague zixin
as     situ.an
get    /admin/accounts?admin_q=zixin.                    sees 200
let    id = "/admin/accounts/([0-9]+)\">zixin"
open   /admin/accounts/{id}/roles
press  /roles account_roles=auditor admin_reason=审计岗任命文件   sees 303 /admin/accounts/{id}?done=proposed
sql    "SELECT role FROM account_roles WHERE account_id = {id}"   is "clerk"
get    /admin/accounts/{id}                       sees 200 "等待第二人复核"
rows   power_proposals admin_acts
post   /admin/accounts/{id}/roles version=1 account_roles=auditor admin_reason=再提一次   sees 409 "已有一项变更在等第二人复核"
same   rows
get    /admin/proposals                           sees 200 "审计员" "等待复核"
let    proposal = "/admin/proposals/([0-9]+)"
get    /admin/proposals/{proposal}                sees 200 "由您提出" hides "复核通过"
post   /admin/proposals/{proposal}/confirm version=1 admin_reason=自己复核自己   sees 409 "提出人不能复核"
as     shan.mingcha
get    /admin/proposals/{proposal}                sees 403
post   /admin/proposals/{proposal}/confirm version=1 admin_reason=审计复核   sees 403
as     ouyang.ming
open   /admin/proposals/{proposal}                sees 200 "复核通过" "审计岗任命文件"
post   /admin/proposals/{proposal}/confirm version=9 admin_reason=核对任命文件无误   sees 409
post   /admin/proposals/{proposal}/confirm version=1 admin_reason=核对任命文件无误   sees 303
post   /admin/proposals/{proposal}/confirm version=2 admin_reason=核对任命文件无误   sees 409 "已经了结"
sql    "SELECT role FROM account_roles WHERE account_id = {id}"   is "auditor"
sql    "SELECT GROUP_CONCAT(power, ' ', act ORDER BY number) FROM admin_acts WHERE subject = 'account' AND subject_id = '{id}'"   is "security propose,system account_roles"
as     situ.an
open   /admin/accounts/{id}/password
press  /password admin_reason=本人忘记密码        sees 303 /admin/accounts/{id}?done=proposed
sql    "SELECT COUNT(*) FROM staff_codes WHERE account_id = {id}"   is "0"
get    /admin/proposals                           sees 200
let    proposal = "/admin/proposals/([0-9]+)"
post   /admin/proposals/{proposal}/decline version=1 admin_reason=本人想起来了   sees 303
get    /admin/proposals?proposal_state=over       sees 200 "已撤回"
open   /admin/accounts/{id}/disable
press  /disable admin_reason=任命撤销             sees 303 /admin/accounts/{id}?done=account_changed
open   /admin/accounts/{id}/enable
press  /enable admin_reason=任命恢复              sees 303 /admin/accounts/{id}?done=proposed
get    /admin/proposals                           sees 200
let    proposal = "/admin/proposals/([0-9]+)"
pass   7 days
as     ouyang.ming anew
get    /admin/proposals/{proposal}                sees 200 "已失效" hides "复核通过"
post   /admin/proposals/{proposal}/confirm version=1 admin_reason=来晚了一步   sees 409 "已失效"
post   /admin/proposals/{proposal}/decline version=1 admin_reason=已经过期   sees 303

story "nobody changes himself, and the last auditor stays"
as     situ.an anew
get    /admin/accounts?admin_q=situ.an                  sees 200
let    own = "/admin/accounts/([0-9]+)\">司徒安"
get    /admin/accounts/{own}                      sees 200 "自己的账号" hides "重设密码"
post   /admin/accounts/{own}/roles version=1 account_roles=system_admin admin_reason=想换个岗位   sees 409 "自己的账号"
post   /admin/accounts/{own}/expiry version=1 admin_reason=想换个岗位   sees 409 "自己的账号"
post   /admin/accounts/{own}/unlock version=1 admin_reason=想换个岗位   sees 409 "自己的账号"
get    /admin/accounts?account_role=auditor       sees 200
let    auditor = "/admin/accounts/([0-9]+)\">单明察"
post   /admin/accounts/{auditor}/disable version=1 admin_reason=不想被审计   sees 409 "唯一能登录"
post   /admin/accounts/{auditor}/roles version=1 account_roles=clerk admin_reason=不想被审计   sees 409 "唯一能登录"
post   /admin/accounts/{auditor}/expiry version=1 expires_on=2030-01-01 admin_reason=不想被审计   sees 409 "唯一能登录"
sql    "SELECT disabled, expires_on IS NULL FROM accounts WHERE id = {auditor}"   is "0\t1"

story "who is locked is let go with a reason; an applicant is masked"
as     nobody
open   /sign-in
press  /sign-in login=wu.dalei password=wrong-1   sees 422
press  /sign-in login=wu.dalei password=wrong-2   sees 422
press  /sign-in login=wu.dalei password=wrong-3   sees 422
press  /sign-in login=wu.dalei password=wrong-4   sees 422
press  /sign-in login=wu.dalei password=wrong-5   sees 422
press  /sign-in login=wu.dalei password=yimen-sample   sees 422
as     situ.an
open   /admin/locks                               sees 200 "锁定至" hides "wu.dalei" "吴大雷"
let    lock = "value=\"(account:[0-9]+)\""
press  /admin/locks lock={lock}                   sees 422 "理由"
press  /admin/locks lock=account:99999999 admin_reason=不存在的账号   sees 422 "没有这项锁定"
press  /admin/locks lock=address:10.9.8.7 admin_reason=不存在的地址   sees 422 "没有这项锁定"
press  /admin/locks lock={lock} admin_reason=本人到窗口说明输错   sees 303 /admin/locks
post   /admin/locks lock={lock} admin_reason=本人到窗口说明输错   sees 422 "没有这项锁定"
as     nobody
press  /sign-in login=wu.dalei password=yimen-sample   sees 303

story "a session is ended from the page, and its holder signs in again"
as     clerk anew
get    /office/                                   sees 200
as     situ.an
get    /admin/sessions                            sees 200 "shen.ruoxi" "127.0.*.*"
sql    "SELECT COUNT(*) > 0 FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE a.login = 'shen.ruoxi'"   is "1"
post   /admin/sessions account=1 mark=0000000000000000   sees 409
post   /admin/sessions account=1                  sees 303 /admin/sessions
as     clerk
get    /office/                                   sees 303 /sign-in
as     situ.an
get    /admin/sign-ins?account_login=shen.ruoxi   sees 200 "沈若溪" "127.0.*.*"
get    /admin/sign-ins?account_login=no.such      sees 200 "没有登录记录"
get    /admin/sessions?session_kind=applicant     sees 200 hides "wu.dalei"

story "no administrator reads a case, and the auditor acts on nothing"
given  a case
as     situ.an
get    /office/cases/{case}                       sees 403
get    /admin/audit                               sees 403
get    /admin/verify                              sees 403
as     shan.mingcha
get    /office/cases/{case}                       sees 403
get    /admin/accounts                            sees 403
post   /admin/accounts/1/disable version=1 admin_reason=审计不能动手   sees 403
post   /admin/sessions account=1                  sees 403
post   /admin/locks lock=account:1 admin_reason=审计不能动手   sees 403

story "what the auditor asks is itself recorded, and what is found shows no applicant"
given  a case
as     shan.mingcha
open   /admin/audit                               sees 200 "每次查询和导出都会留下记录"
press  /admin/audit audit_object={case} from_on=2026-01-01 until_on={today} admin_reason=   sees 422 "理由"
press  /admin/audit audit_object={case} from_on=2030-01-01 until_on=2026-01-01 admin_reason=例行检查   sees 422 "早于开始"
press  /admin/audit audit_object={case} from_on=2026-01-01 until_on=2029-01-01 admin_reason=例行检查   sees 422 "最多查一年"
press  /admin/audit audit_who=no.such.body admin_reason=例行检查   sees 422
press  /admin/audit audit_object={case} admin_reason=例行检查   sees 303 /admin/audit/
again  sees 303
let    search = "/admin/audit/([0-9]+)"
open   /admin/audit/{search}                      sees 200 "{case}" "*" "例行检查" hides "林晓雨"
sql    "SELECT account_id = (SELECT id FROM accounts WHERE login = 'shan.mingcha'), object, reason FROM audit_searches WHERE id = {search}"   is "1\t{case}\t例行检查"
press  /admin/audit/{search}.csv                  sees 200 "{case}" hides "林晓雨"
sql    "SELECT GROUP_CONCAT(act ORDER BY number) FROM admin_acts WHERE subject = 'search' AND subject_id = '{search}'"   is "audit_search,audit_export"
open   /admin/audit                               sees 200 "例行检查"
press  /admin/audit audit_source=acts audit_who=situ.an admin_reason=检查安全管理员   sees 303
let    search = "/admin/audit/([0-9]+)"
get    /admin/audit/{search}                      sees 200 "更改角色" "司徒安"
open   /admin/audit
press  /admin/audit audit_who=shen.ruoxi admin_reason=检查窗口人员   sees 303
let    search = "/admin/audit/([0-9]+)"
get    /admin/audit/{search}                      sees 200
open   /admin/audit
press  /admin/audit audit_source=sign_ins audit_what=refused admin_reason=检查密码试探   sees 303
let    search = "/admin/audit/([0-9]+)"
get    /admin/audit/{search}                      sees 200 "密码错误" hides "wu.dalei"
get    /admin/audit/999999999                     sees 404

story "the record is verified from the page, and what was bent past the programs is named"
given  a case
as     shan.mingcha
clock
open   /admin/verify                              sees 200 "现在的链首"
press  /admin/verify verify_scope=case case_number=NOSUCHCASE   sees 422 "没有找到"
press  /admin/verify verify_scope=recent verify_from_on=     sees 422
press  /admin/verify verify_scope=case case_number={case}    sees 303 /admin/verify/
let    one = "/admin/verify/([0-9]+)"
get    /admin/verify/{one}                        sees 200 "等待开始"
clock
get    /admin/verify/{one}                        sees 200 "没有发现问题" "{case}"
sql    "UPDATE cases SET due_on = due_on + INTERVAL 1 DAY WHERE number = '{case}'"
open   /admin/verify
press  /admin/verify verify_scope=recent          sees 303 /admin/verify/
let    two = "/admin/verify/([0-9]+)"
clock
get    /admin/verify/{two}                        sees 200 "发现问题" "字段与记录不符" "due_on" "{case}"
sql    "UPDATE cases SET due_on = due_on - INTERVAL 1 DAY WHERE number = '{case}'"
open   /admin/verify
press  /admin/verify verify_scope=all             sees 303
let    three = "/admin/verify/([0-9]+)"
clock
get    /admin/verify/{three}                      sees 200 "没有发现问题"
ctl    verify                                     sees "0 faults"
get    /admin/verify                              sees 200 "yimenctl"

story "a verification is stopped with a reason, and one that was cut off goes on where it was"
as     shan.mingcha
clock
open   /admin/verify
press  /admin/verify verify_scope=all             sees 303
let    one = "/admin/verify/([0-9]+)"
get    /admin/verify/{one}                        sees 200 "停止核验" "等待开始"
open   /admin/verify/{one}/stop                   sees 200 "理由"
press  /stop                                      sees 422 "理由"
rows   verifications
open   /admin/verify/{one}/stop
press  /stop admin_reason=先办急件                 sees 303 /admin/verify/{one}?done=verify_stopping
again  sees 303
post   /admin/verify/{one}/stop admin_reason=再停一次   sees 409 "已经结束"
get    /admin/verify/{one}                        sees 200 "单明察" "停止人" hides "/{one}/stop"
clock
get    /admin/verify/{one}                        sees 200 "已按要求停止" hides "没有发现问题"
sql    "SELECT state, cases, links, ended_at IS NOT NULL FROM verifications WHERE id = {one}"   is "stopped\t0\t0\t1"
sql    "SELECT act, subject_id, actor_name, reason FROM admin_acts ORDER BY number DESC LIMIT 1"   is "verify_stop\t{one}\t单明察\t先办急件"
post   /admin/verify/{one}/stop admin_reason=已经停了   sees 409
as     situ.an
post   /admin/verify/{one}/stop admin_reason=越权停止   sees 403
as     shan.mingcha
open   /admin/verify
press  /admin/verify verify_scope=all             sees 303
let    two = "/admin/verify/([0-9]+)"
clock
get    /admin/verify/{two}                        sees 200 "没有发现问题"
# What a clock that was ended leaves behind: the cases walked, the chain as far as its hundredth link.
sql    "INSERT INTO verifications (scope, asked_name, asked_at, state, case_first, case_next, case_last, link_first, link_next, link_last, event_first, event_next, event_last, head, cases, rows_seen, links, links_there, started_at, stretch_at) SELECT 'all', 'cut off', v.asked_at, 'links', 1, v.case_last + 1, v.case_last, 1, 101, v.link_last, 1, 1, v.event_last, k.head, v.cases, v.rows_seen, 100, 100, v.started_at, v.started_at - INTERVAL 5 MINUTE FROM verifications v JOIN record_chain k ON k.position = 100 WHERE v.id = {two}; SELECT 1"   is "1"
sql    "INSERT INTO verifications (scope, asked_name, asked_at, state, case_first, case_next, case_last, link_first, link_next, link_last, event_first, event_next, event_last, head, cases, rows_seen, links, links_there, started_at, stretch_at) SELECT 'all', 'cut off and bent', asked_at, state, case_first, case_next, case_last, link_first, link_next, link_last, event_first, event_next, event_last, REPEAT('x', 32), cases, rows_seen, links, links_there, started_at, stretch_at FROM verifications ORDER BY id DESC LIMIT 1; SELECT 1"   is "1"
get    /admin/verify                              sees 200 "cut off"
let    three = "/admin/verify/([0-9]+)\">[^<]*</a></th>[^<]*<td[^>]*>[^<]*</td>[^<]*<td[^>]*>cut off</td>"
get    /admin/verify/{three}                      sees 200 "后台程序没有运行" "正在核验链"
clock
get    /admin/verify/{three}                      sees 200 "没有发现问题"
sql    "SELECT COUNT(*) FROM verifications a JOIN verifications b ON b.id = {two} WHERE a.id = {three} AND a.state = 'done' AND a.cases = b.cases AND a.links = b.links AND a.events = b.events AND a.links_there = b.links_there"   is "1"
sql    "SELECT faults > 0 FROM verifications WHERE asked_name = 'cut off and bent' ORDER BY id DESC LIMIT 1"   is "1"

story "a proposal that has lapsed makes room for another"
given  a colleague laqi
as     situ.an
get    /admin/accounts?admin_q=laqi.                     sees 200
let    id = "/admin/accounts/([0-9]+)\">laqi"
open   /admin/accounts/{id}/roles
press  /roles account_roles=auditor admin_reason=审计岗任命文件   sees 303 /admin/accounts/{id}?done=proposed
sql    "UPDATE power_proposals SET made_at = made_at - INTERVAL 8 DAY WHERE account_id = {id}; SELECT 1"   is "1"
post   /admin/accounts/{id}/roles version=1 account_roles=auditor admin_reason=上次的已经过期   sees 303 /admin/accounts/{id}?done=proposed
sql    "SELECT GROUP_CONCAT(state ORDER BY id) FROM power_proposals WHERE account_id = {id}"   is "declined,waiting"

story "an administrator is not moved to another area, where his role would reach as far"
as     situ.an
get    /admin/accounts?admin_q=jian.weiming              sees 200
let    id = "/admin/accounts/([0-9]+)\">简"
open   /admin/accounts/{id}/place
rows   accounts admin_acts power_proposals
press  /place account_organ=11990100009901315A admin_reason=调到市里   sees 409 "不能直接调到其他地区"
same   rows
open   /admin/accounts/{id}/place
press  /place account_organ=119901210099020275 account_name=简维明 admin_reason=更正姓名              sees 303
sql    "SELECT name, area_code FROM accounts WHERE id = {id}"   is "简维明\t990121"
open   /admin/accounts/{id}/place
press  /place account_organ=119901210099020275 account_name=简未明 admin_reason=改回原名                sees 303
