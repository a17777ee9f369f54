// oracle.mjs - the law's arithmetic against another language, another way, and the notices as others collected them.
//
// tests/rules/deadline_oracle draws terms and prints what rules/ say of them.  Here the years are an array of days, a
// term is a search in the days that count, hours are sums of intervals; the holidays come from the published table
// (YIMEN_DATA, or ../shared/data beside the tree), not from ours.  Without the table it skips, and says so.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const source = process.env.YIMEN_SOURCE ?? ".", build = process.env.YIMEN_BUILD ?? source;
const table = `${process.env.YIMEN_DATA ?? `${source}/../shared/data`}/holidays/calendar_2017_2026.tsv`;
const seed = process.env.YIMEN_SEED ?? String(Math.floor(Date.now() / 1000));
const terms = 5000;

console.log("1..1");
if (!existsSync(table)) {
	console.log("ok 1 - another language agrees # SKIP there is no table of holidays");
	process.exit(0);
}

// ---- days as places in one array ----

const day_ms = 86400000, first = Date.UTC(2016, 0, 1) / day_ms, span = 366 * 15;
const place = (iso) => Date.parse(`${iso}T00:00:00Z`) / day_ms - first;
const iso = (at) => new Date((at + first) * day_ms).toISOString().slice(0, 10);
const works = Array.from({ length: span }, (none, at) => ![0, 6].includes(new Date((at + first) * day_ms).getUTCDay()));

for (const line of readFileSync(table, "utf8").split("\n")) {
	const [day, kind] = line.split("\t");

	if (/^\d{4}-/.test(day))
		works[place(day)] = kind === "work";
}

// ---- terms ----

const spans = [[9 * 60, 12 * 60], [13 * 60 + 30, 17 * 60 + 30]], closes = 17 * 60 + 30;

// The n-th day after `from` of those that count; null when the clock stands still before.
function nth(from, n, counts, end) {
	let at = from;

	for (let left = n; left > 0; left--)
		do
			if (++at >= end)
				return null;
		while (!counts(at));
	return at;
}

function roll(at, counts, end) {
	while (at < end && !counts(at))
		at++;
	return at < end ? at : null;
}

function matching(from, months) {
	const [y, m, d] = iso(from).split("-").map(Number);
	const last = new Date(Date.UTC(y, m - 1 + months + 1, 0)).getUTCDate();

	return Date.UTC(y, m - 1 + months, Math.min(d, last)) / day_ms - first;
}

// Minutes as intervals of the days that are open, from the first opening on.
function hours(made, minute, count, open_only, running, open, end) {
	let left = count * 60, at = made, begun = false;

	for (let from = minute; at < end; at++, from = 0) {
		if (!begun) {
			const opening = open(at) ? spans.map(([a, b]) => [Math.max(a, from), b]).find(([a, b]) => a < b) : undefined;

			if (opening === undefined)
				continue;
			begun = true;
			from = opening[0];
		}
		for (const [a, b] of open_only ? open(at) ? spans : [] : running(at) ? [[0, 1440]] : []) {
			const begin = Math.max(a, from), room = b - begin;

			if (room > 0 && left <= room)
				return [at, Math.min(begin + left, 1439)];
			left -= Math.max(room, 0);
		}
	}
	return null;
}

function due([made, clock], unit, count, extended, pauses) {
	const from = place(made), minute = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
	const end = Math.min(span, ...pauses.filter(([, to]) => to === "").map(([begin]) => place(begin)));
	const held = (at) => pauses.some(([begin, to]) => to !== "" && place(begin) <= at && at < place(to));
	const running = (at) => !held(at), open = (at) => running(at) && works[at];
	let on = null, at = -1;

	if (unit === "hour" || unit === "workhour") {
		const found = hours(from, minute, count, unit === "workhour", running, open, end);

		if (found === null)
			return ["", ""];
		[on, at] = found;
		if (unit === "hour" && !open(on)) {
			on = roll(on, open, end);
			at = closes;
		}
	} else if (unit === "workday")
		on = count === 0 ? roll(from, open, end) : nth(from, count, open, end);
	else {
		const days = unit === "day" ? count : matching(from, unit === "year" ? count * 12 : count) - from;

		on = nth(from, days, running, end);
		on = on === null ? null : roll(on, open, end);
	}
	if (on !== null && extended > 0)
		on = nth(on, extended, open, end);
	if (on === null)
		return ["", ""];
	return [iso(on), at < 0 ? "" : `${iso(on)} ${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`];
}

// ---- the comparison ----

const asked = execFileSync(`${build}/tests/rules/deadline_oracle`, ["print", String(terms), seed], { encoding: "utf8", maxBuffer: 1 << 24 });
let wrong = 0;

for (const line of asked.replace(/\n$/, "").split("\n")) {
	const [made, unit, count, extended, pauses, on, at] = line.split("\t");
	const found = due(made.split(" "), unit, Number(count), Number(extended), pauses === "" ? [] : pauses.split(",").map((pause) => pause.split("/")));

	if ((found[0] !== on || found[1] !== at) && ++wrong <= 5)
		console.log(`# ${line} : ${found.join(" ")}`);
}
console.log(`# seed ${seed}, ${terms} terms`);
console.log(`${wrong === 0 ? "ok" : "not ok"} 1 - another language agrees, with the holidays as others collected them`);
process.exit(wrong === 0 ? 0 : 1);
