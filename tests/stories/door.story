# Who is in, for how long, and whose word is believed.

story "a colleague who rests for half an hour signs in again"
as     clerk
get    /office/                                   sees 200
pass   29 minutes
get    /office/                                   sees 200
pass   31 minutes
get    /office/                                   sees 303 /sign-in

story "an applicant has two hours"
as     applicant
get    /password                                  sees 200
pass   119 minutes
get    /password                                  sees 200
pass   121 minutes
get    /password                                  sees 303 /sign-in

story "nobody is sent to the door, and told where they wanted to go"
as     nobody
get    /office/cases                              sees 303 /sign-in?next=%2Foffice%2Fcases

story "a session nobody gave is none"
as     nobody
send   GET /office/ "Cookie: yimen=0000000000000000000000000000000000000000000000000000000000000000"   sees 303 /sign-in
send   GET /office/ "Cookie: yimen=x"             sees 303 /sign-in
send   GET /office/ "Cookie: yimen="              sees 303 /sign-in
send   GET /office/ "Cookie: yimen=\u{27};--"     sees 303 /sign-in

story "who signs out is out, also with the old cookie"
as     clerk anew
open   /office/                                   sees 200
press  /sign-out                                  sees 303 /
get    /office/                                   sees 303 /sign-in

story "a password alone opens nothing to a colleague"
as     nobody
open   /sign-in                                   sees 200
press  /sign-in login=shen.ruoxi password=yimen-sample    sees 303 /sign-in/second
get    /office/                                   sees 303 /sign-in/second
get    /password                                  sees 303 /sign-in/second
open   /sign-in/second                            sees 200
press  /sign-in/second code=000000                sees 422

story "a wrong password and an unknown name are told the same"
as     nobody
open   /sign-in
press  /sign-in login=zhao.yuting password=wrong-password    sees 422 "账号或密码"
press  /sign-in login=no.such.body password=wrong-password   sees 422 "账号或密码"

story "five wrong passwords lock the door for a quarter of an hour"
as     nobody
open   /sign-in
press  /sign-in login=wu.dalei password=wrong-1   sees 422
press  /sign-in login=wu.dalei password=wrong-2   sees 422
press  /sign-in login=wu.dalei password=wrong-3   sees 422
press  /sign-in login=wu.dalei password=wrong-4   sees 422
press  /sign-in login=wu.dalei password=wrong-5   sees 422
press  /sign-in login=wu.dalei password=yimen-sample   sees 422
pass   16 minutes
press  /sign-in login=wu.dalei password=yimen-sample   sees 303

story "who has come in by a browser before is not kept out of it by a stranger's wrong passwords"
as     linjiang.jianye anew
open   /my/                                       sees 200
press  /sign-out                                  sees 303 /
as     nobody
open   /sign-in
press  /sign-in login=linjiang.jianye password=wrong-1    sees 422
press  /sign-in login=linjiang.jianye password=wrong-2    sees 422
press  /sign-in login=linjiang.jianye password=wrong-3    sees 422
press  /sign-in login=linjiang.jianye password=wrong-4    sees 422
press  /sign-in login=linjiang.jianye password=wrong-5    sees 422
press  /sign-in login=linjiang.jianye password=yimen-sample   sees 422
as     linjiang.jianye
open   /sign-in
press  /sign-in login=linjiang.jianye password=yimen-sample   sees 303 /my

story "a form that is not ours is not believed"
given  a case
as     clerk
post   /office/cases/{case}/accept version=2 token=                                    sees 403
post   /office/cases/{case}/accept version=2 token=00000000000000000000000000000000    sees 403
post   /office/cases/{case}/accept version=2 "Origin: http://evil.example"             sees 403
post   /office/cases/{case}/accept version=2 "Origin: null"                            sees 403
post   /office/cases/{case}/accept version=2 "Sec-Fetch-Site: cross-site"              sees 403
sql    "SELECT state FROM cases WHERE number = '{case}'"   is "submitted"

story "another's form token is no token"
given  a case
as     stranger
get    /password                                  sees 200
let    foreign = "name=\"token\" value=\"([0-9a-f]+)\""
as     clerk
post   /office/cases/{case}/accept version=2 token={foreign}   sees 403
sql    "SELECT state FROM cases WHERE number = '{case}'"   is "submitted"

story "a form without its nonce writes nothing"
given  a case
as     clerk
post   /office/cases/{case}/accept version=2 nonce=            sees 400
post   /office/cases/{case}/accept version=2 nonce=1           sees 400
post   /office/cases/{case}/accept version=2 nonce=zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz   sees 400
sql    "SELECT state FROM cases WHERE number = '{case}'"   is "submitted"

story "the way back after the door leads to this site only"
as     nobody
open   /sign-in?next=//evil.example/              sees 200
press  /sign-in login=chen.guoan password=yimen-sample   sees 303 /my

story "who was signed out while filling in a form is told so, and how to keep what was typed"
as     applicant anew
get    /my/account                                sees 200
pass   121 minutes
post   /my/account phone=13900009999              sees 403 "登录已过期" "后退" hides "没有查看这里的权限"

story "a form from before signing in again is told to be out of date"
as     applicant anew
get    /my/account                                sees 200
post   /my/account phone=13900009999 token=00000000000000000000000000000000   sees 403 "页面已过期" hides "没有查看这里的权限"
