# A case from receipt to delivery, over HTTP, by the colleagues of one organ; and everybody who may not.
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
	tests=$((tests + 1))
	if grep -qF "$2" "$work/page"; then
		echo "ok $tests - $1"
	else
		echo "not ok $tests - $1"
		failed=$((failed + 1))
	fi
}

token_of() {
	[ -s "$work/$1" ] || "$arrange" session "$1" >"$work/$1" || exit 1
	cat "$work/$1"
}

# get WHO PATH: the status; the page is in $work/page
get() {
	curl -s -o "$work/page" -w '%{http_code}' --max-time 10 -b "yimen=$(token_of "$1")" "$YIMEN_ADDRESS$2"
}

hidden() {
	sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" "$work/form" | head -n 1
}

# open_form WHO PATH: keeps the token, nonce and version of the forms of a page, as a browser does.
open_form() {
	get "$1" "$2" >/dev/null
	cp "$work/page" "$work/form"
}

# post WHO PATH FIELD…: the status, with what open_form kept
post() {
	who=$1 path=$2 version=$(hidden version)
	shift 2
	for field; do
		set -- "$@" --data-urlencode "$field"
		shift
	done
	curl -s -o "$work/page" -w '%{http_code}' --max-time 10 -b "yimen=$(token_of "$who")" -H "Origin: $YIMEN_ADDRESS" \
	    --data-urlencode "token=$(hidden token)" --data-urlencode "nonce=$(hidden nonce)" \
	    ${version:+--data-urlencode "version=$version"} "$@" "$YIMEN_ADDRESS$path"
}

# act WHO PATH FIELD…: opens the page of an act and posts it
act() {
	open_form "$1" "$2"
	post "$@"
}

# press WHO CASE EVENT: presses a button of the case page
press() {
	open_form "$1" "$2"
	post "$1" "$2/$3"
}

organ=11990100009901315A
clerk=shen.ruoxi reviewer=gu.changqing approver=luo.qiming stranger=tang.xiaoman
number=$("$arrange" submit "${organ}3990113101000") || exit 1
case=/office/cases/$number

is "nobody is sent to the door" 303 "$(curl -s -o "$work/page" -w '%{http_code}' "$YIMEN_ADDRESS$case")"
is "the clerk finds the case in the inbox" 200 "$(get $clerk "/office/?find=$number")"
says "by its number" "$case\""
is "the clerk finds it by a part of the name" 200 "$(get $clerk '/office/?find=%E6%99%93&claim=none&due=week')"
says "among those due within the week" "$case\""
is "the case opens" 200 "$(get $clerk "$case")"
says "with its file" "$case/files/"
file=$(sed -n "s,.*href=\"$case/files/\([0-9]*\)\".*,\1,p" "$work/page" | head -n 1)
is "the working of its date opens" 200 "$(get $clerk "$case/due")"
says "day by day" 'class="ym-days"'
is "it prints" 200 "$(get $clerk "$case?print=1")"

is "another organ's case is no case" 404 "$(get $stranger "$case")"
is "nor are its files" 404 "$(get $stranger "$case/files/$file")"
is "nor does it count days" 404 "$(get $stranger "$case/due")"
is "a number never given is the same" 404 "$(get $clerk /office/cases/990100-260101-000001-A)"
is "a webmaster reads no case" 403 "$(get yang.fan "$case")"
is "a webmaster's home leads to publishing" 200 "$(get yang.fan /office/)"
says "by a link" 'href="/publish/"'
is "an auditor has an honest home" 200 "$(get shan.mingcha /office/)"

open_form $clerk "$case"
is "an approver cannot accept" 403 "$(post $approver "$case/accept")"
open_form $approver "$case"
is "an approver cannot accept with a token of the own" 403 "$(post $approver "$case/accept")"
is "a clerk cannot grant" 403 "$(get $clerk "$case/grant")"
open_form $reviewer "$case"
is "a reviewer cannot begin before acceptance" 409 "$(post $reviewer "$case/start_review" version=2)"

