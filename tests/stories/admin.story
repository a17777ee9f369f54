# The system administrator: places, days and settings; what hangs on a thing; who changed what (issue 5, 7).

story "an organ is changed with a reason, one of two wins, and the earlier value is set again"
today  2026-11-24
as     system
open   /admin/organs/11990100009901315A           sees 200 "云川市市场监督管理局" "未办结的办件" "不能停用"
press  /11990100009901315A admin_phone=0980-8800999 admin_area=990100 sees 422 "理由"
open   /admin/organs/11990100009901315A
rows   admin_acts
press  /11990100009901315A admin_phone=0980-8800999 admin_area=990100 admin_reason=电话号码升位，云政数〔2026〕8号   sees 303
again  sees 303
sql    "SELECT phone FROM organs WHERE code = '11990100009901315A'"   is "0980-8800999"
sql    "SELECT act, JSON_VALUE(was, '$.phone'), JSON_VALUE(became, '$.phone'), actor_name FROM admin_acts ORDER BY number DESC LIMIT 1"   is "edit\t0980-8800131\t0980-8800999\t欧阳铭"
open   /admin/organs/11990100009901315A           sees 200 "0980-8800131" "电话号码升位" "恢复到这次改动之前"
let    act = "back=([0-9]+)"
post   /admin/organs/11990100009901315A version=1 admin_name=云川市市场监督管理局 admin_area=990100 organ_nature=1 admin_position=15 admin_reason=我打开得更早   sees 409 "已有同事"
open   /admin/organs/11990100009901315A?back={act}   sees 200 "尚未保存" "0980-8800131"
press  /11990100009901315A admin_area=990100 admin_reason=新号码还没有启用   sees 303
sql    "SELECT phone FROM organs WHERE code = '11990100009901315A'"   is "0980-8800131"
open   /admin/organs/11990100009901315A
press  /11990100009901315A admin_area=990100 admin_reason=没有改动任何内容   sees 409 "没有变化"
clock
ctl    verify                                     sees "acts of administrators, 0 faults"
sql    "UPDATE admin_acts SET reason = '另一个理由' WHERE number = {act}; SELECT 1"   is "1"
ctl    fails verify                               sees "act {act} of administrators: changed, missing or not theirs"
sql    "UPDATE admin_acts SET reason = '电话号码升位，云政数〔2026〕8号' WHERE number = {act}; SELECT 1"   is "1"
ctl    verify                                     sees "acts of administrators, 0 faults"

story "an organ on which something hangs is not retired; an empty one is, and comes back"
as     system
post   /admin/organs/11990100009901315A/retire version=3 admin_reason=机构改革   sees 409 "还有业务与它相连"
open   /admin/organs/new                          sees 200 "统一社会信用代码"
press  /new organ_code=11990100009901315A admin_name=重复的代码 admin_area=990100 admin_reason=试一试   sees 422 "已被使用"
press  /new organ_code=1199010000990131 admin_name=校验位不对 admin_area=990100 admin_reason=试一试   sees 422
press  /new organ_code=12990100009909990U admin_name=云川市新设服务中心 admin_area=990100 admin_reason=机构设立   sees 303 /admin/organs/12990100009909990U
get    /publish/items                             sees 403
open   /admin/organs/12990100009909990U           sees 200 "云川市新设服务中心" "机构设立"
press  /retire                                    sees 422 "理由"
open   /admin/organs/12990100009909990U
press  /retire admin_reason=职责划转               sees 303
again  sees 303
get    /admin/organs?admin_q=%E6%96%B0%E8%AE%BE                  sees 200 "停用"
sql    "SELECT retired_on IS NOT NULL FROM organs WHERE code = '12990100009909990U'"   is "1"
open   /admin/organs/12990100009909990U
press  /restore admin_reason=划转取消              sees 303
sql    "SELECT GROUP_CONCAT(act ORDER BY number) FROM admin_acts WHERE subject = 'organ' AND subject_id = '12990100009909990U'"   is "add,retire,restore"
open   /admin/organs/12990100009909990U
press  /retire admin_reason=职责划转               sees 303

