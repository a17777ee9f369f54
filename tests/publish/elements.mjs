// elements.mjs - a guide read from its one row is the guide read list by list (catalogue/elements.h).
import { execFileSync } from "node:child_process";
import { address, build, done, expect, source, sql, test } from "../portal/portal.mjs";

const codes = sql("SELECT code FROM items WHERE published_id IS NOT NULL ORDER BY code").split("\n");

// Pages kept in a worker or in nginx are of no use here: the cookie passes by the one, the version moved by the other.
async function guides() {
	const pages = [];

	sql("UPDATE catalogue SET version = version + 1 WHERE id = 1");
	await new Promise((resolve) => setTimeout(resolve, 100));
	for (const code of codes)
		pages.push(await (await fetch(`${address}/items/${code}`, { headers: { Cookie: "yimen=past" } })).text());
	return pages;
}

await test("every guide is the same from its row and list by list, and its row can be made anew", async () => {
	const from_rows = await guides();

	expect(sql("SELECT COUNT(*) FROM items i LEFT JOIN item_elements e ON e.version_id = i.published_id WHERE i.published_id IS NOT NULL AND e.version_id IS NULL"),
		"0", "guides in force without a row");
	sql("DELETE FROM item_elements");
	const from_lists = await guides();

	expect(codes.filter((code, i) => from_rows[i] !== from_lists[i]).join(", "), "", "guides that differ");
	execFileSync(`${build}/yimenctl`, ["--config", process.env.YIMEN_CONFIG, "renew-guides"], { env: { ...process.env, YIMEN_SQL: `${source}/sql` } });
	const anew = await guides();

	expect(codes.filter((code, i) => anew[i] !== from_lists[i]).join(", "), "", "guides that differ when put together anew");
	sql("UPDATE item_elements e JOIN item_versions v ON v.id = e.version_id SET e.body = REPLACE(e.body, v.title, CONCAT(v.title, '*'))");
	const bent = await guides();

	expect(codes.filter((code, i) => bent[i] === from_lists[i]).join(", "), "", "guides that do not show that their row was bent");
	execFileSync(`${build}/yimenctl`, ["--config", process.env.YIMEN_CONFIG, "renew-guides"], { env: { ...process.env, YIMEN_SQL: `${source}/sql` } });
	sql("UPDATE item_elements SET body = SUBSTRING(body, LOCATE('\n\n', body) + 1)");
	const of_before = await guides();

	expect(sql("SELECT COUNT(*) FROM item_elements WHERE body LIKE '_head%'"), "0", "rows with the version's own");
	expect(codes.filter((code, i) => of_before[i] !== from_lists[i]).join(", "), "", "guides that differ from a row of before, that has no head");
	execFileSync(`${build}/yimenctl`, ["--config", process.env.YIMEN_CONFIG, "renew-guides"], { env: { ...process.env, YIMEN_SQL: `${source}/sql` } });
});
done();
