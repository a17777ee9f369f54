// codes.mjs - query codes guessed (S1): from one address over many cases, then from a thousand addresses on one case.
import { spawn } from "node:child_process";
import { once as event } from "node:events";
import { clock, done, expect, sql, sql_rows, test } from "../portal/portal.mjs";
import { proof } from "../faults/journal.mjs";
import { Line, Tally, asking, flood, pause, size, stranger } from "./flood.mjs";

const from_one = size("GUESSES", 300, 100000);
const addresses = size("ADDRESSES", 40, 1000);
const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

const cases = sql_rows("SELECT number, query_code FROM cases WHERE number IS NOT NULL AND state <> 'draft' AND query_code <> '' ORDER BY id LIMIT 300");
const [[victim, code]] = cases;
const guess = (right) => {
	for (;;) {
		const made = Array.from({ length: 8 }, () => letters[Math.floor(Math.random() * 32)]).join("");

		if (made !== right)
			return made;
	}
};
const look = (number, query_code, keep = true) => asking("POST", "/track", { keep, body: `number=${number}&query_code=${query_code}` });
const forget = () => sql("DELETE FROM throttles WHERE bucket LIKE 'track%'");
const tries_of = (number) => Number(sql(`SELECT COALESCE(MAX(tries), 0) FROM throttles WHERE bucket = 'track:${number}'`));

forget();

await test(`S1 ${from_one} codes from one address over ${cases.length} cases: none hits, sixty are looked at, the rest 429`, async () => {
	const tally = await flood({ count: from_one, lines: 16, make: (i) => ({ bytes: look(cases[i % cases.length][0], guess(cases[i % cases.length][1])) }) });

	proof("S1a", { test: "query codes guessed from one address", load: `${tally}`, faults: `${tally.of(200)} hits`, lost: 0, double: 0, half: 0, worst: `${tally.at(100)} ms` });
	expect(tally.of(200), 0, `hits: ${tally}`);
	expect(tally.of(422) > 0 && tally.of(422) <= 60, true, `looked at: ${tally}`);
	expect(tally.of(422, 429), from_one, String(tally));
});

await test(`S1 ${addresses * 5} codes from ${addresses} addresses on one case: five tries an hour`, async () => {
	const all = new Tally();

	for (let hour = 0; hour < 2; hour++) {
		forget();			// an hour later; the window itself is told of by a story
		const tally = await flood({ count: addresses * 5, lines: 32, make: (i) => ({ bytes: look(victim, guess(code), false), from: stranger(i % addresses) }),
			seen: (answer) => all.add(answer) });

		expect(tally.of(200), 0, `hits: ${tally}`);
		expect(tally.of(422) > 0 && tally.of(422) <= 5, true, `looked at in an hour: ${tally}`);
		expect(tally.of(422, 429), addresses * 5, String(tally));
	}
	proof("S1b", { test: `query codes guessed from ${addresses} addresses on one case, two hours`, load: `${all}`, faults: `${all.of(200)} hits, ${all.of(422)} tries in two hours`, lost: 0, double: 0, half: 0, worst: `${all.at(100)} ms` });
});

await test("S1 the right code is not looked at either, until the hour is over", async () => {
	const once = async () => (await flood({ count: 1, lines: 1, make: () => ({ bytes: look(victim, code, false), from: stranger(addresses + 1) }) })).counts;

	expect(JSON.stringify(await once()), '{"429":1}', "within it");
	sql(`UPDATE throttles SET window_at = window_at - INTERVAL 61 MINUTE WHERE bucket = 'track:${victim}'`);
	expect(JSON.stringify(await once()), '{"200":1}', "after it: the owner, and the control: a hit is seen as one");
});

// Three wrong codes and then the right one while the count cannot be written: so each of them has been looked at before any is counted,
// unless one waits for the other.  Resolves to [wrong ones answered 422, what the right one was told].
async function at_one_moment(counted) {
	forget();
	sql(`INSERT INTO throttles (bucket, window_at, tries) VALUES ('track:${victim}', '${new Date(clock.now() + 8 * 3600000).toISOString().slice(0, 19).replace("T", " ")}', ${counted})`);
	const holder = spawn("mariadb", ["--no-defaults", `--socket=${process.env.YIMEN_SOCKET}`, `--user=${process.env.YIMEN_ADMIN}`, "--batch", "--skip-column-names", "--unbuffered", "yimen"]);

	holder.stdin.end(`BEGIN; SELECT tries FROM throttles WHERE bucket = 'track:${victim}' FOR UPDATE; DO SLEEP(0.3); COMMIT;`);
	await event(holder.stdout, "data");
	const tries = Array.from({ length: 4 }, async (unused, i) => {
		await pause(i < 3 ? 0 : 100);
		return new Line(stranger(2000 + i)).ask(look(victim, i < 3 ? guess(code) : code, false));
	});
	const answers = await Promise.all(tries);

	return [answers.slice(0, 3).filter(({ status }) => status === 422).length, answers[3].status].join();
}

await test("S1 five tries are five, however many come at one moment: after four and a wrong one the right code is not looked at", async () => {
	expect(await at_one_moment(4), "1,429", "wrong ones looked at, and the right one");
});

await test("S1 control: where tries are left, the right code waits for the wrong ones and is looked at", async () => {
	expect(await at_one_moment(0), "3,200", "wrong ones looked at, and the right one");
});

await test("S1 a number that is none counts like one that is", async () => {
	forget();
	const none = `${victim.slice(0, -7)}99999${victim.slice(-2)}`, tally = new Tally();

	for (const number of [victim, none])
		await flood({ count: 8, lines: 8, make: (i) => ({ bytes: look(number, guess(code), false), from: stranger(i) }), seen: (answer) => tally.add(answer) });
	expect(tally.of(422) > 0 && tally.of(422) <= 10, true, String(tally));
	expect(tally.of(422, 429), 16, String(tally));
	expect(tries_of(victim) > 0, true, "counted");
});

await test("S1 control: with the counts taken away, more than five tries are looked at and the sum fails", async () => {
	forget();
	const tally = await flood({ count: 40, lines: 1, make: (i) => (i % 4 === 0 && forget(), { bytes: look(victim, guess(code), false), from: stranger(i) }) });

	expect(tally.of(422) > 5, true, String(tally));
});
forget();
done();
