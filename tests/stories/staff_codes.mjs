// staff_codes.mjs - a code handed to a colleague sets a password, then a second factor, once; and opens nothing else.
import { Visitor, clock, done, expect, random_hex, signed_in, sql, test, totp } from "../portal/portal.mjs";

const guard = await signed_in("situ.an");
const login = `code.${random_hex(3)}`;
const code_on = (answer) => /([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(answer.body.replace(/[\s\S]*ym-receipt__number/, ""))?.[1];
const id_of = () => sql(`SELECT id FROM accounts WHERE login = '${login}'`);
const fresh = { password_new: "a long passphrase 1", password_again: "a long passphrase 1" };
const second_password = { password_new: "another passphrase 2", password_again: "another passphrase 2" };
const renew = (code, more = fresh, name = login) => new Visitor(login).fill("/sign-in/renew", { login: name, staff_code: code, ...more });
const pass = () => clock.stands() && clock.pass(30);

// What the security administrator asks of this account; the answer that shows the code.
const ask = (act) => guard.fill(`/admin/accounts/${id_of()}/${act}`, { admin_reason: "at the owner's request" }, { action: `/${act}` });

let code, secret;

async function enrolling(password) {
	const visitor = new Visitor(login);

	expect((await visitor.give_password(login, password)).location, "/sign-in/second?next=", "after the password");
	expect((await visitor.get("/sign-in/second")).location, "/sign-in/enrol?next=", "without a second factor");
	const page = await visitor.get("/sign-in/enrol");

	return { visitor, secret: /<code[^>]*>([A-Z2-7]{32})<\/code>/.exec(page.body)[1] };
}

const enrol = (visitor, staff_code, digits) => visitor.fill("/sign-in/enrol", { staff_code, code: digits }, { action: "/enrol" });

await test("a new account has no password until its code has set one, and no second factor until its code has", async () => {
	const answer = await guard.fill("/admin/accounts/new", { account_login: login, account_name: "code", account_organ: "11990100009901315A",
		account_roles: "clerk", admin_reason: "a new colleague" }, { action: "/new" });

	expect(answer.status, 200, "the code is shown");
	code = code_on(answer);
	expect((await renew("AAAA-AAAA")).status, 422, "another code");
	expect((await renew(code, fresh, "shen.ruoxi")).status, 422, "another's name");
	expect((await renew(code, { password_new: "short", password_again: "short" })).status, 422, "a short password");
	expect((await renew(code)).location, "/sign-in?who=staff&done=password_renewed", "the right code");
	expect((await renew(code, second_password)).status, 422, "the same code once more for a password");
	const { visitor, secret: made } = await enrolling(fresh.password_new);

	secret = made;
	expect((await visitor.get("/office/")).location, "/sign-in/second?next=%2Foffice%2F", "before the second factor");
	expect((await enrol(visitor, code, "000000")).status, 422, "six wrong digits");
	expect((await enrol(visitor, "AAAA-AAAA", totp(undefined, secret))).status, 422, "another code");
	expect((await enrol(visitor, code, totp(undefined, secret))).location, "/office/", "enrolled");
	expect((await visitor.get("/office/")).status, 200, "the office");
	expect(sql(`SELECT GROUP_CONCAT(was, ' ', state) FROM staff_codes WHERE account_id = ${id_of()}`), "open used", "the code");
});

await test("who has both comes in as everybody does", async () => {
	const visitor = await signed_in(login, fresh.password_new, secret);

	expect((await visitor.get("/office/")).status, 200, "the office");
});

await test("a password reset voids the old one, ends the sessions, and leaves the second factor", async () => {
	pass();
	const before = await signed_in(login, fresh.password_new, secret);

	code = code_on(await ask("password"));
	expect((await before.get("/office/")).location, "/sign-in?next=%2Foffice%2F", "the session of before");
	expect((await new Visitor(login).fill("/sign-in", { login, password: fresh.password_new }, { action: /^\/sign-in$/ })).status, 422, "the old password");
	expect((await renew(code, second_password)).status, 303, "the new one");
	pass();
	expect((await (await signed_in(login, second_password.password_new, secret)).get("/office/")).status, 200, "with the old second factor");
});

await test("both factors within a week take two persons", async () => {
	expect((await ask("second")).location, `/admin/accounts/${id_of()}?done=proposed`, "the second factor after the password");
	expect(sql(`SELECT second_void FROM secrets WHERE account_id = ${id_of()}`), "0", "nothing happened yet");
	pass();
	const other = await signed_in("ouyang.ming");
	const number = sql(`SELECT id FROM power_proposals WHERE account_id = ${id_of()} AND state = 'waiting'`);
	const form = await other.form(`/admin/proposals/${number}`, "/decline");
	const answer = await other.post(`/admin/proposals/${number}/confirm`, { ...form.fields, admin_reason: "seen in person" });

	expect(answer.status, 200, "the code is shown to the second person");
	code = code_on(answer);
	expect((await renew(code)).status, 422, "a code for the second factor sets no password");
	pass();
	const { visitor, secret: made } = await enrolling(second_password.password_new);

	expect(made === secret, false, "the same secret again");
	expect((await enrol(visitor, code, totp(undefined, made))).location, "/office/", "enrolled anew");
});

await test("five wrong tries wear a code out", async () => {
	clock.stands() && clock.pass(8 * 86400);
	const anew = await signed_in("situ.an");
	const answer = await anew.fill(`/admin/accounts/${id_of()}/password`, { admin_reason: "at the owner's request" }, { action: "/password" });

	code = code_on(answer);
	for (let i = 0; i < 5; i++)
		await renew("AAAA-AAAA", second_password);
	expect((await renew(code, second_password)).status, 422, "the right one, too late");
	expect(sql(`SELECT state FROM staff_codes WHERE account_id = ${id_of()} ORDER BY id DESC LIMIT 1`), "worn_out", "the code");
	expect(sql(`SELECT COUNT(*) FROM admin_acts WHERE reason LIKE '%${code}%' OR became LIKE '%${code}%'`), "0", "histories that hold the code");
});

done();
