#!/bin/sh
# Nothing in the tree names a machine: no home folders, no package hosts, no keys.
. "$(dirname "$0")/gate.sh"

# looks REGEX: in every file but the two that must name such things, in one go.
looks() {
	if [ -e .git ] && command -v git >/dev/null; then
		git -c safe.directory="$root" ls-files
	else
		find . -type f | sed 's|^\./||' | grep -vE '^(var|node_modules|static/built|generated|build|autom4te\.cache)/|\.(o|a|log)$'
	fi | grep -vE '^(tools/gate-places|tests/gates/run)\.sh$' | tr '\n' '\0' | xargs -0 grep -snHIE "$1" | cut -c1-200 >>"$findings"
}
looks '(^|[^A-Za-z0-9_./-])/(home|root|work|Users|mnt|media)/[A-Za-z]'
looks '"resolved":|registry\.|artifactory|_authToken|BEGIN (RSA |EC |OPENSSH )?PRIVATE KEY'

verdict "nothing names a machine"
