// memory.mjs - F11: the k-th request for memory is refused, for every k and every route.
//
// The answer is the page as it always is, 503, or none (the child ended, and another is there at once); never a wrong page.
// FAULT_SECONDS bounds it: routes in turn, and the k of each spread over what it asks for.  0 is all of them.
import { done, expect, same_page, skip, test } from "../portal/portal.mjs";
import { patiently, programs, proof, seconds } from "./journal.mjs";
import { doors, visit } from "./routes.mjs";
import { Shim, shim_lacks } from "./shim.mjs";

const lacks = shim_lacks();

// "" when an answer under a fault is a true one, else what is wrong with it.
function wrong(answer, whole) {
	if (answer === null || answer.status === 503)
		return "";
	if (answer.status !== whole.status)
		return `${answer.status} instead of ${whole.status}`;
	if (answer.location !== whole.location)
		return `led to ${answer.location}`;
	return same_page(answer.body) === same_page(whole.body) ? "" : `a page of ${answer.body.length} instead of ${whole.body.length}`;
}

const asked = (row) => visit(row).catch(() => null);

// A page that is the same twice: what it counts on the way (a moment, a token) is not what a fault may change.
async function steady(row) {
	const pages = [];

	for (let i = 0; i < 3; i++)
		pages.push(await patiently(() => visit(row), 5000));
	return pages[1].status < 500 && wrong(pages[2], pages[1]) === "" ? pages[2] : null;
}

if (lacks !== "")
	skip("F11 memory refused", lacks);
else {
	const { rows: every, put_away } = await doors();
	// In check a dozen pages of two programs; what takes long is not the pages but the programs begun anew.
	const quick = process.env.FAULT_SECONDS === undefined && process.env.FAULT_ROUTE === undefined;
	const rows = every.filter(({ route, program }, i) => quick ? ["public", "office"].includes(program) && (i % 25 === 0 || route === "/items") :
		process.env.FAULT_ROUTE === undefined || route === process.env.FAULT_ROUTE);
	const share = Number(seconds(6)) * 1000 / rows.length;
	const told = { routes: 0, unsteady: [], faults: 0, pages: 0, refused: 0, none: 0, worst: 0, wrong: [] };
	let control = "";

	for (const program of programs().filter((name) => rows.some((row) => row.program === name))) {
		const shim = await new Shim(program).start();

		for (const row of rows.filter((each) => each.program === program)) {
			const until = Date.now() + share;
			const whole = await steady(row);

			if (whole === null) {
				told.unsteady.push(row.route);
				continue;
			}
			shim.arm("memory");
			await asked(row);
			const n = shim.disarm().count;
			const order = Array.from({ length: n }, (unused, i) => 1 + (i * 7919 + told.routes * 31) % n);	// spread, each once when n is no multiple

			told.routes++;
			let tried = 0;

			for (const k of new Set(order)) {
				if (seconds(6) !== 0 && tried++ > 0 && Date.now() > until)
					break;		// one at least of each route
				const began = Date.now();

				shim.arm("memory", k);
				const answer = await asked(row);
				const { hits } = shim.disarm();

				if (hits === 0)
					continue;
				told.faults++;
				told.worst = Math.max(told.worst, Date.now() - began);
				told[answer === null ? "none" : answer.status === 503 ? "refused" : "pages"]++;
				if (wrong(answer, whole) !== "")
					told.wrong.push(`${row.method} ${row.path} k=${k}: ${wrong(answer, whole)}`);
				if (answer === null || answer.status === 503)
					await patiently(async () => expect((await visit(row)).status, whole.status, "again"), 5000);
			}
		}
		if (program === "public" && process.env.FAULT_ROUTE === undefined) {		// an answer of which the half is said to be sent
			const row = rows.find((each) => each.route === "/items");
			const whole = await steady(row);

			shim.arm("write");
			await asked(row);
			const { count } = shim.disarm();

			for (let k = 1; k <= count && control === ""; k++) {
				shim.arm("write", k, { mode: "lie" });
				const answer = await asked(row);

				shim.disarm();
				control = wrong(answer, whole) || (answer === null ? "an answer that was cut" : "");
			}
		}
		await shim.stop();
	}
	await test("F11 memory refused anywhere: the page, 503, or none; never a wrong one", async () => {
		console.log(`# ${told.routes} routes, ${told.faults} refusals: ${told.pages} pages, ${told.refused} times 503, ${told.none} cut; not steady: ${told.unsteady.join(" ")}`);
		expect(told.wrong.join("\n"), "", "wrong answers");
		expect(told.faults >= told.routes, true, `${told.faults} refusals on ${told.routes} routes`);
		expect(told.unsteady.length < rows.length / 10, true, `pages that differ by themselves: ${told.unsteady}`);
	});
	await test("control: an answer of which only the half was sent is found", async () => {
		expect(control !== "", true, "found");
		console.log(`# ${control}`);
	});
	proof("F11", { test: "the k-th request for memory refused", load: `${told.routes} routes, ${told.pages} pages and ${told.refused + told.none} times 503`,
		faults: told.faults, lost: 0, double: 0, half: told.wrong.length, worst: `${told.worst} ms` });
	await put_away();
}
done();
