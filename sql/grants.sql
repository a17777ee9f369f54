-- What each program may touch, and nothing else.  Run by `yimenctl grants` as an administrator of the server, which
-- replaces all rights an account had.  @public@, @office@ … are the accounts' full names.
--
-- Add a right here together with the query that needs it; tests/sql/prepare holds the two together: every query is
-- prepared under its own accounts, and refused under the others'.

USE @database@;
REVOKE ALL PRIVILEGES, GRANT OPTION FROM @public@, @office@, @publish@, @signin@, @papers@, @watch@, @admin@, @clock@, @ctl@;
GRANT SELECT, INSERT, CREATE, ALTER, DROP, INDEX, REFERENCES, LOCK TABLES ON @database@.* TO @ctl@;

-- ---- every program that answers nginx (sql/queries/worker.sql) ----

GRANT SELECT ON settings      TO @public@, @office@, @publish@, @signin@, @papers@, @watch@, @admin@;
GRANT SELECT ON calendars     TO @public@, @office@, @publish@, @signin@, @papers@, @watch@, @admin@;
GRANT SELECT ON calendar_days TO @public@, @office@, @publish@, @signin@, @papers@, @watch@, @admin@;
GRANT SELECT ON catalogue     TO @public@, @office@, @publish@, @signin@, @papers@, @watch@, @admin@;
GRANT SELECT ON organs        TO @public@, @office@, @publish@, @signin@, @papers@, @watch@, @admin@;
GRANT SELECT ON account_roles TO @public@, @office@, @publish@, @signin@, @papers@, @watch@, @admin@;
GRANT SELECT (id, kind, name, organ_code, area_code, disabled, expires_on) ON accounts
	TO @public@, @office@, @publish@, @signin@, @papers@, @watch@, @admin@;
GRANT SELECT (token_hash, account_id, stage, seen_at, expires_at, acts_for), UPDATE (seen_at) ON sessions
	TO @public@, @office@, @publish@, @papers@, @watch@, @admin@;
GRANT SELECT, INSERT, UPDATE (location) ON nonces TO @public@, @office@, @publish@, @signin@, @watch@, @admin@;
GRANT SELECT, INSERT, UPDATE ON throttles TO @public@, @office@, @publish@, @signin@, @watch@, @admin@;

-- For whom a session acts.
GRANT SELECT ON delegations		TO @public@, @signin@, @papers@;
GRANT SELECT ON delegation_items	TO @public@, @papers@;

-- ---- the guide (sql/queries/guide.sql): all but the door ----

GRANT SELECT ON areas            TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON centres          TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON windows          TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON themes           TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON items            TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON item_versions    TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON item_themes      TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON item_places      TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON item_bases       TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON item_materials   TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON item_steps       TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON item_checks      TO @office@, @publish@, @watch@;	-- the handbook is not the public's
GRANT SELECT ON item_fees        TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON item_questions   TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON item_fields      TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON item_elements    TO @public@, @office@, @publish@, @watch@, @admin@;
GRANT SELECT ON forms            TO @public@, @office@, @publish@, @watch@, @admin@;

-- ---- yimen-public ----

GRANT SELECT ON item_terms	TO @public@;
GRANT SELECT ON documents	TO @public@;
GRANT SELECT ON document_files	TO @public@;
GRANT SELECT ON document_terms	TO @public@;
GRANT SELECT ON document_views	TO @public@;

-- An applicant's own account and cases.
GRANT SELECT (login, id_kind, id_number, number_blind, legal_name, phone, email, address, version) ON accounts TO @public@;
GRANT SELECT, INSERT (item_code, item_version_id, title, organ_code, area_code, applicant_id, applicant_kind,
	applicant_name, applicant_number, applicant_blind, contact_name, contact_phone, delivery_address, created_at, saved_at),
	UPDATE (state, number, exchange_number, query_code, applicant_id, applicant_name, applicant_number,
	applicant_blind, contact_name, contact_phone, delivery, delivery_address, saved_at, submitted_at, calendar, promised_on,
	promised_at, statutory_on, statutory_at, due_on, claimed_by, events, version) ON cases TO @public@;
GRANT SELECT, UPDATE (to_on, closed_by, closed_event, version) ON case_pauses TO @public@;
GRANT SELECT, INSERT, UPDATE, DELETE	ON case_answers		TO @public@;
GRANT SELECT, INSERT, UPDATE, DELETE	ON case_materials	TO @public@;
GRANT SELECT, INSERT, UPDATE (removed_at) ON case_files		TO @public@;
GRANT SELECT, INSERT			ON blobs		TO @public@;
GRANT SELECT, UPDATE (answered_at)	ON corrections		TO @public@;
GRANT SELECT				ON correction_lines	TO @public@;
GRANT SELECT, INSERT			ON case_events		TO @public@;
GRANT INSERT				ON record_queue		TO @public@;
-- A case withdrawn has nothing left to be done; what was supplied gives its days back.  Not what anybody wrote in a task.
GRANT SELECT (case_id, position, round, role, organ_code, state, opened_at, due_on, claimed_by, version),
	UPDATE (state, done_at, due_on, version) ON case_tasks TO @public@;
