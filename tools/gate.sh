# gate.sh - what all gates share; sourced by them.
#
# A gate takes the tree as its argument (default: YIMEN_SOURCE), writes what it finds as "file:line: why" with
# `found`, and ends with `verdict SENTENCE`: one line of TAP, the findings before it as comments, status 1 when there
# are any.  tests/gates/run.sh shows that each gate fails on a bad example.
: "${YIMEN_SOURCE:=$(cd "$(dirname "$0")/.." && pwd)}"
: "${YIMEN_BUILD:=$YIMEN_SOURCE}"
: "${AWK:=awk}"
LC_ALL=C
export LC_ALL
tools=$(cd "$(dirname "$0")" && pwd)
root=${1:-$YIMEN_SOURCE}
cd "$root" || exit 1
findings=$(mktemp) || exit 1
trap 'rm -f "$findings"' EXIT

found() {
	echo "$*" >>"$findings"
}

verdict() {
	echo 1..1
	if [ -s "$findings" ]; then
		sed 's/^/# /' "$findings"
		echo "not ok 1 - $1: $(wc -l <"$findings" | tr -d ' ') found"
		exit 1
	fi
	echo "ok 1 - $1"
	exit 0
}

# sources ROOM…: the C files of these rooms, the ones that are there.
sources() {
	for room in "$@"; do
		[ ! -d "$room" ] || find "$room" -name '*.[ch]' -type f
	done | LC_ALL=C sort
}

rooms='rules base record catalogue fcgi clock ctl'
