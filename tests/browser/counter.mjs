// counter.mjs - the counter in a browser: its pages for all, and a kiosk that wipes itself, with script and without.
import { execFileSync } from "node:child_process";
import { build, clock, done, ok, sql, test } from "../portal/portal.mjs";
import { Person, browser_close, browser_open, can_browse, pages_judge } from "./browser.mjs";

const why_not = can_browse();

if (why_not !== null) {
	console.log(`1..0 # SKIP ${why_not}`);
	process.exit(0);
}

const item = "11990100009901315A3990113101000";
const [booking, booked_on, desk_booking] = sql("SELECT code, day_on, id FROM bookings WHERE organ_code = '11990100009901315A' AND kind = 'window' ORDER BY id DESC LIMIT 1").split("\t");
const ticket = sql("SELECT code FROM tickets ORDER BY state = 'waiting' DESC, id LIMIT 1");
const slot_day = sql(`SELECT DATE_ADD('${clock.today()}', INTERVAL 14 DAY)`);
const plan = sql("SELECT id FROM slot_plans WHERE organ_code = '11990100009901315A' AND kind = 'window' AND weekday = 1 ORDER BY id LIMIT 1");
const pages = [
	["book", "/book"], ["book-what", "/book?centre=C01"], ["book-when", `/book?centre=C01&item=${item}`], ["book-visit", `/book?centre=C01&item=${item}&kind=visit`],
	["book-slot", `/book/slot?centre=C01&item=${item}&kind=window&day=${slot_day}&slot=${plan}-540`], ["book-find", "/book/find"], ["booking", `/bookings/${booking}`],
	["queue", "/queue"], ["queue-what", "/queue?centre=C01"], ["queue-take", `/queue?centre=C01&item=${item}`], ["ticket", `/queue/tickets/${ticket}`],
	["ticket-print", `/queue/tickets/${ticket}?print=1`], ["screen", "/queue/screen/C01"], ["kiosk", "/kiosk"], ["kiosk-set", "/kiosk/set_up"],
];
const token = /token: ([0-9a-f]+)/.exec(execFileSync(`${build}/yimenctl`, ["--config", process.env.YIMEN_CONFIG, "kiosk", "add", "C01", "东厅"], { encoding: "utf8" }))[1];

async function look(person, list, suffix) {
	for (const [name, path, status = 200] of list) {
		await person.go(path);
		await person.see(`${name}${suffix}`, { status });
	}
	await person.leave();
}

await browser_open("counter");
await test("pages of the counter, wide and narrow, in both languages", async () => {
	await look(await Person.come("counter"), pages, "");
	await look(await Person.come("counter-narrow-en", { width: 320, cookies: { language: "en" } }), pages, "-narrow-en");
	await look(await Person.come("counter-care", { width: 375, cookies: { care: "on" } }), pages.slice(0, 9), "-care");
});
await test("the counter, inside", async () => {
	for (const [suffix, options] of [["", {}], ["-narrow-en", { width: 320, cookies: { language: "en" } }]]) {
		const person = await Person.come(`counter-desk${suffix}`, options);

		await person.sign_in("shen.ruoxi");
		await look(person, [["office-bookings", `/office/bookings?day=${booked_on}`], ["office-booking", `/office/bookings/${desk_booking}`],
			["office-plans", "/office/plans"], ["office-queue", "/office/queue"]], suffix);
	}
});

const kiosk_cookie = { "yimen-kiosk": token };

await test("a kiosk: everything that is pressed is large, and no file is asked for", async () => {
	for (const [suffix, cookies] of [["", {}], ["-en", { language: "en" }]]) {
		const person = await Person.come(`kiosk${suffix}`, { width: 1080, cookies: { ...kiosk_cookie, ...cookies } });

		await person.page.setViewportSize({ width: 1080, height: 1920 });
		for (const [name, path] of [["kiosk-home", "/kiosk"], ["kiosk-items", "/items"], ["kiosk-queue", `/queue?centre=C01&item=${item}`],
			["kiosk-book", `/book?centre=C01&item=${item}`], ["kiosk-track", "/track"], ["kiosk-item", `/items/${item}`]]) {
			await person.go(path);
			// Judging a long page takes longer than a minute on a busy machine: what asks whether anybody is there has its own test.
			await person.page.evaluate(() => document.querySelector("[data-kiosk-idle]")?.remove());
			await person.page.keyboard.press("Shift");	// somebody is there
			await person.see(`${name}${suffix}`);
			const small = await person.page.evaluate(() => [...document.querySelectorAll(".ym-kiosk-button, .ym-kiosk-tile, .govuk-button, button, input:not([type=hidden]), select")]
				.filter((one) => one.offsetParent !== null && one.getBoundingClientRect().height < 56).map((one) => one.outerHTML.slice(0, 80)));

			ok(small.length === 0, `${name}${suffix}: targets of 56 pixels`, small.join("\n"));
			ok(await person.page.locator("input[type=file]").count() === 0, `${name}${suffix}: no file dialog`);
		}
		await person.leave();
	}
});
await test("a kiosk that is left asks after 45 seconds and wipes everything after 60", async () => {
	const person = await Person.come("kiosk-wipes", { width: 1080, cookies: kiosk_cookie });
	const { page } = person;

	await page.clock.install();
	await person.sign_in("lin.xiaoyu");
	await page.goto(new URL("/my/", page.url()).href);
	ok((await page.content()).includes("林晓雨"), "somebody is signed in");
	await page.clock.runFor(44000);
	ok(!await page.locator("[data-kiosk-idle]").isVisible(), "nothing is asked at 44 seconds");
	await page.clock.runFor(2000);
	ok(await page.locator("[data-kiosk-idle]").isVisible(), "it asks at 46");
	await page.locator("[data-kiosk-stay]").click();
	await page.clock.runFor(1000);
	ok(!await page.locator("[data-kiosk-idle]").isVisible(), "whoever is there goes on");
	await page.clock.runFor(58000);
	await Promise.all([page.waitForURL(/\/kiosk$/), page.clock.runFor(2000)]);
	ok(page.url().endsWith("/kiosk"), "the first page is back");
	ok(!(await page.context().cookies()).some((cookie) => cookie.name === "yimen"), "the session's cookie is gone");
	await page.goto(new URL("/my/", page.url()).href);
	ok(page.url().includes("/sign-in"), "and the session with it", page.url());
	await page.goBack();
	ok(!(await page.content()).includes("林晓雨"), "going back shows nothing of them");
	await person.leave();
});
await test("without script the page itself asks for the end after a minute", async () => {
	const person = await Person.come("kiosk-plain", { width: 1080, script: false, cookies: kiosk_cookie });

	await person.go("/track");
	ok((await person.page.content()).includes('content="60; url=/kiosk/end"'), "the refresh leads to the end of the visit");
	await person.leave();
});
await pages_judge();
await browser_close();
done();
