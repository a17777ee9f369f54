# Colleagues of one organ, and who may do what.

story "two officers accept the same case"
given  a case
given  a colleague wang
as     clerk
open   /office/cases/{case}                       sees 200
as     wang
open   /office/cases/{case}                       sees 200
press  accept                                     sees 303 /office/cases/{case}
as     clerk
press  accept                                     sees 409 "已经受理"
sql    "SELECT COUNT(*) FROM case_events e JOIN cases c ON c.id = e.case_id WHERE c.number = '{case}' AND e.event = 'accept'"   is "1"

story "who saw the case before a colleague acted is told so"
given  a case
as     clerk
open   /office/cases/{case}
as     clerk anew
open   /office/cases/{case}
press  claim                                      sees 303
press  accept                                     sees 409
sql    "SELECT state FROM cases WHERE number = '{case}'"   is "submitted"

story "a clerk accepts and cannot grant"
given  a case
as     clerk
open   /office/cases/{case}
press  accept                                     sees 303
get    /office/cases/{case}/grant                 sees 403
post   /office/cases/{case}/grant  outcome_number=X1 decision_note=ok version=2   sees 403
sql    "SELECT state FROM cases WHERE number = '{case}'"   is "accepted"

story "an approver grants and cannot accept"
given  a case
as     approver
get    /office/cases/{case}                       sees 200
post   /office/cases/{case}/accept version=1      sees 403
sql    "SELECT state FROM cases WHERE number = '{case}'"   is "submitted"

story "an approver cannot grant what was never accepted"
given  a case
as     approver
post   /office/cases/{case}/grant  outcome_number=X1 decision_note=ok version=1   sees 409
sql    "SELECT state FROM cases WHERE number = '{case}'"   is "submitted"

story "another organ's case is not there, nor can it be touched"
given  a case
as     stranger
get    /office/cases/{case}                       sees 404
post   /office/cases/{case}/accept version=1      sees 404
post   /office/cases/{case}/claim version=1       sees 404
sql    "SELECT CONCAT(state, version) FROM cases WHERE number = '{case}'"   is "submitted2"

story "the same form posted twice is done once, with one answer"
given  a case
as     clerk
open   /office/cases/{case}
press  accept                                     sees 303 /office/cases/{case}
again                                             sees 303 /office/cases/{case}
sql    "SELECT COUNT(*) FROM case_events e JOIN cases c ON c.id = e.case_id WHERE c.number = '{case}' AND e.event = 'accept'"   is "1"

story "the same nonce with another body is refused"
given  a case
as     clerk
open   /office/cases/{case}
press  claim                                      sees 303
again  version=9                                  sees 409

story "a page beyond the end of the list leads back to its beginning"
as     clerk
get    /office/?page=30                           sees 303 /office/