GRANT SELECT				ON record_chain		TO @public@;
GRANT SELECT				ON record_heads		TO @public@;
GRANT INSERT				ON register_rows	TO @public@;
GRANT SELECT, INSERT, UPDATE		ON counters		TO @public@;

GRANT UPDATE (item_version_id, title) ON cases TO @public@;
GRANT UPDATE (material) ON case_files TO @public@, @office@;
GRANT SELECT, INSERT, UPDATE (case_id, material, kind, body, signed_at, signed_how, recorded_by, given_at, version), DELETE
	ON case_promises TO @public@;
GRANT SELECT (id, id_kind, number_blind, lifted_at) ON integrity_notes TO @public@;

-- One's own space (sql/queries/own.sql).
GRANT SELECT (address), UPDATE (acts_for) ON sessions TO @public@;
GRANT SELECT ON sign_ins TO @public@;
GRANT SELECT (verified_at, verified_how) ON accounts TO @public@;
GRANT INSERT, UPDATE (state, version, delegate_id, accepted_at, standing_at, ended_at, still_open) ON delegations TO @public@;
GRANT INSERT ON delegation_items TO @public@;
GRANT SELECT, INSERT ON delegation_events TO @public@;

-- ---- yimen-office: decides on cases ----

GRANT SELECT, UPDATE (state, version, events, claimed_by, due_on, accepted_at, calendar, promised_on, promised_at,
	statutory_on, statutory_at, extended_days,
	decided_at, decision_reason, outcome_number, closed_at, delivered_at) ON cases TO @office@;
GRANT SELECT			ON case_answers		TO @office@;
GRANT SELECT			ON case_materials	TO @office@;
GRANT SELECT			ON case_files		TO @office@;
GRANT SELECT			ON blobs		TO @office@;
GRANT SELECT, INSERT		ON corrections		TO @office@;
GRANT SELECT, INSERT		ON correction_lines	TO @office@;
GRANT SELECT, INSERT		ON opinions		TO @office@;
GRANT SELECT, INSERT, UPDATE (to_on, closed_by, closed_event, version) ON case_pauses TO @office@;
GRANT SELECT, INSERT		ON case_events		TO @office@;
GRANT SELECT, INSERT, UPDATE	ON case_tasks		TO @office@;
GRANT SELECT, INSERT		ON case_task_checks	TO @office@;
GRANT SELECT, INSERT		ON case_visits		TO @office@;
GRANT SELECT, INSERT		ON case_task_people	TO @office@;
GRANT SELECT, INSERT		ON case_task_files	TO @office@;
GRANT INSERT			ON blobs		TO @office@;
GRANT INSERT			ON record_queue		TO @office@;
GRANT SELECT			ON record_chain		TO @office@;
GRANT SELECT, INSERT		ON register_rows	TO @office@;
GRANT SELECT, INSERT, UPDATE	ON counters		TO @office@;

-- ---- papers (sql/queries/paper.sql): issued with the act, never changed, only recalled or superseded ----

-- What a look-up shows, kept beside the case by record_add and paper_list_renew.
GRANT UPDATE (course, paper_list, last_event) ON cases TO @public@, @office@, @clock@;
-- What is printed on another's paper is not the public program's to read.
GRANT SELECT (id, code, kind, case_id, position, number, organ_code, organ_name, title, applicant_shown, issued_on,
	signed_at, issuer_id, issuer_name, issuer_organ, content_hash, chain_position, chain_head, mac, state, state_code,
	state_note, state_at, version) ON papers TO @public@, @office@, @clock@;
GRANT INSERT, UPDATE (state, state_code, state_note, state_at, version) ON papers TO @public@, @office@, @clock@;
GRANT SELECT (case_id, material, body, promised_by_on) ON case_promises TO @public@, @clock@;

-- ---- results that are held (sql/queries/licence.sql) ----

GRANT SELECT ON licences	TO @public@, @office@, @clock@;
GRANT SELECT ON seals		TO @office@;
GRANT INSERT ON licences	TO @office@;
GRANT UPDATE (state, state_at, reason, replaced_by, version) ON licences TO @office@;
GRANT UPDATE (state, state_at, reminded_at, version) ON licences TO @clock@;
GRANT SELECT, INSERT ON licence_acts TO @office@;
GRANT INSERT ON licence_acts	TO @public@, @clock@;
GRANT SELECT, INSERT ON licence_kinds TO @office@;

-- The window: files on an applicant's behalf, and gives who has none an account without a password.
GRANT INSERT (item_code, item_version_id, title, organ_code, area_code, applicant_id, applicant_kind, applicant_name,
	applicant_number, applicant_blind, contact_name, contact_phone, channel, delivery, delivery_address, intake_organ_code, intake_area,
	received_by, received_name, identity_seen, agent_name, agent_number, agent_seen, created_at, saved_at),
	UPDATE (applicant_id, applicant_kind, applicant_name, applicant_number, applicant_blind, contact_name, contact_phone, delivery,
	delivery_address, identity_seen, agent_name, agent_number, agent_seen, number, exchange_number, query_code, submitted_at,
	saved_at, item_version_id, title, received_by, received_name, precheck_at) ON cases TO @office@;
