# tap.sh - for tests that are shell scripts: sourced, then `check NAME COMMAND…` for each claim, `finish` at the end.
: "${YIMEN_SOURCE:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${YIMEN_BUILD:=$YIMEN_SOURCE}"
tap_number=0
tap_failed=0
tap_said=$(mktemp)

# check NAME COMMAND…: the command succeeds.
check() {
	tap_name=$1
	shift
	tap_number=$((tap_number + 1))
	if "$@" >"$tap_said" 2>&1; then
		echo "ok $tap_number - $tap_name"
	else
		echo "not ok $tap_number - $tap_name"
		sed 's/^/# /' "$tap_said" | tail -n 20	# what fails last says why
		tap_failed=1
	fi
}

# refuses PATTERN COMMAND…: the command fails and says so.
refuses() {
	tap_pattern=$1
	shift
	if tap_output=$("$@" 2>&1); then
		echo "it was done: $tap_output"
		return 1
	fi
	printf '%s\n' "$tap_output" | grep -q -- "$tap_pattern" || { echo "it said: $tap_output"; return 1; }
}

# says PATTERN COMMAND…: the command succeeds and its output has this.
says() {
	tap_pattern=$1
	shift
	tap_output=$("$@" 2>&1) || { echo "it failed: $tap_output"; return 1; }
	printf '%s\n' "$tap_output" | grep -q -- "$tap_pattern" || { echo "it said: $tap_output"; return 1; }
}

finish() {
	rm -f "$tap_said"
	echo "1..$tap_number"
	exit $tap_failed
}
