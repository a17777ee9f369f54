# Days before, of and after an item: its guide and the door to its application say how it stands.

story "on the day it ends an item says so, and so does the door to its application"
as     nobody
sql    "UPDATE item_versions SET retired_on = '2026-07-06' WHERE item_code = '1199012100990202754990120284000'" is ""
sql    "UPDATE catalogue SET version = version + 1" is ""
get    /items/1199012100990202754990120284000?on=2026-07-06   sees 200 "2026年7月6日起停止办理"
get    /items/1199012100990202754990120284000?on=2031-01-01   sees 200 "起停止办理"
as     applicant anew
get    /items/1199012100990202754990120284000/apply           sees 200 "已经停止办理" "去找要办的事" hides "开始填写"
post   /items/1199012100990202754990120284000/apply           sees 404
get    /items/11990100009901315A-no-such/apply                sees 404
as     nobody
sql    "UPDATE item_versions SET retired_on = NULL WHERE item_code = '1199012100990202754990120284000'" is ""
sql    "UPDATE catalogue SET version = version + 1" is ""

story "of a day to come a guide says what applies now"
as     nobody
get    /items/11990100009901315A3990113101000?on=2099-01-01   sees 200 "2099年1月1日还没有到，下面是现在有效的第 1 版" hides "截至"
