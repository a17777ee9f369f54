# The counter: appointments, queue numbers, kiosks.

# ---- appointments (DOMAIN 29) ----

story "an appointment on a Saturday evening with a named officer, and the officer's list shows it"
today  2026-11-24
as     nobody
open   /book                                      sees 200 "云川市政务服务中心"
get    /book?centre=C01&item_find=%E9%A3%9F%E5%93%81      sees 200 "食品经营许可"
get    /book?centre=C01&item_find=%E4%B8%8D%E5%AD%98%E5%9C%A8      sees 200 "没有找到"
get    /book?centre=C01&item={usual_item}&day=2026-12-05      sees 200 "20:00–20:30" "沈若溪"
let    slot = "value=\"([0-9]+-1200)\""
open   /book/slot?centre=C01&item={usual_item}&kind=window&day=2026-12-05&slot={slot}      sees 200 "20:00–20:30" "沈若溪"
rows   bookings booking_items booking_acts outbox
press  /book/slot booking_name=林夜行               sees 422 "请填写"
same   rows
press  /book/slot booking_name=林夜行 booking_phone=13900000801      sees 303 /bookings/
again                                             sees 303 /bookings/
let    booking = "^(/bookings/[0-9a-f]{32})"
sql    "SELECT COUNT(*) FROM bookings WHERE holder = CONCAT('p', LOWER(HEX(blind_phone('13900000801'))))" is "1"
sql    "SELECT taken FROM slot_counts c JOIN slot_plans p ON p.id = c.plan_id WHERE c.day_on = '2026-12-05' AND c.from_minute = 1200 AND p.window_number = 'A02'" is "1"
sql    "SELECT recipient FROM outbox WHERE channel = 'sms' AND kind = 'booking_made' ORDER BY id DESC LIMIT 1" is "13900000801"
get    {booking}                                  sees 200 "已预约" "沈若溪" "20:00–20:30"
get    {booking}/booking.ics                      sees 200 "BEGIN:VCALENDAR" "DTSTART:20261205T120000Z"
as     clerk
get    /office/bookings?day=2026-12-05            sees 200 "林夜行" "20:00–20:30" "沈若溪"
as     stranger
get    /office/bookings?day=2026-12-05            sees 200 hides "林夜行"

story "one person, one item, one appointment at a time; given back, the slot is free and another may be made"
as     other
get    /book?centre=C01&item={usual_item}&day=2026-12-07
let    slot = "value=\"([0-9]+-600)\""
open   /book/slot?centre=C01&item={usual_item}&kind=window&day=2026-12-07&slot={slot}      sees 200 "陈国安"
press  /book/slot                                 sees 303 /bookings/
let    booking = "^(/bookings/[0-9a-f]{32})"
let    code = "^/bookings/([0-9a-f]{32})"
open   /book/slot?centre=C01&item={usual_item}&kind=window&day=2026-12-07&slot={slot}
rows   bookings booking_items booking_acts outbox
press  /book/slot                                 sees 409 "您已经预约了其中的事项"
same   rows
get    /my/bookings                               sees 200 "食品经营许可" "已预约"
open   /book?centre=C01&item={usual_item}&day=2026-12-08&change={code}
let    later = "value=\"([0-9]+-840)\""
open   /book/slot?centre=C01&item={usual_item}&kind=window&day=2026-12-08&slot={later}&change={code}
press  /change                                    sees 303 {booking}
get    {booking}                                  sees 200 "2026年12月8日" "改约" "14:00–14:30"
sql    "SELECT SUM(c.taken) FROM slot_counts c JOIN bookings b ON b.plan_id = c.plan_id WHERE b.code = '{code}' AND c.day_on = '2026-12-08' AND c.from_minute = 840" is "1"
open   {booking}
press  /cancel cancel_reason=改天再来               sees 303 {booking}
post   {booking}/cancel                           sees 409 "已经结束"
sql    "SELECT GROUP_CONCAT(act ORDER BY position) FROM booking_acts a JOIN bookings b ON b.id = a.booking_id WHERE b.code = '{code}'" is "book,change,cancel"
sql    "SELECT SUM(c.taken) FROM slot_counts c JOIN bookings b ON b.plan_id = c.plan_id WHERE b.code = '{code}' AND c.day_on = '2026-12-08' AND c.from_minute = 840" is "0"
open   /book/slot?centre=C01&item={usual_item}&kind=window&day=2026-12-07&slot={slot}
press  /book/slot                                 sees 303 /bookings/

