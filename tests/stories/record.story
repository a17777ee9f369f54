# The record and its heads, as everybody sees them.

story "the heads of the record are there for all"
as     nobody
get    /open/                     sees 200 "办件记录存证"
get    /open/record               sees 200 "最新存证值" "每日存证值" "不能修改"
get    /open/record/heads.txt     sees 200 "# yimen heads 1: DAY POSITION:HEAD"

story "the seal on a paper is looked up"
as     nobody
get    /open/record
let    seal = "([0-9]+:[0-9a-f]{64})"
get    /open/record?head={seal}                                   sees 200 "一致。到这个编号为止"
get    /open/record?head=1:00000000000000000000000000000000       sees 200 "不一致"
get    /open/record?head=99999999:00000000000000000000000000000000  sees 200 "没有找到这个编号"
get    /open/record?head=hello                                    sees 200 "没有看懂"
get    /open/record?head=1:0000                                   sees 200 "没有看懂"
get    /open/record?page=99                                       sees 200

story "an applicant finds the seal of the own case, and so does who knows its code"
given  a case
sql    "UPDATE cases SET query_code = 'ABCD2345' WHERE number = '{case}'" is ""
as     applicant
get    /my/cases/{case}           sees 200 hides "以上记录的存证值"
ctl    seal
get    /my/cases/{case}           sees 200 "以上记录的存证值，请保存" "open/record?head="
as     nobody
send   POST /track "Content-Type: application/x-www-form-urlencoded" <number={case}&query_code=abcd-2345    sees 200 "以上记录的存证值"
let    seal = "([0-9]+:[0-9a-f]{32})<"
get    /open/record?head={seal}   sees 200 "一致。到这个编号为止"
