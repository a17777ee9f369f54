// sandbox.mjs - every child that answers strangers is in its sandbox, as the kernel itself tells.
import { readFileSync, readdirSync } from "node:fs";
import { done, skip, stage, test } from "../portal/portal.mjs";

const read = (path) => {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return "";
	}
};
const field = (status, name) => new RegExp(`^${name}:\\s*(\\S+)`, "m").exec(status)?.[1];
const programs = readdirSync(`${stage}/run`).filter((name) => /^(public|office|publish|signin|papers|watch|admin)\.pid$/.test(name));
const probe = /^Seccomp:/m.test(read("/proc/self/status"));

for (const name of programs) {
	const program = name.replace(".pid", "");
	const master = read(`${stage}/run/${name}`).trim();
	const children = readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && field(read(`/proc/${pid}/status`), "PPid") === master);

	if (!probe) {
		skip(`the children of ${program}`, "this kernel tells nothing of seccomp");
		continue;
	}
	await test(`the children of ${program} cannot start programs, gain privileges or be traced`, () => {
		if (children.length === 0)
			throw new Error(`no children of ${master}`);
		for (const pid of children) {
			const status = read(`/proc/${pid}/status`);

			if (field(status, "NoNewPrivs") !== "1" || field(status, "Seccomp") !== "2")
				throw new Error(`${pid}: NoNewPrivs ${field(status, "NoNewPrivs")}, Seccomp ${field(status, "Seccomp")}`);
		}
	});
}
await test("nothing of the sandbox was lacking when they began", () => {
	const lacking = readdirSync(`${stage}/log`).filter((name) => read(`${stage}/log/${name}`).includes("sandbox_lacks"));

	if (lacking.length > 0)
		throw new Error(lacking.join(" "));
});
done();
