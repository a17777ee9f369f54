#!/usr/bin/env node
// sbom.mjs - what a release is made of, as CycloneDX 1.5 on stdout: the Debian packages whose libraries our programs load,
// those bootstrap installs to run them, and the npm packages that build the static files.
//
//   node tools/sbom.mjs BUILD SOURCE VERSION
//
// Nothing is guessed: libraries are those ldd names, packages those dpkg knows to own them, npm packages those of
// package-lock.json.  A library that no package owns ends it with an error.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, realpathSync } from "node:fs";

const run = (program, ...args) => execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

export const programs_in = (build) => readdirSync(build).filter((name) => /^yimen(-[a-z]+|ctl)$/.test(name)).sort();

export const libraries_of = (path) => [...run("ldd", path).matchAll(/(?:=>\s+|^\s+)(\/\S+)\s+\(0x/gm)].map(([, library]) => library);

// A file is known by the name it was installed by: of itself or what it leads to, with or without /usr.
const names_of = (file) => [file, realpathSync(file)].flatMap((name) => [name, name.replace(/^\/usr/, "")]);

// Which package owns each file.
export function owners_of(files) {
	let said = "";

	try {
		said = run("dpkg-query", "-S", ...files.flatMap(names_of));
	} catch (error) {
		said = error.stdout;		// some of the names are unknown, as they must be
	}
	const known = new Map(said.split("\n").filter((line) => line.includes(": ")).map((line) => line.split(": ").reverse()));

	return new Map(files.map((file) => {
		const name = names_of(file).find((one) => known.has(one));

		if (name === undefined)
			throw new Error(`sbom: no package owns ${file}`);
		return [file, known.get(name).split(", ")[0]];
	}));
}

function debian(names) {
	const format = "${binary:Package}\t${Package}\t${Version}\t${Architecture}\t${source:Package}\n";

	return new Map(run("dpkg-query", "-W", "-f", format, ...names).trim().split("\n").flatMap((line) => {
		const [asked, name, version, architecture, source] = line.split("\t");
		const purl = `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${architecture}&distro=bookworm`;
		const one = { type: "library", "bom-ref": purl, name, version, purl, scope: "required", properties: [{ name: "debian:source", value: source }] };

		return [[asked, one], [name, one]];
	}));
}

// What bootstrap installs to run the portal, where it is installed here.
const running = (source) => /^packages_run='([^']*)'/m.exec(readFileSync(`${source}/bootstrap`, "utf8"))[1].split(/\s+/)
	.filter((name) => existsSync(`/var/lib/dpkg/info/${name}.list`));

const npm = (source) => Object.entries(JSON.parse(readFileSync(`${source}/package-lock.json`, "utf8")).packages)
	.filter(([path]) => path !== "")
	.map(([path, { version, integrity, license }]) => {
		const name = path.replace(/^.*node_modules\//, ""), purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
		const [algorithm, hash] = (integrity ?? "").split("-");

		return { type: "library", "bom-ref": purl, name, version, purl, scope: "excluded",	// builds, and is not there when it runs
			...license ? { licenses: [{ expression: license }] } : {},
			...hash ? { hashes: [{ alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(hash, "base64").toString("hex") }] } : {} };
	});

export function sbom(build, source, version) {
	const ours = programs_in(build).map((name) => ({ type: "application", "bom-ref": `yimen:${name}`, name, version,
		hashes: [{ alg: "SHA-256", content: createHash("sha256").update(readFileSync(`${build}/${name}`)).digest("hex") }] }));
	const loaded = new Map(ours.map(({ name }) => [name, libraries_of(`${build}/${name}`)]));
	const owners = owners_of([...new Set([...loaded.values()].flat())]);
	const packages = debian([...new Set([...owners.values(), ...running(source)])]);
	const dependencies = ours.map(({ name, "bom-ref": ref }) => ({ ref,
		dependsOn: [...new Set(loaded.get(name).map((library) => packages.get(owners.get(library))["bom-ref"]))].sort() }));
	const others = new Map([...packages.values(), ...npm(source)].map((one) => [one["bom-ref"], one]));

	return { bomFormat: "CycloneDX", specVersion: "1.5", version: 1,
		metadata: { component: { type: "application", "bom-ref": "yimen", name: "yimen", version } },
		components: [...ours, ...[...others.values()].sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1))], dependencies };
}

if (process.argv[1] === realpathSync(new URL(import.meta.url).pathname)) {
	const [build, source, version] = process.argv.slice(2);

	console.log(JSON.stringify(sbom(build, source, version), null, "\t"));
}
