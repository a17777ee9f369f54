// things.mjs - what the walk's addresses name: things of the applicant, in the hands of the clerk's organ.
//
// Put there by SQL, so that the walk needs nothing of the programs it judges.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { clock, signed_in, sql, stage } from "../portal/portal.mjs";

const organ = "11990100009901315A";
const content = "a scan of something\n";
const sha256 = createHash("sha256").update(content).digest("hex");

// One case in one state, with one file; the answer is its id, number and file.
function case_add(state, item, number) {
	const now = `FROM_UNIXTIME(${Math.floor(clock.now() / 1000)})`;
	const id = sql(`INSERT INTO cases (number, query_code, state, item_code, item_version_id, title, organ_code, area_code, applicant_id,
			applicant_kind, applicant_name, applicant_number, applicant_blind, created_at, saved_at, submitted_at, calendar)
		SELECT ${number === null ? "NULL" : `'${number}'`}, '7K3M9P2Q', '${state}', v.item_code, v.id, v.title, '${organ}', '990100', a.id,
			'person', a.name, a.id_number, a.number_blind, ${now}, ${now}, ${number === null ? "NULL" : now}, (SELECT MAX(version) FROM calendars)
		  FROM item_versions v, accounts a WHERE v.item_code = '${item}' AND v.state = 'published' AND a.login = 'lin.xiaoyu';
		SELECT LAST_INSERT_ID()`);
	const file = sql(`INSERT IGNORE INTO blobs (sha256, bytes, created_at) VALUES ('${sha256}', ${content.length}, ${now});
		INSERT INTO case_files (case_id, material, sha256, name, content_type, bytes, uploaded_at)
		VALUES (${id}, 1, '${sha256}', 'scan.txt', 'text/plain', ${content.length}, ${now});
		SELECT LAST_INSERT_ID()`);

	return { id, number, file };
}

// A step of that case's guide, asked of the organ, with one file.
function task_add(filed, item) {
	const position = sql(`SELECT MIN(s.position) FROM items i JOIN item_steps s ON s.version_id = i.published_id AND s.kind IN ('review', 'opinion', 'visit')
		WHERE i.code = '${item}'`);
	const file = sql(`INSERT INTO case_tasks (case_id, position, name, kind, role, organ_code, state, opened_at)
		VALUES (${filed.id}, ${position}, 'a step', 'review', 'reviewer', '${organ}', 'open', '2026-11-23 09:00:00');
		INSERT INTO case_task_files (case_id, position, round, sha256, name, content_type, bytes, account_id, uploaded_at)
		VALUES (${filed.id}, ${position}, 1, '${sha256}', 'scan.txt', 'text/plain', ${content.length}, 1, '2026-11-23 09:00:00');
		SELECT LAST_INSERT_ID()`);

	return { position, file };
}

// A draft of a published guide, by the webmaster who would write it.
async function draft_version(item) {
	const webmaster = await signed_in("yang.fan");
	const answer = await webmaster.fill(`/publish/versions/${sql(`SELECT published_id FROM items WHERE code = '${item}'`)}`, {}, { action: "/redraft" });

	return /\/publish\/versions\/(\d+)/.exec(answer.location)[1];
}

// An appointment with the organ, and a number that its clerk has called.
function counter_add(item) {
	const booking = sql(`INSERT INTO bookings (number, code, holder, name, phone, organ_code, plan_id, centre_code, kind, day_on, from_minute, to_minute, acts, created_at)
		VALUES ('26112399999', '00000000000000000000000000000b0b', 'p13900000999', 'walker', '13900000999', '${organ}', 0, 'C01', 'window', '2026-12-23', 600, 630, 1, '2026-11-23 09:00:00');
		SELECT LAST_INSERT_ID()`);

	sql(`INSERT INTO booking_items (booking_id, position, item_code, title, holder) VALUES (${booking}, 1, '${item}', 'an item', 'p13900000999')`);
	const ticket = sql(`INSERT INTO tickets (code, centre_code, day_on, letter, serial, state, officer_id, window_number, taken_at)
		SELECT '00000000000000000000000000000a0a', 'C01', '2026-11-20', 'Z', 999, 'called', id, 'A03', '2026-11-20 09:00:00' FROM accounts WHERE login = 'shen.ruoxi';
		SELECT LAST_INSERT_ID()`);

	return { booking, ticket, put_away: () => sql(`DELETE FROM bookings WHERE id = ${booking}; DELETE FROM booking_items WHERE booking_id = ${booking};
		DELETE FROM tickets WHERE id = ${ticket}`) };
}

