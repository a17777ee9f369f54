#!/bin/sh
# GCC's analyser, clang-tidy and cppcheck find nothing in the sources, and what each is for in a bad example; where a
# tool is missing, that is said.
. "$YIMEN_SOURCE/tests/tap.sh"
cd "$YIMEN_BUILD" || exit 1
dir=$YIMEN_BUILD/var/check/analyse
mkdir -p "$dir"

# A file that was opened and is forgotten; an element behind the last; a memset whose arguments are exchanged.
cat >"$dir/bad.c" <<'END'
#include <stdio.h>
#include <string.h>

int first(const char *path);
int past(void);
void wiped(char *text, size_t n);

int
first(const char *path)
{
	FILE *f = fopen(path, "r");

	return f == NULL ? -1 : fgetc(f);
}

int
past(void)
{
	int rows[4] = { 1, 2, 3, 4 };

	return rows[4];
}

void
wiped(char *text, size_t n)
{
	memset(text, n, 0);
}
END

nothing() {
	nice make -k -s -j2 analyse >"$dir/said" 2>&1 && return
	grep -E '(error|warning|performance|portability)' "$dir/said" || tail -n 20 "$dir/said"
	return 1
}

# with TOOL NAME COMMAND…: as check, where there is the tool.
with() {
	if command -v "$1" >/dev/null; then
		shift
		check "$@"
	else
		tap_number=$((tap_number + 1))
		echo "ok $tap_number - $2 # SKIP there is no $1"
	fi
}

with cppcheck "the analysers find nothing" nothing
check "GCC's analyser finds a file that is never closed" refuses analyzer-file-leak "${CC:-gcc}" -fanalyzer -Werror -O1 -c -o "$dir/bad.o" "$dir/bad.c"
with cppcheck "cppcheck finds what is read behind the last" refuses arrayIndexOutOfBounds cppcheck --quiet --error-exitcode=1 \
	--template='{file}:{line}: {id}' "$dir/bad.c"
with clang-tidy "clang-tidy finds a memset whose arguments are exchanged" refuses bugprone-suspicious-memset-usage \
	clang-tidy --quiet --config-file="$YIMEN_SOURCE/.clang-tidy" "$dir/bad.c" -- -std=c11
with clang-tidy "and what a started program would inherit" refuses android-cloexec-fopen \
	clang-tidy --quiet --config-file="$YIMEN_SOURCE/.clang-tidy" "$dir/bad.c" -- -std=c11
finish