story "a hall: hours, a window, what it serves, a closed day"
as     system
open   /admin/centres/C02/hours                   sees 200 "09:00-12:00 13:30-17:30"
press  /hours hours_6=9点到12点 admin_reason=周六延时   sees 422 "09:00-12:00 的样子"
press  /hours hours_6=10:00-09:00 admin_reason=周六延时   sees 422
press  /hours hours_6="09:00-12:00 11:00-13:00" admin_reason=周六延时   sees 422
press  /hours hours_6=09:00-12:30 admin_reason=周六延时   sees 303
sql    "SELECT from_minute, to_minute FROM centre_hours WHERE centre_code = 'C02' AND weekday = 6"   is "540\t750"
sql    "SELECT COUNT(*) FROM centre_hours WHERE centre_code = 'C02'"   is "11"
open   /admin/centres/C02/windows/new             sees 200 "综合窗口"
press  /windows/new window_number=09 admin_name=潮汐窗口 window_letter=A admin_reason=高峰时增开   sees 303 /admin/windows/
let    window = "/admin/windows/([0-9]+)"
open   /admin/windows/{window}                    sees 200 "潮汐窗口" "没有另外承接的事项"
press  /services service_kind=organ service_code=不是代码 admin_reason=委托   sees 422
open   /admin/windows/{window}
press  /services service_kind=item service_code=11990100009901315A0000000000000 admin_reason=委托   sees 422 "没有这个在用的事项"
open   /admin/windows/{window}
press  /services service_kind=organ service_code=11990100009901315A admin_reason=委托受理协议   sees 303
open   /admin/windows/{window}                    sees 200 "云川市市场监督管理局" "增加承接"
press  /retire admin_reason=高峰已过               sees 303
get    /admin/windows/{window}                    sees 200 "停用日期"
sql    "SELECT retired_on IS NOT NULL FROM windows WHERE id = {window}"   is "1"
open   /admin/windows/{window}
press  /restore admin_reason=高峰又来了            sees 303
open   /admin/windows/{window}
press  /retire admin_reason=高峰又过去了            sees 303
open   /admin/centres/C01/plans                   sees 200 "云川市市场监督管理局" "各日已约人数"
press  /close close_on=2026-11-01 admin_reason=设备检修   sees 422 "不能早于今天"
press  /close close_on=2026-12-31 admin_reason=设备检修   sees 303
sql    "SELECT COUNT(*) > 1 FROM slot_closures WHERE centre_code = 'C01' AND closed_on = '2026-12-31'"   is "1"
open   /admin/centres/C01/plans                   sees 200 "设备检修"
press  /close close_on=2026-12-31 admin_reason=再登记一次   sees 409 "已经登记停办"
open   /admin/centres/C01/plans
press  /open admin_reason=检修提前结束              sees 303
sql    "SELECT COUNT(*) FROM slot_closures WHERE centre_code = 'C01' AND closed_on = '2026-12-31'"   is "0"
open   /admin/centres/C01                         sees 200 "窗口" "不能停用"

story "an area below another; a code that lies elsewhere is refused"
as     system
open   /admin/areas/new                           sees 200 "上级区划"
press  /new area_code=99012 area_parent=990121 admin_name=不是代码 admin_reason=试   sees 422
press  /new area_code=990102777 area_parent=990121 admin_name=别处的镇 admin_reason=区划调整   sees 422 "不包含"
press  /new area_code=990121777 area_parent=990121 admin_name=新桥镇 admin_reason=区划调整   sees 303 /admin/areas/990121777
get    /admin/areas/990121777                     sees 200 "乡级" "青屏县"
open   /admin/areas/990121777
press  /retire admin_reason=撤镇设街道             sees 303
open   /admin/areas/new                           hides "990121777"
get    /admin/areas/990102                        sees 200 "不能停用"