// A paper of the sample; for the time of the walk its case is the applicant's.
function paper_borrowed() {
	const [id, owner, code] = sql(`SELECT c.id, c.applicant_id, p.code FROM papers p JOIN cases c ON c.id = p.case_id
		WHERE c.organ_code = '${organ}' ORDER BY p.id LIMIT 1`).split("\t");
	const give = (to) => sql(`UPDATE cases SET applicant_id = ${to} WHERE id = ${id}`);

	give("(SELECT id FROM accounts WHERE login = 'lin.xiaoyu')");
	return { code, give_back: () => give(owner) };
}

// One lets another act for him.
function delegation_add(holder, delegate, state, scope, expires_on) {
	return sql(`INSERT INTO delegations (holder_id, delegate_number, number_blind, delegate_name, delegate_id, office, state, still_open, scope, answer_by_on, expires_on, invited_at)
		SELECT h.id, d.id_number, d.number_blind, d.name, d.id, 'agent', '${state}', IF('${state}' = 'standing', 1, NULL), '${scope}', '2099-12-31', '${expires_on}', NOW(6)
		  FROM accounts h, accounts d WHERE h.login = '${holder}' AND d.login = '${delegate}'; SELECT LAST_INSERT_ID()`);
}

// What the applicant said afterwards: a bad rating with its call-back, an enquiry everybody may read; and a sample.
function after_add(filed) {
	const callback = sql(`INSERT INTO ratings (case_id, round, level, channel, words, item_code, organ_code, area_code, at)
			SELECT id, 1, 5, 'pc', '', item_code, organ_code, area_code, NOW(6) FROM cases WHERE id = ${filed.id};
		INSERT INTO callbacks (rating_id, case_id, organ_code, area_code, opened_at, assign_by_on, call_by_on, mend_by_on, due_on)
			SELECT id, case_id, organ_code, area_code, at, DATE(at), DATE(at), DATE(at), DATE(at) FROM ratings WHERE case_id = ${filed.id};
		SELECT LAST_INSERT_ID()`);
	const enquiry = sql(`INSERT INTO enquiries (number, query_code, kind, account_id, asker_name, first_organ_code, organ_code, area_code, title, body, state,
				asked_at, opened_on, due_on, answer, answered_at, public, public_title, public_body, public_answer, public_at)
			SELECT 'H26112309999B', '7K3M9P2Q', 'question', id, name, '${organ}', '${organ}', '990100', 'walk', 'walk', 'answered', NOW(6), CURDATE(), CURDATE(),
				'walk', NOW(6), 'shown', 'walk', 'walk', 'walk', NOW(6) FROM accounts WHERE login = 'lin.xiaoyu';
		SELECT number FROM enquiries WHERE id = LAST_INSERT_ID()`);
	const sample = sql(`INSERT INTO samples (purpose, area_code, from_on, to_on, seed, population, listing, size, drawn_by, drawn_name, drawn_at)
			VALUES ('inspection', '990100', '2026-01-01', '2026-01-31', 'walk', 0, '0000000000000000', 1, 1, 'walk', NOW(6)); SELECT LAST_INSERT_ID()`);

	return { callback, enquiry, sample, put_away: () => sql(`DELETE FROM callbacks WHERE id = ${callback}; DELETE FROM ratings WHERE case_id = ${filed.id};
		DELETE FROM enquiries WHERE number = '${enquiry}'; DELETE FROM samples WHERE id = ${sample}`) };
}

