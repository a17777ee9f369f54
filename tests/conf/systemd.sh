#!/bin/sh
# The units of systemd hold each program as it holds itself: nothing that systemd-analyze counts above 2.0 of 10.
: "${YIMEN_SOURCE:=$(cd "$(dirname "$0")/../.." && pwd)}"
. "$YIMEN_SOURCE/tests/tap.sh"

if ! command -v systemd-analyze >/dev/null; then
	echo '1..0 # SKIP systemd-analyze is not there'
	exit 0
fi

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
for unit in "$YIMEN_SOURCE"/conf/systemd/*.service; do
	name=$(basename "$unit")
	name=$(echo "$name" | sed 's/@\./@public./')
	sed 's|@SBIN@|/usr/sbin|; s|@ETC@|/etc|; s|@[A-Z]*@|/usr|g' "$unit" >"$work/$name"
	check "$name is exposed by 2.0 of 10 at the most" systemd-analyze security --offline=true --threshold=20 "$work/$name"
done

# And it would tell: a unit that holds nothing fails.
printf '[Service]\nExecStart=/usr/sbin/open\n' >"$work/open.service"
check 'a unit that holds nothing is told apart' refuses UNSAFE systemd-analyze security --offline=true --threshold=20 "$work/open.service"
finish
