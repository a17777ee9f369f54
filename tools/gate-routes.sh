#!/bin/sh
# A page's whole fate is on one line, and the line holds: its template is there, its path is whole, no row is twice.
. "$(dirname "$0")/gate.sh"

sources fcgi | grep -v '^fcgi/worker/' | xargs -r "$AWK" '
/^[ \t]*\{ *(GET|POST),/ {
	row = $0
	gsub(/[ \t]+/, " ", row)
	n = split(row, cell, /, ?/)
	method = cell[1]; sub(/.*\{ ?/, "", method)
	key = method " " cell[2]
	if (key in seen) printf "%s:%d: %s is at %s already\n", FILENAME, FNR, key, seen[key]
	seen[key] = FILENAME ":" FNR
	if (cell[2] !~ /^ ?"\/[^"]*"$/) printf "%s:%d: a path is whole: %s\n", FILENAME, FNR, cell[2]
	# A POST without a form takes no field at all: the loop refuses whatever is sent.
	if (method == "POST" && cell[4] ~ /NULL/ && row ~ /ROUTE_UPLOAD/) printf "%s:%d: files need a form: %s\n", FILENAME, FNR, cell[2]
	template = cell[6]; gsub(/[ "]/, "", template)
	if (template != "NULL") {
		path = "templates/" template
		if ((getline line < path) < 0) printf "%s:%d: there is no %s\n", FILENAME, FNR, path
		close(path)
	} else if (row !~ /ROUTE_RAW/ && cell[5] ~ /NULL/) {
		printf "%s:%d: neither template nor handler: %s\n", FILENAME, FNR, cell[2]
	}
}' >>"$findings" || found "the gate itself failed"

verdict "every route has its template, and is there once"
