#!/bin/sh
# Nothing in the tree names a machine: no home folders, no package hosts, no keys.
. "$(dirname "$0")/gate.sh"

if [ -e .git ] && command -v git >/dev/null; then
	git -c safe.directory="$root" ls-files
else
	find . -type f | sed 's|^\./||' | grep -vE '^(var|node_modules|static/built|generated|build|autom4te\.cache)/|\.(o|a|log)$'
fi | while read -r file; do
	[ -f "$file" ] && case $file in
	tools/gate-places.sh|tests/gates/run.sh) continue ;;
	esac
	grep -nIE '(^|[^A-Za-z0-9_./-])/(home|root|work|Users|mnt|media)/[A-Za-z]' "$file" | sed "s|^|$file:|" | cut -c1-160
	grep -nIE '"resolved":|registry\.|artifactory|_authToken|BEGIN (RSA |EC |OPENSSH )?PRIVATE KEY' "$file" | sed "s|^|$file:|" | cut -c1-160
done >>"$findings"

verdict "nothing names a machine"
