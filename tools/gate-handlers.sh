#!/bin/sh
# Handlers take memory from the arena and the time from the request; they see no clock, no heap, no FastCGI.
# Known exceptions: fcgi/signin/door.c opens, when its worker starts, the files that let two passwords be hashed at once;
# fcgi/signin/renew.c gives back the text that liboath allots.
. "$(dirname "$0")/gate.sh"

sources fcgi | grep -v '^fcgi/worker/' | xargs -r "$AWK" '
FNR == 1 { comment = 0 }
{
	code = $0
	gsub(/"([^"\\]|\\.)*"/, "\"\"", code)
	while (1) {
		if (comment) {
			if (!match(code, /\*\//)) { code = ""; break }
			code = substr(code, RSTART + 2)
			comment = 0
		}
		if (!match(code, /\/\*/)) break
		before = substr(code, 1, RSTART - 1)
		rest = substr(code, RSTART + 2)
		if (match(rest, /\*\//)) code = before " " substr(rest, RSTART + 2)
		else { code = before; comment = 1; break }
	}
	if (FILENAME == "fcgi/signin/door.c")
		sub(/= open\(/, "", code)
	if (FILENAME == "fcgi/signin/renew.c")
		sub(/free\(base32\)/, "", code)
	if (match(code, /(^|[^A-Za-z0-9_>.])(malloc|calloc|realloc|free|strdup|strndup|asprintf|vasprintf|memory_get|memory_more|time|gettimeofday|clock_gettime|localtime|localtime_r|gmtime|getenv|exit|abort|fopen|open|fork|system|popen|printf|fprintf) *\(/))
		printf "%s:%d: %s\n", FILENAME, FNR, substr(code, RSTART, RLENGTH)
	if (code ~ /FCGX_|mysql_|db_begin|db_commit|db_rollback/)
		printf "%s:%d: the loop owns this: %s\n", FILENAME, FNR, code
}' >>"$findings" || found "the gate itself failed"

verdict "handlers leave memory, time and transactions to the loop"
