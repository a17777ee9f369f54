// counter.mjs - the last place of a slot, the next number, and two windows that call at the same moment.
import { Visitor, clock, done, expect, random_hex, signed_in, sql, test } from "../portal/portal.mjs";

const item = "11990100009901315A3990113101000";
const at_once = (n, body) => Promise.all(Array.from({ length: n }, (unused, i) => body(i)));
const counted = (answers) => Object.entries(Object.groupBy ? Object.groupBy(answers, (answer) => answer.status) :
	answers.reduce((all, answer) => ({ ...all, [answer.status]: [...all[answer.status] ?? [], answer] }), {}))
	.map(([status, list]) => `${list.length} x ${status}`).sort().join(", ");

// A visitor without an account, with a form token of his own.
async function somebody() {
	const visitor = new Visitor("nobody");

	visitor.form_token = await visitor.token();
	return visitor;
}

const working = sql(`SELECT DATE_ADD('${clock.today()}', INTERVAL 21 DAY)`);
const plan = sql(`INSERT INTO slot_plans (organ_code, centre_code, window_number, serves, weekday, on_on, from_minute, to_minute, slot_minutes, capacity)
	VALUES ('11990100009901315A', 'C01', 'A02', 'own', NULL, '${working}', 1300, 1330, 30, 1); SELECT LAST_INSERT_ID()`);

await test("twenty at once for the last place of a slot: exactly one has it, all are told the truth", async () => {
	const people = await at_once(20, somebody);
	const answers = await at_once(20, (i) => people[i].post("/book/slot", [["token", people[i].form_token], ["nonce", random_hex(16)], ["centre", "C01"],
		["item", item], ["kind", "window"], ["day", working], ["slot", `${plan}-1300`], ["booking_name", "同时来"], ["booking_phone", `139000090${String(i).padStart(2, "0")}`]]));

	expect(counted(answers), "1 x 303, 19 x 409", "the answers");
	expect(sql(`SELECT COUNT(*) FROM bookings WHERE plan_id = ${plan}`), "1", "bookings");
	expect(sql(`SELECT taken FROM slot_counts WHERE plan_id = ${plan}`), "1", "places taken");
	expect(sql(`SELECT COUNT(*) FROM booking_items i JOIN bookings b ON b.holder = i.holder WHERE b.plan_id = ${plan}`), "1", "nothing of those refused is left");
});

await test("one form of a booking posted ten times at once is one booking, with ten equal answers", async () => {
	const visitor = await somebody();
	const fields = [["token", visitor.form_token], ["nonce", random_hex(16)], ["centre", "C01"], ["item", item], ["kind", "window"],
		["day", working], ["slot", `${plan}-1300`], ["booking_name", "同一张"], ["booking_phone", "13900009050"]];

	sql(`UPDATE slot_plans SET capacity = 5 WHERE id = ${plan}`);
	const answers = await at_once(10, () => visitor.post("/book/slot", fields));

	expect(new Set(answers.map((answer) => `${answer.status} ${answer.location}`)).size, 1, "kinds of answers");
	expect(sql("SELECT COUNT(*) FROM bookings WHERE holder = CONCAT('p', LOWER(HEX(blind_phone('13900009050'))))"), "1", "bookings");
});

await test("ten numbers taken at once are ten, without a gap", async () => {
	const people = await at_once(10, somebody);

	sql(`DELETE FROM tickets WHERE centre_code = 'C01' AND day_on = '${clock.today()}'; DELETE FROM queue_days WHERE centre_code = 'C01' AND day_on = '${clock.today()}'`);
	const answers = await at_once(10, (i) => people[i].post("/queue", [["token", people[i].form_token], ["nonce", random_hex(16)], ["centre", "C01"], ["item", item]]));

	expect(counted(answers), "10 x 303", "the answers");
	expect(sql(`SELECT GROUP_CONCAT(serial ORDER BY serial) FROM tickets WHERE centre_code = 'C01' AND day_on = '${clock.today()}'`),
		"1,2,3,4,5,6,7,8,9,10", "the numbers");
});

await test("two windows that call at the same moment never call the same number", async () => {
	const logins = ["shen.ruoxi", "xu.lai", "lu.yaozhi", "ye.zhiwei"];
	const clerks = [];

	for (const login of logins)
		clerks.push(await signed_in(login));
	sql(`REPLACE INTO window_seats (account_id, centre_code, window_number, since_at) SELECT id, 'C01', 'A02', NOW(6) FROM accounts
		WHERE login IN (${logins.map((login) => `'${login}'`).join(", ")})`);
	const tokens = [];

	for (const clerk of clerks)
		tokens.push(await clerk.token());
	const answers = await at_once(clerks.length, (i) => clerks[i].post("/office/queue/call", [["token", tokens[i]], ["nonce", random_hex(16)]]));

	expect(counted(answers), "4 x 303", "the answers");
	expect(sql(`SELECT GROUP_CONCAT(serial ORDER BY serial) FROM tickets WHERE centre_code = 'C01' AND day_on = '${clock.today()}' AND state = 'called'`),
		"1,2,3,4", "those called");
	expect(sql(`SELECT COUNT(DISTINCT officer_id) FROM tickets WHERE centre_code = 'C01' AND day_on = '${clock.today()}' AND state = 'called'`), "4", "each by another");
});
sql(`UPDATE slot_plans SET retired = 1 WHERE id = ${plan}`);
done();