GRANT INSERT, UPDATE		ON case_answers		TO @office@;
GRANT INSERT, UPDATE		ON case_materials	TO @office@;
GRANT INSERT, UPDATE (removed_at) ON case_files	TO @office@;
GRANT INSERT			ON blobs		TO @office@;
GRANT SELECT (number_blind, phone), INSERT (kind, login, login_blind, name, id_kind, id_number, number_blind, phone, address, created_at, verified_at,
	verified_how) ON accounts TO @office@;
GRANT SELECT, INSERT, UPDATE (state, version) ON claim_codes TO @office@;
GRANT SELECT, INSERT, UPDATE	ON case_promises	TO @office@;
GRANT SELECT, UPDATE (lifted_at, lifted_by, lifted_name, lift_reason, version) ON integrity_notes TO @office@;

-- ---- what follows a decision (sql/queries/outcome.sql) ----

GRANT SELECT, UPDATE (state, ended_at, ended_name, version) ON fee_bills TO @public@, @office@, @clock@;
GRANT INSERT, UPDATE (amount, paid_at, channel, receipt_number, reason) ON fee_bills TO @office@;
GRANT UPDATE (paid_at, channel, receipt_number) ON fee_bills TO @clock@;
GRANT SELECT, INSERT		ON fee_history	TO @public@, @office@, @clock@;
GRANT SELECT			ON payment_files TO @office@;
GRANT SELECT, UPDATE (settled_at, settled_name, settled_note, version) ON payments TO @office@;
GRANT SELECT, INSERT		ON payment_files TO @clock@;
GRANT SELECT, INSERT, UPDATE	ON payments	TO @clock@;
GRANT SELECT, INSERT, UPDATE	ON case_deliveries TO @public@, @office@;
GRANT SELECT, INSERT		ON delivery_changes TO @public@;
GRANT SELECT			ON delivery_changes TO @office@;
GRANT UPDATE (delivered_at)	ON cases	TO @public@;
GRANT SELECT			ON result_notices TO @public@, @office@, @clock@, @watch@;
GRANT UPDATE			ON result_notices TO @office@;
GRANT INSERT, UPDATE		ON result_notices TO @clock@;
GRANT SELECT, INSERT		ON result_notice_history TO @office@, @clock@;
GRANT SELECT, UPDATE (acknowledged_at, acknowledged_by, acknowledged_name, note, version) ON case_followups TO @office@;
GRANT SELECT, INSERT		ON case_followups TO @clock@;
GRANT SELECT			ON case_followups TO @watch@;
GRANT SELECT			ON fee_bills	TO @watch@;
GRANT SELECT			ON case_deliveries TO @watch@;

-- ---- yimen-papers: draws papers; sees of a case whose it is, and writes nothing ----

GRANT SELECT				ON papers	TO @papers@;
GRANT SELECT (id, number, applicant_id, organ_code, intake_organ_code, item_code) ON cases TO @papers@;
GRANT SELECT (id, paper_code) ON licences TO @papers@;
GRANT SELECT (case_id, given, licence_id) ON case_materials TO @papers@;

-- ---- yimen-publish: writes the catalogue and the documents, sees no case ----

-- An import may bring organs, areas and themes the house has not yet; it changes none.
GRANT INSERT				ON organs	TO @publish@;
GRANT INSERT				ON areas	TO @publish@;
GRANT INSERT				ON themes	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE	ON forms	TO @publish@;
GRANT SELECT, INSERT, UPDATE		ON import_progress TO @publish@;
-- An import is not undone once somebody has applied under it.
GRANT SELECT (id, item_version_id)	ON cases	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE ON items		TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_versions	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_themes	TO @publish@;
GRANT INSERT, UPDATE ON item_elements	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_places	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_bases	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_materials	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_steps	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_checks	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_fees	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_questions	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_fields	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_terms	TO @publish@;
GRANT UPDATE (version)			ON catalogue	TO @publish@;
GRANT SELECT, INSERT, UPDATE		ON import_batches TO @publish@;
GRANT SELECT, INSERT, DELETE		ON import_findings TO @publish@;
GRANT SELECT, INSERT			ON acts		TO @publish@;
GRANT SELECT, INSERT, UPDATE		ON counters	TO @publish@;
GRANT SELECT, INSERT			ON blobs	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE	ON documents	TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE	ON document_files TO @publish@;
GRANT SELECT, INSERT, UPDATE, DELETE	ON document_terms TO @publish@;

-- ---- yimen-signin: the door; alone reads secrets ----

GRANT SELECT (login, login_blind, id_number, number_blind, phone),
	INSERT (kind, login, login_blind, name, id_kind, id_number, number_blind, legal_name, phone, address, created_at),
	SELECT (version), UPDATE (verified_at, verified_how, version) ON accounts TO @signin@;
-- How one is reached: the door's, for it asks for the password.
GRANT SELECT (legal_name, email, address, language), UPDATE (phone, email, address, language) ON accounts TO @signin@;
-- Closing it: asked for here, told to its owner, done by the clock.
GRANT SELECT (closes_on), UPDATE (closes_on) ON accounts TO @signin@;
GRANT SELECT (closes_on) ON accounts TO @public@;
GRANT SELECT (applicant_id, number, state) ON cases TO @signin@;
GRANT INSERT ON outbox TO @signin@;
GRANT INSERT ON sign_ins TO @signin@;
GRANT SELECT, UPDATE (state, tries, used_at, version) ON claim_codes TO @signin@;
GRANT SELECT, INSERT (account_id, password_hash, second_void),
	UPDATE (password_hash, totp_secret, totp_counter, password_void, second_void, failures, locked_until, version)
	ON secrets TO @signin@;
