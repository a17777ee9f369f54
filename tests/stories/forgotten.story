# What nobody needs any more goes by itself, after the days that were set; what is younger stays.

story "an application begun and never filed is emptied, with its files, a year after it was last touched"
as     chen.guoan anew
given  an application
sql    "SELECT (SELECT COUNT(*) FROM case_answers WHERE case_id = {id}) > 0, (SELECT COUNT(*) FROM case_files WHERE case_id = {id}) > 0"   is "1\t1"
sql    "UPDATE cases SET saved_at = '{today}' - INTERVAL 366 DAY WHERE id = {id}"
clock  runs
get    {application}                              sees 200
sql    "UPDATE cases SET saved_at = '{today}' - INTERVAL 367 DAY WHERE id = {id}"
clock  runs
sql    "SELECT CONCAT(c.contact_name, '/', c.contact_phone, '/', c.delivery_address) FROM cases c WHERE c.id = {id}"   is "//"
sql    "SELECT (SELECT COUNT(*) FROM case_answers WHERE case_id = {id}), (SELECT COUNT(*) FROM case_materials WHERE case_id = {id}), (SELECT COUNT(*) FROM case_files WHERE case_id = {id})"   is "0\t0\t0"
open   {application}/delete                       sees 200
press  /delete                                    sees 303 /applications

story "what was begun at a window and never received names nobody then"
sql    "INSERT INTO cases (item_code, item_version_id, title, organ_code, area_code, applicant_id, applicant_kind, applicant_name, contact_name, contact_phone, agent_name, channel, created_at, saved_at) SELECT item_code, item_version_id, title, organ_code, area_code, 0, 'person', '被忘者', '被忘者', '', '代办者', 'window', created_at, '{today}' - INTERVAL 400 DAY FROM cases LIMIT 1"
clock  runs
sql    "SELECT COUNT(*) FROM cases WHERE applicant_name = '被忘者' OR contact_name = '被忘者' OR agent_name = '代办者'"   is "0"

story "an administration may set fewer days, or none: then drafts are kept; what was filed is never emptied"
as     chen.guoan anew
given  an application
sql    "UPDATE cases SET saved_at = '{today}' - INTERVAL 900 DAY WHERE id = {id}"
sql    "INSERT INTO settings (name, value) VALUES ('retention.draft_days', '0')"
clock  runs
get    {application}                              sees 200
sql    "UPDATE settings SET value = '30' WHERE name = 'retention.draft_days'"
sql    "SELECT COUNT(*) > 0 FROM case_answers WHERE case_id = {id}"   is "1"
sql    "UPDATE cases SET saved_at = '{today}' - INTERVAL 900 DAY WHERE number IS NOT NULL AND state = 'delivered' ORDER BY id LIMIT 1"
clock  runs
sql    "SELECT COUNT(*) FROM case_answers WHERE case_id = {id}"   is "0"
sql    "SELECT COUNT(*) FROM cases WHERE number IS NOT NULL AND state = 'delivered' AND saved_at < '{today}' - INTERVAL 899 DAY AND contact_name <> ''"   is "1"
sql    "DELETE FROM settings WHERE name = 'retention.draft_days'"

story "who came in is kept for a year, and never for less than half of one; tries for two days"
sql    "INSERT INTO sign_ins (account_id, at, how, address) VALUES (1, '{today}' - INTERVAL 370 DAY, 'password', 'old'), (1, '{today}' - INTERVAL 200 DAY, 'password', 'young')"
sql    "INSERT INTO throttles (bucket, window_at, tries) VALUES ('test:old', '{today}' - INTERVAL 3 DAY, 1), ('test:young', '{today}' - INTERVAL 1 DAY, 1)"
sql    "INSERT INTO settings (name, value) VALUES ('retention.sign_in_days', '10')"
clock  runs
sql    "SELECT GROUP_CONCAT(address) FROM sign_ins WHERE address IN ('old', 'young')"   is "young"
sql    "SELECT GROUP_CONCAT(bucket) FROM throttles WHERE bucket LIKE 'test:%'"   is "test:young"
sql    "UPDATE settings SET value = '183' WHERE name = 'retention.sign_in_days'"
sql    "INSERT INTO settings (name, value) VALUES ('retention.try_days', '5')"
sql    "INSERT INTO throttles (bucket, window_at, tries) VALUES ('test:older', '{today}' - INTERVAL 4 DAY, 1)"
clock  runs
sql    "SELECT COUNT(*) FROM sign_ins WHERE address = 'young'"   is "0"
sql    "SELECT COUNT(*) FROM throttles WHERE bucket = 'test:older'"   is "1"
sql    "DELETE FROM settings WHERE name LIKE 'retention.%'"
sql    "DELETE FROM throttles WHERE bucket LIKE 'test:%'"