// What supervision has of that case and its organ: a card, a work order, a letter.
function supervision_add(filed) {
	const card = sql(`INSERT INTO cards (case_id, rule, task, colour, organ_code, made_on, due_on, given_on, at, evidence, reply_by_on, appeal_by_on)
		VALUES (${filed.id}, 'no_reason', 1, 'red', '${organ}', '2026-11-20', '2026-11-20', '2026-11-20', NOW(6), '{"why":"vague","reason":"x"}', '2027-12-31', '2027-12-31');
		SELECT LAST_INSERT_ID()`);
	const order = sql(`INSERT INTO work_orders (number, area_code, organ_code, class, title, body, days, due_on, made_by, made_name, made_at)
		VALUES ('walk-1', '990100', '${organ}', 'other', 'walk', 'walk', 5, '2027-12-31', 1, 'walk', NOW(6)); SELECT LAST_INSERT_ID()`);
	const letter = sql(`INSERT INTO work_order_parties (order_id, line, kind, organ_code, name, due_on) VALUES (${order}, 1, 'organ', '${organ}', 'walk', '2027-12-31');
		INSERT INTO watch_letters (kind, number, area_code, organ_code, organ_name, to_organ, to_name, title, body, issued_on, answer_by_on, issuer_id, issuer_name, issued_at)
		VALUES ('notice', 'walk-1', '990100', '${organ}', 'walk', '${organ}', 'walk', 'walk', 'walk', '2026-11-20', '2027-12-31', 1, 'walk', NOW(6)); SELECT LAST_INSERT_ID()`);

	return { card, order, letter };
}

// What the security administrator and the auditor have before them: a clerk's account, a proposal about it, a search, a verification.
function power_add() {
	const accounts = sql("SELECT id FROM accounts WHERE login = 'tang.xiaoman'");
	const proposals = sql(`INSERT INTO power_proposals (account_id, change_kind, roles, reason, account_version, made_by, made_name, made_at)
		VALUES (${accounts}, 'roles', 'auditor', 'walk', 1, 1, 'walk', NOW(6)); SELECT LAST_INSERT_ID()`);
	const audit = sql(`INSERT INTO audit_searches (account_id, at, source, from_on, until_on, reason)
		SELECT id, NOW(6), 'acts', '2026-01-01', '2026-01-31', 'walk' FROM accounts WHERE login = 'shan.mingcha'; SELECT LAST_INSERT_ID()`);
	const verify = sql(`INSERT INTO verifications (scope, asked_name, asked_at, state) VALUES ('case', 'walk', NOW(6), 'failed'); SELECT LAST_INSERT_ID()`);

	return { accounts, proposals, audit, verify, put_away: () => sql(`DELETE FROM power_proposals WHERE id = ${proposals};
		DELETE FROM audit_searches WHERE id = ${audit}; DELETE FROM verifications WHERE id = ${verify}`) };
}

