# One's own space: who acts for whom (rows 19 to 22).

story "an enterprise names its legal representative, who confirms its delegate; the delegate acts, and the record names both"
as     firm
open   /my/delegates/new                          sees 200 "邀请谁"
press  /new office=representative delegate_name=吴小磊 citizen_number=990122198111180032 rights=look extent=all delegated_until=2027-06-30   sees 422 "与企业登记的法定代表人姓名不一致"
press  /new office=representative delegate_name=吴大磊 citizen_number=990122198111180032 rights=look extent=all delegated_until=2027-06-30   sees 303 /my/delegates
open   /my/delegates/new
press  /new office=agent delegate_name=赵雨婷 citizen_number=990102198906050121 rights=apply extent=all delegated_until=2027-06-30   sees 303 /my/delegates
again                                             sees 303 /my/delegates
sql    "SELECT COUNT(*) FROM delegations d JOIN accounts a ON a.id = d.holder_id WHERE a.login = 'yunchuan.shanwei' AND d.delegate_name = '赵雨婷'" is "1"
as     zhao.yuting
get    /my/                                       sees 200 "答复代办邀请" "云川山味"
get    /my/delegates                              sees 200
let    mine = "/my/delegates/([0-9]+)\">云川山味"
open   /my/delegates/{mine}                       sees 200 "接受邀请" hides "确认（法定代表人）"
press  /{mine} act=confirm                        sees 409 "现在的状态不能这样办"
press  /{mine} act=accept                         sees 303
get    /my/act                                    sees 200 hides "云川山味"
as     chen.guoan
get    /my/delegates/{mine}                       sees 404
post   /my/delegates/{mine} act=revoke version=1  sees 404
as     wu.dalei
get    /my/delegates                              sees 200
let    chief = "/my/delegates/([0-9]+)\">云川山味"
open   /my/delegates/{chief}                      sees 200
press  /{chief} act=accept                        sees 303
get    /my/                                       sees 200 "确认代办人" "赵雨婷"
open   /my/delegates/{mine}                       sees 200 "确认（法定代表人）"
press  /{mine} act=confirm                        sees 303
again                                             sees 303
as     zhao.yuting
open   /my/act                                    sees 200 "云川山味食品有限公司"
press  /act for={mine}                            sees 303 /my/?done=acts_for_another
get    /my/                                       sees 200 "您正在代其办事" "云川山味食品有限公司"
get    /                                          sees 200 "您正在代其办事"
get    /password                                  sees 200 "您正在代其办事"
given  an application ready to submit of 11990100009901315A3990113101000
open   {application}/check                        sees 200 "云川山味"
press  /submit declaration=1                      sees 303
sql    "SELECT CONCAT(e.actor_name, ' ', e.actor_kind, ' ', a.login) FROM case_events e JOIN accounts a ON a.id = e.account_id WHERE e.case_id = {id} AND e.event = 'submit'" is "赵雨婷（代 云川山味食品有限公司） enterprise zhao.yuting"
sql    "SELECT a.login FROM cases c JOIN accounts a ON a.id = c.applicant_id WHERE c.id = {id}" is "yunchuan.shanwei"
as     firm
get    {application}/receipt                      sees 200
as     zhao.yuting
get    /my/delegates                              sees 403 "不在授权范围内"
post   /my/delegates/new office=agent delegate_name=陈国安 citizen_number=990121195809210010 rights=look extent=all delegated_until=2027-06-30   sees 403
post   /my/account phone=13900000000              sees 403
sql    "SELECT COUNT(*) FROM delegations d JOIN accounts a ON a.id = d.holder_id WHERE d.delegate_name = '陈国安' AND a.login = 'yunchuan.shanwei'" is "0"

