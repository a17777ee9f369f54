// full.mjs - F5: a disk fills up: of the log, of what is temporary, of the uploads, of the database, each in turn.
//
// Pages are read all the while; a post is done or answered by 503, none waits longer than five seconds; ten seconds after
// there is room again everything works, and nothing that was acknowledged is lost.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { Visitor, done, expect, forms_of, random_hex, signed_in, skip, sql, stage, test } from "../portal/portal.mjs";
import { application_ready } from "../portal/apply.mjs";
import { Disk, disk_lacks } from "./disk.mjs";
import { Journal, any_item, config, patiently, pause, proof, seconds, stage_do } from "./journal.mjs";

const lacks = disk_lacks();
const patience = 5000, healing = 10000;
const fine = { lost: "", doubled: "", half: "", odd: "", verify: "" };
const lasting = Math.max(4, seconds(4) / 6) * 1000;

// How long an answer took, and what it was; a post that waits in vain is none.
async function timed(act) {
	const began = Date.now();
	const status = await act().then((answer) => answer.status, (error) => error.message);

	return { status, ms: Date.now() - began };
}

if (lacks !== "")
	skip("F5 a full disk", lacks);
else {
	const item = any_item();
	const made = { lost: 0, double: 0, half: 0, worst: 0, faults: 0, healed: 0, filed: 0 };

	await stage_do("stop");
	const used = Number(execFileSync("du", ["-sm", `${stage}/db`]).toString().split("\t")[0]);
	const disks = { log: new Disk("log", 12), temp: new Disk("temp", 12), uploads: new Disk("uploads", 128), database: new Disk("database", used + 400) };

	disks.log.take("log");
	for (const folder of ["tmp", "web/body"])		// not the kept pages: they lie in memory (conf/nginx/site.conf.in)
		disks.temp.take(folder);
	disks.uploads.take("uploads");
	disks.database.take("db");
	await stage_do("database");
	await stage_do("workers");
	await stage_do("web");

	const applicant = await signed_in("chen.guoan"), officer = await signed_in("shen.ruoxi");
	const ready = await application_ready(applicant, item);
	const list = await applicant.get(`${ready.path}/materials`);
	const material = list.body.match(new RegExp(`${ready.path}/materials/\\d+`))[0];

	let kept = 0;

	// A material takes so many files and no more: they are taken away again, while the database can.
	async function upload() {
		const form = forms_of((await applicant.get(material)).body).find((each) => /\/materials\/\d+$/.test(each.action));
		const answer = await applicant.post_files(form.action, { ...form.fields, given: "files" },
			[{ field: "files", name: `${random_hex(4)}.txt`, type: "text/plain", content: `${random_hex(100000)}\n` }]);

		if (answer.status === 303 && ++kept % 5 === 0)
			sql(`DELETE FROM case_files WHERE case_id = ${ready.id}`);
		return answer;
	}

	const reads = async (visitors) => {
		const answers = [];

		for (const [visitor, paths] of visitors)
			for (const path of paths)
				answers.push({ path, ...await timed(() => visitor.get(path)) });
		return answers;
	};
	const all_reads = () => reads([[new Visitor(), ["/", "/items", `/items/${item}`, "/stats", "/track"]], [applicant, ["/my/cases", ready.path, `${ready.path}/check`]], [officer, ["/office/"]]]);

	for (const [name, disk] of Object.entries(disks))
		await test(`F5 the disk of ${name} is full: pages are read, a post is done or refused within ${patience / 1000} s, and heals`, async () => {
			const journal = new Journal(item);

			await journal.start(["lin.xiaoyu", "zhao.yuting"]);
			await patiently(async () => expect(journal.filed.length > 2, true, "filed before"), 20000);
			const posts = [], seen = [];

			disk.fill();
			try {
				for (const end = Date.now() + lasting; Date.now() < end;) {
					disk.fill();		// what was cleared away meanwhile
					seen.push(...await all_reads());
					posts.push(await timed(upload));
					await pause(500);
				}
			} finally {
				disk.empty();
			}
			const began = Date.now(), before = journal.filed.length;
			let healed = 0;

			await patiently(async () => {
				expect((await upload()).status, 303, "an upload");
				expect(journal.filed.length > before, true, "a submission");
				healed = Date.now() - began;
			}, 90000).finally(() => journal.stop());		// or its applicants meet those of the next disk
			const verdict = await journal.judge();
			const slow = [...seen, ...posts].reduce((most, { ms }) => Math.max(most, ms), 0);
			const statuses = Object.entries(Object.groupBy?.(posts, ({ status }) => status) ?? {}).map(([status, each]) => `${each.length} × ${status}`).join(", ");

			console.log(`# ${name}: ${seen.length} reads, uploads ${statuses || posts.map(({ status }) => status)}; slowest ${slow} ms; healed after ${healed} ms; ${journal.filed.length} filed`);
			made.faults++;
			made.filed += journal.filed.length;
			made.worst = Math.max(made.worst, slow);
			made.healed = Math.max(made.healed, healed);
			made.lost = verdict.lost || made.lost;
			made.half = verdict.half || made.half;
			expect(seen.filter(({ status }) => status !== 200).map(({ path, status }) => `${path} ${status}`).slice(0, 5).join(), "", "pages not read");
			expect(posts.filter(({ status }) => ![303, 503].includes(status)).map(({ status }) => status).join(), "", "odd answers");
			expect(JSON.stringify(verdict), JSON.stringify(fine), "what was acknowledged");
			expect(slow <= patience, true, `the slowest answer took ${slow} ms`);
			expect(healed <= healing, true, `healed after ${healed} ms`);
		});

	await test("control: an upload while its disk is full is not acknowledged, and is once there is room", async () => {
		disks.uploads.fill();
		const full = await upload();

		disks.uploads.empty();
		await pause(200);
		expect(`${full.status} ${(await upload()).status}`, "503 303", "full, then not");
	});
	if (seconds(4) >= 60)
		await test("control: without the reserve (room_bytes) a database that filled its disk is found to hang long after", async () => {
			const was = readFileSync(config, "utf8");

			writeFileSync(config, `${was}\nroom_bytes = 0\n`);
			await stage_do("workers");
			disks.database.fill();
			await timed(upload);
			await timed(upload);
			disks.database.empty();
			const began = Date.now();

			await patiently(async () => expect((await upload()).status, 303, "an upload"), 120000);
			writeFileSync(config, was);
			await stage_do("workers");
			expect(Date.now() - began > healing, true, `healed after ${Date.now() - began} ms`);
			console.log(`# healed after ${Date.now() - began} ms`);
		});
	proof("F5", { test: "the disk of log, temporary files, uploads, database full in turn", load: `${made.filed} submissions`, faults: made.faults,
		lost: made.lost, double: made.double, half: made.half, worst: `${made.worst} ms; healed after ${made.healed} ms` });
	await stage_do("stop");
	for (const disk of Object.values(disks))
		disk.end({ keep: true });
	await stage_do("database");
	await stage_do("workers");
	await stage_do("web");
	expect(sql("SELECT 1"), "1", "the database is back");
}
done();
process.exit(process.exitCode ?? 0);
