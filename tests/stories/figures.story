# How many, how long, how late: for everybody and inside.

story "everybody sees the figures and what each means"
as     nobody
get    /stats                                  sees 200 "数据公开" "按时办结率" "每月收件与办结"
get    /stats/received                         sees 200 "十分钟内收回的不算" "FROM case_facts" "SHA-256"
get    /stats/in_hand                          sees 200 "构成这个数字的办件"
get    /stats/promises                         sees 200 "承诺与实际" "最近序位"
get    /stats/nothing                          sees 404
get    /stats.csv                              sees 200 "收件"
get    /stats/done.csv                         sees 200 "number,item_code,title" "****"
get    /stats/done.xlsx                        sees 200

story "what nobody means is a mistake, and hurts nobody"
as     nobody
get    "/stats?from_on=yesterday"              sees 422
get    "/stats?organ=%27%20OR%201%3D1"         sees 422
get    "/stats?organ=NOBODY"                   sees 200 "没有可显示的数据"
get    "/stats?item=%25"                       sees 422
get    "/stats?area=99%25"                     sees 422
get    "/stats?area=110000"                    sees 200
get    "/stats?window=NOBODY"                  sees 200 "没有可显示的数据"
get    "/stats?from_on=2026-10-01&until_on=2026-05-01"     sees 200 "2026-05 至 2026-05"
get    "/stats?until_on=2999-01-01"            sees 200
get    "/stats/received?page=0"                sees 422

story "a case counts when the clock has read the record, and once"
given  a case
clock  runs
sql    "SELECT COUNT(*) FROM case_facts WHERE number = '{case}'" is "1"
sql    "SELECT f.state = c.state FROM case_facts f JOIN cases c ON c.id = f.case_id WHERE f.number = '{case}'" is "1"
as     clerk
open   /office/cases/{case}/accept             sees 200
press  accept                                  sees 303
clock  runs
clock  runs
sql    "SELECT f.state, f.accepted_on = DATE(c.accepted_at) FROM case_facts f JOIN cases c ON c.id = f.case_id WHERE f.number = '{case}'" is "accepted	1"
ctl    figures check

story "what is kept is what the cases say, all of it"
clock  runs
sql    "SELECT COUNT(*) FROM cases WHERE number IS NOT NULL AND state <> 'draft' AND events > 0 AND id NOT IN (SELECT case_id FROM case_facts)" is "0"
sql    "SELECT SUM(received) = (SELECT COUNT(*) FROM case_facts) FROM figure_sums WHERE item_code = '*' AND intake_code = '*' AND organ_code <> '*'" is "1"
sql    "SELECT SUM(received) = (SELECT COUNT(*) FROM case_facts) FROM figure_sums WHERE item_code = '*' AND intake_code = '*' AND organ_code = '*'" is "1"
sql    "SELECT SUM(received) = (SELECT COUNT(*) FROM case_facts) FROM figure_sums WHERE item_code <> '*' AND intake_code <> '*'" is "1"
ctl    figures check

story "inside, numbers are whole, and who was late has a name"
as     qin.jingming
get    /watch/figures                          sees 200 "统计分析" "按部门"
get    /watch/figures/received                 sees 200 "构成这个数字的办件" hides "****"
get    /watch/late                             sees 200 "逾期未办结"
get    /watch/late.csv                         sees 200
get    /watch/scores                           sees 200 "考核通报" "怎样算出"
get    /watch/scores.xlsx                      sees 200
get    "/watch/scores?quarter=never"           sees 422
get    /watch/digest                           sees 200 "SHA-256"
get    "/watch/digest?print=1"                 sees 200
get    "/watch/figures?area=110000"            sees 200
get    /watch/figures/nothing                  sees 404