story "what is revoked opens nothing any more, is not taken for oneself, and a form of before is not believed"
as     zhao.yuting
get    /my/act
let    mine = "云川山味[^]*?name=\"for\" value=\"([1-9][0-9]*)\""
open   /my/act
press  /act for={mine}                            sees 303
open   /items/11990100009901315A3990113101000/apply   sees 200
as     firm
open   /my/delegates/{mine}                       sees 200 "撤销授权"
press  /{mine} act=revoke delegation_reason=离职   sees 303 /my/delegates?done=delegation_revoke
again                                             sees 303
open   /my/delegates/{mine}                       sees 200 "已撤销" "离职" hides "撤销授权"
rows   cases delegations
as     zhao.yuting
press  /apply                                     sees 403 "授权已被撤销"
get    /my/                                       sees 403 "授权已被撤销" "云川山味"
get    /applications                              sees 403
post   /my/delegates/{mine} act=accept version=4  sees 403
post   /my/act for={mine}                         sees 404
same   rows
get    /items                                     sees 200
post   /my/act for=0                              sees 303
get    /my/                                       sees 200 "赵雨婷" hides "您正在代其办事"

story "a switch in one tab spends the forms of another"
as     firm
open   /my/delegates/new
press  /new office=agent delegate_name=林晓雨 citizen_number=990102199603140028 rights=apply extent=all delegated_until=2027-06-30   sees 303
as     applicant
get    /my/delegates
let    mine = "/my/delegates/([0-9]+)\">云川山味"
open   /my/delegates/{mine}
press  /{mine} act=accept                         sees 303
as     wu.dalei
open   /my/delegates/{mine}
press  /{mine} act=confirm                        sees 303
as     applicant
open   /items/1199010000990118XG3990111801000/apply   sees 200
post   /my/act for={mine}                         sees 303
rows   cases
press  /apply                                     sees 403 "页面已过期"
same   rows

story "who may look at some items meets the others nowhere; on the day after the last one, nothing"
as     applicant
given  an application ready to submit of 1199010000990118XG3990111801000
given  an application ready to submit of 11990100009901315A3990113102000
open   /my/delegates/new                          sees 200 hides "邀请谁"
press  /new delegate_name=陈国安 citizen_number=990121195809210010 rights=look extent=some delegated_until=2027-06-30   sees 422 "请填写此项"
press  /new delegate_name=陈国安 citizen_number=990121195809210010 rights=look extent=some item_codes=nonesuch delegated_until=2027-06-30   sees 422
press  /new delegate_name=陈国安 citizen_number=990121195809210010 rights=look extent=some item_codes=11990100009901315A3990113102000 delegated_until=2036-12-31   sees 422 "最长三年"
press  /new delegate_name=林晓雨 citizen_number=990102199603140028 rights=look extent=all delegated_until=2027-06-30   sees 422 "不能授权给自己"
press  /new delegate_name=陈国安 citizen_number=990121195809210010 rights=look extent=some item_codes=11990100009901315A3990113102000 delegated_until=2027-06-30   sees 303
open   /my/delegates/new
press  /new delegate_name=陈国安 citizen_number=990121195809210010 rights=pay extent=all delegated_until=2027-06-30   sees 422 "已经授权或邀请过"
as     other
get    /my/delegates
let    mine = "/my/delegates/([0-9]+)\">林晓雨"
open   /my/delegates/{mine}
press  /{mine} act=accept                         sees 303
post   /my/act for={mine}                         sees 303
get    /my/                                       sees 200 "公司设立登记" hides "道路货物运输"
get    {application}                              sees 200
get    /applications                              sees 200
get    /my/files                                  sees 200
post   {application}/delete                       sees 403
get    /applications/1                            sees 403
get    /applications/999999999                    sees 403
get    /my/messages                               sees 403
get    /my/account                                sees 403
get    /items/11990100009901315A3990113102000/apply   sees 403
sql    "UPDATE delegations SET expires_on = '{today}' WHERE id = {mine}"
get    {application}                              sees 200
sql    "UPDATE delegations SET expires_on = DATE_SUB('{today}', INTERVAL 1 DAY) WHERE id = {mine}"
get    {application}                              sees 403 "授权已经到期"
post   {application}/delete                       sees 403 "授权已经到期"
get    /my/                                       sees 403
post   /my/act for={mine}                         sees 404
post   /my/act for=0                              sees 303
get    {application}                              sees 404

story "nobody acts for whom he was not given a right by"
as     chen.guoan
rows   delegations delegation_events
post   /my/act for=1                              sees 404
post   /my/act for=99999999                       sees 404
post   /my/act for=-1                             sees 422
post   /my/act for=x                              sees 422
post   /my/act                                    sees 422
post   /my/delegates/1 act=accept version=1       sees 404
post   /my/delegates/1 act=invite version=1       sees 404
as     clerk
get    /my/act                                    sees 403
post   /my/act for=1                              sees 403
as     nobody
get    /my/act                                    sees 303 /sign-in
same   rows

