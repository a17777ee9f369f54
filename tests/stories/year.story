# The next year's calendar, last of all: it moves the days other stories count.

story "a notice of holidays is a draft, shows what it changes, and becomes a version nobody edits"
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
open   /admin/calendar/drafts/{draft}
press  /publish                                   sees 422 "理由"
open   /admin/calendar/drafts/{draft}
press  /publish admin_reason=国务院办公厅通知       sees 303
again  sees 303
sql    "SELECT source FROM calendars ORDER BY version DESC LIMIT 1"   is "国办发明电〔2026〕9号"
sql    "SELECT GROUP_CONCAT(day_on, works ORDER BY day_on) FROM calendar_days WHERE calendar = (SELECT MAX(version) FROM calendars) AND notice_year = 2027 AND day_on > '2027-02-10'"   is "2027-02-110,2027-02-120,2027-02-141"
sql    "SELECT COUNT(*) FROM calendar_days a WHERE a.calendar = (SELECT MAX(version) FROM calendars) AND a.notice_year = 2026"   is "39"
get    /admin/calendar/drafts/{draft}             sees 200 "已公布"
post   /admin/calendar/drafts/{draft}/publish version=3 calendar_base=13 admin_reason=再来一次   sees 409
post   /admin/calendar/drafts/{draft}/drop version=3 calendar_base=13 admin_reason=放弃它   sees 409
clock
get    /admin/calendar?calendar_year=2027         sees 200 "2027-02-06~2027-02-12 休 春节" "2027-02-14 班"

