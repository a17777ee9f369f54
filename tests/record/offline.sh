#!/bin/sh
# offline.sh - a record given away is proved with neither database nor key, and by somebody else's program too.
. "$(dirname "$0")/../tap.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ctl() { "$YIMEN_BUILD/yimenctl" --config "$YIMEN_CONFIG" "$@"; }
ours() { "$YIMEN_BUILD/yimenctl" check-record "$@"; }
theirs() { node "$YIMEN_SOURCE/tools/check-record.mjs" "$@"; }
file=$work/record.jsonl
bent=$work/bent.jsonl

# both FILE HEAD…: the same verdict of both programs, printed; anything else fails.
both() {
	of=$1 heads=
	shift
	for head in "$@"; do heads="$heads --head $head"; done
	# shellcheck disable=SC2086
	if ours $heads "$of" >"$work/ours" 2>&1; then mine=whole; else mine=bent; fi
	if theirs "$of" "$@" >"$work/theirs" 2>&1; then other=whole; else other=bent; fi
	cat "$work/ours" "$work/theirs"
	[ "$mine" = "$other" ] || { echo "we say $mine and they say $other"; return 2; }
	[ "$mine" = whole ]
}
is_whole() { both "$@"; }
is_bent() { both "$@"; [ $? = 1 ]; }
line() { sed -n "$1p" "$file"; }
# The head of a position, as a paper has it.
head_of() { sed -n "s/^{\"position\":\"$1\".*\"head\":\"\([0-9a-f]*\)\"}\$/$1:\1/p" "$2"; }

check 'what waits is sealed' ctl seal
check 'the record is given away' ctl export-record "$file"
links=$(($(wc -l <"$file") - 1))
last=$(head_of "$links" "$file")
middle=$(head_of 10 "$file")
check 'it holds positions, events, leaves and heads, and nothing else' \
	says '^{"position":"10","event":"[0-9]*","leaf":"[0-9a-f]\{64\}","head":"[0-9a-f]\{64\}"}$' line 11
check 'it goes to stdout' says "\"head\":\"${last#*:}\"" ctl export-record -
check 'the record as given away is whole' is_whole "$file"
check 'its heads agree' is_whole "$file" "$middle" "$last"
check 'half a head is enough' is_whole "$file" "$(printf %.35s "$middle")"
check 'another head is found' is_bent "$file" "10:${last#*:}"
check 'a head beyond the end is found' is_bent "$file" "$((links + 1)):${last#*:}"
check 'the file of heads is read' ours --heads /dev/stdin "$file" <<END
# yimen heads 1: DAY POSITION:HEAD
2026-05-08 $middle
END

sed '11d' "$file" >"$bent"
check 'a link that was deleted' is_bent "$bent"
sed '$d' "$file" >"$bent"
check 'the last link cut off' is_bent "$bent"
head -c -40 "$file" >"$bent"
check 'the last line cut in two' is_bent "$bent"
sed '11{h;d};12{G}' "$file" >"$bent"
check 'two links exchanged' is_bent "$bent"
sed '11p' "$file" >"$bent"
check 'a link put in twice' is_bent "$bent"
sed '11s/"leaf":"[0-9a-f]\{8\}/"leaf":"00000000/' "$file" >"$bent"
check 'a leaf edited' is_bent "$bent"
sed '11s/"head":"[0-9a-f]\{8\}/"head":"00000000/' "$file" >"$bent"
check 'a head edited' is_bent "$bent"
sed '1d' "$file" >"$bent"
check 'the first line gone' is_bent "$bent"
: >"$bent"
check 'an empty file' is_bent "$bent"

# Made anew from a changed leaf on by one who knows how: whole in itself, and caught by a head that was kept.
node -e '
	const { createHash } = require("crypto"), fs = require("fs");
	const lines = fs.readFileSync(process.argv[1], "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
	let head = "0".repeat(64);
	lines[8].leaf = "ab".repeat(32);
	for (const link of lines.slice(1))
		link.head = head = createHash("sha256").update(`head ${head} ${link.position} ${link.leaf}\n`).digest("hex");
	lines[0].head = head;
	fs.writeFileSync(process.argv[2], lines.map((link) => JSON.stringify(link) + "\n").join(""));
' "$file" "$bent"
check 'a record made anew is whole in itself' is_whole "$bent"
check 'and found by a head that was kept' is_bent "$bent" "$middle"
check 'but not by one from before the change' is_whole "$bent" "$(head_of 5 "$file")"

check 'verify takes the same heads' ctl verify --head "$middle" --head "$last"
check 'verify finds another' refuses 'position 10: kept' ctl verify --head "10:${last#*:}"
check 'verify finds what was rolled back' refuses "position $((links + 1)): short" ctl verify --head "$((links + 1)):${last#*:}"
check 'a head is not understood' refuses 'POSITION:HEX' ctl verify --head 12
check 'a file of heads without heads is not understood' refuses 'POSITION:HEX' ctl verify --heads "$file"
check 'a file that is not there' refuses 'No such file' ours "$work/none"
check 'no file at all' refuses 'usage' ours
finish
