# Fees: only what the guide lists, held until paid, and every yuan accounted for.

story "what the guide lists is asked, and nothing is handed over before it is paid"
as     applicant
given  an application ready to submit of 1199010000990109153990110966000
open   {application}/check
press  /submit declaration=1                      sees 303
given  its number and code
as     wei.donglan
get    /office/cases/{number}/fees                sees 200 "机动车驾驶证工本费" "每证10元" hides "开具缴费通知"
post   /office/cases/{number}/fees version=2 fee_position=1 fee_price=10 fee_quantity=1   sees 409
open   /office/cases/{number}
press  /accept                                    sees 303
open   /office/cases/{number}/fees                sees 200 "开具缴费通知"
press  /fees fee_position=7 fee_price=10          sees 409 "不得收取"
press  /fees fee_position=1 fee_price=abc         sees 422
press  /fees fee_position=1 fee_price=12          sees 422 "收费标准里没有这个单价"
press  /fees fee_position=1 fee_price=10 fee_quantity=2   sees 303 /office/cases/{number}/fees
again  sees 303
sql    "SELECT CONCAT_WS('|', COUNT(*), SUM(b.amount), MIN(b.state)) FROM fee_bills b JOIN cases c ON c.id = b.case_id WHERE c.number = '{number}'"   is "1|2000|asked"
sql    "SELECT COUNT(*) FROM papers p JOIN cases c ON c.id = p.case_id WHERE c.number = '{number}' AND p.kind = 'fee'"   is "1"
sql    "SELECT GROUP_CONCAT(o.channel ORDER BY o.channel) FROM outbox o JOIN cases c ON c.id = o.case_id WHERE c.number = '{number}' AND o.kind = 'billed'"   is "site,sms"
# The applicant sees what is owed and how it is paid; with number and code too.
as     applicant
get    /my/cases/{number}                         sees 200 "还有 20.00 元没有缴清" "机动车驾驶证工本费"
get    /my/cases/{number}/fees/1                  sees 200 "缴款单号" "怎样缴款" "20.00"
get    /my/cases/{number}/fees/1/qr.svg           sees 200
get    /my/cases/{number}/fees/2                  sees 404
as     nobody
post   /track number={number} query_code={code}   sees 200 "还有 20.00 元没有缴清" "凭缴款单号"
as     other
get    /my/cases/{number}/fees/1                  sees 404
# It does not hold the review, and holds what is granted.
as     lei.mingqian
open   /office/cases/{number}
press  /start_review                              sees 303
as     zheng.shouan
open   /office/cases/{number}/grant
press  /grant decision_note=准予换证 outcome_number=N1 validity=long   sees 303
as     wei.donglan
open   /office/cases/{number}/tasks/3
press  /tasks/3 task_note=已制证                   sees 303
get    /office/cases/{number}                     sees 200 "费用还没有缴清" hides "/close\""
post   /office/cases/{number}/close version=6     sees 409 "费用还没有缴清"
sql    "SELECT state FROM cases WHERE number = '{number}'"   is "granted"
# At the till: a number of the receipt; twice is once; another role may not.
as     lei.mingqian
post   /office/cases/{number}/fees/1/pay version=6 till_receipt=T1   sees 403
as     wei.donglan
open   /office/cases/{number}/fees/1              sees 200 "窗口收款" hides "减免后应缴金额"
press  /pay till_receipt=                         sees 422
press  /pay till_receipt=2026-0001                sees 303
again  sees 303
post   /office/cases/{number}/fees/1/pay version=7 till_receipt=T2   sees 409 "已经缴清"
sql    "SELECT GROUP_CONCAT(h.act ORDER BY h.id) FROM fee_history h JOIN fee_bills b ON b.id = h.bill_id JOIN cases c ON c.id = b.case_id WHERE c.number = '{number}'"   is "ask,pay"
open   /office/cases/{number}
press  /close                                     sees 303
as     applicant
get    /my/cases/{number}/fees/1                  sees 200 "缴费凭证" "2026-0001"

