#!/bin/sh
# Includes point one way: rules ← base ← {record, catalogue} ← fcgi/worker ← programs, clock, ctl.  Siblings never.
. "$(dirname "$0")/gate.sh"

sources $rooms | xargs -r "$AWK" '
function room_of(path,    part) {
	split(path, part, "/")
	return part[1] == "fcgi" ? part[1] "/" part[2] : part[1]
}
function wrong(why) { printf "%s:%d: %s\n", FILENAME, FNR, why }
BEGIN {
	may["rules"] = " rules "
	may["base"] = may["rules"] "base "
	may["record"] = may["base"] "record "
	may["catalogue"] = may["base"] "catalogue "
	both = may["base"] "record catalogue "
	may["fcgi/worker"] = both "fcgi/worker "
	may["clock"] = both "clock "
	may["ctl"] = both "ctl "
	# One file each: what knows the template language, FastCGI, the database.
	only["ClearSilver.h"] = "^fcgi/worker/page_compile\\.c$"
	only["fcgiapp.h"] = "^fcgi/worker/"
	only["fcgi_stdio.h"] = "^$"
	only["curl/curl.h"] = "^clock/send[a-z_]*\\.[ch]$"
	only["mysql.h"] = "^base/"
	only["mysql/mysql.h"] = "^base/"
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
	split($0, part, "\"")
	target = part[2]
	if (target == "config.h")
		next
	here = room_of(FILENAME)
	there = room_of(target)
	if (there == "generated") {
		# A program reads its own queries and those of shared rooms, never another program'\''s.
		query = target
		sub(/^generated\/queries\//, "", query)
		sub(/\.h$/, "", query)
		if (here == "rules" || here == "base")
			wrong(here " knows no query")
		else if (query ~ /^(public|office|publish|signin|papers|watch|admin)$/ && here != "fcgi/" query)
			wrong(here " reads the queries of " query)
		else if (query ~ /^(ctl|clock)$/ && here != query)
			wrong(here " reads the queries of " query)
		next
	}
	allowed = here in may ? may[here] : both "fcgi/worker " here " "
	if (target !~ /\//)
		wrong("\"" target "\" is not a path from the root")
	else if (index(allowed, " " there " ") == 0)
		wrong(here " includes " there)
}
/^[ \t]*#[ \t]*include[ \t]*</ {
	target = $0
	sub(/^[^<]*</, "", target)
	sub(/>.*/, "", target)
	if (target in only && FILENAME !~ only[target])
		wrong("<" target "> has no place here")
}' >>"$findings" || found "the gate itself failed"

verdict "includes point one way"
