# What is no page, no method, no body; each is told so, and nothing is stored.

story "what is not there is not found"
get    /no-such-page                              sees 404
get    /office/no-such-page                       sees 404
get    /publish/no-such-page                      sees 404
get    /items/                                    sees 404
get    /items/0000                                sees 404
get    /open/docs/000000000/209901-00001          sees 404
get    /static/no-such-file.css                   sees 404
get    /files/ab/abcd                             sees 404

story "a method a page does not have"
send   POST /items                                sees 405
send   PUT /items                                 sees 405
send   DELETE /items                              sees 405
send   GET /sign-out                              sees 405
send   POST /items "X-HTTP-Method-Override: GET"  sees 405
send   HEAD /items                                sees 200

story "paths that climb, break or hide"
send   GET /..%2f..%2fetc%2fpasswd                sees 400
send   GET /items/..%2f..%2fetc                   sees 400
send   GET /items%00                              sees 400
send   GET /items%ff                              sees 400
send   GET /items/%zz                             sees 400
send   GET //items                                sees 404
send   GET /static/..%2fyimen.conf                sees 404
send   GET /files/../etc/passwd                   sees 404

story "questions in broken letters"
get    /items?q=%ff                               sees 400
get    /items?q=%c0%af                            sees 400
get    /items?q=%ed%a0%80                         sees 400
get    /items?q=%00                               sees 400
get    /items?q=%e2%80%ae                         sees 400

story "broken letters in a form store nothing"
as     nobody
rows   accounts nonces
open   /sign-up/person                            sees 200
let    token = "name=\"token\" value=\"([0-9a-f]+)\""
send   POST /sign-up/person "Content-Type: application/x-www-form-urlencoded" "<token={token}&nonce=00112233445566778899aabbccddeeff&full_name=%ff%fe"    sees 400
send   POST /sign-up/person "Content-Type: application/x-www-form-urlencoded" "<token={token}&nonce=00112233445566778899aabbccddeeff&full_name=%c0%80"    sees 400
send   POST /sign-up/person "Content-Type: application/x-www-form-urlencoded" "<token={token}&full_name=a%00b"                                            sees 400
send   POST /sign-up/person "Content-Type: application/x-www-form-urlencoded" "<token={token}&full_name=%e4%b8"                                           sees 400
same   rows

story "a field nobody declared is refused"
as     nobody
post   /sign-in login=a password=b admin=1        sees 400
post   /sign-up/person full_name=林木 roles=system_admin   sees 400

story "a body too large"
as     nobody
send   POST /sign-in "Content-Type: application/x-www-form-urlencoded" <x300000      sees 413
send   POST /sign-in "Content-Type: application/x-www-form-urlencoded" <x70000000    sees 413

story "another kind of body"
as     nobody
send   POST /sign-in "Content-Type: application/json" <{}                            sees 415
send   POST /sign-in "Content-Type: text/plain" <a=b                                 sees 415
send   POST /sign-in "Content-Type: multipart/form-data; boundary=B" <--B--          sees 415

story "a name of another site is not answered"
send   GET / "Host: evil.example"                 sees 421

story "who asks for the head of a page leaves its body to the others"
send   HEAD /items                                sees 200
get    /items                                     sees 200 "</html>"
