# Administrators of a county: their own places, accounts and record, and nothing of the city's or of the whole (rules/reach.h).

story "a county's system administrator keeps the county's places and sees no other"
as     shu.wangchen
get    /admin/                                    sees 200 "行政区划" "本辖区及下级" hides "/admin/settings" "/admin/calendar" "/office/reminders"
get    /office/                                   sees 200 hides "/office/reminders"
get    /admin/areas                               sees 200 "青屏县" "茶岭镇" hides "听涛街道"
get    /admin/areas?admin_q=990102                sees 200 hides "望江街道"
get    /admin/areas/990100                        sees 404
get    /admin/areas/990102001                     sees 404
get    /admin/organs                              sees 200 "青屏县行政审批局" hides "云川市市场监督管理局"
get    /admin/organs/11990100009901315A           sees 404
get    /admin/centres                             sees 200 hides "云川市政务服务中心"
get    /admin/centres/C01/hours                   sees 404
get    /admin/centres/C01/windows/new             sees 404
get    /admin/windows/1                           sees 404
get    /admin/calendar                            sees 404
get    /admin/settings                            sees 404
get    /admin/settings/watch.reply_days           sees 404
get    /office/reminders                          sees 404
rows   areas organs centres windows window_services settings calendar_drafts admin_acts
post   /admin/organs/11990100009901315A version=1 admin_name=改个名字 admin_area=990100 organ_nature=1 admin_position=15 admin_reason=越权   sees 404
post   /admin/settings/watch.reply_days version=0 setting_value=9 admin_reason=越权   sees 404
post   /admin/calendar/drafts/new notice_year=2027 notice_source=越权的通知 arrangement="2027-01-01 休"   sees 404
open   /admin/areas/new                           sees 200 "青屏县" hides "990102" "没有上级"
post   /admin/areas/new area_code=990102777 area_parent=990102 admin_name=别处的镇 admin_reason=越权   sees 422 "不包含"
post   /admin/areas/new area_code=990121777 admin_name=没有上级的镇 admin_reason=越权   sees 422 "不包含"
post   /admin/areas/new area_code=990200 admin_name=另一个市 admin_reason=越权   sees 422 "不包含"
post   /admin/organs/new organ_code=12990100009909990U admin_name=城里的部门 admin_area=990100 organ_nature=1 admin_position=1 admin_reason=越权   sees 422
open   /admin/organs/119901210099020275           sees 200 "青屏县行政审批局" hides "value=\"990100\""
press  /119901210099020275 admin_area=990100 admin_reason=划给市里   sees 422
same   rows
open   /admin/organs/119901210099020275
press  /119901210099020275 admin_area=990121 admin_phone={fresh} admin_reason=电话号码升位   sees 303

story "a county's hall, and only the county's matters at its windows"
as     shu.wangchen
open   /admin/centres/new                         sees 200 hides "990102"
press  /new centre_code=C21 admin_name=青屏县政务服务中心 admin_area=990121 admin_address=青屏县翠屏路1号 admin_reason=新建大厅   sees 303 /admin/centres/C21
open   /admin/centres/C21/windows/new             sees 200 "青屏县行政审批局" hides "云川市市场监督管理局"
post   /admin/centres/C21/windows/new window_number=01 admin_name=综合窗口 window_organ=11990100009901315A window_letter=A admin_reason=越权   sees 422
press  /windows/new window_number=01 admin_name=综合窗口 window_letter=A admin_reason=开设   sees 303 /admin/windows/
let    window = "/admin/windows/([0-9]+)"
open   /admin/windows/{window}                    sees 200 "综合窗口"
post   /admin/windows/{window}/services version=1 service_kind=organ service_code=11990100009901315A admin_reason=越权   sees 422 "没有这个在用的事项"
post   /admin/windows/{window}/services version=1 service_kind=item service_code=11990100009901315A3990113101000 admin_reason=越权   sees 422 "没有这个在用的事项"
press  /services service_kind=organ service_code=119901210099020275 admin_reason=本县事项   sees 303
open   /admin/centres/C21/plans
press  /close close_on=2030-01-02 admin_reason=设备检修   sees 409 "没有可以停办的"
get    /admin/history                             sees 200 "青屏县政务服务中心" "舒望辰" hides "欧阳铭"
as     system
get    /admin/history                             sees 200 "青屏县政务服务中心"
get    /admin/windows/{window}                    sees 200 "综合窗口"
open   /admin/windows/{window}
press  /services service_kind=item service_code=11990100009901315A3990113101000 admin_reason=市里委托县里受理   sees 303
as     shu.wangchen
get    /admin/windows/{window}                    sees 200 "市里委托县里受理"

