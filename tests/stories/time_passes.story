# What happens because a day has come, and who is told.

story "nobody answered in five working days: accepted from the day of receipt, and told so"
given  a case
pass   5 working days
clock
sql    "SELECT state FROM cases WHERE number = '{case}'"   is "submitted"
pass   1 working days
clock
sql    "SELECT state, accepted_at = submitted_at, claimed_by IS NULL FROM cases WHERE number = '{case}'"   is "accepted\t1\t1"
as     clerk
get    /office/cases/{case}                       sees 200 "自收到申请之日起视为受理" "已告知申请人"
post   /office/cases/{case}/accept version=9      sees 409
as     applicant
open   /my/messages                               sees 200 "视为受理" "未读" "第三十二条"
press  /my/messages/read                          sees 303 /my/messages
get    /my/messages                               sees 200 "视为受理" hides "全部标为已读"

story "one card of each colour, on its day, however often the clock runs"
given  a case
pass   5 working days
clock
clock
sql    "SELECT GROUP_CONCAT(colour) FROM cards k JOIN cases c ON c.id = k.case_id WHERE c.number = '{case}'"   is "yellow"
pass   1 working days
clock
clock
sql    "SELECT GROUP_CONCAT(colour ORDER BY colour) FROM cards k JOIN cases c ON c.id = k.case_id WHERE c.number = '{case}' AND k.rule = 'answer'"   is "yellow,red"
sql    "SELECT MIN(k.given_on > k.due_on) FROM cards k JOIN cases c ON c.id = k.case_id WHERE c.number = '{case}' AND k.rule = 'answer' AND k.colour = 'red'"   is "1"

story "answered on the last day: green for ever"
given  a case
pass   5 working days
as     clerk
open   /office/cases/{case}
press  accept                                     sees 303
clock
pass   10 days
clock
sql    "SELECT COUNT(*) FROM cards k JOIN cases c ON c.id = k.case_id WHERE c.number = '{case}' AND k.rule = 'answer'"   is "0"

story "a list never answered takes the application back, after a reminder"
given  a case
day    by 6
as     clerk
open   /office/cases/{case}/ask_correction
press  ask_correction form_defect="缺少签名" answer_by_on={by}   sees 303
pass   4 working days
clock
sql    "SELECT COUNT(*) FROM outbox m JOIN cases c ON c.id = m.case_id WHERE c.number = '{case}' AND m.kind = 'remind_correction' AND m.channel = 'site'"   is "1"
pass   2 working days
clock
sql    "SELECT state FROM cases WHERE number = '{case}'"   is "correction"
pass   1 working days
clock
sql    "SELECT state, due_on IS NULL FROM cases WHERE number = '{case}'"   is "withdrawn\t1"
as     applicant
get    /my/messages                               sees 200 "逾期未补正" "补正期限将到"

story "what could not be sent is seen by the office and sent again"
given  a case
sql    "INSERT INTO outbox (case_id, account_id, channel, kind, occasion, recipient, subject, body, state, tries, last_error, created_at) SELECT id, applicant_id, 'sms', 'submitted', 'story', '13800000000', '一条送不出的消息', '…', 'failed', 20, 'the gateway answered 500', NOW(6) FROM cases WHERE number = '{case}'"   is ""
as     clerk
open   /office/outbox?side=failed                 sees 200 "一条送不出的消息" "the gateway answered 500"
press  /retry                                     sees 303 /office/outbox
again                                             sees 303
get    /office/outbox?side=waiting                sees 200 "一条送不出的消息"
sql    "SELECT COUNT(*) FROM acts WHERE act = 'outbox_retry'"   is "1"
as     stranger
get    /office/outbox?side=waiting                sees 200 hides "一条送不出的消息"
clock
sql    "SELECT m.state FROM outbox m JOIN cases c ON c.id = m.case_id WHERE c.number = '{case}' AND m.occasion = 'story'"   is "sent"

story "each week those of a role are reminded, once; a reminder that is new waits for its day"
sql    "DELETE FROM reminders"                    is ""
sql    "INSERT INTO reminders (name, every, day, role, subject, body, last_on) VALUES ('story', 'week', 1, 'leader', '每周提醒', '请查看本周到期办件。', '2026-01-01')"   is ""
clock
clock
sql    "SELECT COUNT(DISTINCT occasion), COUNT(*) = COUNT(DISTINCT account_id), COUNT(*) > 0 FROM outbox WHERE kind = 'reminder' AND subject = '每周提醒'"   is "1\t1\t1"
as     leader
get    /office/messages                           sees 200 "每周提醒"
sql    "DELETE FROM reminders"                    is ""