GRANT SELECT, INSERT, UPDATE (seen_at), DELETE ON sessions TO @signin@;

-- ---- the counter (sql/queries/booking.sql, queue.sql): appointments, queue numbers, kiosks ----

GRANT SELECT ON slot_plans		TO @public@, @office@;
GRANT SELECT ON slot_plan_items		TO @public@, @office@;
GRANT SELECT ON slot_closures		TO @public@, @office@;
GRANT SELECT, INSERT, UPDATE		ON slot_counts	TO @public@, @ctl@;
GRANT SELECT, UPDATE (taken, version)	ON slot_counts	TO @office@;
GRANT SELECT, INSERT, UPDATE (plan_id, organ_code, window_number, kind, day_on, from_minute, to_minute, officer_id,
	officer_name, state, acts, version) ON bookings TO @public@;
GRANT SELECT, UPDATE (state, officer_id, officer_name, acts, version) ON bookings TO @office@;
GRANT SELECT, UPDATE (state, acts, version) ON bookings TO @clock@;
-- What is over for a year names nobody (retention.booking_days).
GRANT UPDATE (account_id, holder, name, phone, address, visit_reason, forgotten) ON bookings TO @clock@;
GRANT UPDATE (holder)			ON booking_items	TO @clock@;
GRANT UPDATE (account_id, actor_name, reason) ON booking_acts	TO @clock@;
GRANT UPDATE (account_id, forgotten)	ON tickets	TO @clock@;
GRANT UPDATE (account_id)		ON ticket_acts	TO @clock@;
GRANT SELECT, INSERT, UPDATE (standing)	ON booking_items TO @public@;
GRANT SELECT, UPDATE (standing)		ON booking_items TO @office@, @clock@;
GRANT SELECT, INSERT			ON booking_acts TO @public@, @office@, @clock@, @ctl@;	-- a history is only added to; the clock takes names out
GRANT SELECT				ON centres	TO @clock@;
GRANT INSERT, UPDATE (retired, version)	ON slot_plans	TO @office@;
GRANT INSERT				ON slot_plan_items TO @office@;
GRANT INSERT, DELETE			ON slot_closures TO @office@;
GRANT SELECT ON centre_hours		TO @public@, @office@;
GRANT SELECT ON window_services		TO @public@, @office@;
GRANT SELECT, INSERT, UPDATE		ON queue_days	TO @public@, @office@, @ctl@;
GRANT SELECT, INSERT, UPDATE (state, ended_at, acts, version) ON tickets TO @public@;
GRANT SELECT, INSERT, UPDATE (state, priority, window_number, officer_id, officer_name, calls, called_at, started_at,
	ended_at, after_hours, acts, version) ON tickets TO @office@;
GRANT SELECT, UPDATE (state, ended_at, acts, version) ON tickets TO @clock@;
GRANT UPDATE ON tickets TO @ctl@;
GRANT UPDATE ON bookings TO @ctl@;
GRANT UPDATE (standing) ON booking_items TO @ctl@;
GRANT SELECT, INSERT			ON ticket_items	TO @public@, @office@;
GRANT UPDATE (opened_at, case_id, version) ON ticket_items TO @office@, @ctl@;
GRANT SELECT, INSERT			ON ticket_windows TO @public@, @office@;
GRANT DELETE				ON ticket_windows TO @office@;
GRANT SELECT, INSERT			ON ticket_acts	TO @public@, @office@, @clock@, @ctl@;
GRANT SELECT, INSERT, UPDATE		ON window_seats	TO @office@;
GRANT SELECT				ON kiosks	TO @public@;
GRANT UPDATE (retired_at, version)	ON kiosks	TO @ctl@;
GRANT UPDATE (expires_at)		ON sessions	TO @public@;	-- who leaves a kiosk is signed out

-- ---- messages (sql/queries/notice.sql): written where the act is done ----

GRANT SELECT (email, phone, language) ON accounts TO @office@, @clock@;
GRANT SELECT (area_stem)		ON accounts	TO @office@;
GRANT SELECT (language) ON accounts TO @public@;
GRANT SELECT, INSERT ON outbox TO @public@, @office@, @clock@;
GRANT UPDATE (read_at) ON outbox TO @public@, @office@;
GRANT UPDATE (state, tries, next_at, version) ON outbox TO @office@;
GRANT SELECT (id, at, account_id, act, subject), INSERT (at, account_id, act, subject, detail) ON acts TO @office@;
GRANT SELECT, UPDATE (every, day, role, subject, body, version) ON reminders TO @office@;

-- ---- what comes after a result: ratings, call-backs, enquiries, samples (rating.sql, callback.sql, enquiry*.sql, sampling.sql) ----