story "a county's security administrator gives nothing that reaches beyond the county, and nothing to himself"
as     qu.jingan
get    /admin/accounts                            sees 200 "茶小青" hides "沈若溪" "尹思齐"
sql    "SELECT id FROM accounts WHERE login = 'shen.ruoxi'"   is "1"
get    /admin/accounts/1                          sees 404
get    /admin/accounts/1/roles                    sees 404
rows   accounts account_roles power_proposals admin_acts
post   /admin/accounts/1/disable version=1 admin_reason=越权的停用   sees 404
open   /admin/accounts/new                        sees 200 "青屏县行政审批局" hides "云川市市场监督管理局"
post   /admin/accounts/new account_login=xiao.cheng account_name=肖城 account_organ=11990100009901315A account_roles=clerk admin_reason=越权的开通   sees 422 "选择本辖区的部门"
get    /admin/accounts?admin_q=qu.jingan          sees 200
let    own = "/admin/accounts/([0-9]+)\">曲"
post   /admin/accounts/{own}/roles version=1 account_roles=auditor admin_reason=给自己一个角色   sees 409
get    /admin/accounts?admin_q=cha.xiaoqing       sees 200
let    tea = "/admin/accounts/([0-9]+)\">茶"
open   /admin/accounts/{tea}/place                sees 200 hides "云川市市场监督管理局"
press  /place account_organ=11990100009901315A admin_reason=调到市里   sees 422 "选择本辖区的部门"
same   rows
# Whose organ lies elsewhere is not the county's, whatever area was said of him: a role of his would open the organ's cases.
sql    "UPDATE accounts SET organ_code = '11990100009901315A' WHERE id = {tea}; SELECT 1"   is "1"
get    /admin/accounts/{tea}                      sees 404
get    /admin/accounts?admin_q=cha.xiaoqing       sees 200 hides "茶小青"
sql    "UPDATE accounts SET organ_code = '119901210099020275' WHERE id = {tea}; SELECT 1"   is "1"
open   /admin/accounts/{tea}/roles
press  /roles account_roles=system_admin admin_reason=县里第二位   sees 303 /admin/accounts/{tea}?done=proposed
get    /admin/proposals                           sees 200 "茶小青"
let    proposal = "/admin/proposals/([0-9]+)"
as     shu.wangchen
open   /admin/proposals/{proposal}                sees 200 "茶小青"
press  /decline admin_reason=不需要第二位           sees 303

story "applicants and addresses belong to no county; nor does the last of the city"
as     applicant anew
as     qu.jingan
get    /admin/sessions                            sees 200 hides "session_kind" "沈若溪"
get    /admin/sessions?session_kind=applicant     sees 200 hides "林*"
get    /admin/sign-ins                            sees 200 "曲静安" hides "林*" "沈若溪"
get    /admin/sign-ins?account_login=shen.ruoxi   sees 200 hides "沈若溪"
as     security
get    /admin/sessions?session_kind=applicant     sees 200 "林*"
get    /admin/accounts?admin_q=ouyang.ming        sees 200
let    last = "/admin/accounts/([0-9]+)\">欧阳"
post   /admin/accounts/{last}/disable version=1 admin_reason=县里还有一位   sees 409 "唯一能登录"

story "a county's auditor searches the county's record, and verifies none"
given  a case
as     system
open   /admin/organs/11990100009901315A
press  /11990100009901315A admin_area=990100 admin_phone={fresh} admin_reason=电话号码升位   sees 303
as     jian.weiming
get    /admin/                                    sees 200 hides "/admin/verify"
get    /admin/verify                              sees 404
get    /admin/verify/1                            sees 404
rows   verifications
post   /admin/verify verify_scope=all             sees 404
same   rows
open   /admin/audit                               sees 200
press  /admin/audit audit_source=acts audit_who=ouyang.ming admin_reason=看看市里的记录   sees 422 "没有这个账号"
open   /admin/audit
press  /admin/audit audit_source=acts audit_who=no.such audit_object="" admin_reason=看看没有的账号   sees 422 "没有这个账号"
open   /admin/audit
press  /admin/audit audit_source=acts admin_reason=本县的管理操作   sees 303 /admin/audit/
let    search = "/admin/audit/([0-9]+)"
get    /admin/audit/{search}                      sees 200 "舒望辰" hides "欧阳铭"
open   /admin/audit
press  /admin/audit audit_source=sign_ins admin_reason=本县的登录   sees 303
let    search = "/admin/audit/([0-9]+)"
get    /admin/audit/{search}                      sees 200 "曲静安" hides "沈若溪" "林*"
open   /admin/audit
press  /admin/audit audit_source=events audit_object={case} admin_reason=市里的办件   sees 303
let    search = "/admin/audit/([0-9]+)"
get    /admin/audit/{search}                      sees 200 hides "王*" "已受理"
get    /admin/audit/{search}                      sees 200 "没有"
as     shan.mingcha
get    /admin/audit/{search}                      sees 404
get    /admin/history                             sees 200 "欧阳铭"

story "areas and colleagues that came with another province's guides take nothing from the city's; an administrator of theirs does"
as     ouyang.ming
get    /admin/settings                            sees 200
sql    "INSERT INTO areas (code, parent, name, level) VALUES ('880000', NULL, '邻省', 2); SELECT 1"   is "1"
get    /admin/settings                            sees 200
sql    "INSERT INTO accounts (kind, login, name, area_code, created_at) VALUES ('staff', 'lin.sheng', '邻省的同事', '880000', NOW(6)); SELECT area_stem FROM accounts WHERE login = 'lin.sheng'"   is "88"
sql    "INSERT INTO account_roles (account_id, role) SELECT id, 'clerk' FROM accounts WHERE login = 'lin.sheng'; SELECT 1"   is "1"
get    /admin/settings                            sees 200
sql    "INSERT INTO account_roles (account_id, role) SELECT id, 'auditor' FROM accounts WHERE login = 'lin.sheng'; SELECT 1"   is "1"
get    /admin/settings                            sees 404
sql    "UPDATE accounts SET disabled = 1 WHERE login = 'lin.sheng'; SELECT 1"   is "1"
get    /admin/settings                            sees 404
sql    "DELETE FROM account_roles WHERE account_id = (SELECT id FROM accounts WHERE login = 'lin.sheng'); SELECT 1"   is "1"
get    /admin/settings                            sees 200
sql    "DELETE FROM accounts WHERE login = 'lin.sheng'; DELETE FROM areas WHERE code = '880000'; SELECT 1"   is "1"