open_form $clerk "$case"
cp "$work/form" "$work/stale"
is "the clerk claims it" 303 "$(post $clerk "$case/claim")"
is "the same form again gives the same answer" 303 "$(post $clerk "$case/claim")"
cp "$work/stale" "$work/form"
sed -i "s/name=\"nonce\" value=\"....../name=\"nonce\" value=\"abcdef/" "$work/form"
is "who saw it before that is told" 409 "$(post $clerk "$case/accept")"
says "of the faster colleague" 'ym-notice--warn'

is "a correction without a defect is none" 422 "$(act $clerk "$case/ask_correction" answer_by_on=2099-01-01)"
is "a correction due yesterday is none" 422 "$(act $clerk "$case/ask_correction" answer_by_on=2020-01-01 form_defect=x)"
says "and keeps what was typed" '>x</textarea>'
soon=$(date -u -d "$(cut -d' ' -f1 "$YIMEN_STAGE/now" 2>/dev/null) +20 days" +%Y-%m-%d)
is "a correction names every defect at once" 303 "$(act $clerk "$case/ask_correction" "answer_by_on=$soon" \
    form_defect=没有填写联系电话 "material_1_defect=没有签字
没有日期" material_1_wanted=补签 correction_note=请尽快)"
get $clerk "$case" >/dev/null
says "line by line" '没有日期'
is "nothing is accepted while it waits" 409 "$(open_form $clerk "$case"; post $clerk "$case/accept" version=4)"
"$arrange" resubmit "$number" || exit 1

is "the clerk accepts" 303 "$(press $clerk "$case" accept)"
get $clerk "$case" >/dev/null
says "its dates are fixed" 'ym-clock__day'
is "the reviewer begins" 303 "$(press $reviewer "$case" start_review)"
is "an opinion needs words" 422 "$(act $reviewer "$case/opinion" verdict=agree opinion_text=)"
is "the reviewer agrees" 303 "$(act $reviewer "$case/opinion" verdict=agree opinion_text=材料齐全)"
is "a case is not handed to a stranger" 422 "$(act $reviewer "$case/hand_over" colleague=999999)"
is "it is put back" 303 "$(act $reviewer "$case/hand_over" colleague=0 hand_over_reason=请审批)"
is "a refusal needs a reason" 422 "$(act $approver "$case/deny" denial_reason=)"
open_form $approver "$case/grant"
is "the approver grants" 303 "$(post $approver "$case/grant" outcome_number=JY0001 decision_note=符合条件)"
is "and cannot deny afterwards" 200 "$(get $approver "$case/deny")"
says "since it is decided" 'ym-notice--warn'
is "the clerk closes" 303 "$(press $clerk "$case" close)"
is "who took it showed a document" 422 "$(act $clerk "$case/deliver" delivered_by=window receiver=林晓雨 relation=self)"
is "the clerk delivers" 303 "$(act $clerk "$case/deliver" delivered_by=window receiver=林晓雨 relation=self identity_seen=card)"
get $clerk "$case" >/dev/null
says "and the record shows how" "林晓雨"
says "that it is delivered" 'ym-state--delivered'

number=$("$arrange" submit "${organ}3990113101000") || exit 1
case=/office/cases/$number
is "acceptance is refused with a reason only" 422 "$(act $clerk "$case/refuse_acceptance" refusal_reason=)"
is "then it is refused" 303 "$(act $clerk "$case/refuse_acceptance" refusal_reason=不属于本机关职权范围)"

# Two colleagues press at the same moment.
number=$("$arrange" submit "${organ}3990113101000") || exit 1
case=/office/cases/$number
open_form $clerk "$case"
for i in 1 2 3 4 5 6; do
	curl -s -o /dev/null -w '%{http_code}\n' -b "yimen=$(token_of $clerk)" -H "Origin: $YIMEN_ADDRESS" \
	    --data "token=$(hidden token)&nonce=$(printf '%032x' $((i + $$)))&version=$(hidden version)" \
	    "$YIMEN_ADDRESS$case/accept" >"$work/press$i" &
done
wait
is "of six who accept at once one wins" 1 "$(cat "$work"/press* | grep -c 303)"
is "and five are told" 5 "$(cat "$work"/press* | grep -c 409)"

"$arrange" verify >"$work/verify"
is "the record of all this holds" 0 $?
sed 's/^/# /' "$work/verify"
echo "1..$tests"
[ $failed -eq 0 ]
