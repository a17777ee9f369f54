# A file of items and a document with its attachment, from the webmaster's hand to the public and back, over HTTP.
: "${YIMEN_BUILD:=.}"
if [ -z "${YIMEN_ADDRESS:-}" ]; then
	echo "1..0 # SKIP no stage: YIMEN_ADDRESS is not set"
	exit 0
fi
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
arrange=$YIMEN_BUILD/tests/office/arrange
tests=0 failed=0

is() {	# is NAME EXPECTED ACTUAL
	tests=$((tests + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $tests - $1"
	else
		echo "not ok $tests - $1"
		echo "# expected: $2"
		echo "# found:    $3"
		failed=$((failed + 1))
	fi
}

says() {	# says NAME TEXT: the last page holds this text
	is "$1" 0 "$(grep -qF "$2" "$work/page"; echo $?)"
}

lacks() {	# lacks NAME TEXT: it does not
	is "$1" 1 "$(grep -qF "$2" "$work/page"; echo $?)"
}

token_of() {
	[ -s "$work/$1" ] || "$arrange" session "$1" >"$work/$1" || exit 1
	cat "$work/$1"
}

# get WHO PATH: the status; the page is in $work/page
get() {
	curl -s -o "$work/page" -w '%{http_code}' --max-time 30 -b "yimen=$(token_of "$1")" "$YIMEN_ADDRESS$2"
}

# nobody PATH: the same without an account
nobody() {
	curl -s -o "$work/page" -w '%{http_code}' --max-time 10 "$YIMEN_ADDRESS$1"
}

hidden() {
	sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" "$work/form" | head -n 1
}

# open_form WHO PATH: keeps the token, nonce and version of the forms of a page, as a browser does.
open_form() {
	get "$1" "$2" >/dev/null
	cp "$work/page" "$work/form"
}

# send WHO PATH FIELD…: posts a form with files; the status.  Where it leads stands in $work/location.
send() {
	who=$1 path=$2 version=$(hidden version)
	shift 2
	for field; do
		set -- "$@" -F "$field"
		shift
	done
	curl -s -D "$work/head" -o "$work/page" -w '%{http_code}' --max-time 30 -b "yimen=$(token_of "$who")" \
	    -H "Origin: $YIMEN_ADDRESS" -F "token=$(hidden token)" -F "nonce=$(hidden nonce)" \
	    ${version:+-F "version=$version"} "$@" "$YIMEN_ADDRESS$path"
	sed -n 's/^[Ll]ocation: *\([^?]*\).*/\1/p' "$work/head" | tr -d '\r' >"$work/location"
}

# post WHO PATH FIELD…: the same without files
post() {
	who=$1 path=$2 version=$(hidden version)
	shift 2
	for field; do
		set -- "$@" --data-urlencode "$field"
		shift
	done
	curl -s -D "$work/head" -o "$work/page" -w '%{http_code}' --max-time 30 -b "yimen=$(token_of "$who")" \
	    -H "Origin: $YIMEN_ADDRESS" --data-urlencode "token=$(hidden token)" \
	    --data-urlencode "nonce=$(hidden nonce)" ${version:+--data-urlencode "version=$version"} "$@" \
	    "$YIMEN_ADDRESS$path"
}

# bring FILE MAPPING: uploads it for a dry run; the status, and $batch
bring() {
	open_form yang.fan /publish/imports/new
	send yang.fan /publish/imports/new "import_mapping=$2" "import_file=@$1"
}

organ=11990100009901315A

# ---- a file of items ----

item() {	# item CODE TITLE LIMIT
	printf '{"code":"%s","title":"%s","organ":"%s","area":"990100","kind":"01","audiences":["2"],"bases":[{"title":"试验条例","article":"第一条"}],"promised_limit":%s,"promised_unit":"workday"}\n' \
	    "$1" "$2" "$organ" "$3"
}
{ item JOURNEY-1 批量试验事项一 5; item JOURNEY-2 批量试验事项二 '"五"'; item JOURNEY-1 批量试验事项三 5; } >"$work/wrong.jsonl"
{ item JOURNEY-1 批量试验事项一 5; item JOURNEY-2 批量试验事项二 7; } >"$work/right.jsonl"
printf 'MZ' >"$work/program.exe"
: >"$work/empty.csv"

is "an editor brings no file" 403 "$(get ke.wen /publish/imports/new)"
is "what is no table is refused at once" 422 "$(bring "$work/program.exe" native)"
is "so is an empty file" 422 "$(bring "$work/empty.csv" native)"
is "and a form nobody has described" 422 "$(bring "$work/right.jsonl" ../native)"

is "a file with mistakes is looked at" 303 "$(bring "$work/wrong.jsonl" native)"
batch=$(cat "$work/location")
is "its page opens" 200 "$(get yang.fan "$batch")"
says "it says that nothing was written" 'ym-state--refused'
says "and names the column" '>promised_limit<'
lacks "it cannot be applied" "$batch/apply"
is "its findings narrow to one kind" 200 "$(get yang.fan "$batch?code=duplicate_code")"
lacks "and then say nothing of others" '>promised_limit<'
is "the annotated file comes" 200 "$(get ke.wen "$batch/annotated.csv")"
says "with the mistakes in words" '编码在文件中重复'
says "beside what was brought" '批量试验事项二'

is "a right file is looked at" 303 "$(bring "$work/right.jsonl" native)"
batch=$(cat "$work/location")
open_form yang.fan "$batch"
is "nothing is written before it is confirmed" 404 "$(get yang.fan /publish/items/JOURNEY-1)"
is "an editor does not apply" 403 "$(post ke.wen "$batch/apply")"
is "the webmaster does" 303 "$(post yang.fan "$batch/apply")"
is "once, however often it is posted" 303 "$(post yang.fan "$batch/apply")"
is "its items are drafts" 200 "$(get yang.fan /publish/items/JOURNEY-2)"
says "of one version" 'ym-state--draft'
is "the public sees none" 404 "$(nobody /items/JOURNEY-2)"
is "a webmaster publishes none" 403 "$(post yang.fan "$batch/publish")"
open_form ke.wen "$batch"
is "over warnings an editor needs a reason" 409 "$(post ke.wen "$batch/publish" over_reason=)"
is "and has one" 303 "$(post ke.wen "$batch/publish" over_reason=试验用，其余内容随后补齐)"
is "the public sees it" 200 "$(nobody /items/JOURNEY-2)"
is "the reason is kept" 200 "$(get yang.fan "$batch")"
says "where colleagues see it" '试验用，其余内容随后补齐'
lacks "a finished batch does not turn for ever" 'data-refresh'
is "the export of the batch is offered" 200 "$(get yang.fan "$batch/export")"
is "it comes as it went in" 200 "$(get yang.fan "/publish/export/file?export_mapping=native&export_form=jsonl&batch=${batch##*/}")"
is "line by line" 2 "$(grep -c '"JOURNEY-[12]"' "$work/page")"
is "or as a table" 200 "$(get yang.fan "/publish/export/file?export_mapping=native&export_form=csv&batch=${batch##*/}")"
is "that spreadsheets read" efbbbf "$(od -An -tx1 -N3 "$work/page" | tr -d ' ')"
open_form yang.fan "$batch"
is "what is public a webmaster does not take back" 409 "$(post yang.fan "$batch/undo" version=1 act_reason=试验结束)"
open_form ke.wen "$batch"
is "nor an editor without a reason" 422 "$(post ke.wen "$batch/undo" act_reason=)"
is "but with one" 303 "$(post ke.wen "$batch/undo" act_reason=试验结束)"
sleep 2	# what nginx keeps is a second old at most
is "then it is gone" 404 "$(nobody /items/JOURNEY-2)"

# ---- a file with flows, published in parts ----

sql() {
	mariadb --no-defaults --socket="$YIMEN_SOCKET" --user="$YIMEN_ADMIN" --batch --skip-column-names yimen -e "$1"
}

flow_item() {	# flow_item CODE TITLE
	printf '{"code":"%s","title":"%s","organ":"%s","area":"990100","kind":"07","renewal":true,"audiences":["2"],"promised_limit":9,"promised_unit":"workday","lacking_days":5,"low_risk":true,"promise_notice":"告知","promise_text":"承诺","bases":[{"title":"试验条例","article":"第一条"}],"materials":[{"name":"申请书","necessity":"required","basis":"第一条"},{"name":"照片","necessity":"required","basis":"第一条","promise_allowed":true,"may_lack":true}],"steps":[{"name":"受理","kind":"accept","role":"clerk"},{"name":"甲意见","kind":"opinion","role":"reviewer","limit":3,"unit":"workday","silence":"consent"},{"name":"乙意见","kind":"opinion","role":"reviewer","limit":3,"unit":"workday","needs":[1]},{"name":"审查","kind":"review","role":"reviewer","needs":[2,3]},{"name":"决定","kind":"decide","role":"approver","back_to":[4]}],"checks":[{"step":4,"point":"两份意见没有矛盾","standard":"有矛盾的退回"}]}\n' \
	    "$1" "$2" "$organ"
}
{ flow_item JOURNEY-4 分批试验一; flow_item JOURNEY-5 分批试验二; flow_item JOURNEY-6 分批试验三; } >"$work/flow.jsonl"
is "a file with flows is looked at" 303 "$(bring "$work/flow.jsonl" native)"
batch=$(cat "$work/location")
open_form yang.fan "$batch"
post yang.fan "$batch/apply" >/dev/null
get yang.fan "/publish/export/file?export_mapping=native&export_internal=1&batch=${batch##*/}" >/dev/null
is "its rows come back as they went in" same "$(node -e '
	const rows = (name) => require("fs").readFileSync(name, "utf8").trim().split("\n").map((line) => JSON.parse(line));
	try { require("assert").deepStrictEqual(rows(process.argv[1]), rows(process.argv[2])); console.log("same"); }
	catch (error) { console.log(error.message); }' "$work/page" "$work/flow.jsonl")"
cp "$work/page" "$work/first.jsonl"
sql "INSERT INTO settings (name, value) VALUES ('publish.slice_rows', '2')"
open_form ke.wen "$batch"
is "as many are published as one request may" 303 "$(post ke.wen "$batch/publish" over_reason=分批发布)"
is "two are there" 200 "$(nobody /items/JOURNEY-5)"
is "one is not" 404 "$(nobody /items/JOURNEY-6)"
open_form ke.wen "$batch"
cp "$work/form" "$work/page"
says "the page says how far it is" '2 / 3'
open_form yang.fan "$batch"
is "what is public already a webmaster does not take back" 409 "$(post yang.fan "$batch/undo" version=1 act_reason=试验结束)"
open_form ke.wen "$batch"
is "the rest follows" 303 "$(post ke.wen "$batch/publish" over_reason=分批发布)"
sleep 2
is "now all are there" 200 "$(nobody /items/JOURNEY-6)"
lacks "without the handbook" '两份意见没有矛盾'
says "with the flow" 'class="ym-flow"'
is "each part is an act with its reason" 2 "$(sql "SELECT COUNT(*) FROM acts WHERE subject = 'batch/${batch##*/}' AND act = 'import_publish' AND reason = '分批发布'")"
sql "DELETE FROM settings WHERE name = 'publish.slice_rows'"
is "what came out goes in again" 303 "$(bring "$work/first.jsonl" native)"
again=$(cat "$work/location")
open_form yang.fan "$again"
post yang.fan "$again/apply" >/dev/null
get yang.fan "/publish/export/file?export_mapping=native&export_internal=1&batch=${again##*/}" >/dev/null
is "and comes out the same, byte by byte" 0 "$(cmp -s "$work/page" "$work/first.jsonl"; echo $?)"

{ cat "$work/right.jsonl"; echo 'no row at all'; } >"$work/torn.jsonl"
bring "$work/torn.jsonl" native >/dev/null
is "a line that cannot be read is a row all the same" 3 "$(sql "SELECT rows_total FROM import_batches ORDER BY id DESC LIMIT 1")"

# ---- a document ----

printf '附件的内容\n' >"$work/附件.txt"
sum=$(sha256sum "$work/附件.txt" | cut -d' ' -f1)
open_form yang.fan /publish/docs/new
is "a document without title and text is none" 422 "$(send yang.fan /publish/docs/new doc_category=policy)"
is "a document is saved and shown" 303 "$(send yang.fan /publish/docs/new doc_title=关于试验附件的通知 \
    doc_doc_number=云政办〔2026〕0907号 doc_category=policy doc_organ=$organ doc_body='## 要求

请**按时**办理。' doc_body_kind=markdown doc_then_preview=1)"
doc=$(sed 's,/preview$,,' "$work/location")
is "as the public would see it" 200 "$(get yang.fan "$doc/preview")"
says "with its text set" '<strong>按时</strong>'
open_form yang.fan "$doc"
is "a program is no attachment" 422 "$(send yang.fan "$doc/files" "doc_files=@$work/program.exe")"
is "a text is" 303 "$(send yang.fan "$doc/files" "doc_files=@$work/附件.txt")"
get yang.fan "$doc" >/dev/null
says "its sum is shown" "$sum"
is "colleagues read it" 200 "$(get ke.wen "$doc/files/1")"
is "it is what was brought" "$sum" "$(sha256sum "$work/page" | cut -d' ' -f1)"

open_form yang.fan "$doc/edit"
cp "$work/form" "$work/stale"
is "one window saves" 303 "$(send yang.fan "$doc/edit" doc_title=关于试验附件的通知 doc_category=policy doc_organ=$organ \
    doc_doc_number=云政办〔2026〕0907号 doc_body=正文)"
cp "$work/stale" "$work/form"
sed -i 's/name="nonce" value="....../name="nonce" value="abcdef/' "$work/form"
is "a mistake in the other is shown" 422 "$(send yang.fan "$doc/edit" doc_title= doc_category=policy doc_body=别的)"
cp "$work/page" "$work/form"
is "and once mended it writes over nothing" 409 "$(send yang.fan "$doc/edit" doc_title=别的 doc_category=policy doc_body=别的)"

is "it is found by its number in other brackets" 200 \
    "$(get ke.wen '/publish/docs?q=%E4%BA%91%E6%94%BF%E5%8A%9E(2026)907')"
says "by nothing else" "$doc\""
open_form yang.fan "$doc"
is "it goes to review" 303 "$(post yang.fan "$doc/submit")"
is "then nothing is added" 409 "$(send yang.fan "$doc/files" "doc_files=@$work/附件.txt")"
open_form ke.wen "$doc"
is "an editor publishes it" 303 "$(post ke.wen "$doc/publish")"
get ke.wen "$doc" >/dev/null
open=$(sed -n 's,.*href="\(/open/docs/[^"]*\)".*,\1,p' "$work/page" | head -n 1)
is "the public reads it" 200 "$(nobody "$open")"
says "and finds the sum of the attachment" "$sum"

echo "1..$tests"
[ $failed -eq 0 ]
