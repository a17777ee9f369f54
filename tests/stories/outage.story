# The database goes away and comes back; nobody is lied to.

story "a killed database: an honest page, and all is well again by itself"
given  a case
as     clerk
open   /office/cases/{case}                       sees 200
database stops
get    /office/cases/{case}                       sees 503
press  accept                                     sees 503
get    /readyz                                    sees 503
get    /healthz                                   sees 200
get    /static/favicon.svg                        sees 404
database comes back
wait   15 seconds until /office/cases/{case}      sees 200
sql    "SELECT state FROM cases WHERE number = '{case}'"   is "submitted"
again                                             sees 303 /office/cases/{case}
sql    "SELECT state FROM cases WHERE number = '{case}'"   is "accepted"

story "a hung database: an honest page within seconds"
wait   15 seconds until /readyz                   sees 200
as     clerk
get    /office/                                   sees 200
database hangs
get    /office/                                   sees 503
database comes back
wait   15 seconds until /office/                  sees 200
