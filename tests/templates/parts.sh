#!/bin/sh
# parts.sh - every template draws with nothing at all to draw, and the parts do what they promise.
: "${YIMEN_SOURCE:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${YIMEN_BUILD:=$YIMEN_SOURCE}"
: "${AWK:=awk}"
render=${YIMEN_RENDER:-$YIMEN_BUILD/tests/templates/render}
templates=$YIMEN_SOURCE/templates
here=$YIMEN_SOURCE/tests/templates/parts
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
number=0
failed=0

# says NAME: reports the last status as one test.
says() {
	status=$?
	number=$((number + 1))
	if [ $status -eq 0 ]; then
		echo "ok $number - $1"
	else
		echo "not ok $number - $1"
		failed=1
	fi
}

# draw LANGUAGE BODY [PAGE.hdf]: one page on stdout.
draw() {
	language=$1 body=$2
	shift 2
	"$render" -r "$templates" -r "$here" -b "$body" -w "$templates/words/$language.hdf" -w "$here/words.hdf" \
	    -w "$here/site.hdf" frame.cs "$@" 2>"$dir/said" || { sed 's/^/# /' "$dir/said"; false; }
}

lacks() { ! grep -qF -e "$1" "$dir/page"; }
holds() { grep -qF -e "$1" "$dir/page"; }

for file in "$templates"/public/*.cs "$templates"/office/*.cs "$templates"/publish/*.cs "$templates"/signin/*.cs "$templates"/admin/*.cs; do
	[ -e "$file" ] || continue
	body=${file#"$templates"/}
	draw zh "$body" >"$dir/page" && holds '</html>'
	says "$body draws when nothing is set"
done

draw en page.cs "$here/page.hdf" >"$dir/page" && holds 'lang="en"'
says "the parts draw in English"
draw zh page.cs "$here/page.hdf" >"$dir/page" && holds 'lang="zh-CN"'
says "the parts draw in Chinese"
holds '&lt;b&gt;一段 &quot;文字&quot;&lt;/b&gt;' && lacks '<b>一段'
says "what was typed is printed, not obeyed"
lacks 'javascript:' && lacks '"//elsewhere'
says "an address from data leads to our own pages or the web, or nowhere"
lacks 'never-shown'
says "a password is never printed back"
holds 'href="#f-number"' && holds 'href="#f-shop_name"'
says "each mistake leads to its field"

# Every id once; whatever points to an id finds it.
"$AWK" '
{
	rest = $0
	while (match(rest, /[ ](id|for|aria-describedby|aria-labelledby|href)="[^"]*"/)) {
		pair = substr(rest, RSTART + 1, RLENGTH - 2)
		rest = substr(rest, RSTART + RLENGTH)
		at = index(pair, "=")
		name = substr(pair, 1, at - 1)
		value = substr(pair, at + 2)
		if (name == "id") {
			if (value in ids) { print "# twice: " value; bad = 1 }
			ids[value] = 1
		} else if (name != "href") {
			count = split(value, part, " ")
			for (i = 1; i <= count; i++) wanted[part[i]] = 1
		} else if (value ~ /^#./)
			wanted[substr(value, 2)] = 1
	}
}
END {
	for (id in wanted) if (!(id in ids)) { print "# nowhere: " id; bad = 1 }
	exit bad
}' "$dir/page"
says "labels, hints and links find what they name, and no id stands twice"

echo "1..$number"
exit $failed