story "an appointment names who booked it for a year after its day; then it counts, and names nobody"
sql    "INSERT INTO bookings (number, code, account_id, holder, name, phone, organ_code, plan_id, centre_code, kind, day_on, from_minute, to_minute, state, address, visit_reason, created_at) SELECT CONCAT('old', n), CONCAT('old-code-', n), 7, CONCAT('p', n), '被忘者', '', organ_code, id, centre_code, 'window', '{today}' - INTERVAL 365 + n DAY, 540, 570, 'missed', '某处', '行动不便', NOW(6) FROM slot_plans JOIN (SELECT 1 AS n UNION SELECT 2) t WHERE id = (SELECT MIN(id) FROM slot_plans)"
sql    "INSERT INTO booking_items (booking_id, position, item_code, title, holder, standing) SELECT id, 1, 'x', '事项', holder, 1 FROM bookings WHERE number LIKE 'old%'"
sql    "INSERT INTO booking_acts (booking_id, position, at, act, account_id, actor_kind, actor_name, reason, day_on, from_minute) SELECT id, 1, NOW(6), 'book', 7, 'applicant', '被忘者', '', day_on, 540 FROM bookings WHERE number LIKE 'old%' UNION SELECT id, 2, NOW(6), 'miss', 9, 'staff', '窗口同事', '没有来', day_on, 540 FROM bookings WHERE number LIKE 'old%'"
clock  runs
sql    "SELECT GROUP_CONCAT(CONCAT_WS('/', number, account_id, holder, name, phone, address, visit_reason, state, forgotten) ORDER BY number) FROM bookings WHERE number LIKE 'old%'"   is "old1/7/p1/被忘者//某处/行动不便/missed/0,old2/0//////missed/1"
sql    "SELECT GROUP_CONCAT(CONCAT_WS('/', i.holder, COALESCE(i.standing, 'over')) ORDER BY b.number) FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE b.number LIKE 'old%'"   is "p1/1,/over"
sql    "SELECT GROUP_CONCAT(CONCAT_WS('/', a.account_id, a.actor_name, a.reason) ORDER BY b.number, a.position) FROM booking_acts a JOIN bookings b ON b.id = a.booking_id WHERE b.number LIKE 'old%'"   is "7/被忘者/,9/窗口同事/没有来,0//,9/窗口同事/没有来"
as     nobody
get    /bookings/old-code-2                       sees 200 hides "被忘者" "行动不便" "某处"
sql    "DELETE a FROM booking_acts a JOIN bookings b ON b.id = a.booking_id WHERE b.number LIKE 'old%'"
sql    "DELETE i FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE b.number LIKE 'old%'"
sql    "DELETE FROM bookings WHERE number LIKE 'old%'"

story "a number of a queue points to who took it for as long; what a colleague did stays a colleague's"
sql    "INSERT INTO tickets (code, centre_code, day_on, letter, serial, state, account_id, taken_at) SELECT CONCAT('old-ticket-', n), code, '{today}' - INTERVAL 365 + n DAY, 'Z', n, 'done', 7, NOW(6) FROM centres JOIN (SELECT 1 AS n UNION SELECT 2) t WHERE id = (SELECT MIN(id) FROM centres)"
sql    "INSERT INTO ticket_acts (ticket_id, position, at, act, account_id, actor_name) SELECT id, 1, NOW(6), 'take', 7, '' FROM tickets WHERE letter = 'Z' UNION SELECT id, 2, NOW(6), 'call', 9, '窗口同事' FROM tickets WHERE letter = 'Z'"
clock  runs
sql    "SELECT GROUP_CONCAT(CONCAT_WS('/', code, account_id, state, forgotten) ORDER BY code) FROM tickets WHERE letter = 'Z'"   is "old-ticket-1/7/done/0,old-ticket-2/0/done/1"
sql    "SELECT GROUP_CONCAT(CONCAT_WS('/', a.account_id, a.actor_name) ORDER BY t.code, a.position) FROM ticket_acts a JOIN tickets t ON t.id = a.ticket_id WHERE t.letter = 'Z'"   is "7/,9/窗口同事,0/,9/窗口同事"
sql    "DELETE a FROM ticket_acts a JOIN tickets t ON t.id = a.ticket_id WHERE t.letter = 'Z'"
sql    "DELETE FROM tickets WHERE letter = 'Z'"

