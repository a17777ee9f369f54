#!/bin/sh
# Every word in Chinese is a word in English and the reverse; every words.X a template or program names is there.
. "$(dirname "$0")/gate.sh"

# The keys of an HDF file, one a line, with dots.  Only a word called none may be empty.
keys() {
	"$AWK" '
	function path(    i, p) { p = ""; for (i = 1; i <= depth; i++) p = p stack[i] "."; return p }
	until != "" { if ($0 == until) until = ""; next }
	{ sub(/^[ \t]+/, ""); sub(/[ \t\r]+$/, "") }
	$0 == "" || /^#/ { next }
	/^}/ { depth--; next }
	/{$/ { name = $0; sub(/[ \t]*{$/, "", name); stack[++depth] = name; next }
	/<</ { name = $0; sub(/[ \t]*<<.*/, "", name); until = $0; sub(/.*<<[ \t]*/, "", until); print path() name; next }
	/=/ { name = $0; sub(/[ \t]*:?=.*/, "", name); print path() name; if ($0 ~ /=[ \t]*$/ && name != "none") print "EMPTY " path() name; next }
	{ printf "STRANGE %s\n", $0 }
	END { if (depth != 0) print "STRANGE braces do not match" }' "$1"
}

zh=$(mktemp) en=$(mktemp)
trap 'rm -f "$findings" "$zh" "$en"' EXIT
for pair in "zh $zh" "en $en"; do
	set -- $pair
	keys "templates/words/$1.hdf" | LC_ALL=C sort >"$2"
	uniq -d "$2" | sed "s|^|templates/words/$1.hdf: twice: |" >>"$findings"
	grep -E '^(EMPTY|STRANGE) ' "$2" | sed "s|^|templates/words/$1.hdf: |" >>"$findings"
done
LC_ALL=C comm -23 "$zh" "$en" | sed 's|^|templates/words/en.hdf: lacks |' >>"$findings"
LC_ALL=C comm -13 "$zh" "$en" | sed 's|^|templates/words/zh.hdf: lacks |' >>"$findings"

# What templates name outright: words.a.b, or the family words.a[…].
find templates -name '*.cs' -type f | LC_ALL=C sort | xargs -r "$AWK" -v keys="$zh" '
BEGIN {
	while ((getline key < keys) > 0) {
		has[key] = 1
		while (sub(/\.[^.]*$/, "", key)) family[key] = 1
	}
}
{
	rest = $0
	# Comments say what a template needs.
	while (match(rest, /<\?cs[ \t]*#[^?]*\?>/)) rest = substr(rest, 1, RSTART - 1) substr(rest, RSTART + RLENGTH)
	sub(/<\?cs[ \t]*#.*/, "", rest)
	while (match(rest, /(^|[^A-Za-z0-9_.])words\.[A-Za-z0-9_.]+\[?/)) {
		name = substr(rest, RSTART, RLENGTH)
		rest = substr(rest, RSTART + RLENGTH)
		sub(/^[^w]/, "", name)
		if (name ~ /\[$/) {
			sub(/\[$/, "", name)
			if (!(name in family)) printf "%s:%d: there are no words %s[…]\n", FILENAME, FNR, name
		} else if (!(name in has) && !(name in family)) {
			printf "%s:%d: there is no word %s\n", FILENAME, FNR, name
		}
	}
}' >>"$findings" || found "the gate itself failed"

verdict "words are complete in Chinese and in English"