GRANT SELECT, INSERT			ON ratings	TO @public@;
GRANT SELECT, INSERT			ON rating_tags	TO @public@;
GRANT SELECT (rating_id, state, reply, mended, mend_by_on), INSERT ON callbacks TO @public@;
GRANT INSERT				ON callback_acts TO @public@;
-- The telephone of who asked is written and never read again by the public's program.
GRANT SELECT (id, number, query_code, kind, account_id, asker_name, item_code, first_organ_code, organ_code, against, title, body,
	state, asked_at, opened_on, due_on, extended_days, answer, answered_at, reopened, level, public, public_title, public_body,
	public_answer, public_at, version), INSERT, UPDATE (state, reopened, opened_on, due_on, extended_days, level, version)
	ON enquiries TO @public@;
GRANT SELECT, INSERT			ON enquiry_acts	TO @public@, @office@, @clock@;
GRANT SELECT				ON ratings	TO @office@;
GRANT SELECT				ON rating_tags	TO @office@;
GRANT SELECT, UPDATE (state, assigned_to, assigned_name, assigned_at, called_by, called_at, verdict, mended, reply, due_on,
	closed_at, told_due_on, version) ON callbacks TO @office@;
GRANT SELECT, INSERT			ON callback_acts TO @office@, @clock@;
GRANT SELECT, UPDATE (state, answer, answered_at, answered_by, claimed_by, organ_code, area_code, due_on, extended_days, level,
	public, public_title, public_body, public_answer, public_at, version) ON enquiries TO @office@;
GRANT SELECT, UPDATE (told_on, told_due_on) ON callbacks TO @clock@;
GRANT SELECT (id, number, kind, organ_code, area_code, title, state, opened_on, due_on, claimed_by, answered_at)
	ON enquiries TO @clock@;
-- Who asked is not named for ever (retention.enquiry_days).
GRANT SELECT (forgotten, version), UPDATE (account_id, asker_name, asker_phone, asker_email, query_code, forgotten, version)
	ON enquiries TO @clock@;
GRANT UPDATE (account_id)		ON enquiry_acts	TO @clock@;
GRANT SELECT, INSERT			ON enquiry_cards TO @clock@;
GRANT SELECT (area_code, area_stem)	ON accounts	TO @clock@;
GRANT SELECT				ON ratings	TO @watch@;
GRANT SELECT				ON callbacks	TO @watch@;
GRANT SELECT (id, number, kind, item_code, first_organ_code, organ_code, area_code, title, state, asked_at, opened_on, due_on,
	extended_days, answered_at, reopened, level, public, version) ON enquiries TO @watch@;
GRANT SELECT				ON enquiry_cards TO @watch@;
GRANT SELECT, INSERT			ON samples	TO @watch@;
GRANT SELECT, INSERT, UPDATE (result, note, by_id, by_name, at, version) ON sample_cases TO @watch@;
GRANT SELECT (id, number, title, state, organ_code, area_code, decided_at, item_version_id) ON cases TO @watch@;

-- ---- yimen-clock: acts on cases when a day has come, sends messages, sweeps ----

GRANT SELECT ON settings      TO @clock@;
GRANT SELECT ON calendars     TO @clock@;
GRANT SELECT ON calendar_days TO @clock@;
GRANT SELECT ON organs        TO @clock@;
GRANT SELECT ON areas         TO @clock@;
GRANT SELECT ON themes        TO @clock@;
GRANT SELECT (id, kind, name, organ_code, disabled, expires_on) ON accounts TO @clock@;
GRANT SELECT ON account_roles TO @clock@;
GRANT SELECT, UPDATE (state, version, events, due_on, accepted_at, calendar, promised_on, promised_at, statutory_on,
	statutory_at, claimed_by, closed_at) ON cases TO @clock@;
-- Drafts that nobody came back to are emptied.
GRANT UPDATE (applicant_name, applicant_number, applicant_blind, contact_name, contact_phone, delivery_address, agent_name, agent_number)
	ON cases TO @clock@;
GRANT SELECT (case_id), DELETE ON case_answers TO @clock@;
GRANT SELECT (case_id), DELETE ON case_materials TO @clock@;
GRANT SELECT (case_id), DELETE ON case_files TO @clock@;
GRANT SELECT (expires_at), DELETE ON claim_codes TO @clock@;
-- An account whose owner had it closed names nobody, and opens nothing (accounts_closing).
GRANT SELECT (closes_on), UPDATE (login, login_blind, name, id_number, number_blind, legal_name, phone, email, address, disabled,
	closes_on, closed_on, version), SELECT (version) ON accounts TO @clock@;