story "a slot that is gone by, too far ahead or never was is refused"
as     nobody
get    /book?centre=C01&item={usual_item}&day=2026-12-07
let    slot = "value=\"([0-9]+-600)\""
get    /book/slot?centre=C01&item={usual_item}&kind=window&day=2026-11-16&slot={slot}      sees 409 "已过"
get    /book/slot?centre=C01&item={usual_item}&kind=window&day=2027-01-25&slot={slot}      sees 409 "还没有开放"
get    /book/slot?centre=C01&item={usual_item}&kind=window&day=2026-12-07&slot=999999-600   sees 409 "没有这个时段"
get    /book/slot?centre=C01&item={usual_item}&kind=window&day=2026-12-07&slot=x           sees 409 "没有这个时段"
get    /book?centre=C99                           sees 404
get    /bookings/00000000000000000000000000000000  sees 404

story "a home visit says where and why, and an officer is named for it"
as     nobody
get    /book?centre=C01&item={usual_item}&kind=visit&day=2026-12-09
let    slot = "value=\"([0-9]+-570)\""
open   /book/slot?centre=C01&item={usual_item}&kind=visit&day=2026-12-09&slot={slot}
press  /book/slot booking_name=何奶奶 booking_phone=13900000802      sees 422 "上门地址"
press  /book/slot booking_name=何奶奶 booking_phone=13900000802 visit_address=枫叶巷6号 visit_reason=卧病在床      sees 303
let    booking = "^(/bookings/[0-9a-f]{32})"
as     clerk
open   /office/bookings?day=2026-12-09            sees 200 "枫叶巷6号" "未指定"
let    desk = "href=\"(/office/bookings/[0-9]+)\""
open   {desk}                                     sees 200 "卧病在床" "何奶奶"
let    officer = "value=\"([0-9]+)\">顾长青"
press  /assign officer={officer}                  sees 303
post   {desk}/assign officer={officer} version=1   sees 409
sql    "SELECT recipient FROM outbox WHERE channel = 'sms' AND kind = 'booking_assigned' ORDER BY id DESC LIMIT 1" is "13900000802"
as     nobody
get    {booking}                                  sees 200 "顾长青" "指定工作人员"
as     stranger
get    {desk}                                     sees 404

story "the day before, a reminder, once; who does not come three times is barred"
as     nobody
get    /book?centre=C01&item={usual_item}&day=2026-11-25
let    slot = "value=\"([0-9]+-540)\""
open   /book/slot?centre=C01&item={usual_item}&kind=window&day=2026-11-25&slot={slot}
press  /book/slot booking_name=常不来 booking_phone=13900000803      sees 303
today  2026-11-24
clock
clock
sql    "SELECT recipient FROM outbox WHERE channel = 'sms' AND kind = 'booking_reminder' ORDER BY id DESC LIMIT 1" is "13900000803"
today  2026-11-26
clock
sql    "SELECT state FROM bookings WHERE holder = CONCAT('p', LOWER(HEX(blind_phone('13900000803'))))" is "missed"
sql    "SELECT recipient FROM outbox WHERE channel = 'sms' AND kind = 'booking_missed' ORDER BY id DESC LIMIT 1" is "13900000803"
sql    "INSERT INTO bookings (number, code, holder, name, phone, organ_code, plan_id, centre_code, kind, day_on, from_minute, to_minute, state, created_at) SELECT CONCAT(number, n), CONCAT('00000000', n), holder, name, phone, organ_code, plan_id, centre_code, kind, DATE_SUB(day_on, INTERVAL 10 DAY), from_minute, to_minute, state, created_at FROM bookings, (SELECT 1 AS n UNION ALL SELECT 2) m WHERE holder = CONCAT('p', LOWER(HEX(blind_phone('13900000803'))))"
get    /book?centre=C01&item={usual_item}&day=2026-12-03
let    slot = "value=\"([0-9]+-540)\""
open   /book/slot?centre=C01&item={usual_item}&kind=window&day=2026-12-03&slot={slot}
press  /book/slot booking_name=常不来 booking_phone=13900000803      sees 409 "多次预约未到"

