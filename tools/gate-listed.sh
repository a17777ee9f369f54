#!/bin/sh
# What is in the tree is in Makefile.am: sources, queries, test programs, gates.
. "$(dirname "$0")/gate.sh"

listed() {
	grep -qE "(^|[[:space:]])$(printf '%s' "$1" | sed 's/[.]/\\./g')([[:space:]]|\$)" Makefile.am || found "$2: is not in Makefile.am"
}
for file in $(sources $rooms); do
	listed "$file" "$file"
done
for file in sql/queries/*.sql; do
	name=${file##*/}
	[ ! -e "$file" ] || listed "generated/queries/${name%.sql}.c" "$file"
done
for file in $(find tests -name '*.c' -type f 2>/dev/null); do
	# A program by its name, a part of one by its file.
	grep -qE "(^|[[:space:]])${file%.c}(\\.c)?([[:space:]]|\$)" Makefile.am || found "$file: is not in Makefile.am"
done
for file in $(find tests -mindepth 2 \( -name '*.sh' -o -name '*.mjs' \) -type f 2>/dev/null | LC_ALL=C sort); do
	# What another script takes in is a part of it.
	grep -rlF "/${file##*/}" tests --include='*.sh' --include='*.mjs' 2>/dev/null | grep -qvxF "$file" || listed "$file" "$file"
done
for file in tools/gate-*.sh; do
	[ ! -e "$file" ] || listed "$file" "$file"
done

verdict "every file is in Makefile.am"
