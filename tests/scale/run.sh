#!/bin/sh
# run.sh - make scale: three Galera nodes, two groups of workers behind one nginx, and what befalls them (galera.mjs).
#
# SCALE_SECONDS is how long each fault lasts (8), SCALE_ONLY a pattern of the tests' names; all of it takes some five
# minutes.  It is no part of check.  Without galera-4 and mariadb-backup it says so and is skipped; with iptables and
# root a node is cut off by dropping its packets.
set -u
: "${YIMEN_SOURCE:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${YIMEN_BUILD:=$YIMEN_SOURCE}"
export YIMEN_SOURCE YIMEN_BUILD
dir=$YIMEN_BUILD/var/scale

skip() {
	echo "1..0 # SKIP $*"
	exit 0
}

[ -e /usr/lib/galera/libgalera_smm.so ] || skip "galera-4 is not installed (apt-get install galera-4 mariadb-server mariadb-backup socat)"
for command in wsrep_sst_mariabackup mariabackup socat; do
	command -v $command >/dev/null || skip "$command is not installed (apt-get install mariadb-server mariadb-backup socat)"
done

# Ends what a file of DIR/run names and is ours.
end_all() {
	for file in "$dir"/run/node-?.pid "$dir"/two/*.pid; do
		pid=$(cat "$file" 2>/dev/null) || continue
		if tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$dir/"; then
			kill -CONT "$pid" 2>/dev/null
			kill -TERM "$pid" 2>/dev/null
			tries=0
			while kill -0 "$pid" 2>/dev/null && [ $tries -lt 100 ]; do
				tries=$((tries + 1))
				sleep 0.1
			done
			kill -KILL "$pid" 2>/dev/null
		fi
		rm -f "$file"
	done
	sh "$YIMEN_SOURCE/tools/stage" stop "$dir" >/dev/null 2>&1
}

finish() {
	status=$?
	trap '' EXIT INT TERM HUP
	end_all
	exit $status
}

mkdir -p "${dir%/*}" || exit 1
exec 9>"$dir.lock"
if command -v flock >/dev/null && ! flock -n 9; then
	echo "make scale runs already in $dir" >&2
	exit 1
fi
[ ! -d "$dir/run" ] || end_all
rm -rf "$dir"
mkdir -p "$dir" || exit 1
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

YIMEN_RATES=off YIMEN_WORKERS=${YIMEN_WORKERS:-4}
export YIMEN_RATES YIMEN_WORKERS
sh "$YIMEN_SOURCE/tools/stage" prepare "$dir" free >"$dir/prepare.log" 2>&1 || { cat "$dir/prepare.log" >&2; exit 1; }
. "$dir/environment"
node "$YIMEN_SOURCE/tests/scale/galera.mjs" 9>&-