story "plans: an evening on a holiday, a closed day, a week copied"
as     clerk
open   /office/plans                              sees 200 "预约安排"
press  /office/plans plan_centre=C01 plan_when=once plan_on=2026-12-19 plan_from=19:00 plan_to=18:00 plan_each=30 plan_capacity=1      sees 409 "结束时间"
press  /office/plans plan_centre=C01 plan_when=once plan_on=2026-12-19 plan_from=7pm plan_to=21:00 plan_each=30 plan_capacity=1      sees 422 "09:00"
press  /office/plans plan_centre=C01 plan_when=once plan_from=19:00 plan_to=21:00 plan_each=30 plan_capacity=1      sees 422
press  /office/plans plan_centre=C01 plan_window=A02 plan_when=once plan_on=2026-12-13 plan_from=19:00 plan_to=21:00 plan_each=30 plan_capacity=1      sees 303 /office/plans
as     nobody
get    /book?centre=C01&item={usual_item}&day=2026-12-13      sees 200 "19:00–19:30" "20:30–21:00"
as     clerk
open   /office/plans                              sees 200 "2026年12月13日"
press  /office/plans/copy copy_from=2026-12-09 copy_to=2026-12-16      sees 303
press  /office/plans/copy copy_from=2026-12-09 copy_to=2026-12-16      sees 303
sql    "SELECT COUNT(*) FROM slot_plans WHERE on_on = '2026-12-20' AND organ_code = '11990100009901315A'" is "1"
open   /office/plans
press  /office/plans/close plan_centre=C01 close_on=2026-12-13 close_reason=设备检修      sees 303
post   /office/plans/close plan_centre=C01 close_on=2026-12-13 close_reason=设备检修      sees 409 "已经登记停办"
as     nobody
get    /book?centre=C01&item={usual_item}&day=2026-12-13&kind=window      sees 200 hides "19:00–19:30"
as     clerk
open   /office/plans                              sees 200 "设备检修"
press  /office/plans/open close_on=2026-12-13      sees 303
# What the whole hall closed is closed to an organ that had no plans there then.
as     other
get    /book?centre=C01&item={usual_item}&day=2026-12-13&kind=window      sees 200 "19:00–19:30"
sql    "INSERT INTO slot_closures (centre_code, organ_code, closed_on, reason, by_hall) SELECT 'C01', code, '2026-12-13', '停电检修', 1 FROM organs WHERE code <> '11990100009901315A' ORDER BY code LIMIT 2; SELECT 1" is "1"
get    /book?centre=C01&item={usual_item}&day=2026-12-13&kind=window      sees 200 hides "19:00–19:30"
sql    "UPDATE slot_closures SET by_hall = 0 WHERE closed_on = '2026-12-13'; SELECT 1" is "1"
get    /book?centre=C01&item={usual_item}&day=2026-12-13&kind=window      sees 200 "19:00–19:30"
sql    "DELETE FROM slot_closures WHERE closed_on = '2026-12-13'; SELECT 1" is "1"
as     applicant
get    /office/plans                              sees 403

# ---- queue numbers (DOMAIN 30, 34, 45) ----

