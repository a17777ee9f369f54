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
