// disk.mjs - small disks under folders of the stage: to be filled, or cut from their power.
import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, renameSync, rmSync, statfsSync, symlinkSync, unlinkSync, writeSync } from "node:fs";
import { build, stage } from "../portal/portal.mjs";

const run = (...words) => execFileSync(words[0], words.slice(1), { stdio: ["ignore", "pipe", "pipe"] }).toString();
const disks = [];

// Whether this machine lets us make one: root, a loop device, ext4.  "" or why not.
export function disk_lacks() {
	if (process.getuid() !== 0)
		return "only root mounts a disk";
	try {
		new Disk("trial", 8).end();
		return "";
	} catch (error) {
		return `no ext4 on a loop device here: ${String(error.stderr ?? error.message).trim().split("\n")[0]}`;
	}
}

export class Disk {
	constructor(name, mebibytes) {
		this.image = `${stage}/disk-${name}.img`;
		this.at = `${stage}/disk-${name}`;
		this.taken = [];
		rmSync(this.image, { force: true });
		run("truncate", "-s", `${mebibytes}M`, this.image);
		run("mkfs.ext4", "-q", "-F", "-m", "0", "-E", "lazy_itable_init=0,lazy_journal_init=0", this.image);
		mkdirSync(this.at, { recursive: true });
		this.mount();
		disks.push(this);
	}

	mount() {
		run("mount", "-o", "loop", this.image, this.at);
		this.mounted = true;
	}

	unmount() {
		if (this.mounted)
			run("umount", this.at);
		this.mounted = false;
	}

	// A folder of the stage lies on it from now on.  Nobody may be using it.
	take(folder) {
		const to = `${this.at}/${folder.replaceAll("/", "-")}`;

		run("cp", "-a", `${stage}/${folder}`, to);
		run("sync", "-f", this.at);		// what was there before is not what the power takes
		renameSync(`${stage}/${folder}`, `${stage}/${folder}.before`);
		symlinkSync(to, `${stage}/${folder}`);
		this.taken.push(folder);
	}

	free() {
		const about = statfsSync(this.at);

		return about.bavail * about.bsize;
	}

	// To the last byte.
	fill() {
		const file = openSync(`${this.at}/filler`, "w");

		for (const bytes of [1 << 20, 4096, 1])
			try {
				for (;;)
					writeSync(file, Buffer.alloc(bytes));
			} catch (error) {
				if (error.code !== "ENOSPC")
					throw error;
			}
		closeSync(file);
	}

	empty() {
		rmSync(`${this.at}/filler`, { force: true });
	}

	// As a power cut leaves it: what was not written is not there.
	cut() {
		run(`${build}/tests/faults/power`, this.at);
	}

	// What the folders hold comes back to where it was, unless it is not to be kept.
	end({ keep = false } = {}) {
		for (const folder of this.taken) {
			unlinkSync(`${stage}/${folder}`);
			if (keep) {
				run("cp", "-a", `${this.at}/${folder.replaceAll("/", "-")}`, `${stage}/${folder}`);
				rmSync(`${stage}/${folder}.before`, { recursive: true });
			} else
				renameSync(`${stage}/${folder}.before`, `${stage}/${folder}`);
		}
		this.taken = [];
		this.unmount();
		rmSync(this.image, { force: true });
		rmSync(this.at, { recursive: true, force: true });
		disks.splice(disks.indexOf(this), 1);
	}
}

// A test that ends early leaves no mount behind.
process.on("exit", () => {
	for (const disk of disks)
		try {
			run("umount", "-l", disk.at);
			for (const folder of disk.taken) {
				unlinkSync(`${stage}/${folder}`);
				renameSync(`${stage}/${folder}.before`, `${stage}/${folder}`);
			}
		} catch {
			// it was not mounted
		}
});
for (const signal of ["SIGTERM", "SIGINT"])
	process.on(signal, () => process.exit(1));
