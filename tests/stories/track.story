# Where is my case?  Asked without an account.

story "the right code shows the progress, masked"
given  a case
sql    "UPDATE cases SET query_code = 'ABCD2345' WHERE number = '{case}'" is ""
as     nobody
send   POST /track "Content-Type: application/x-www-form-urlencoded" <number={case}&query_code=abcd-2345    sees 200 "已提交"

story "a wrong code and a number that is none are told the same; the sixth try is one too many"
given  a case
as     nobody
send   POST /track "Content-Type: application/x-www-form-urlencoded" <number={case}&query_code=00000000     sees 422 "没有找到这个办件"
send   POST /track "Content-Type: application/x-www-form-urlencoded" <number={case}&query_code=00000000     sees 422
send   POST /track "Content-Type: application/x-www-form-urlencoded" <number={case}&query_code=00000000     sees 422
send   POST /track "Content-Type: application/x-www-form-urlencoded" <number={case}&query_code=00000000     sees 422
send   POST /track "Content-Type: application/x-www-form-urlencoded" <number={case}&query_code=00000000     sees 422
send   POST /track "Content-Type: application/x-www-form-urlencoded" <number={case}&query_code=00000000     sees 429
send   POST /track "Content-Type: application/x-www-form-urlencoded" <number=no-such-case&query_code=00000000   sees 422 "没有找到这个办件"
pass   61 minutes
send   POST /track "Content-Type: application/x-www-form-urlencoded" <number={case}&query_code=00000000     sees 422


story "how the dates were computed is one press further"
given  a case
sql    "UPDATE cases SET query_code = 'ABCD2345' WHERE number = '{case}'" is ""
as     nobody
send   POST /track "Content-Type: application/x-www-form-urlencoded" <number={case}&query_code=abcd-2345             sees 200 "期限是怎样算出来的" hides "使用第"
send   POST /track "Content-Type: application/x-www-form-urlencoded" <number={case}&query_code=abcd-2345&working=1   sees 200 "使用第"