story "a number with two matters is called once, and both are opened"
today  2026-11-27
sql    "DELETE FROM tickets WHERE centre_code = 'C01'; DELETE FROM window_seats"
as     nobody
get    /queue                                     sees 200 "云川市政务服务中心" "正在取号"
open   /queue?centre=C01&item=11990100009901315A3990113181000&item=11990100009901315A3990113102000      sees 200 "为以下事项取号" "特种设备使用登记" "公司设立登记"
post   /queue centre=C01 item=11990100009901315A3990113181000 item=11990100009901315A3990113102000      sees 303 /queue/tickets/
again                                             sees 303 /queue/tickets/
let    ticket = "^(/queue/tickets/[0-9a-f]{32})"
sql    "SELECT COUNT(*) FROM tickets WHERE centre_code = 'C01'" is "1"
get    {ticket}                                   sees 200 "A001" "前面还有 0" "A01, A02, A03, A04"
get    {ticket}?print=1                           sees 200 "A001"
get    {ticket}/qr.svg                            sees 200 "<svg"
as     clerk
open   /office/queue                              sees 200 "请先选择您所在的窗口"
press  /office/queue/seat seat=C02/04             sees 409 "不能在这个窗口就座"
press  /office/queue/seat seat=C01/A02            sees 303
open   /office/queue                              sees 200 "A001"
press  /office/queue/call                         sees 303
press  /office/queue/call                         sees 303
open   /office/queue                              sees 200 "A001" "请到窗口"
post   /office/queue/call                         sees 409 "请先办完手上的号码"
as     nobody
get    /queue/screen/C01                          sees 200 "A001" "A02"
get    {ticket}                                   sees 200 "请到窗口 A02"
as     clerk
open   /office/queue
press  /recall                                    sees 303
open   /office/queue                              sees 200 "已叫次数 2"
let    started = "action=\"(/office/queue/[0-9]+/start)\""
press  /start                                     sees 303
post   {started} version=1                        sees 409 "状态已经改变"
open   /office/queue                              sees 200 "办理中" "窗口收件"
sql    "SELECT COUNT(*) FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id WHERE t.centre_code = 'C01' AND i.opened_at IS NOT NULL" is "2"
let    intake = "href=\"(/office/window/items/[^\"]+)\""
open   {intake}                                   sees 200
press  /11990100009901315A3990113102000 applicant_kind=person applicant_name=林晓雨 holder_number=990102199603140028 identity_seen=card acting=self contact_phone=13900000804 delivery=window      sees 303 /office/window/
sql    "SELECT COUNT(*) FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id WHERE t.centre_code = 'C01' AND i.case_id IS NOT NULL" is "1"
open   /office/queue                              sees 200 "已收件"
press  /finish                                    sees 303
get    /office/queue                              sees 200 "今日已办" "A001" "已办完" hides "延时服务 </span>"
sql    "SELECT GROUP_CONCAT(act ORDER BY position) FROM ticket_acts a JOIN tickets t ON t.id = a.ticket_id WHERE t.centre_code = 'C01'" is "take,call,recall,start,finish"

story "a matter with a window of its own is called there, whatever else waits"
as     nobody
open   /queue?centre=C01&item=11990100009901315A3990113101000
press  /queue                                     sees 303
let    own = "^(/queue/tickets/[0-9a-f]{32})"
get    {own}                                      sees 200 "办理窗口 A02"
get    /queue?centre=C01&item=1199010000990114783990111401000
open   /queue?centre=C01&item=1199010000990114783990111401000
press  /queue                                     sees 303
let    jobs = "^(/queue/tickets/[0-9a-f]{32})"
get    {jobs}                                     sees 200 "C001" "办理窗口 C01"
open   {jobs}
press  /leave                                     sees 303
post   {jobs}/leave                               sees 409 "已被叫到或已结束"
get    {jobs}                                     sees 200 "已放弃"

story "begun before closing, finished after it: extended hours"
pass   8 hours
as     clerk anew
open   /office/queue                              sees 200 "A002"
press  /call                                      sees 303
pass   20 minutes
open   /office/queue
press  /start                                     sees 303
pass   50 minutes
as     clerk anew
open   /office/queue                              sees 200 "A002"
press  /finish                                    sees 303
get    /office/queue                              sees 200 "延时服务 1"
sql    "SELECT after_hours FROM tickets WHERE centre_code = 'C01' AND day_on = '2026-11-27' AND serial = 2 AND letter = 'A'" is "1"
as     nobody
open   /queue?centre=C01&item={usual_item}        sees 200 "不在开放时间"
post   /queue centre=C01 item={usual_item}        sees 409 "不在开放时间"

