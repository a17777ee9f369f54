#!/bin/sh
# ctl.sh - yimenctl on a private server of its own: accounts, migrations, people, what each refuses.
. "$(dirname "$0")/../tap.sh"
dir=$YIMEN_BUILD/var/check/ctl
stage() { sh "$YIMEN_SOURCE/tools/stage" "$@"; }
stage stop "$dir" >/dev/null 2>&1
rm -rf "$dir"
trap 'stage stop "$dir" >/dev/null 2>&1' EXIT
export YIMEN_SQL="$dir/sql"
ctl() { "$YIMEN_BUILD/yimenctl" --config "$dir/conf/yimen.conf" "$@"; }
sql() { mariadb --no-defaults --socket="$dir/run/mariadb.sock" --user="$(id -un)" --batch --skip-column-names yimen -e "$1"; }
equals() { [ "$1" = "$2" ] || { echo "$1 is not $2"; return 1; }; }

stage prepare "$dir" free >/dev/null && stage database "$dir" >/dev/null || { echo "Bail out! no server"; exit 1; }
cp -r "$YIMEN_SOURCE/sql" "$dir/sql"

check 'an unknown verb is not understood' refuses 'there is no verb "fly"' ctl fly
check 'too many arguments are not understood' refuses 'usage: yimenctl migrate' ctl migrate now
check 'accounts are made' says 'the accounts are there' ctl accounts --admin "$(id -un)"
check 'accounts may be made again' says 'the accounts are there' ctl accounts --admin "$(id -un)"