GRANT SELECT ON delegations TO @clock@;
GRANT SELECT (account_id), DELETE ON secrets TO @clock@;
GRANT SELECT (account_id) ON sessions TO @clock@;
GRANT SELECT (account_id) ON claim_codes TO @clock@;
GRANT UPDATE (recipient) ON outbox TO @clock@;
GRANT SELECT (expires_at), DELETE ON staff_codes TO @clock@;
GRANT SELECT			ON case_pauses	TO @clock@;
GRANT UPDATE (recomputed_at)	ON calendars	TO @clock@;
GRANT SELECT			ON corrections	TO @clock@;
GRANT SELECT			ON correction_lines TO @clock@;
GRANT SELECT			ON case_materials TO @clock@;
GRANT SELECT (case_id, material, round, removed_at) ON case_files TO @clock@;
GRANT SELECT, INSERT, UPDATE	ON counters	TO @clock@;
GRANT SELECT, INSERT		ON register_rows TO @clock@;
GRANT SELECT, UPDATE (lapsed_at, version) ON case_promises TO @clock@;
GRANT INSERT			ON integrity_notes TO @clock@;
GRANT SELECT, INSERT, UPDATE	ON case_tasks	TO @clock@;
GRANT SELECT, INSERT		ON case_events	TO @clock@;
GRANT SELECT, INSERT, DELETE	ON record_queue	TO @clock@;
GRANT SELECT, INSERT		ON record_chain	TO @clock@;
GRANT SELECT, INSERT		ON record_heads	TO @clock@;
GRANT SELECT, INSERT		ON cards	TO @clock@;
GRANT SELECT, INSERT, UPDATE	ON clock_duties	TO @clock@;
-- Figures are kept beside the cases (sql/queries/figures.sql), and follow from them: to lose them is to make them anew.
GRANT SELECT, INSERT, UPDATE, DELETE ON case_facts TO @clock@;
GRANT SELECT, INSERT, UPDATE, DELETE ON figure_sums TO @clock@;
GRANT SELECT, INSERT, UPDATE, DELETE ON figure_days TO @clock@;
GRANT SELECT, UPDATE (last_on)	ON reminders	TO @clock@;
GRANT UPDATE (state, tries, next_at, last_error, sent_at, version) ON outbox TO @clock@;
-- Sweeping: by age, and no more of a secret than its age.
GRANT SELECT (created_at), DELETE	ON nonces	TO @clock@;
GRANT SELECT (expires_at, seen_at), DELETE	ON sessions	TO @clock@;
-- Verifying the record bit by bit (sql/queries/verification.sql): an auditor asks, the clock does it.
GRANT SELECT, UPDATE			ON verifications TO @clock@;
GRANT INSERT				ON verification_faults TO @clock@;
GRANT SELECT (window_at), DELETE	ON throttles	TO @clock@;
GRANT SELECT (at), DELETE	ON sign_ins	TO @clock@;
GRANT SELECT (sha256)	ON blobs		TO @clock@;
GRANT SELECT (sha256)	ON case_files		TO @clock@;
GRANT SELECT (sha256)	ON document_files	TO @clock@;
GRANT SELECT (sha256)	ON case_task_files	TO @clock@;
GRANT SELECT (sha256)	ON forms		TO @clock@;
-- Versions of items begin and end on their day.
GRANT SELECT, UPDATE (published_id, organ_code, version) ON items TO @clock@;
GRANT SELECT, UPDATE (state, effective_on, retired_on, published_at, publisher_id, initials, version) ON item_versions
	TO @clock@;
GRANT SELECT ON item_themes    TO @clock@;
GRANT SELECT ON item_places    TO @clock@;
GRANT SELECT ON item_bases     TO @clock@;
GRANT SELECT ON item_materials TO @clock@;
GRANT SELECT ON item_steps     TO @clock@;
GRANT SELECT ON item_checks    TO @clock@;
GRANT SELECT ON item_fees      TO @clock@;
GRANT SELECT ON item_questions TO @clock@;
GRANT SELECT ON item_fields    TO @clock@;
GRANT SELECT (name) ON forms   TO @clock@;
GRANT SELECT, INSERT, UPDATE ON item_elements TO @clock@;
GRANT SELECT, INSERT, UPDATE, DELETE ON item_terms TO @clock@;
GRANT SELECT, UPDATE (version) ON catalogue TO @clock@;
GRANT SELECT ON import_batches TO @clock@;
GRANT INSERT ON acts TO @clock@;

-- ---- supervision: yimen-watch reads across organs and changes no case; what is answered is answered by officers ----

GRANT SELECT (id, number, exchange_number, state, version, item_code, item_version_id, title, organ_code, area_code,
	applicant_kind, applicant_name, channel, delivery, created_at, submitted_at, accepted_at, decided_at, closed_at,
	delivered_at, calendar, promised_on, promised_at, statutory_on, statutory_at, due_on, extended_days, claimed_by,
	decision_reason, outcome_number, events, intake_organ_code, intake_area, received_by, received_name, precheck_at)
	ON cases TO @watch@;
GRANT SELECT (id, case_id, position, at, event, state_before, state_after, account_id, actor_kind, actor_name, organ_code,
	reason, detail) ON case_events TO @watch@;
