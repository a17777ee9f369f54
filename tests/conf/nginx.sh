#!/bin/sh
# nginx.sh - what nginx adds: headers, its cache, limits, its own pages, and what it keeps to itself.
. "$(dirname "$0")/../tap.sh"
dir=$YIMEN_BUILD/var/check/nginx
stage() { YIMEN_WORKERS=2 YIMEN_SAMPLE=none sh "$YIMEN_SOURCE/tools/stage" "$@"; }
stage stop "$dir" >/dev/null 2>&1
rm -rf "$dir"
trap 'stage stop "$dir" >/dev/null 2>&1' EXIT
YIMEN_RATES=on stage start "$dir" free >"$dir.log" 2>&1 || { tail -n 3 "$dir.log"; echo "Bail out! no server"; exit 1; }
. "$dir/environment"
get() { curl -s -i --max-time 20 "$@"; }
status() { curl -s -o /dev/null -w '%{http_code}' --max-time 20 "$@"; }
answers() {
	wanted=$1
	shift
	got=$(status "$@")
	[ "$got" = "$wanted" ] || { echo "status $got, not $wanted"; return 1; }
}
lacks() {
	pattern=$1
	shift
	! get "$@" | grep -qi "$pattern" || { echo "it has $pattern"; return 1; }
}
served() { grep -c 'route=/ ' "$dir/log/public.log"; }
asked() {	# TIMES-THE-PROGRAM-IS-ASKED COMMAND…: sends five requests at the start of a second
	wanted=$1
	shift
	sleep 1.1
	before=$(served)
	for i in 1 2 3 4 5; do "$@" >/dev/null; done
	sleep 0.2
	got=$(($(served) - before))
	[ "$wanted" = few ] && [ "$got" -le 2 ] && return
	[ "$wanted" = all ] && [ "$got" -eq 5 ] && return
	echo "asked $got times"
	return 1
}
a=$YIMEN_ADDRESS

for header in "content-security-policy: default-src 'none'; script-src 'self'" 'x-content-type-options: nosniff' \
    'x-frame-options: DENY' 'referrer-policy: same-origin'; do
	check "every page says ${header%%:*}" says "$header" sh -c "curl -s -i '$a/' | tr 'A-Z' 'a-z' | tr -d '\r' | sed 's/deny/DENY/'"
done
check 'nginx does not tell its version' lacks '^server: nginx/' "$a/"
check 'another Host is not answered' answers 421 -H 'Host: elsewhere.example' "$a/"
check 'uploads are not served by their name' answers 404 "$a/files/ab/abcdef"
check 'health is told on this machine' answers 200 "$a/readyz"
check 'metrics are told on this machine' answers 200 "$a/metrics"
check 'an unknown page is a 404 of ours' says 'HTTP/1.1 404' get "$a/nowhere"
style=$(sed -n 's/^asset.style = //p' "$YIMEN_SOURCE/static/built/asset.hdf")
check 'static files are immutable' says 'immutable' get "$a$style"
check 'static files are compressed ahead' says '[Cc]ontent-[Ee]ncoding: gzip' get -H 'Accept-Encoding: gzip' -o /dev/null -D - "$a$style"
check 'a path cannot climb out of static' answers 400 --path-as-is "$a/static/../../conf/yimen.conf"

check 'an anonymous page is kept for a second' asked few status "$a/"
check 'a page of somebody is not' asked all status -H 'Cookie: yimen=00' "$a/"
check 'a page of somebody, by its name in production, is not' asked all status -H 'Cookie: a=b; __Host-yimen=00' "$a/"
check 'a page in care mode is another page' asked few status -H 'Cookie: care=1' "$a/"

head -c 64000000 /dev/zero >"$dir/large"
check 'a body too large is a 413 of ours' says '413' get -X POST --data-binary "@$dir/large" "$a/track"
flood() {
	seq 1 3000 | xargs -P 24 -n 100 sh -c 'for i; do printf "url = %s/nowhere-%s\noutput = /dev/null\n" "$0" "$i"; done | curl -s -K - -w "%{http_code}\n"' "$a" |
	    sort | uniq -c
}
check 'a flood is met with 429' says ' 429' flood
sleep 5
check 'and is forgotten soon' answers 404 "$a/nowhere"

# The program dies; nginx shows what it has, or one honest page.
status "$a/" >/dev/null
kill -KILL "-$(cat "$dir/run/public.pid")" 2>/dev/null || kill -KILL "$(cat "$dir/run/public.pid")"
sleep 1.5
check 'a kept page outlives its program' answers 200 "$a/"
check 'others become a 503' answers 503 "$a/items"
check 'which says when to come again' says '[Rr]etry-[Aa]fter' get "$a/items"
check 'and is our own page' says '服务暂时中断' get "$a/items"
stage workers "$dir" >/dev/null
check 'and it heals' answers 404 "$a/nowhere"
finish
