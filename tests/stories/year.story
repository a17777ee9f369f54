# The next year's calendar, last of all: it moves the days other stories count.

story "a notice of holidays is one person's draft, shows what it changes, and is published by another"
today  2027-06-15
as     system
open   /admin/calendar/drafts/new?calendar_year=2027   sees 200 "一行一天"
press  /new notice_source=国办发明电〔2026〕9号 arrangement="2027-02-05 放"   sees 422 "有误的行"
press  /new notice_source=国办发明电〔2026〕9号 arrangement="2027-01-01~2027-01-03 休 元旦\n2027-02-05~2027-02-11 休 春节\n2027-02-14 班"   sees 303
let    draft = "/admin/calendar/drafts/([0-9]+)"
rows   calendars calendar_days
open   /admin/calendar/drafts/{draft}             sees 200 "会改变的日子" "春节" "调休上班" "全年工作日"
same   rows
press  /drafts/{draft} arrangement="2027-01-01~2027-01-03 休 元旦\n2027-02-06~2027-02-12 休 春节\n2027-02-14 班" notice_source=国办发明电〔2026〕9号   sees 303
open   /admin/calendar/drafts/{draft}             sees 200 "改为上班的日子" "改为休息的日子" hides "公布为新版本"
press  /offer                                     sees 422 "理由"
post   /admin/calendar/drafts/{draft}/publish version=2 admin_reason=自己公布   sees 409 "提出人不能复核"
open   /admin/calendar/drafts/{draft}
press  /offer admin_reason=国务院办公厅通知         sees 303
again  sees 303
open   /admin/calendar/drafts/{draft}             sees 200 "已送请公布" hides "公布为新版本"
post   /admin/calendar/drafts/{draft} version=3 notice_year=2027 notice_source=送出后改动 arrangement="2027-01-01 休"   sees 409
post   /admin/calendar/drafts/{draft}/publish version=3 admin_reason=自己公布   sees 409 "提出人不能复核"
press  /return admin_reason=再核对一次             sees 303
open   /admin/calendar/drafts/{draft}             sees 200 "收回"
press  /offer admin_reason=国务院办公厅通知         sees 303
as     security
get    /admin/                                    sees 200 "待公布的放假安排"
get    /admin/calendar/drafts/new                 sees 403
post   /admin/calendar/drafts/{draft}/drop version=5 admin_reason=越权   sees 403
get    /admin/calendar                            sees 200 "待公布" hides "录入放假安排</a>"
open   /admin/calendar/drafts/{draft}             sees 200 "国务院办公厅通知" "春节" "公布为新版本"
post   /admin/calendar/drafts/{draft}/return version=5 admin_reason=请再核对春节调休   sees 303
as     system
open   /admin/calendar/drafts/{draft}             sees 200 "请再核对春节调休"
press  /offer admin_reason=已核对                  sees 303
as     security
open   /admin/calendar/drafts/{draft}             sees 200 "已核对"
same   rows
press  /publish                                   sees 422 "理由"
open   /admin/calendar/drafts/{draft}
press  /publish admin_reason=与通知原文一致         sees 303
again  sees 303
sql    "SELECT GROUP_CONCAT(CONCAT(power, ' ', act) ORDER BY number) FROM admin_acts WHERE subject = 'calendar' AND subject_id = '{draft}'"   is "system offer,system take_back,system offer,security give_back,system offer,security publish"
sql    "SELECT last_on FROM calendars ORDER BY version DESC LIMIT 1"   is "2027-12-28"
as     system
sql    "SELECT source FROM calendars ORDER BY version DESC LIMIT 1"   is "国办发明电〔2026〕9号"
sql    "SELECT GROUP_CONCAT(day_on, works ORDER BY day_on) FROM calendar_days WHERE calendar = (SELECT MAX(version) FROM calendars) AND notice_year = 2027 AND day_on > '2027-02-10'"   is "2027-02-110,2027-02-120,2027-02-141"
sql    "SELECT COUNT(*) FROM calendar_days a WHERE a.calendar = (SELECT MAX(version) FROM calendars) AND a.notice_year = 2026"   is "39"
get    /admin/calendar/drafts/{draft}             sees 200 "已公布"
post   /admin/calendar/drafts/{draft}/publish version=8 admin_reason=再来一次   sees 409
post   /admin/calendar/drafts/{draft}/drop version=8 admin_reason=放弃它   sees 409
post   /admin/calendar/drafts/{draft}/return version=8 admin_reason=退回它   sees 409
clock
get    /admin/calendar?calendar_year=2027         sees 200 "2027-02-06~2027-02-12 休 春节" "2027-02-14 班"

story "a draft is overtaken by another; the way back is one more draft"
as     system
open   /admin/calendar/drafts/new?calendar_year=2027
press  /new notice_source=国办发明电〔2026〕10号 arrangement="2027-01-01~2027-01-03 休 元旦\n2027-02-06~2027-02-12 休 春节"   sees 303
let    first = "/admin/calendar/drafts/([0-9]+)"
open   /admin/calendar/drafts/new?calendar_year=2027
press  /new notice_source=国办发明电〔2026〕11号 arrangement="2027-01-01~2027-01-03 休 元旦\n2027-02-06~2027-02-13 休 春节"   sees 303
let    second = "/admin/calendar/drafts/([0-9]+)"
open   /admin/calendar/drafts/{first}
press  /offer admin_reason=更正                   sees 303
open   /admin/calendar/drafts/{second}
press  /offer admin_reason=再更正                  sees 303
as     security
open   /admin/calendar/drafts/{first}
press  /publish admin_reason=与更正原文一致         sees 303
open   /admin/calendar/drafts/{second}            sees 200 "又公布了新的日历版本"
press  /publish admin_reason=与更正原文一致         sees 409 "又公布了新的日历版本"
post   /admin/calendar/drafts/{second}/return version=2 admin_reason=已被取代   sees 303
as     system
post   /admin/calendar/drafts/{second}/drop version=3 admin_reason=已被取代   sees 303
sql    "SELECT COUNT(*) FROM calendar_days WHERE calendar = (SELECT MAX(version) FROM calendars) AND day_on = '2027-02-14'"   is "0"
open   /admin/calendar/drafts/{first}             sees 200 "回到公布前的安排"
let    before = "calendar_version=([0-9]+)"
open   /admin/calendar/drafts/new?calendar_year=2027&calendar_version={before}   sees 200 "2027-02-14 班"