story "passed on to another window, before those who wait there; missed when nobody comes"
today  2026-11-30
as     nobody
open   /queue?centre=C01&item={usual_item}
press  /queue                                     sees 303
open   /queue?centre=C01&item=1199010000990114783990111401000
press  /queue                                     sees 303
as     clerk anew
open   /office/queue
press  /call                                      sees 303
open   /office/queue
press  /pass to_window=C01                        sees 422
press  /pass to_window=Z9 pass_reason=不属本窗口      sees 404
press  /pass to_window=C01 pass_reason=不属本窗口      sees 303
as     tang.xiaoman anew
open   /office/queue
press  /office/queue/seat seat=C01/C01            sees 303
open   /office/queue                              sees 200 "A001" "C001"
press  /call                                      sees 303
open   /office/queue
sql    "SELECT CONCAT(letter, serial) FROM tickets WHERE state = 'called' AND centre_code = 'C01' AND day_on = '2026-11-30'" is "A1"
press  /miss                                      sees 303
as     clerk
get    /office/queue                              sees 200 "没有人在等候"

story "who has an appointment checks in and is called first"
as     nobody
open   /queue?centre=C01&item={usual_item}
press  /queue                                     sees 303
get    /book?centre=C01&item={usual_item}&day=2026-11-30
let    slot = "value=\"([0-9]+-660)\""
open   /book/slot?centre=C01&item={usual_item}&kind=window&day=2026-11-30&slot={slot}
press  /book/slot booking_name=先到先办 booking_phone=13900000805      sees 303
let    booking = "^(/bookings/[0-9a-f]{32})"
post   {booking}/arrive                           sees 409 "预约开始前一小时内"
pass   80 minutes
open   {booking}                                  sees 200 "我已到场"
let    number = ">([0-9]{11})<"
post   /book/find booking_number={number} phone_last=0000      sees 422 "编号或电话不对"
post   /book/find booking_number={number} phone_last=0805      sees 303 {booking}
press  /arrive                                    sees 303 /queue/tickets/
press  /arrive                                    sees 303
open   {booking}                                  sees 200 "已到场"
as     clerk anew
open   /office/queue
press  /call                                      sees 303
get    /office/queue                              sees 200 "先到先办"
post   /book/find booking_number={number} phone_last=1111      sees 422
post   /book/find booking_number={number} phone_last=1112      sees 422
post   /book/find booking_number={number} phone_last=1113      sees 422
post   /book/find booking_number={number} phone_last=0805      sees 429

# ---- kiosks (DOMAIN 31) ----

story "a kiosk that is left ends the session, and what was done on it"
ctl    kiosk add C01 一楼东侧                        sees "token: "
let    token = "token: ([0-9a-f]{64})"
as     nobody
get    /kiosk                                     sees 200 "请选择要办的事"
open   /kiosk/set_up
press  /kiosk/set_up kiosk_token=0000000000000000000000000000000000000000000000000000000000000000      sees 422 "令牌不对"
press  /kiosk/set_up kiosk_token={token}          sees 303 /kiosk
get    /kiosk                                     sees 200 "一楼东侧" "data-kiosk"
get    /items                                     sees 200 "data-kiosk" "url=/kiosk/end" hides "ym-footer"
open   /sign-in
press  /sign-in login=lin.xiaoyu password=yimen-sample      sees 303
get    /my/                                       sees 200 "退出并清除"
pass   60 seconds
get    /my/                                       sees 200
pass   91 seconds
get    /my/                                       sees 303 /sign-in
open   /sign-in
press  /sign-in login=lin.xiaoyu password=yimen-sample      sees 303
get    /my/                                       sees 200
post   /kiosk/end                                 sees 303 /kiosk
get    /my/                                       sees 303 /sign-in
sql    "SELECT s.expires_at <= s.created_at + INTERVAL 1 MINUTE FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE a.login = 'lin.xiaoyu' ORDER BY s.created_at DESC LIMIT 1" is "1"
get    /kiosk                                     sees 200 "一楼东侧"
get    /kiosk/end                                 sees 303 /kiosk
open   /queue?centre=C01&item={usual_item}        sees 200 "为以下事项取号"
press  /queue                                     sees 303
sql    "SELECT source FROM tickets ORDER BY id DESC LIMIT 1" is "kiosk"
as     applicant
get    /kiosk/end                                 sees 303 /kiosk
get    /my/                                       sees 200