# A migration that is cut in its second statement goes on there.
mkdir -p "$dir/good" && mv "$dir"/sql/schema/*.sql "$dir/good/"
cp "$dir/good/0001-places.sql" "$dir/sql/schema/"
check 'the first migration runs' says '0001-places.sql' ctl migrate
printf 'CREATE TABLE cut_a (id INT PRIMARY KEY);\nCREATE TABLE cut_b (id NONSENSE);\n' >"$dir/sql/schema/0002-cut.sql"
check 'a migration with a fault stops at its statement' refuses '0002-cut.sql, statement 2' ctl migrate
check 'status tells that tables are missing' refuses '' ctl status
printf 'CREATE TABLE cut_a (id INT PRIMARY KEY);\nCREATE TABLE cut_b (id INT PRIMARY KEY);\n' >"$dir/sql/schema/0002-cut.sql"
check 'once mended it goes on where it was cut' says 'going on where it was cut' ctl migrate
check 'and is up to date' says 'up to date (migration 0002)' ctl migrate
echo '-- a word more' >>"$dir/sql/schema/0002-cut.sql"
check 'an edited migration is refused' refuses 'was edited after it had been applied' ctl migrate
printf 'CREATE TABLE c (id INT PRIMARY KEY);\n' >"$dir/sql/schema/0002-twice.sql"
printf 'CREATE TABLE cut_a (id INT PRIMARY KEY);\nCREATE TABLE cut_b (id INT PRIMARY KEY);\n' >"$dir/sql/schema/0002-cut.sql"
check 'a number that comes twice is refused' refuses 'another migration has the number 0002' ctl migrate

# From here on the real tables, in a database of their own.
sql 'DROP DATABASE yimen' && rm -rf "$dir/sql" && cp -r "$YIMEN_SOURCE/sql" "$dir/sql"
ctl accounts --admin "$(id -un)" >/dev/null
check 'all migrations run' ctl migrate
check 'grants are given' says 'no more' ctl grants --admin "$(id -un)"
check 'grants that stand are left alone' says 'as this release wants' ctl grants --admin "$(id -un)"
check 'calendars are loaded' says 'added' ctl load-calendar
check 'calendars are loaded once' says 'up to date' ctl load-calendar
printf 'day\tkind\tname\n2027-01-01\toff\tNew Year\n2027-02-10\twork\tWednesday\n' >"$dir/notice.tsv"
check 'a row of a notice that cannot be is named, and why in words' refuses 'notice.tsv:3: Only a Saturday or Sunday is worked instead' \
	ctl load-calendar 2027 'a notice' "$dir/notice.tsv"
check 'a database without a sample shows no codes' refuses 'sample city only' ctl totp nobody
check 'the sample is loaded' says 'the sample is loaded' ctl load-sample "$YIMEN_SOURCE/sql/sample"
check 'the sample goes into an empty database only' refuses 'not empty' ctl load-sample "$YIMEN_SOURCE/sql/sample"
some=$(sql "SELECT (SELECT COUNT(*) FROM outbox WHERE state = 'waiting') = 0, (SELECT COUNT(*) FROM outbox WHERE state = 'failed') > 0,
	(SELECT COUNT(*) FROM outbox m JOIN accounts a ON a.id = m.account_id WHERE a.login = 'lin.xiaoyu' AND m.read_at IS NULL AND m.channel = 'site') > 0,
	(SELECT COUNT(*) FROM cases WHERE extended_days > 0) = 2, (SELECT COUNT(*) FROM cases WHERE intake_organ_code <> organ_code) > 0,
	(SELECT COUNT(*) FROM case_promises WHERE kind = 'lack' AND kept_at IS NULL AND lapsed_at IS NULL) > 0,
	(SELECT COUNT(*) FROM case_promises WHERE kind = 'proof') > 0, (SELECT COUNT(lifted_at) FROM integrity_notes) = 1,
	(SELECT COUNT(*) FROM integrity_notes) = 2" | tr '\t' ' ')
check 'the sample has messages, extensions, windows, promises kept and broken' equals "$some" '1 1 1 1 1 1 1 1 1'
check 'status is healthy' says '^healthy *yes' ctl status
check 'status speaks JSON' says '"healthy": "yes" }' ctl status --json
check 'the record of the sample verifies' says ' 0 faults' ctl verify
check 'the settings are in order' says 'in order' ctl check-config
chmod 644 "$dir/conf/key"
check 'a key that others may read is found' refuses 'others may read' ctl check-config
chmod 600 "$dir/conf/key"

organ=$(sql 'SELECT code FROM organs ORDER BY code LIMIT 1')
add() { ctl adduser --login "$1" --name 'Somebody' --organ "$organ" --role "$2" ${3:+--role "$3"} </dev/null; }
check 'a colleague is added, with a password and a second factor' says 'otpauth://totp/yimen:new.clerk' add new.clerk clerk
check 'a login is given once' refuses 'is taken' add new.clerk clerk
check 'two roles of administrators are refused' refuses 'two of the administrators' add new.boss system_admin auditor
check 'nobody is made an applicant here' refuses 'no colleague has the role' add new.someone applicant
check 'what is no division is no area' refuses 'is no division' ctl adduser --login x --name X --organ "$organ" --area 12x --role clerk </dev/null
check 'a mobile number is no login of a colleague' refuses 'begins with a letter' ctl adduser --login 19900010002 --name X --organ "$organ" --role clerk </dev/null
check 'an unknown organ is refused' refuses 'there is no organ' ctl adduser --login x --name X --organ NONE --role clerk </dev/null
check 'a code of the sample has six digits' says '^[0-9][0-9][0-9][0-9][0-9][0-9]$' ctl totp shen.ruoxi
before=$(sql "SELECT HEX(totp_secret) FROM secrets s JOIN accounts a ON a.id = s.account_id WHERE login = 'new.clerk'")
check 'a second factor is made anew' says 'otpauth' ctl totp new.clerk --new
after=$(sql "SELECT HEX(totp_secret) FROM secrets s JOIN accounts a ON a.id = s.account_id WHERE login = 'new.clerk'")
check 'and is another one' [ "$before" != "$after" ]
sql "UPDATE secrets s JOIN accounts a ON a.id = s.account_id SET failures = 5, locked_until = '2099-01-01' WHERE login = 'new.clerk'"
short() { echo short | ctl passwd new.clerk; }
long() { echo 'a long enough password' | ctl passwd new.clerk; }
check 'a short password is refused' refuses '10 to 200 bytes' short
check 'a new password is taken' long
check 'and opens a locked account' equals "$(sql "SELECT COUNT(*) FROM secrets s JOIN accounts a ON a.id = s.account_id WHERE login = 'new.clerk' AND locked_until IS NULL AND failures = 0")" 1
check 'and is kept as argon2id' equals "$(sql "SELECT LEFT(password_hash, 10) FROM secrets s JOIN accounts a ON a.id = s.account_id WHERE login = 'new.clerk'")" "\$argon2id\$"
tried_first() { echo 'Football!2026' | ctl passwd new.clerk; }
of_the_house() { echo 'yunchuan.yunchuan.2026' | ctl passwd new.clerk; }
check 'a password of the dictionary is refused' refuses 'tried first' tried_first
check 'a password of the name of the city is refused' refuses 'tried first' of_the_house
check 'a password for nobody is refused' refuses 'there is no account' ctl passwd nobody.at.all </dev/null

# The record, tampered with by the one who owns the server.
if [ "$(sql 'SELECT COUNT(*) FROM case_events')" -gt 1 ]; then
	number=$(sql "SELECT number FROM cases WHERE state = 'delivered' ORDER BY id LIMIT 1")
	check 'the sample is sealed when it is loaded' says '^0 events sealed' ctl seal
	check 'a case replays to what it is' says '^state = delivered$' ctl replay "$number"
	check 'a case that is none does not' refuses 'there is no case' ctl replay none
	sql "UPDATE cases SET decided_at = decided_at - INTERVAL 1 DAY WHERE number = '$number'"
	check 'a decision dated back is found by the replay' refuses 'decided_at = .*, and the case has ' ctl replay "$number"
	check 'and by the walk' refuses ': column: decided_at is ' ctl verify
	sql "UPDATE record_chain SET leaf = REPEAT('x', 32) WHERE position = 5"
	check 'a link that was changed is found' refuses 'chain, position 5: link' ctl verify
	sql "UPDATE case_events SET reason = 'something else' ORDER BY id LIMIT 1"
	check 'a row of the record that was changed is found' refuses 'altered' ctl verify
else
	check 'a row of the record that was changed is found # SKIP the sample has no cases yet' true
fi
sql 'REVOKE SELECT ON *.* FROM CURRENT_USER' 2>/dev/null
stage stop "$dir" >/dev/null 2>&1
check 'without a database it says so' refuses 'the database says' ctl status
finish
