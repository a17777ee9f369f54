# Work orders and letters (DOMAIN 97, 98).

story "a work order goes to an organ and to somebody outside, is late, goes up, and is closed with evidence"
as     qin.jingming
open   /watch/orders/new                          sees 200 "承办单位"
rows   work_orders work_order_parties watch_acts
press  /watch/orders/new class=overdue order_title=超期件督办 order_body=请逐件说明原因并限期办结。 days=2   sees 422 "至少选择一个承办单位"
press  /watch/orders/new class=overdue order_title=超期件督办 order_body=请逐件说明原因并限期办结。 days=99 organs=11990100009901315A   sees 422
press  /watch/orders/new class=overdue order_title=超期件督办 order_body=请逐件说明原因并限期办结。 days=2 organs=11990100009901315A case_number=NOSUCH   sees 422 "没有找到这个办件"
press  /watch/orders/new class=overdue order_title=超期件督办 order_body=请逐件说明原因并限期办结。 days=2 organs=11990100009901315A outside_name_1=云川水务公司   sees 422
same   rows
press  /watch/orders/new class=utility order_title=用水接入超期督办 order_body=请逐件说明原因并限期办结。 days=2 organs=11990100009901315A outside_kind_1=utility outside_name_1=云川水务公司 outside_contact_1=0980-8800999   sees 303 /watch/orders/
again  sees 303
let    order = "/watch/orders/([0-9]+)"
sql    "SELECT COUNT(*) FROM work_orders WHERE title = '用水接入超期督办'"   is "1"
sql    "SELECT number REGEXP '^云政数督〔[0-9]{4}〕[0-9]{4}号$' FROM work_orders WHERE id = {order}"   is "1"
as     clerk
get    /office/messages                           sees 200 "督办工单"
open   /office/orders                             sees 200 "用水接入超期督办" "待签收"
open   /office/orders/{order}                     sees 200 "请逐件说明原因" hides "8800999"
press  /take                                      sees 303
as     stranger
get    /office/orders/{order}                     sees 404
post   /office/orders/{order}/reply version=1 party_reply=不是我们单位的事情，但我来回复。   sees 404
pass   3 working days
clock
clock
sql    "SELECT GROUP_CONCAT(level ORDER BY line) FROM work_order_parties WHERE order_id = {order}"   is "1,1"
as     leader
get    /office/messages                           sees 200 "督办工单逾期"
pass   3 working days
clock
sql    "SELECT GROUP_CONCAT(level ORDER BY line) FROM work_order_parties WHERE order_id = {order}"   is "2,2"
pass   5 working days
clock
sql    "SELECT MAX(level) FROM work_order_parties WHERE order_id = {order}"   is "2"
as     clerk anew
open   /office/orders/{order}                     sees 200 "逾期"
press  /reply party_reply=已核实三件，均已办结，附清单。   sees 303
press  /reply party_reply=已核实三件，均已办结，附清单二。   sees 409
as     qin.jingming anew
open   /watch/orders/{order}                      sees 200 "已核实三件" "云川水务公司" "0980-8800999"
press  /close order_evidence=回复清单已核对，文号齐全。   sees 409 "还有承办单位没有回复"
post   /watch/orders/{order}/parties/1/reply version=9 party_reply=替他们回复一下这件事   sees 409 "不代录"
press  /parties/2/reply party_reply=电话答复：本周五前通水。   sees 303
open   /watch/orders/{order}
press  /parties/1/return return_note=清单缺少办结文号 days=2   sees 303
as     clerk
open   /office/orders/{order}                     sees 200 "清单缺少办结文号" hides "本周五前通水"
press  /reply party_reply=补充办结文号三个，见附件清单。   sees 303
as     qin.jingming
open   /watch/orders/{order}
press  /close order_evidence=回复清单已核对，文号齐全。   sees 303
get    /watch/orders/{order}                      sees 200 "已办结" "文号齐全"
post   /watch/orders/{order}/close version=99 order_evidence=再办结一次看看   sees 409 "已经了结"

story "a letter is numbered, printed, receipted, and so closed"
as     qin.jingming
open   /watch/letters/new
press  /watch/letters/new letter_kind=assignment letter_to=11990100009901315A letter_title=窗口午休无人值守 letter_body=群众反映午间无人值守，请核实整改。 days=3   sees 303 /watch/letters/
let    letter = "/watch/letters/([0-9]+)"
get    /watch/letters/{letter}?print=1            sees 200 "问题交办单" "云政数交办〔" "窗口午休无人值守"
press  /watch/letters/new letter_kind=notice letter_to=11990100009901315A letter_title=提醒规范用语 letter_body=请在一次性告知中使用规范用语。 days=3   sees 409
open   /watch/letters/new
press  /watch/letters/new letter_kind=notice letter_to=11990100009901315A letter_title=提醒规范用语 letter_body=请在一次性告知中使用规范用语。 days=3   sees 303
as     stranger
get    /office/letters/{letter}                   sees 404
as     clerk
open   /office/letters                            sees 200 "窗口午休无人值守" "待签收"
open   /office/letters/{letter}                   sees 200 "请核实整改"
press  /receive                                   sees 422 "处理情况"
press  /receive receipt_note=已安排轮班值守，即日起执行。   sees 303
post   /office/letters/{letter}/receive version=2 receipt_note=x   sees 409 "已经签收"
as     qin.jingming
get    /watch/letters/{letter}                    sees 200 "已签收" "轮班值守"
get    /watch/letters?state=closed                sees 200 "窗口午休无人值守"
sql    "SELECT state, receiver_name <> '' FROM watch_letters WHERE id = {letter}"   is "closed\t1"