GRANT SELECT ON case_tasks	TO @watch@;
GRANT SELECT ON case_pauses	TO @watch@;
GRANT SELECT ON corrections	TO @watch@;
GRANT SELECT ON correction_lines TO @watch@;
GRANT SELECT (case_id, position, given) ON case_materials TO @watch@;
GRANT SELECT (code, kind, case_id, number, issued_on, signed_at, state, state_code, id) ON papers TO @watch@;
GRANT SELECT, UPDATE (state, reply_by_on, ended_at, version) ON cards TO @watch@;
GRANT SELECT, INSERT, UPDATE (state, ended_at, evidence, version) ON work_orders TO @watch@;
GRANT SELECT, INSERT, UPDATE (state, due_on, replied_at, version) ON work_order_parties TO @watch@;
GRANT SELECT, INSERT ON watch_letters TO @watch@;
GRANT SELECT, INSERT, UPDATE ON counters TO @watch@;
GRANT INSERT ON outbox TO @watch@;
GRANT SELECT, UPDATE (state, replied_at, appealed_at, version) ON cards TO @office@;
GRANT SELECT, UPDATE (version) ON work_orders TO @office@, @clock@;
GRANT SELECT, UPDATE (state, due_on, replied_at, version) ON work_order_parties TO @office@;
GRANT SELECT, UPDATE (state, received_at, receiver_name, receipt, version) ON watch_letters TO @office@;
GRANT UPDATE (state, ended_at, version) ON cards TO @clock@;
GRANT SELECT, UPDATE (level, due_on, escalated_on, version) ON work_order_parties TO @clock@;
GRANT SELECT ON case_visits TO @clock@;
GRANT SELECT (case_id, name, amount, slip_number, position, asked_at) ON fee_bills TO @clock@;
GRANT SELECT, INSERT ON watch_acts TO @watch@, @office@, @clock@;

-- ---- yimen-admin: three powers in one program; it counts cases and reads none ----

GRANT SELECT, INSERT ON admin_acts TO @admin@;		-- nobody changes or takes out a row
GRANT SELECT, INSERT, UPDATE ON counters TO @admin@;
-- The system administrator's.
GRANT INSERT, UPDATE ON areas		TO @admin@;
GRANT INSERT, UPDATE ON organs		TO @admin@;
GRANT INSERT, UPDATE ON centres		TO @admin@;
GRANT INSERT, UPDATE ON windows		TO @admin@;
GRANT SELECT, INSERT, DELETE ON window_services TO @admin@;
GRANT SELECT, INSERT, DELETE ON centre_hours TO @admin@;
GRANT SELECT, UPDATE (retired, version) ON slot_plans TO @admin@;
GRANT SELECT, INSERT, DELETE ON slot_closures TO @admin@;
GRANT SELECT (id, organ_code, plan_id, centre_code, window_number, day_on, state) ON bookings TO @admin@;
GRANT SELECT (id, state, organ_code, area_code, due_on) ON cases TO @admin@;
GRANT SELECT ON window_seats		TO @admin@;
GRANT SELECT (id, centre_code, day_on, state) ON tickets TO @admin@;
GRANT SELECT ON ticket_windows		TO @admin@;
GRANT INSERT ON calendars		TO @admin@;
GRANT INSERT ON calendar_days		TO @admin@;
GRANT SELECT, INSERT, UPDATE ON calendar_drafts TO @admin@;
GRANT INSERT, UPDATE, DELETE ON settings TO @admin@;
GRANT INSERT, UPDATE ON item_elements	TO @admin@;	-- the names of organs in guides
GRANT UPDATE (version) ON catalogue	TO @admin@;
-- The security administrator's: voids secrets and sees none; the door alone reads and sets them.
GRANT SELECT (login, login_blind, created_at, area_stem, version),
	INSERT (kind, login, login_blind, name, organ_code, area_code, expires_on, created_at),
	UPDATE (name, organ_code, area_code, expires_on, disabled, version) ON accounts TO @admin@;
GRANT INSERT, DELETE ON account_roles	TO @admin@;
GRANT SELECT (account_id, failures, locked_until, password_void, second_void, version),
	UPDATE (failures, locked_until, password_void, second_void, version) ON secrets TO @admin@;
GRANT SELECT (id, account_id, kind, was, state, given_name, given_at, expires_at, version), UPDATE (state, version),
	INSERT (account_id, kind, was, code_hash, given_by, given_name, given_at, expires_at) ON staff_codes TO @admin@;
GRANT SELECT, UPDATE ON staff_codes	TO @signin@;
GRANT SELECT, INSERT, UPDATE (state, still_open, ended_by, ended_name, ended_at, note, version) ON power_proposals TO @admin@;
GRANT SELECT (created_at, address), DELETE ON sessions TO @admin@;
GRANT SELECT ON sign_ins		TO @admin@;
-- The auditor's: who moved which case when, and never what was written about it.
GRANT SELECT, INSERT ON audit_searches	TO @admin@;
GRANT SELECT (id, case_id, position, at, event, state_before, state_after, account_id, actor_kind, actor_name, organ_code)
	ON case_events TO @admin@;
GRANT SELECT (number) ON cases		TO @admin@;
GRANT SELECT ON acts			TO @admin@;
GRANT SELECT ON record_chain		TO @admin@;
GRANT SELECT ON record_heads		TO @admin@;
GRANT SELECT, INSERT (scope, case_number, from_on, asked_by, asked_name, asked_at), UPDATE (stop_at, stop_by, stop_name) ON verifications TO @admin@;
GRANT SELECT ON verification_faults	TO @admin@;

-- ---- yimenctl: the administrator's hand; it reads and inserts everywhere (database.sql), changes only this ----

