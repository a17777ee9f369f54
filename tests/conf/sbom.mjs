// sbom.mjs - the list of what a release is made of (tools/sbom.mjs): its shape, that no library a program loads is left out,
// and that what is on no list is found.
import { readFileSync } from "node:fs";
import { build, done, expect, source, test } from "../portal/portal.mjs";
import { libraries_of, owners_of, programs_in, sbom } from "../../tools/sbom.mjs";

const bom = sbom(build, source, "0.0.0");
const refs = bom.components.map((one) => one["bom-ref"]);
const named = (name) => bom.components.find((one) => one.name === name);

// What is wrong with a component; "" for nothing.
function wrong(one) {
	if (!/^(library|application)$/.test(one.type) || one.name === "" || !one.version)
		return `${one.name}: type, name or version`;
	if (one.type === "library" && !/^pkg:(deb\/debian|npm)\/[^@]+@\S+$/.test(one.purl))
		return `${one.name}: ${one.purl}`;
	return (one.hashes ?? []).every(({ alg, content }) => /^SHA-(1|256|384|512)$/.test(alg) && /^[0-9a-f]{40,128}$/.test(content)) ? "" : `${one.name}: hash`;
}

await test("it is CycloneDX, every component has what it must, each reference is one's", async () => {
	expect(`${bom.bomFormat} ${bom.specVersion}`, "CycloneDX 1.5", "format");
	expect(bom.components.map(wrong).filter((why) => why !== "").join("\n"), "", "components");
	expect(new Set(refs).size, refs.length, "references");
	expect(bom.dependencies.flatMap((one) => [one.ref, ...one.dependsOn]).filter((ref) => !refs.includes(ref)).join(), "", "references to nothing");
	expect(wrong({ ...named("libsodium23"), purl: "libsodium" }), "libsodium23: libsodium", "a wrong one is found");
});

await test("every program is in it with its hash, and every library it loads; npm's with theirs; and what runs beside", async () => {
	expect(bom.components.filter((one) => one.type === "application").map((one) => one.name).join(), programs_in(build).join(), "programs");
	expect(bom.dependencies.find((one) => one.ref === "yimen:yimen-signin").dependsOn.some((ref) => ref.includes("/libcrack2@")), true, "the door loads cracklib");
	expect(bom.dependencies.find((one) => one.ref === "yimen:yimen-public").dependsOn.some((ref) => ref.includes("/libcrack2@")), false, "the public's program does not");
	expect(libraries_of(`${build}/yimenctl`).length > 5, true, "libraries were seen");
	const lock = JSON.parse(readFileSync(`${source}/package-lock.json`, "utf8")).packages;

	expect(bom.components.filter((one) => one.purl?.startsWith("pkg:npm/")).length > 0 && named("govuk-frontend").version, lock["node_modules/govuk-frontend"].version, "npm");
	expect(named("nginx") !== undefined, true, "nginx");
});

await test("a library that no package owns ends it", async () => {
	let said = "";

	try {
		owners_of([`${build}/yimenctl`]);
	} catch (error) {
		said = error.message;
	}
	expect(said.startsWith("sbom: no package owns"), true, said);
});

done();
