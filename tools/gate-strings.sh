#!/bin/sh
# No tag and no SQL in C: pages are in templates/, statements in sql/.
#
# Known exceptions, each for a reason:
#   base/db.c            opens and ends transactions
#   base/db_server.c     sets up a connection and asks a server whether it is ready
#   fcgi/worker/answer.c draws QR codes as SVG
. "$(dirname "$0")/gate.sh"

all=$(sources $rooms)
[ -z "$all" ] || "$AWK" -f "$tools/strings.awk" $all | "$AWK" '
{
	# FILE:LINE:TEXT
	file = $0; sub(/:.*/, "", file)
	rest = substr($0, length(file) + 2)
	line = rest; sub(/:.*/, "", line)
	text = substr(rest, length(line) + 2)
	gsub(/\\(x3[cC]|074)/, "<", text)
	if (text ~ /<[A-Za-z\/!][^<]*>?/ && text ~ /<\/?[A-Za-z!][A-Za-z0-9]*([ >\/]|$)/ && file != "fcgi/worker/answer.c")
		printf "%s:%d: a tag: %s\n", file, line, text
	if (file !~ /^base\/db(_server)?\.c$/ && (text ~ /(^|[^A-Z_])(SELECT|INSERT INTO|INSERT IGNORE|UPDATE|DELETE FROM|REPLACE INTO) [A-Za-z(*`'"'"':%]/ ||
	    text ~ /(^|[^A-Z_])(CREATE|ALTER|DROP|TRUNCATE) (TABLE|DATABASE|USER|VIEW|INDEX)/ || text ~ /(^|[^A-Z_])(GRANT|REVOKE) [A-Z]/ ||
	    text ~ /(^|[^A-Z_])(START TRANSACTION|FOR UPDATE)/))
		printf "%s:%d: SQL: %s\n", file, line, text
}' >>"$findings" || found "the gate itself failed"

verdict "no HTML and no SQL in C"