GRANT UPDATE, DELETE ON areas		TO @ctl@;
GRANT UPDATE, DELETE ON organs		TO @ctl@;
GRANT UPDATE, DELETE ON centres		TO @ctl@;
GRANT UPDATE, DELETE ON windows		TO @ctl@;
GRANT UPDATE, DELETE ON themes		TO @ctl@;
GRANT UPDATE, DELETE ON settings	TO @ctl@;
GRANT UPDATE ON counters		TO @ctl@;
GRANT UPDATE ON accounts		TO @ctl@;
GRANT UPDATE (who) ON audit_searches	TO @ctl@;	-- sealed anew
GRANT UPDATE, DELETE ON account_roles	TO @ctl@;
GRANT UPDATE, DELETE ON secrets		TO @ctl@;
GRANT UPDATE, DELETE ON sessions	TO @ctl@;
GRANT DELETE ON nonces			TO @ctl@;
GRANT DELETE ON throttles		TO @ctl@;
GRANT UPDATE, DELETE ON items		TO @ctl@;
GRANT UPDATE, DELETE ON item_versions	TO @ctl@;
GRANT UPDATE, DELETE ON item_themes	TO @ctl@;
GRANT UPDATE, DELETE ON item_places	TO @ctl@;
GRANT UPDATE, DELETE ON item_bases	TO @ctl@;
GRANT UPDATE, DELETE ON item_materials	TO @ctl@;
GRANT UPDATE, DELETE ON item_steps	TO @ctl@;
GRANT UPDATE, DELETE ON item_checks	TO @ctl@;
GRANT UPDATE ON case_tasks		TO @ctl@;
GRANT UPDATE, DELETE ON item_fees	TO @ctl@;
GRANT UPDATE, DELETE ON item_questions	TO @ctl@;
GRANT UPDATE, DELETE ON item_fields	TO @ctl@;
GRANT UPDATE, DELETE ON item_terms	TO @ctl@;
GRANT UPDATE ON item_elements		TO @ctl@;
GRANT UPDATE ON catalogue		TO @ctl@;
GRANT UPDATE ON import_batches		TO @ctl@;
GRANT UPDATE ON import_progress		TO @ctl@;
GRANT UPDATE, DELETE ON forms		TO @ctl@;
GRANT DELETE ON import_findings		TO @ctl@;
GRANT UPDATE, DELETE ON documents	TO @ctl@;
GRANT UPDATE, DELETE ON document_files	TO @ctl@;
GRANT UPDATE, DELETE ON document_terms	TO @ctl@;
GRANT UPDATE ON cases			TO @ctl@;
GRANT UPDATE (state, state_code, state_note, state_at, version) ON papers TO @ctl@;
GRANT UPDATE ON outbox			TO @ctl@;
GRANT UPDATE ON licences		TO @ctl@;
GRANT UPDATE ON case_promises		TO @ctl@;
GRANT UPDATE, DELETE ON reminders	TO @ctl@;
GRANT UPDATE, DELETE ON case_answers	TO @ctl@;
GRANT UPDATE, DELETE ON case_materials	TO @ctl@;
GRANT UPDATE ON case_files		TO @ctl@;
GRANT DELETE ON record_queue		TO @ctl@;
GRANT UPDATE ON corrections		TO @ctl@;
GRANT UPDATE ON case_pauses		TO @ctl@;
GRANT UPDATE ON fee_bills		TO @ctl@;
GRANT UPDATE ON payments		TO @ctl@;
GRANT UPDATE ON case_deliveries		TO @ctl@;
GRANT UPDATE ON result_notices		TO @ctl@;
GRANT UPDATE ON case_followups		TO @ctl@;
GRANT UPDATE ON calendars		TO @ctl@;
GRANT UPDATE ON schema_migrations	TO @ctl@;
GRANT UPDATE ON rekey_progress		TO @ctl@;
GRANT UPDATE (id_number, number_blind)	ON integrity_notes	TO @ctl@;	-- sealed anew (rekey.sql)
GRANT UPDATE (delegate_number, number_blind) ON delegations	TO @ctl@;
GRANT UPDATE (contact_phone)		ON delivery_changes	TO @ctl@;
GRANT UPDATE (phone, holder)		ON bookings		TO @ctl@;
GRANT UPDATE (holder)			ON booking_items	TO @ctl@;
GRANT UPDATE (asker_phone, asker_email)	ON enquiries		TO @ctl@;
GRANT UPDATE, DELETE ON case_facts	TO @ctl@;
GRANT UPDATE, DELETE ON figure_sums	TO @ctl@;
GRANT UPDATE, DELETE ON figure_days	TO @ctl@;
GRANT UPDATE ON clock_duties		TO @ctl@;

-- ---- figures (sql/queries/stats.sql): read by everybody, in numbers and in rows without a person ----

GRANT SELECT ON case_facts	TO @public@, @watch@;
GRANT SELECT ON figure_sums	TO @public@, @watch@;
GRANT SELECT ON figure_days	TO @public@, @watch@;
GRANT SELECT (id, case_id, round, level, item_code, organ_code, area_code, at) ON ratings TO @public@, @watch@;
GRANT SELECT (id, case_id, rule, colour, organ_code, given_on, due_on, state) ON cards TO @public@, @watch@;
GRANT SELECT (name, seen) ON clock_duties TO @public@, @watch@;
GRANT SELECT ON record_chain	TO @watch@;
GRANT SELECT (id, claimed_by, applicant_name, applicant_kind) ON cases TO @watch@;
GRANT SELECT (case_id, position, event, actor_name) ON case_events TO @watch@;