story "a setting has limits, a usual value, and a way back"
as     system
get    /admin/settings                            sees 200 "网站名称" "默认值" "下一页"
get    /admin/settings?admin_q=%E7%9B%91%E5%AF%9F%E5%8D%A1              sees 200 "回复监察卡的工作日" hides "网站名称"
open   /admin/settings/watch.reply_days           sees 200 "整数，1 到 60" "watch.reply_days"
press  /watch.reply_days setting_value=0 admin_reason=试一试    sees 422 "数值过小"
press  /watch.reply_days setting_value=八 admin_reason=试一试   sees 422
press  /watch.reply_days setting_value=8 admin_reason=云政数〔2026〕12号   sees 303
sql    "SELECT value, version FROM settings WHERE name = 'watch.reply_days'"   is "8\t1"
post   /admin/settings/watch.reply_days version=0 setting_value=9 admin_reason=我打开得更早   sees 409 "已有同事"
open   /admin/settings/watch.reply_days           sees 200 "云政数〔2026〕12号" "恢复默认值"
press  /reset admin_reason=试行结束                sees 303
sql    "SELECT COUNT(*) FROM settings WHERE name = 'watch.reply_days'"   is "0"
open   /admin/settings/site.party_url
press  /site.party_url setting_value=//elsewhere.example admin_reason=试一试   sees 422 "https://"
get    /admin/settings/no.such_setting            sees 404
get    /admin/history                             sees 200 "云政数〔2026〕12号" "欧阳铭"
get    /admin/history.csv                         sees 200 "watch.reply_days"

story "three administrators, each with their own power"
as     security
get    /admin/                                    sees 200 hides "行政区划"
get    /admin/settings                            sees 403
get    /admin/history                             sees 200 hides "云政数〔2026〕12号"
post   /admin/settings/watch.reply_days version=0 setting_value=9 admin_reason=越权   sees 403
as     auditor
get    /admin/history                             sees 200 "云政数〔2026〕12号"
get    /admin/organs                              sees 403
as     system
get    /admin/history?admin_q=%E6%BD%AE%E6%B1%90%E7%AA%97%E5%8F%A3              sees 200 "潮汐窗口" hides "watch.reply_days"
get    /office/cases                              sees 403
as     clerk
get    /admin/                                    sees 403
get    /office/                                   sees 200 "href=\"/office/claims\""
as     system
get    /office/                                   sees 200 "href=\"/office/reminders\""

story "the hall opens the days the hall closed; what an organ closed itself, the organ opens"
as     clerk
open   /office/plans                              sees 200
press  /office/plans/close plan_centre=C01 close_on=2026-12-30 close_reason=部门搬迁      sees 303
as     system
open   /admin/centres/C01/plans                   sees 200 "部门搬迁" "由部门自行停办"
press  /close close_on=2026-12-30 admin_reason=停电检修   sees 303
open   /admin/centres/C01/plans                   sees 200 "停电检修" hides "由部门自行停办"
post   /admin/centres/C01/plans/open close_on=2026-12-30 admin_reason=检修提前结束   sees 303
sql    "SELECT organ_code, reason FROM slot_closures WHERE centre_code = 'C01' AND closed_on = '2026-12-30'"   is "11990100009901315A\t部门搬迁"
post   /admin/centres/C01/plans/open close_on=2026-12-30 admin_reason=再恢复一次   sees 409
press  /admin/centres/C01/plans/close close_on=2026-12-29 admin_reason=停电检修   sees 303
as     clerk
open   /office/plans                              sees 200 "大厅停办，由大厅恢复"
post   /office/plans/open plan_centre=C01 close_on=2026-12-29      sees 404
press  /office/plans/open close_on=2026-12-30      sees 303
as     system
open   /admin/centres/C01/plans
press  /open close_on=2026-12-29 admin_reason=检修提前结束   sees 303
sql    "SELECT COUNT(*) FROM slot_closures WHERE centre_code = 'C01' AND closed_on > '2026-12-28'"   is "0"
