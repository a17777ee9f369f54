#!/bin/sh
# The law is pure: what librules.a asks of others is on this list, which holds nothing that reads, writes, waits,
# allocates or tells the time.
. "$(dirname "$0")/gate.sh"
: "${NM:=nm}"
archive=${GATE_ARCHIVE:-$YIMEN_BUILD/librules.a}
allowed='memcpy memcmp memmove memset memchr strlen strnlen strcmp strncmp strchr strrchr strspn strcspn strpbrk strstr
	bsearch qsort snprintf __snprintf_chk __memcpy_chk __memset_chk __strcpy_chk strcpy
	__stack_chk_fail _GLOBAL_OFFSET_TABLE_'

[ -f "$archive" ] || found "$archive: is not there"
"$NM" -g "$archive" 2>/dev/null | "$AWK" -v allowed="$allowed" '
BEGIN { n = split(allowed, list, /[ \t\n]+/); for (i = 1; i <= n; i++) ok[list[i]] = 1 }
/^[^ ].*:$/ { member = $1; next }
$1 == "U" { asked[$2] = member; next }
NF == 3 { has[$3] = 1 }
END {
	for (name in asked)
		if (!(name in has) && !(name in ok) && name !~ /^__(asan|ubsan|sanitizer)_/)
			print asked[name] " asks for " name
}' | LC_ALL=C sort >>"$findings" || found "the gate itself failed"

verdict "the law asks nobody: no clock, no memory, no input or output"