story "an item that is free is charged nothing, whoever asks"
given  a case
as     clerk
open   /office/cases/{case}
press  /accept                                    sees 303
get    /office/cases/{case}/fees                  sees 200 "不得收取任何费用" hides "单价"
post   /office/cases/{case}/fees version=3 fee_position=1 fee_price=10 fee_quantity=1   sees 409 "不得收取"
as     approver
post   /office/cases/{case}/fees version=3 fee_position=1 fee_price=10 fee_quantity=1   sees 403
sql    "SELECT COUNT(*) FROM fee_bills b JOIN cases c ON c.id = b.case_id WHERE c.number = '{case}'"   is "0"

story "a reduction has its ground in the guide, a mistake is cancelled, and what was withdrawn owes nothing"
as     applicant
given  an application ready to submit of 1199010000990109153990710962000
open   {application}/check
press  /submit declaration=1                      sees 303
given  its number and code
as     wei.donglan
open   /office/cases/{number}/accept
press  /accept m1_seen=1 m2_seen=1 m3_seen=1 m4_seen=1                                    sees 303
open   /office/cases/{number}/fees
press  /fees fee_position=1 fee_price=40          sees 303
open   /office/cases/{number}/fees
press  /fees fee_position=1 fee_price=40          sees 303
as     zheng.shouan
open   /office/cases/{number}/fees/1              sees 200 "减免后应缴金额"
press  /waive waive_amount=50 waive_reason=低保    sees 422 "须低于现在的应缴金额"
press  /waive waive_amount=20 waive_reason=        sees 422
press  /waive waive_amount=20 waive_reason=低保家庭减半   sees 303
open   /office/cases/{number}/fees/1              sees 200 "20.00"
press  /waive waive_amount=0 waive_reason=低保家庭免除   sees 303
post   /office/cases/{number}/fees/1/waive version=6 waive_amount=0 waive_reason=再来一次   sees 409 "已经缴清、减免或者撤销"
as     wei.donglan
open   /office/cases/{number}/fees/2
press  /cancel bill_cancel_reason=重复开具              sees 303
sql    "SELECT GROUP_CONCAT(b.state ORDER BY b.line) FROM fee_bills b JOIN cases c ON c.id = b.case_id WHERE c.number = '{number}'"   is "waived,cancelled"
sql    "SELECT GROUP_CONCAT(DISTINCT p.state) FROM papers p JOIN cases c ON c.id = p.case_id WHERE c.number = '{number}' AND p.kind = 'fee'"   is "recalled"
open   /office/cases/{number}/fees
press  /fees fee_position=1 fee_price=40          sees 303
as     applicant
open   /my/cases/{number}/withdraw
press  /withdraw reason=不办了                     sees 303
sql    "SELECT b.state FROM fee_bills b JOIN cases c ON c.id = b.case_id WHERE c.number = '{number}' AND b.line = 3"   is "cancelled"
as     wei.donglan
post   /office/cases/{number}/fees version=9 fee_position=1 fee_price=40 fee_quantity=1   sees 409