story "a file handed in before is picked again, and only one's own"
as     applicant
given  an application ready to submit of 1199010000990118XG3990111801000
sql    "SELECT COUNT(*) > 0 FROM case_files f JOIN cases c ON c.id = f.case_id JOIN accounts a ON a.id = c.applicant_id WHERE a.login = 'lin.xiaoyu'" is "1"
get    /my/files                                  sees 200 "可复用材料"
get    {application}/materials                    sees 200
let    material = "(/applications/[0-9]+/materials/[0-9]+)"
open   {material}/saved                           sees 200 "选用以前交过的材料"
let    file = "name=\"saved\" value=\"([0-9]+)\""
press  /saved saved=                              sees 422
press  /saved saved=999999999                     sees 422
press  /saved saved=1x                            sees 422
press  /saved saved={file}                        sees 303 {material}
again                                             sees 303 {material}
sql    "SELECT COUNT(DISTINCT f.sha256) FROM case_files f WHERE f.id = {file} OR f.id = (SELECT MAX(id) FROM case_files)" is "1"
as     other
post   {material}/saved saved={file}              sees 404
given  an application ready to submit of 1199010000990118XG3990111801000
get    {application}/materials
let    material = "(/applications/[0-9]+/materials/[0-9]+)"
post   {material}/saved saved={file}              sees 422

story "who registers at home browses, drafts, and is asked to verify when filing; a code from the window does it, once"
as     nobody
open   /sign-up/person
press  /person full_name=何三新 citizen_number=990102199001010162 mobile=13900007011 password_new="plum brook lantern" password_again="plum brook lantern" truthful=1   sees 303 /my/
get    /items/1199010000990118XG3990111801000     sees 200
given  an application ready to submit of 1199010000990118XG3990111801000
open   {application}/check                        sees 200
press  /submit declaration=1                      sees 409 "还没有核验身份"
sql    "SELECT state FROM cases WHERE id = {id}"  is "draft"
open   /sign-up/verify                            sees 200 "核验身份"
press  /verify claim_code=ABCD-EFGH               sees 422 "认领码不正确"
pass   1 minutes
as     clerk
open   /office/claims                             sees 200
press  /claims claim_number=990102199001010162 claim_name=何四新 identity_seen=card   sees 422 "没有这个号码和姓名的账号"
press  /claims claim_number=990102199001010162 claim_name=何三新 identity_seen=card   sees 200
let    code = "ym-receipt__number ym-number\">([0-9A-Z]{4}-[0-9A-Z]{4})<"
get    /office/claims                             sees 200 "何三新" hides "{code}"
as     other
post   /sign-up/verify claim_code={code}          sees 422
as     nobody
open   /sign-up/verify
press  /verify claim_code={code}                  sees 303
press  /verify claim_code={code}                  sees 422
open   {application}/check                        sees 200
press  /submit declaration=1                      sees 303

story "a code is worn out by wrong tries, and another takes its place; it sets a forgotten password"
pass   1 minutes
as     clerk
open   /office/claims
press  /claims claim_number=990102199001010162 claim_name=何三新 identity_seen=card   sees 200
let    code = "ym-receipt__number ym-number\">([0-9A-Z]{4}-[0-9A-Z]{4})<"
as     anybody
open   /sign-up/claim                             sees 200 "认领码"
press  /claim claim_number=990102199001010162 claim_code=0000-0000 password_new="stone bridge willow" password_again="stone bridge willow"   sees 422 "认领码不正确"
again                                             sees 422
again                                             sees 422
again                                             sees 422
again                                             sees 422
press  /claim claim_number=990102199001010162 claim_code={code} password_new="stone bridge willow" password_again="stone bridge willow"   sees 422
sql    "SELECT state FROM claim_codes ORDER BY id DESC LIMIT 1" is "worn_out"
pass   1 minutes
as     clerk
open   /office/claims
press  /claims claim_number=990102199001010162 claim_name=何三新 identity_seen=card   sees 200
let    code = "ym-receipt__number ym-number\">([0-9A-Z]{4}-[0-9A-Z]{4})<"
as     anybody
open   /sign-up/claim
press  /claim claim_number=990102199001010162 claim_code={code} password_new="stone bridge willow" password_again="other bridge willow"   sees 422 "两次输入不一致"
press  /claim claim_number=990102199001010162 claim_code={code} password_new="stone bridge willow" password_again="stone bridge willow"   sees 303 /my/
get    /my/                                       sees 200 "何三新"

