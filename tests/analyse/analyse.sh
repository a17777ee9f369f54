#!/bin/sh
# GCC's analyser and cppcheck find nothing in the sources; where a tool is missing, that is said.
cd "$YIMEN_BUILD" || exit 1
out=var/check/analyse.txt
echo 1..1
if ! command -v cppcheck >/dev/null; then
	echo "ok 1 - analysers # SKIP there is no cppcheck"
	exit 0
fi
if nice make -k -s -j2 analyse >"$out" 2>&1; then
	echo "ok 1 - the analysers find nothing"
else
	grep -E '(error|warning|performance|portability)' "$out" | sed 's/^/# /'
	echo "not ok 1 - the analysers find nothing"
fi
