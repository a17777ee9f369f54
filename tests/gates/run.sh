#!/bin/sh
# run.sh - each gate fails on the bad example made for it, and says where; and passes on the good one beside it.
#
# An example is a small tree written here: `bad GATE FILE PATTERN` takes a file's text from stdin, runs the gate
# on a tree that holds it, and wants a complaint that matches PATTERN.
: "${YIMEN_SOURCE:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${CC:=cc}" "${NM:=nm}"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
number=0
failed=0

result() {	# STATUS NAME
	number=$((number + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $number - $2"
	else
		echo "not ok $number - $2"
		sed 's/^/# /' "$work/said"
		failed=1
	fi
}

run_gate() {
	YIMEN_SOURCE=$YIMEN_SOURCE sh "$YIMEN_SOURCE/tools/gate-$1.sh" "$work/tree" >"$work/said" 2>&1
}

write() {
	rm -rf "$work/tree"
	mkdir -p "$work/tree/$(dirname "$1")"
	cat >"$work/tree/$1"
}

bad() {
	write "$2"
	run_gate "$1"
	[ $? -ne 0 ] && grep -q '^not ok' "$work/said" && grep -q -- "$3" "$work/said"
	result $? "$1 sees $4"
}

good() {
	write "$2"
	run_gate "$1"
	result $? "$1 lets pass $3"
}

bad arrows rules/a.c 'rules includes base' 'the law reading the plumbing' <<'END'
#include "base/text.h"
END
bad arrows record/a.c 'record includes catalogue' 'a sibling' <<'END'
#include "catalogue/item.h"
END
bad arrows fcgi/office/a.c 'fcgi/office includes fcgi/public' 'another program' <<'END'
#include "fcgi/public/pages.h"
END
bad arrows fcgi/office/b.c 'reads the queries of public' "another program's queries" <<'END'
#include "generated/queries/public.h"
END
bad arrows base/c.c 'base includes fcgi/worker' 'an arrow back' <<'END'
#include "fcgi/worker/page.h"
END
bad arrows fcgi/public/d.c 'has no place here' 'the template language in a handler' <<'END'
#include <ClearSilver.h>
END
bad arrows ctl/e.c 'not a path from the root' 'a file beside' <<'END'
#include "ctl.h"
END
good arrows fcgi/office/f.c 'what is allowed' <<'END'
#include "fcgi/office/pages.h"
#include "fcgi/worker/page.h"
#include "record/case_act.h"
#include "generated/queries/office.h"
#include "rules/day.h"
#include <string.h>
END

bad strings fcgi/public/a.c 'a tag' 'a tag in C' <<'END'
const char *s = "<p>";
END
bad strings fcgi/public/b.c 'a tag' 'a tag in halves' <<'END'
const char *s = "<"
    "div class=x>";
END
bad strings fcgi/public/c.c 'a tag' 'a tag in disguise' <<'END'
const char *s = "\x3csvg>";
END
bad strings ctl/d.c 'SQL' 'a statement in C' <<'END'
const char *s = "SELECT id FROM cases";
END
bad strings ctl/e.c 'SQL' 'a statement in pieces' <<'END'
const char *s = "UPDATE "	/* quietly */
    "cases SET state = 1";
END
good strings fcgi/public/f.c 'comments, includes and comparisons' <<'END'
#include <stdio.h>
/* <p> SELECT x FROM y */
const char *s = "a < b, 5 <= 6, please select one";
END

bad handlers fcgi/public/a.c 'malloc' 'memory of its own' <<'END'
char *f(void) { return malloc(3); }
END
bad handlers fcgi/office/b.c 'time (' 'a clock' <<'END'
long f(void) { return time (0); }
END
bad handlers fcgi/publish/c.c 'the loop owns this' 'a transaction' <<'END'
void f(struct db *db) { db_commit(db); }
END
good handlers fcgi/public/d.c 'words that only look so' <<'END'
/* free(x) and time(0) are for others */
int f(struct request *rq) { return page_time(rq, "malloc(3)") + rq->time; }
END

bad templates templates/a.cs 'not allowed here: uvar' 'a raw value' <<'END'
<?cs # A page. ?>
<p><?cs uvar:x ?></p>
END
bad templates templates/b.cs 'not allowed here: name:' 'a raw name' <<'END'
<?cs # A page. ?>
<p><?cs name:x ?></p>
END
bad templates templates/c.cs 'a sentence belongs to words' 'a sentence' <<'END'
<?cs # A page. ?>
<p>Please sign in</p>
END
bad templates templates/d.cs 'a sentence belongs to words' 'a Chinese sentence' <<'END'
<?cs # A page. ?>
<p>请登录</p>
END
bad templates templates/e.cs 'href from data without url_validate' 'an address that is not checked' <<'END'
<?cs # A page. ?>
<a href="<?cs var:item.url ?>"><?cs var:item.title ?></a>
END
bad templates templates/f.cs 'in a sum is printed raw' 'an escaper in a sum' <<'END'
<?cs # A page. ?>
<p><?cs var:url_escape(x) + "<b>" ?></p>
END
bad templates templates/g.cs 'fails in silence' 'an include that fails in silence' <<'END'
<?cs # A page. ?>
<?cs include:"parts/x.cs" ?>
END
bad templates templates/h.cs 'belongs to words/: Search' 'a sentence in an attribute' <<'END'
<?cs # A page. ?>
<input aria-label="Search here">
END
bad templates templates/i.cs 'no script and no style' 'a script in a page' <<'END'
<?cs # A page. ?>
<p onclick="go()"></p>
END
bad templates templates/j.cs 'takes a literal' 'a name that is data' <<'END'
<?cs # A page. ?>
<?cs include!x.y ?>
END
good templates templates/k.cs 'a page as it should be' <<'END'
<?cs # A page.  Needs: item. ?>
<?cs include!"parts/frame.cs" ?>
<?cs each:a = items ?><a class="govuk-link" href="<?cs var:url_validate(a.url) ?>"><?cs var:words.x ?></a>
<img src="/items/<?cs var:url_escape(a.code) ?>/qr.svg" alt="<?cs var:words.frame.qr ?>"><?cs /each ?>
END

# Words need three files.
words() {
	rm -rf "$work/tree"
	mkdir -p "$work/tree/templates/words"
	printf 'words {\n\ta {\n\t\tb = x\n%s\t}\n}\n' "$1" >"$work/tree/templates/words/zh.hdf"
	printf 'words {\n\ta {\n\t\tb = x\n%s\t}\n}\n' "$2" >"$work/tree/templates/words/en.hdf"
	printf '<?cs # t ?>\n<?cs var:words.a.%s ?>\n' "$3" >"$work/tree/templates/t.cs"
	run_gate words
	status=$?
}
words '		c = y
' '' b
[ $status -ne 0 ] && grep -q 'en.hdf: lacks words.a.c' "$work/said"
result $? 'words sees a word without English'
words '' '		d = y
' b
[ $status -ne 0 ] && grep -q 'zh.hdf: lacks words.a.d' "$work/said"
result $? 'words sees a word without Chinese'
words '' '' misspelt
[ $status -ne 0 ] && grep -q 'there is no word words.a.misspelt' "$work/said"
result $? 'words sees a word nobody wrote'
words '' '' b
result $status 'words lets pass what is complete'

bad routes fcgi/public/a.c 'files need a form' 'files without a form' <<'END'
	{ POST, "/x", ANYONE, NULL, x_do, NULL, NULL, ROUTE_RAW | ROUTE_UPLOAD },
END
bad routes fcgi/public/b.c 'is at fcgi/public/b.c:1 already' 'a route that is there twice' <<'END'
	{ GET, "/x", ANYONE, NULL, x_do, NULL, NULL, ROUTE_RAW },
	{ GET, "/x", ANYONE, NULL, y_do, NULL, NULL, ROUTE_RAW },
END
bad routes fcgi/public/b.c 'there is no templates/public/gone.cs' 'a template that is not there' <<'END'
	{ GET, "/x", ANYONE, NULL, NULL, "public/gone.cs", NULL, 0 },
END

bad queries sql/queries/public.sql 'does not bind :applicant' 'a query on cases for all' <<'END'
-- name: case_load one
SELECT id FROM cases WHERE number = :number;
END
good queries sql/queries/public.sql 'a query that asks whose' <<'END'
-- name: case_load one
SELECT id FROM cases WHERE number = :number AND applicant_id = :applicant;
-- name: case_count value
-- For anybody: a count of all.
SELECT COUNT(*) AS count FROM cases;
END

bad places a.txt 'a.txt:1' "somebody's folder" <<'END'
see /home/li/yimen
END
bad places b.json 'b.json:1' 'a package host' <<'END'
"resolved": "https://example.org/x.tgz"
END

# The law that asks for the time.
mkdir -p "$work/tree" "$work/lib"
echo '#include <time.h>
long law(void); long law(void) { return (long)time(0); }' >"$work/lib/law.c"
(cd "$work/lib" && "$CC" -c law.c && ar cr lib.a law.o) &&
    GATE_ARCHIVE=$work/lib/lib.a sh "$YIMEN_SOURCE/tools/gate-purity.sh" "$work/tree" >"$work/said" 2>&1
[ $? -ne 0 ] && grep -q 'asks for time' "$work/said"
result $? 'purity sees a clock'

# A file nobody builds.
write rules/lost.c </dev/null
echo 'librules_a_SOURCES = rules/found.c' >"$work/tree/Makefile.am"
run_gate listed
[ $? -ne 0 ] && grep -q 'rules/lost.c: is not in Makefile.am' "$work/said"
result $? 'listed sees a file nobody builds'

# Settings that drifted.
mkdir -p "$work/tree/conf" "$work/bin"
echo 'workers = 8' >"$work/tree/conf/yimen.conf"
printf '#!/bin/sh\necho workers = 9\n' >"$work/bin/yimenctl"
chmod +x "$work/bin/yimenctl"
YIMEN_BUILD=$work/bin sh "$YIMEN_SOURCE/tools/gate-config.sh" "$work/tree" >"$work/said" 2>&1
[ $? -ne 0 ] && grep -q 'workers = 9' "$work/said"
result $? 'config sees settings that drifted'

echo "1..$number"
exit $failed
