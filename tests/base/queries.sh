#!/bin/sh
# queries.sh - tools/queries.awk: what it makes of good SQL, and what it says of bad.
: "${YIMEN_SOURCE:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${AWK:=awk}"
compiler=$YIMEN_SOURCE/tools/queries.awk
here=$YIMEN_SOURCE/tests/base/queries
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

# refuses LINE WHY SQL: the SQL (printf escapes) ends with status 1 and this complaint.
refuses() {
	printf '%b' "$3" >"$dir/bad.sql"
	if "$AWK" -v name=bad -v part=c -f "$compiler" "$dir/bad.sql" >"$dir/out" 2>"$dir/said"; then
		echo "# accepted"
		false
	else
		echo "$dir/bad.sql:$1: $2" | diff - "$dir/said" | sed 's/^/# /'
		echo "$dir/bad.sql:$1: $2" | cmp -s - "$dir/said"
	fi
	says "refused: $2"
}

for awk in "$AWK" mawk gawk; do
	command -v "$awk" >/dev/null || continue
	for part in h c; do
		"$awk" -v name=golden -v part=$part -f "$compiler" "$here/golden.sql" |
		    diff "$here/golden.$part.want" - | sed 's/^/# /' >"$dir/differences"
		cat "$dir/differences"
		[ ! -s "$dir/differences" ]
		says "golden.sql makes golden.$part by $(basename "$awk")"
	done
done

refuses 1 'expected "-- name: some_name kind"' '-- name: one_word\nSELECT 1;\n'
refuses 1 'expected "-- name: some_name kind"' '-- name: CamelCase one\nSELECT 1;\n'
refuses 1 'unknown kind "row": one, many, value or change' '-- name: a row\nSELECT 1;\n'
refuses 3 'a is already named at line 1' '-- name: a one\nSELECT 1;\n-- name: a one\nSELECT 1;\n'
refuses 2 'SQL before any "-- name:"' '-- Queries.\nSELECT 1;\n'
refuses 3 'a does not end in a semicolon' '-- name: a one\nSELECT 1\n-- name: b one\nSELECT 1;\n'
refuses 2 'a does not end in a semicolon' '-- name: a one\nSELECT 1\n'
refuses 2 'a does not end in a semicolon' "-- name: a one\nSELECT 'x;\n"
refuses 2 'a is empty' '-- name: a one\n;\n'
refuses 2 'text after the end of a' '-- name: a one\nSELECT 1; SELECT 2;\n'
refuses 3 'text after the end of a' '-- name: a one\nSELECT 1;\nSELECT 2;\n'
refuses 2 'a bare ? in a: name the parameter' '-- name: a one\nSELECT ?;\n'
refuses 2 'a seals no such thing as "name"' '-- name: a change\nUPDATE t SET x = seal_name(:x);\n'
refuses 2 'a: seal_phone(:param)' '-- name: a change\nUPDATE t SET x = seal_phone(y);\n'
refuses 2 'a: blind_number(:param)' '-- name: a change\nUPDATE t SET x = blind_number(CONCAT(:x));\n'
refuses 2 'a: open_phone(column)' '-- name: a one\nSELECT open_phone(MAX(phone)) AS phone FROM t;\n'
refuses 3 'a says *: list the columns' '-- name: a many\nSELECT\n  * FROM t;\n'
refuses 2 'a says *: list the columns' '-- name: a many\nSELECT t.* FROM t;\n'
refuses 2 'a says *: list the columns' '-- name: a many\nSELECT x, * FROM t;\n'
refuses 2 'a returns rows: it is no change' '-- name: a change\nSELECT x FROM t;\n'
refuses 2 'a returns no rows: it is a change' '-- name: a one\nDELETE FROM t;\n'

echo "1..$number"
exit $failed