story "a letter names its asker for three years after the answer; what was asked and answered stays, and what was let out stays public"
sql    "INSERT INTO enquiries (number, query_code, kind, account_id, asker_name, asker_phone, asker_email, first_organ_code, organ_code, area_code, title, body, state, asked_at, opened_on, due_on, answer, answered_at, public, public_title, public_body, public_answer, public_at) SELECT ELT(n, 'H23080100001K', 'H23080100002J', 'H23080100003H'), CONCAT('2345678', n), 'question', 7, '被忘者', '~1~tel', '~1~mail', code, code, area_code, '旧来信', '问的话', IF(n = 3, 'open', 'answered'), '{today}' - INTERVAL 1200 DAY, '{today}' - INTERVAL 1200 DAY, '{today}' + INTERVAL 90 DAY, '答的话', '{today}' - INTERVAL 1095 + n DAY, 'shown', '旧来信', '公开的问', '公开的答', '{today}' - INTERVAL 1095 DAY FROM organs JOIN (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3) t WHERE code = (SELECT MIN(code) FROM organs)"
sql    "INSERT INTO enquiry_acts (enquiry_id, position, at, act, account_id, actor_kind, actor_name, note) SELECT id, 1, NOW(6), 'ask', 7, 'asker', '', '' FROM enquiries WHERE number LIKE 'H230801%' UNION SELECT id, 2, NOW(6), 'answer', 9, 'staff', '答复同事', '答的话' FROM enquiries WHERE number LIKE 'H230801%'"
clock  runs
# Not the one of yesterday's day, nor the one that waits for an answer again.
sql    "SELECT GROUP_CONCAT(CONCAT_WS('/', number, query_code, account_id, asker_name, asker_phone, asker_email, body, answer, forgotten) ORDER BY number) FROM enquiries WHERE number LIKE 'H230801%'"   is "H23080100001K/23456781/7/被忘者/~1~tel/~1~mail/问的话/答的话/0,H23080100002J//0////问的话/答的话/1,H23080100003H/23456783/7/被忘者/~1~tel/~1~mail/问的话/答的话/0"
sql    "SELECT GROUP_CONCAT(CONCAT_WS('/', a.account_id, a.actor_name) ORDER BY e.number, a.position) FROM enquiry_acts a JOIN enquiries e ON e.id = a.enquiry_id WHERE e.number LIKE 'H230801%'"   is "7/,9/答复同事,0/,9/答复同事,7/,9/答复同事"
as     nobody
get    /ask/answers/H23080100002J                     sees 200 "不再留存" "公开的问" "公开的答" hides "被"
get    /ask/answers/H23080100001K                     sees 200 "被" hides "不再留存"
sql    "INSERT INTO settings (name, value) VALUES ('retention.enquiry_days', '366')"
sql    "UPDATE enquiries SET answered_at = '{today}' - INTERVAL 400 DAY WHERE number = 'H23080100001K'"
clock  runs
sql    "SELECT GROUP_CONCAT(forgotten ORDER BY number) FROM enquiries WHERE number LIKE 'H230801%'"   is "1,1,0"
sql    "DELETE a FROM enquiry_acts a JOIN enquiries e ON e.id = a.enquiry_id WHERE e.number LIKE 'H230801%'"
sql    "DELETE FROM enquiries WHERE number LIKE 'H230801%'"

story "the page about privacy says for how long, as it is set"
sql    "INSERT INTO settings (name, value) VALUES ('retention.draft_days', '0')"
get    /about/privacy                             sees 200 "答复 366 天后" "当天过去 366 天后" "没有提交的申请：一直保存" "注销账号" "下载本人的全部数据"
sql    "DELETE FROM settings WHERE name LIKE 'retention.%'"
