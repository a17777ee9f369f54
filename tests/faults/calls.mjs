// calls.mjs - F12: the k-th write, fsync, rename, open, read or connect of a post fails; every way, until there is no k-th.
//
// A file is handed in and an application submitted under each fault.  An answer is 303 and then all of it is there, or 503
// (or none) and the same form posted again is done once.  A failed fsync is never acknowledged.
import { done, expect, forms_of, random_hex, signed_in, skip, sql, test } from "../portal/portal.mjs";
import { application_ready } from "../portal/apply.mjs";
import { Journal, any_item, patiently, proof, seconds } from "./journal.mjs";
import { Shim, shim_lacks } from "./shim.mjs";

const lacks = shim_lacks();
const fine = { lost: "", doubled: "", half: "", odd: "", verify: "" };

// What fails, and whether a post may be acknowledged all the same.
const ways = [
	{ kind: "sync", number: "EIO", never: true }, { kind: "sync", number: "ENOSPC", never: true },
	{ kind: "rename", number: "EIO", never: true }, { kind: "rename", number: "ENOSPC", never: true },
	{ kind: "open", number: "EMFILE" }, { kind: "open", number: "ENOSPC" },
	{ kind: "write", number: "EIO" }, { kind: "write", number: "ENOSPC" }, { kind: "write", number: "EINTR" }, { kind: "write", mode: "short" },
	{ kind: "read", number: "EIO" }, { kind: "read", number: "EINTR" }, { kind: "read", mode: "short" },
	{ kind: "connect", number: "ECONNREFUSED", cold: true }, { kind: "connect", number: "EINTR", cold: true },
];

// "" when the answer to a post under a fault is a true one.
function wrong(answer, hits, way) {
	if (answer === null || answer.status === 503 || answer.status === 502)
		return "";
	if (answer.status !== 303)
		return `answered ${answer.status}`;
	return hits > 0 && way.never ? "acknowledged" : "";
}

if (lacks !== "")
	skip("F12 calls that fail", lacks);
else {
	const shim = await new Shim("public").start();
	const visitor = await signed_in("lin.xiaoyu");
	const item = any_item();
	const journal = new Journal(item);
	const told = { faults: 0, acknowledged: 0, refused: 0, worst: 0, wrong: [] };
	const until = seconds(8) === 0 ? Infinity : Date.now() + seconds(8) * 1000;

	// One post under a fault, then again until it is done; true while there was a k-th call.
	async function under(way, k, post) {
		const began = Date.now();

		if (way.cold)
			for (const pid of shim.children())
				process.kill(pid, "SIGKILL");
		shim.arm(way.kind, k, way);
		const answer = await post().catch(() => null);
		const { hits } = shim.disarm();

		told.worst = Math.max(told.worst, Date.now() - began);
		told.faults += hits;
		if (wrong(answer, hits, way) !== "")
			told.wrong.push(`${way.kind} ${way.number ?? way.mode} k=${k}: ${wrong(answer, hits, way)}`);
		told[answer?.status === 303 ? "acknowledged" : "refused"]++;
		if (answer?.status !== 303)
			await patiently(async () => expect((await post()).status, 303, "again"), 10000);
		return hits > 0;
	}

	async function file_of(ready) {
		const list = await visitor.get(`${ready.path}/materials`);
		const material = list.body.match(new RegExp(`${ready.path}/materials/\\d+`))[0];
		const form = forms_of((await visitor.get(material)).body).find((each) => /\/materials\/\d+$/.test(each.action));
		const content = `${random_hex(3000)}\n`;

		return () => visitor.post_files(form.action, { ...form.fields, given: "files" }, [{ field: "files", name: `${content.slice(0, 8)}.txt`, type: "text/plain", content }]);
	}

	// A way is done when neither post has a k-th call.
	const next = ways.map((way) => ({ way, k: 1, file: true, submit: true }));
	let control = "", filed = 0;

	for (let turn = 0; next.some(({ file, submit }) => file || submit) && Date.now() < until; turn++) {
		const each = next[turn % next.length];

		if (!each.file && !each.submit)
			continue;
		const ready = await patiently(() => application_ready(visitor, item));

		if (each.file)
			each.file = await under(each.way, each.k, await file_of(ready));
		const form = await patiently(() => visitor.form(`${ready.path}/check`, "/submit"));
		const submit = () => visitor.post(form.action, { ...form.fields, declaration: "1" });

		if (each.submit)
			each.submit = await under(each.way, each.k, submit);
		else
			await patiently(async () => expect((await submit()).status, 303, "submitted"));
		each.k++;
		filed++;
		journal.filed.push({ id: ready.id, number: sql(`SELECT number FROM cases WHERE id = ${ready.id}`), tries: 1, took: 0 });
	}
	// A disk that says it has kept the file and has not.
	const ready = await application_ready(visitor, item);
	const post = await file_of(ready);

	shim.arm("sync", 1, { mode: "lie" });
	const answer = await post();

	control = wrong(answer, shim.disarm().hits, { never: true });
	await shim.stop();

	const verdict = await journal.judge();

	await test("F12 a call that fails: done once, or 503 and done once when asked again", async () => {
		console.log(`# ${told.faults} faults in ${filed} applications: ${told.acknowledged} acknowledged, ${told.refused} refused and done when asked again; ` +
			`left: ${next.filter(({ file, submit }) => file || submit).map(({ way, k }) => `${way.kind} ${way.number ?? way.mode} from ${k}`).join(", ") || "none"}`);
		expect(told.wrong.join("\n"), "", "wrong answers");
		expect(JSON.stringify(verdict), JSON.stringify(fine), "what was acknowledged");
		expect(told.faults > ways.length, true, `${told.faults} faults`);
	});
	await test("control: a file acknowledged although it was not kept is found", async () => {
		expect(control, "acknowledged", "found");
	});
	proof("F12", { test: "the k-th write, fsync, rename, open, read, connect of a post fails", load: `${filed} applications, ${told.acknowledged + told.refused} posts`,
		faults: told.faults, lost: verdict.lost || 0, double: verdict.doubled || 0, half: verdict.half || 0, worst: `${told.worst} ms` });
}
done();