// What follows a decision: a bill that waits, a notice everybody sees, the organ itself to take note.
function outcome_add(filed) {
	sql(`INSERT INTO fee_bills (case_id, line, position, name, price, amount, organ_code, slip_number, asked_at, asked_by, asked_name)
			VALUES (${filed.id}, 1, 1, 'a fee', 100, 100, '${organ}', 'WALK', NOW(6), 1, 'walk');
		INSERT INTO case_followups (case_id, organ_code, made_at, due_on) VALUES (${filed.id}, '${organ}', NOW(6), CURDATE());
		INSERT INTO result_notices (case_id, state, item_code, item_kind, title, organ_code, organ_name, area_code, subject_kind, subject_shown, decided_on,
			publish_on, due_on, published_at, state_at) SELECT id, 'valid', item_code, '01', title, organ_code, 'an organ', area_code, 'person', '林*雨', CURDATE(),
			CURDATE(), CURDATE(), NOW(6), NOW(6) FROM cases WHERE id = ${filed.id}`);
	return { notice: sql(`SELECT id FROM result_notices WHERE case_id = ${filed.id}`), put_away: () => sql(`DELETE FROM fee_history WHERE bill_id IN
		(SELECT id FROM fee_bills WHERE case_id = ${filed.id}); DELETE FROM fee_bills WHERE case_id = ${filed.id}; DELETE FROM case_followups WHERE case_id = ${filed.id};
		DELETE FROM delivery_changes WHERE case_id = ${filed.id}; DELETE FROM result_notices WHERE case_id = ${filed.id}`) };
}

