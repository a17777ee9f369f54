# Closing one's own account: asked for with the password, taken back until its day, done by the clock.

story "asked for with the password and a tick, its owner is told, and may think better of it"
today  2026-11-24
as     nobody
open   /sign-up/person
press  /person full_name=关小门 citizen_number=99010219900101020X mobile=13900007301 password_new="plum brook lantern" password_again="plum brook lantern" truthful=1   sees 303 /my/
get    /my/account                                sees 200 "注销账号"
open   /my/account/close                          sees 200 "会删除的" "会保留的" "申请注销" "2026年12月9日" hides "请先处理"
press  /my/account/close password="plum brook lantern"      sees 422 "请勾选"
press  /my/account/close closing_known=1          sees 422 "请填写"
press  /my/account/close closing_known=1 password=not-it-at-all   sees 422 "现在的密码不正确"
sql    "SELECT closes_on IS NULL FROM accounts WHERE name = '关小门'" is "1"
press  /my/account/close closing_known=1 password="plum brook lantern"   sees 303 /my/account/close
again                                             sees 303 /my/account/close
sql    "SELECT closes_on = '2026-12-09' FROM accounts WHERE name = '关小门'" is "1"
sql    "SELECT GROUP_CONCAT(m.channel ORDER BY m.channel), MIN(m.recipient <> '' OR m.channel = 'site') FROM outbox m JOIN accounts a ON a.id = m.account_id WHERE a.name = '关小门' AND m.kind = 'account_closing'" is "site,sms\t1"
get    /my/messages                               sees 200 "您的账号将于2026年12月9日注销" "如果不是您本人申请的"
get    /my/                                       sees 200 "账号将于2026年12月9日注销"
open   /my/account/close                          sees 200 "您已申请注销" "保留账号" hides "我知道注销后"
press  /my/account/keep                           sees 303 /my/account
again                                             sees 303 /my/account
sql    "SELECT closes_on IS NULL FROM accounts WHERE name = '关小门'" is "1"
get    /my/                                       sees 200 hides "账号将于"
open   /my/account/close                          sees 200 "申请注销"
# Asked for once more on the same day, by whomever: told once more.
press  /my/account/close closing_known=1 password="plum brook lantern"   sees 303 /my/account/close
sql    "SELECT COUNT(*) FROM outbox m JOIN accounts a ON a.id = m.account_id WHERE a.name = '关小门' AND m.kind = 'account_closing' AND m.channel = 'sms'" is "2"
open   /my/account/close
press  /my/account/keep                           sees 303 /my/account

story "an administration says how many days there are to think better of it"
sql    "INSERT INTO settings (name, value) VALUES ('retention.closing_days', '3')"
as     nobody
open   /sign-in
press  /sign-in login=13900007301 password="plum brook lantern"     sees 303 /my/
open   /my/account/close                          sees 200 "2026年11月27日"
sql    "DELETE FROM settings WHERE name = 'retention.closing_days'"

story "what has not ended stands against it: a case, and the right to act for another, on either side"
as     chen.guoan anew
open   /my/account/close                          sees 200 "请先处理" "件办件没有结束" hides "我知道注销后"
post   /my/account/close closing_known=1 password=yimen-sample      sees 409 "现在不能注销"
sql    "SELECT closes_on IS NULL FROM accounts WHERE login = 'chen.guoan'" is "1"
as     nobody
open   /sign-in
press  /sign-in login=13900007301 password="plum brook lantern"     sees 303 /my/
open   /my/account/close                          sees 200 "我知道注销后"
sql    "UPDATE delegations SET holder_id = holder_id + 100000 WHERE still_open = 1 ORDER BY id LIMIT 1; UPDATE delegations SET holder_id = (SELECT id FROM accounts WHERE name = '关小门') WHERE holder_id > 100000; SELECT ROW_COUNT()" is "1"
press  /my/account/close closing_known=1 password="plum brook lantern"   sees 409 "位代办人还可以代您办事"
sql    "UPDATE delegations d JOIN accounts a ON a.name = '关小门' AND a.id = d.holder_id SET d.delegate_id = a.id, d.holder_id = 0, d.state = 'standing'; SELECT ROW_COUNT()" is "1"
get    /my/account/close                          sees 200 "您还受托代 1 位办事"
sql    "UPDATE delegations d JOIN accounts a ON a.name = '关小门' AND a.id = d.delegate_id SET d.state = 'given_up', d.still_open = NULL; SELECT ROW_COUNT()" is "1"
get    /my/account/close                          sees 200 "我知道注销后" hides "请先处理"

story "on its day the clock closes it: nobody is named any more, nobody comes in, and what was never filed is gone"
as     nobody
open   /sign-in
press  /sign-in login=13900007301 password="plum brook lantern"     sees 303 /my/
given  an application ready to submit
open   /my/account/close
press  /my/account/close closing_known=1 password="plum brook lantern"   sees 303
sql    "UPDATE accounts SET closes_on = '{today}' + INTERVAL 1 DAY WHERE name = '关小门'"
clock  runs
get    /my/                                       sees 200 "关小门"
sql    "UPDATE accounts SET closes_on = '{today}' WHERE name = '关小门'"
sql    "UPDATE cases SET state = 'submitted', number = 'closing-test' WHERE id = {id}"
clock  runs
get    /my/account/close                          sees 200 "办完以后才会注销"
sql    "UPDATE cases SET state = 'draft', number = NULL WHERE id = {id}"
clock  runs
sql    "SELECT CONCAT_WS('/', name, legal_name, phone, email, address, disabled, closed_on = '{today}', closes_on IS NULL, id_number IS NULL, number_blind IS NULL, login_blind IS NOT NULL) FROM accounts WHERE login LIKE 'closed-%'" is "/////1/1/1/1/1/1"
sql    "SELECT (SELECT COUNT(*) FROM secrets s JOIN accounts a ON a.id = s.account_id WHERE a.login LIKE 'closed-%'), (SELECT COUNT(*) FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE a.login LIKE 'closed-%')" is "0\t0"
sql    "SELECT (SELECT COUNT(*) FROM case_answers WHERE case_id = {id}), (SELECT COUNT(*) FROM case_materials WHERE case_id = {id}), (SELECT COUNT(*) FROM case_files WHERE case_id = {id})" is "0\t0\t0"
sql    "SELECT CONCAT_WS('/', applicant_name, applicant_number, contact_name, contact_phone, delivery_address, applicant_blind IS NULL) FROM cases WHERE id = {id}" is "/////1"
sql    "SELECT COUNT(*) FROM outbox m JOIN accounts a ON a.id = m.account_id WHERE a.login LIKE 'closed-%' AND m.recipient <> ''" is "0"
get    /my/                                       sees 303 /sign-in
as     anybody
open   /sign-in
press  /sign-in login=13900007301 password="plum brook lantern"     sees 422 "账号或密码不正确"

story "the same person may come anew, with the same number and the same telephone"
as     anybody
open   /sign-up/person
press  /person full_name=关小门 citizen_number=99010219900101020X mobile=13900007301 password_new="plum brook lantern" password_again="plum brook lantern" truthful=1   sees 303 /my/
get    /my/                                       sees 200 "关小门"
get    /applications                              sees 200 hides "/delete"

story "others' cases, and what was filed, stay as they are"
sql    "SELECT COUNT(*) FROM accounts WHERE closed_on IS NOT NULL" is "1"
sql    "SELECT COUNT(*) FROM cases WHERE state <> 'draft' AND applicant_name = ''" is "0"
