# Applying: once, by its owner, and what may be taken back.

story "an application is filed once however often it is posted"
as     applicant
given  an application ready to submit
open   {application}/check                        sees 200
press  /submit declaration=1                      sees 303 {application}/receipt
again                                             sees 303 {application}/receipt
sql    "SELECT COUNT(*) FROM case_events WHERE case_id = {id} AND event = 'submit'"   is "1"
again  nonce={fresh}                              sees 303 {application}/receipt
sql    "SELECT COUNT(*) FROM case_events WHERE case_id = {id} AND event = 'submit'"   is "1"

story "without the declaration nothing is filed"
as     applicant
given  an application ready to submit
open   {application}/check
press  /submit                                    sees 422
sql    "SELECT state FROM cases WHERE id = {id}"  is "draft"

story "within ten minutes it may be taken back, and filed again"
as     applicant
given  an application ready to submit
open   {application}/check
press  /submit declaration=1                      sees 303
pass   9 minutes
open   {application}/receipt                      sees 200 "撤回"
press  /take_back                                 sees 303
sql    "SELECT state FROM cases WHERE id = {id}"  is "draft"
open   {application}/check                        sees 200
press  /submit declaration=1                      sees 303
sql    "SELECT state FROM cases WHERE id = {id}"  is "submitted"

story "after ten minutes it may not"
as     applicant
given  an application ready to submit
open   {application}/check
press  /submit declaration=1                      sees 303
open   {application}/receipt                      sees 200
pass   11 minutes
press  /take_back                                 sees 409
sql    "SELECT state FROM cases WHERE id = {id}"  is "submitted"

story "what a colleague has in hand is not taken back"
as     applicant
given  an application ready to submit
open   {application}/check
press  /submit declaration=1                      sees 303
open   {application}/receipt                      sees 200
sql    "UPDATE cases SET state = 'accepted' WHERE id = {id}"
press  /take_back                                 sees 409
sql    "UPDATE cases SET state = 'submitted' WHERE id = {id}"

story "another's application is not there"
as     applicant
given  an application ready to submit
as     other
get    {application}                              sees 404
get    {application}/check                        sees 404
post   {application}/submit declaration=1 version=1   sees 404
post   {application}/delete                       sees 404
sql    "SELECT state FROM cases WHERE id = {id}"  is "draft"

story "the way is looked up by number and code, and nothing is told to who guesses"
as     applicant
given  an application ready to submit
open   {application}/check
press  /submit declaration=1                      sees 303
given  its number and code
as     nobody
open   /track                                     sees 200
press  /track number={number} query_code={code}   sees 200 "林" hides "林晓雨"
open   /track
press  /track number={number} query_code=00000000   sees 422 "没有找到这个办件"
press  /track number=9901002611239999999 query_code={code}   sees 422 "没有找到这个办件"

story "five wrong codes, and the case is silent for an hour"
as     applicant
given  an application ready to submit
open   {application}/check
press  /submit declaration=1                      sees 303
given  its number and code
as     nobody
open   /track
press  /track number={number} query_code=00000000   sees 422
press  /track number={number} query_code=00000001   sees 422
press  /track number={number} query_code=00000002   sees 422
press  /track number={number} query_code=00000003   sees 422
press  /track number={number} query_code=00000004   sees 422
press  /track number={number} query_code={code}     sees 429
pass   61 minutes
press  /track number={number} query_code={code}     sees 200

story "a hundred thousand letters in one field"
as     applicant
given  an application ready to submit
post   {application}/delivery contact_name={long} contact_phone=19900000001 delivery=window   sees 422
sql    "SELECT contact_name FROM cases WHERE id = {id}"   is "林晓雨"

story "more fields than any form has"
as     applicant
given  an application ready to submit
open   {application}/delivery
let    token = "name=\"token\" value=\"([0-9a-f]+)\""
rows   cases nonces case_answers
send   POST {application}/delivery "Content-Type: application/x-www-form-urlencoded" "<token={token}{many}"   sees 400
same   rows

story "an application is not filed once its item has ended"
as     applicant
given  an application ready to submit
open   {application}/check                        sees 200
sql    "UPDATE item_versions v JOIN items i ON i.published_id = v.id JOIN cases c ON c.item_code = i.code SET v.retired_on = '2026-01-01' WHERE c.id = {id}" is ""
press  /submit declaration=1                      sees 409 "停止办理"
sql    "SELECT state FROM cases WHERE id = {id}"  is "draft"
sql    "UPDATE item_versions v JOIN items i ON i.published_id = v.id JOIN cases c ON c.item_code = i.code SET v.retired_on = NULL WHERE c.id = {id}" is ""
press  /submit declaration=1                      sees 303 {application}/receipt