export async function things() {
	// One that has a row of every kind.
	const item = sql(`SELECT i.code FROM items i JOIN item_fees e ON e.version_id = i.published_id JOIN item_fields f ON f.version_id = i.published_id
		JOIN item_questions q ON q.version_id = i.published_id JOIN item_checks k ON k.version_id = i.published_id ORDER BY i.code LIMIT 1`);
	const draft = case_add("draft", item, null), filed = case_add("submitted", item, "9901002611230900010");
	const task = task_add(filed, item);
	const index = sql("SELECT index_number FROM documents d WHERE state = 'published' AND EXISTS (SELECT 1 FROM document_files f WHERE f.document_id = d.id) ORDER BY id LIMIT 1");
	// At the window: one being filled in, and one taken in.  Nothing of it depends on who walks first.
	const window_item = `${organ}3990113101000`;
	const window_draft = case_add("draft", window_item, null), window_taken = case_add("submitted", window_item, "9901002611230900029");

	sql(`UPDATE cases SET channel = 'window', intake_organ_code = '${organ}', applicant_id = IF(state = 'draft', 0, applicant_id)
		WHERE id IN (${window_draft.id}, ${window_taken.id})`);
	const version = await draft_version(item);
	const document = sql(`SELECT id FROM documents WHERE index_number = '${index}'`);
	const batch = sql("SELECT MIN(id) FROM import_batches");
	const message = sql(`INSERT INTO outbox (case_id, account_id, channel, kind, occasion, recipient, subject, body, state, created_at)
		SELECT id, applicant_id, 'sms', 'submitted', 'walk', '13800000000', 'a message', 'that failed', 'failed', NOW(6) FROM cases WHERE id = ${filed.id};
		SELECT LAST_INSERT_ID()`);
	const licence = sql(`INSERT INTO licences (title, outcome_kind, holder_kind, id_kind, id_number, number_blind, holder_name, case_id, item_code, item_title,
			organ_code, organ_name, issued_on, signed_at, valid_from)
		SELECT 'a licence', 'licence', 'person', 'citizen', applicant_number, applicant_blind, applicant_name, id, item_code, title, organ_code, 'an organ',
			'2026-11-23', NOW(6), '2026-11-23' FROM cases WHERE id = ${filed.id}; SELECT LAST_INSERT_ID()`);
	const supervision = supervision_add(filed);
	const paper = paper_borrowed();
	const counter = counter_add(item);
	const delegations = {
		agent: delegation_add("lin.xiaoyu", "zhao.yuting", "standing", "look,apply", "2099-12-31"),
		payer: delegation_add("lin.xiaoyu", "wu.dalei", "standing", "pay", "2099-12-31"),
		ended: delegation_add("lin.xiaoyu", "zhao.yuting", "revoked", "look,apply,collect,pay", "2099-12-31"),
		lapsed: delegation_add("chen.guoan", "zhao.yuting", "standing", "look,apply,collect,pay", "2026-01-01"),
	};
	const calendar_draft = sql(`INSERT INTO calendar_drafts (notice_year, source, arrangement, made_by, made_name, made_at)
		VALUES (2027, 'a notice', '2027-01-01 休', 1, 'walker', '2026-11-23 09:00:00'); SELECT LAST_INSERT_ID()`);
	const after = after_add(filed);
	const outcome = outcome_add(filed);
	const power = power_add();
	const folder = `${stage}/uploads/${sha256.slice(0, 2)}`;

	mkdirSync(folder, { recursive: true });
	writeFileSync(`${folder}/${sha256}`, content);
	return {
		delegations,
		put_away() {
			const made = [draft.id, filed.id, window_draft.id, window_taken.id].join(", ");

			sql(`DELETE FROM cards WHERE id = ${supervision.card}; DELETE FROM work_order_parties WHERE order_id = ${supervision.order};
				DELETE FROM work_orders WHERE id = ${supervision.order}; DELETE FROM watch_letters WHERE id = ${supervision.letter}`);
			sql(`DELETE FROM licences WHERE id = ${licence}; DELETE FROM outbox WHERE id = ${message}; DELETE FROM case_task_files WHERE case_id IN (${made});
				DELETE FROM case_tasks WHERE case_id IN (${made}); DELETE FROM case_files WHERE case_id IN (${made}); DELETE FROM cases WHERE id IN (${made})`);
			paper.give_back();
			counter.put_away();
			sql(`DELETE FROM delegations WHERE id IN (${Object.values(delegations).join(", ")})`);
			after.put_away();
			outcome.put_away();
			sql(`DELETE FROM calendar_drafts WHERE id = ${calendar_draft}`);
			power.put_away();
		},
		code: (route) => route.startsWith("/admin/organs") ? organ : route.startsWith("/admin/settings") ? "watch.reply_days" : route.startsWith("/queue/screen") || route.startsWith("/admin/centres") ? "C01" : route.startsWith("/office/window") ? window_item : item,
		number: (route) => /enquiries|^\/ask\//.test(route) ? after.enquiry : filed.number,
		id: (route) => route.startsWith("/admin/areas") ? "990102" : route.startsWith("/admin/windows") ? "1" : route.startsWith("/admin/calendar") ? calendar_draft : route.startsWith("/admin/") ? power[route.split("/")[2]] ?? "1" : route.startsWith("/open/results") ? outcome.notice : route.startsWith("/office/bookings") ? counter.booking : route.startsWith("/office/queue") ? counter.ticket : route.startsWith("/office/callbacks") ? after.callback : route.startsWith("/watch/samples") ? after.sample :
			/\/(findings|cards)\//.test(route) ? supervision.card : route.includes("/orders/") ? supervision.order : route.includes("/letters/") ? supervision.letter :
			route.startsWith("/office/licences") ? licence : route.startsWith("/my/delegates") ? delegations.payer : route.startsWith("/office/outbox") ? message : route.startsWith("/publish/versions") ? version : route.startsWith("/publish/docs") ? document :
			route.startsWith("/publish/imports") ? batch :
			route.startsWith("/office/window") ? /receipt|qr/.test(route) ? window_taken.id : window_draft.id : /receipt|qr|take_back/.test(route) ? filed.id : draft.id,
		file: (route) => route.includes("/tasks/") ? task.file : route.startsWith("/publish") ? "1" : route.startsWith("/applications") ? draft.file : filed.file,
		name: (route) => /\/(stats|figures)\//.test(route) ? "received" : sql("SELECT MIN(name) FROM reminders"),
		section: (route) => route.startsWith("/admin/") ? "disable" : "materials",
		index: () => index,
		n: (route) => route.includes("/tasks/") ? task.position : "1",
		paper: (route) => route.startsWith("/bookings") ? "00000000000000000000000000000b0b" : route.startsWith("/queue") ? "00000000000000000000000000000a0a" : paper.code,
		form: () => sql("SELECT MIN(name) FROM forms"),
	};
}