story "a reminder is changed by who keeps the settings, and nobody else"
as     ouyang.ming
open   /office/reminders                          sees 200
let    one = "/office/reminders/([a-z0-9_-]+)"
open   /office/reminders/{one}                    sees 200
press  /{one} every=week reminder_day=9 reminder_role=clerk reminder_subject=周一例会 reminder_body=请看本周到期件。   sees 422 "每周只能填 1 到 7"
press  /{one} every=week reminder_day=2 reminder_role=applicant reminder_subject=周一例会 reminder_body=请看本周到期件。   sees 422
press  /{one} every=week reminder_day=2 reminder_role=clerk reminder_subject=周二看件 reminder_body=请看本周到期件。   sees 303 /office/reminders
press  /{one} every=week reminder_day=3 reminder_role=clerk reminder_subject=周三看件 reminder_body=请看本周到期件。   sees 409
get    /office/reminders                          sees 200 "周二看件" "每周二"
sql    "SELECT COUNT(*) FROM acts WHERE act = 'reminder_edit' AND subject = 'reminder/{one}' AND detail LIKE '%body%'" is "1"
pass   1 minutes
as     clerk
get    /office/reminders                          sees 403

story "one sees who came in, ends the others, and takes along what is held of oneself; a delegate does not"
as     chen.guoan
get    /my/security                               sees 200 "密码登录" "（这一台）"
get    /my/export                                 sees 200 "\"account\":" "陈国安" hides "990102198906050121"
as     chen.guoan anew
open   /my/security                               sees 200 "退出其他登录"
press  /others                                    sees 303 /my/security
sql    "SELECT COUNT(*) FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE a.login = 'chen.guoan'" is "1"
get    /my/security                               sees 200

story "who finds an open browser does not turn its owner's messages to himself: telephone and mail address ask for the password"
as     wu.dalei anew
open   /my/account                                sees 200 "现在的密码"
press  /my/account address=云川市临江区河埠路3号      sees 303 /my/account
sql    "SELECT address FROM accounts WHERE login = 'wu.dalei'"   is "云川市临江区河埠路3号"
open   /my/account                                sees 200
press  /my/account phone=13900007099              sees 422 "请先输入现在的密码"
press  /my/account phone=13900007099 password=not-it-at-all   sees 422 "现在的密码不正确"
press  /my/account email=finder@example.org password=   sees 422 "请先输入现在的密码"
sql    "SELECT phone = '13900007099', email LIKE 'finder%' FROM accounts WHERE login = 'wu.dalei'"   is "0\t0"
press  /my/account phone=13900007099 email=wu.dalei@example.org password=yimen-sample   sees 303 /my/account
sql    "SELECT phone, email FROM accounts WHERE login = 'wu.dalei'"   is "13900007099\twu.dalei@example.org"
open   /my/account                                sees 200
press  /my/account phone=13900007099 address=     sees 303

story "wrong passwords there lock as those at the door do"
as     linjiang.jianye anew
open   /my/account                                sees 200
press  /my/account phone=13900007098 password=wrong-1   sees 422 "现在的密码不正确"
press  /my/account phone=13900007098 password=wrong-2   sees 422 "现在的密码不正确"
press  /my/account phone=13900007098 password=wrong-3   sees 422 "现在的密码不正确"
press  /my/account phone=13900007098 password=wrong-4   sees 422 "现在的密码不正确"
press  /my/account phone=13900007098 password=wrong-5   sees 422 "现在的密码不正确"
press  /my/account phone=13900007098 password=yimen-sample   sees 422 "15 分钟"
pass   16 minutes
press  /my/account phone=13900007098 password=yimen-sample   sees 303