story "the bank's file pays to the fen; what fits nothing is kept until it is settled"
as     applicant
given  an application ready to submit of 1199010000990109153990110966000
open   {application}/check
press  /submit declaration=1                      sees 303
given  its number and code
as     wei.donglan
open   /office/cases/{number}
press  /accept                                    sees 303
open   /office/cases/{number}/fees
press  /fees fee_position=1 fee_price=10          sees 303
as     applicant
get    /my/cases/{number}/fees/1
let    slip = "receipt__number.ym-number..([0-9A-Z ]+)"
bank   0001.csv "缴款单号,金额,时间,流水号\n{slip},9.99,2026-11-24 10:00:00,B0001\n123,10.00,2026-11-24 10:00:00,B0002\nnonsense\n{slip},10.00,2026-11-24 10:05:00,B0003\n{slip},10.00,2026-11-24 10:05:00,B0003\n{slip},10.00,2026-11-24 11:00:00,B0004\n"
clock  runs
sql    "SELECT GROUP_CONCAT(CONCAT(p.line, p.state, IF(p.why = '', '', CONCAT(':', p.why))) ORDER BY p.line) FROM payments p JOIN payment_files f ON f.id = p.file_id WHERE f.name = '0001.csv'"   is "2wrong:wrong_amount,3wrong:no_slip,4wrong:unreadable,5matched,6again,7wrong:paid_already"
sql    "SELECT CONCAT_WS('|', b.state, b.channel, b.receipt_number, b.paid_at) FROM fee_bills b JOIN cases c ON c.id = b.case_id WHERE c.number = '{number}'"   is "paid|bank|B0003|2026-11-24 10:05:00.000000"
sql    "SELECT GROUP_CONCAT(e.event, ' ', e.actor_kind) FROM case_events e JOIN cases c ON c.id = e.case_id WHERE c.number = '{number}' AND e.event = 'pay'"   is "pay clock"
# The same file under another name is the same file; the clock twice is the clock once.
rows   payments payment_files fee_history case_events
bank   0002.csv "缴款单号,金额,时间,流水号\n{slip},9.99,2026-11-24 10:00:00,B0001\n123,10.00,2026-11-24 10:00:00,B0002\nnonsense\n{slip},10.00,2026-11-24 10:05:00,B0003\n{slip},10.00,2026-11-24 10:05:00,B0003\n{slip},10.00,2026-11-24 11:00:00,B0004\n"
clock  runs
same   rows
# More rows than are read at once: none of them is, and the file stays where it lies, before those that came later.
rows   payments payment_files
bank   0002b.csv "{slip},10.00,2026-11-24 10:00:00,B0009\n" 100001 times
clock  fails
same   rows
bank   0002b.csv "{slip},10.00,2026-11-24 10:00:00,B0009\n"
bank   0003.csv "{slip},5.00,2026-11-25 10:00:00,B0003\n"
# A slip's number names its organ, whether or not such a bill was made.
bank   0004.csv "0099010912026987654X,7.77,2026-11-25 10:00:00,B0010\n"
clock  runs
sql    "SELECT p.why, p.organ_code FROM payments p JOIN payment_files f ON f.id = p.file_id WHERE f.name = '0004.csv'"   is "no_slip\t119901000099010915"
sql    "SELECT why FROM payments p JOIN payment_files f ON f.id = p.file_id WHERE f.name = '0003.csv'"   is "serial_reused"
as     applicant anew
get    /my/cases/{number}/fees/1                  sees 200 "缴费凭证" "B0003" "银行"
as     wei.donglan anew
get    /office/fees                               sees 200 "待缴费"
open   /office/fees?side=wrong                    sees 200 "金额与应缴金额不一致" "7.77" hides "这一行读不出来"
press  /2 settle_note=             sees 422
press  /2 settle_note=银行已原路退回   sees 303
as     shen.ruoxi
get    /office/fees?side=wrong                    sees 200 hides "金额与应缴金额不一致" "这一行读不出来" "7.77"
# What names no organ is shown to the organ that keeps the account, to no other, and is settled there alone.
sql    "SELECT CONCAT(p.file_id, '/', p.line) FROM payments p JOIN payment_files f ON f.id = p.file_id WHERE f.name = '0001.csv' AND p.why = 'unreadable'"   is "1/4"
post   /office/payments/1/4 version=1 settle_note=不是我们的   sees 409
as     xu.lai
open   /office/fees?side=wrong                    sees 200 "没有这个缴款单号" "这一行读不出来" hides "金额与应缴金额不一致" "7.77"
sql    "UPDATE settings SET value = '11990100009901315A' WHERE name = 'payments.organ'; SELECT 1"   is "1"
press  /4 settle_note=不再由我们管账户   sees 409
as     shen.ruoxi
open   /office/fees?side=wrong                    sees 200 "这一行读不出来"
sql    "UPDATE settings SET value = '11990100009901016C' WHERE name = 'payments.organ'; SELECT 1"   is "1"
as     xu.lai
open   /office/fees?side=wrong                    sees 200 "这一行读不出来"
press  /4 settle_note=银行已退回   sees 303
get    /office/fees?side=wrong                    sees 200 hides "这一行读不出来"
