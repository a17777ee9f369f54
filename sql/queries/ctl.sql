-- Queries of yimenctl.  Account: ctl.

-- ---- migrations ----

-- name: migrations_lock value
-- One migration at a time; 0 when another holds it.
SELECT GET_LOCK(CONCAT('yimen.migrate.', DATABASE()), 0) AS held;

-- name: tables_there one
-- The accounts bring an empty list of migrations with them.
SELECT COUNT(*) AS count FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> 'schema_migrations';

-- name: migration_load one
SELECT name, sha256, statements, statements_done FROM schema_migrations WHERE number = :number;

-- name: migration_last one
SELECT MAX(number) AS number, COUNT(*) AS done FROM schema_migrations WHERE statements_done = statements;

-- name: migration_add change
INSERT INTO schema_migrations (number, name, sha256, statements, statements_done, applied_at)
VALUES (:number, :name, :sha256, :statements, 0, :now);

-- name: migration_step change
UPDATE schema_migrations
   SET statements_done = :done, statements = :statements, sha256 = :sha256, applied_at = :now
 WHERE number = :number;

-- ---- settings ----

-- name: setting_load value
SELECT value FROM settings WHERE name = :name;

-- name: setting_set change
INSERT INTO settings (name, value) VALUES (:name, :value)
ON DUPLICATE KEY UPDATE version = IF(value = VALUES(value), version, version + 1), value = VALUES(value);

-- ---- status ----

-- name: status_items many
SELECT state, COUNT(*) AS count FROM item_versions GROUP BY state ORDER BY state;

-- name: status_cases many
SELECT state, COUNT(*) AS count FROM cases GROUP BY state ORDER BY state;

-- name: status_documents many
SELECT state, COUNT(*) AS count FROM documents GROUP BY state ORDER BY state;

-- name: status_accounts many
SELECT kind AS state, COUNT(*) AS count FROM accounts GROUP BY kind ORDER BY kind;

-- name: status_messages many
-- Those on their way; what was sent is not counted.
SELECT state, COUNT(*) AS count FROM outbox WHERE state IN ('waiting', 'failed') GROUP BY state ORDER BY state;

-- name: status_duties many
SELECT name, every_s, last_at, last_count, failed_at, last_error FROM clock_duties WHERE every_s > 0 ORDER BY name;

-- name: status_calendar one
SELECT version, last_on FROM calendars ORDER BY version DESC LIMIT 1;

-- ---- the calendar ----

-- name: calendar_versions many
SELECT version FROM calendars ORDER BY version;

-- name: calendar_year many
SELECT day_on, works FROM calendar_days WHERE calendar = :calendar AND notice_year = :year;

-- ---- people ----

-- name: account_load one
SELECT a.id, a.kind, open_login(a.login), a.name, a.disabled, s.totp_secret
  FROM accounts a
  LEFT JOIN secrets s ON s.account_id = a.id
 WHERE a.login_blind = blind_login(:login);

-- name: account_add change
-- Who is given no area has the organ's (rules/reach.h): without one, nothing of an area would be shown.
INSERT INTO accounts (kind, login, login_blind, name, id_kind, id_number, number_blind, legal_name, phone, email, address,
       organ_code, area_code, disabled, created_at, verified_at, verified_how)
VALUES (:kind, seal_login(:login), blind_login(:login), :name, :id_kind, seal_number(:id_number), blind_number(:id_number),
        :legal_name, seal_phone(:phone), '', :address, :organ,
        COALESCE(:area, (SELECT o.area_code FROM organs o WHERE o.code = :organ)), :disabled, :now, :now, 'window');

-- name: account_role_add change
INSERT INTO account_roles (account_id, role) VALUES (:account, :role);

-- name: secret_set change
-- A new password; opens a locked account.
INSERT INTO secrets (account_id, password_hash, totp_secret) VALUES (:account, :hash, :totp_secret)
ON DUPLICATE KEY UPDATE password_hash = VALUES(password_hash), password_void = 0, failures = 0, locked_until = NULL,
       version = version + 1;

-- name: totp_set change
UPDATE secrets SET totp_secret = :totp_secret, totp_counter = 0, second_void = 0, version = version + 1 WHERE account_id = :account;

-- name: sessions_end change
DELETE FROM sessions WHERE account_id = :account;

-- name: organ_exists value
SELECT 1 FROM organs WHERE code = :organ;

-- ---- the sample ----

-- name: anything_there value
SELECT (SELECT COUNT(*) FROM areas) + (SELECT COUNT(*) FROM organs) + (SELECT COUNT(*) FROM accounts)
     + (SELECT COUNT(*) FROM items) + (SELECT COUNT(*) FROM cases) AS count;

-- name: area_add change
INSERT INTO areas (code, parent, name, name_en, level) VALUES (:code, :parent, :name, :name_en, :level);

-- name: organ_add change
INSERT INTO organs (code, name, name_en, short_name, mark, area_code, nature, phone, address, position)
VALUES (:code, :name, :name_en, :short_name, :mark, :area, :nature, :phone, :address, :position);

-- name: centre_add change
INSERT INTO centres (code, name, name_en, area_code, address, hours, phone)
VALUES (:code, :name, :name_en, :area, :address, :hours, :phone);

-- name: window_add change
INSERT INTO windows (centre_code, number, name, name_en, organ_code)
VALUES (:centre, :number, :name, :name_en, :organ);

-- name: seal_add change
INSERT INTO seals (organ_code, area_code, name) VALUES (:organ, :area, :name);

-- name: theme_add change
INSERT INTO themes (code, side, name, name_en, icon, position)
VALUES (:code, :side, :name, :name_en, :icon, :position);

-- ---- the cases of the sample ----

-- name: sample_cases_there value
SELECT COUNT(*) AS count FROM cases;

-- name: sample_items many
-- What can be applied for, organ by organ.
SELECT i.code, v.id, v.title, v.kind, v.organ_code, v.area_code, v.outcome_name, v.charged, v.scope,
       COALESCE(v.lacking_days, 0) AS lacking_days, IF(v.low_risk, v.promise_text, '') AS promise,
       FIND_IN_SET('1', v.audiences) > 0 AS person,
       FIND_IN_SET('2', v.audiences) > 0 OR FIND_IN_SET('6', v.audiences) > 0 AS enterprise,
       v.promised_limit, v.promised_unit, v.statutory_limit, v.statutory_unit
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
 WHERE EXISTS (SELECT 1 FROM item_fields f WHERE f.version_id = v.id)
 ORDER BY v.organ_code, i.code;

-- name: sample_item_materials many
SELECT position, name, form, necessity, promise_allowed, may_lack AND source = 'applicant' AS may_lack,
       source = 'shared' AS shared FROM item_materials WHERE version_id = :id ORDER BY position;

-- name: sample_item_fields many
SELECT name, label, kind, required, max, choices FROM item_fields WHERE version_id = :id ORDER BY position;

-- name: sample_people many
-- Applicants first, then colleagues, each with the roles they hold.
SELECT a.id, a.kind, a.name, open_number(a.id_number), a.legal_name, open_phone(a.phone), a.address, a.organ_code,
       a.area_code, GROUP_CONCAT(r.role) AS roles
  FROM accounts a
  LEFT JOIN account_roles r ON r.account_id = a.id
 WHERE a.disabled = 0
 GROUP BY a.id
 ORDER BY a.kind = 'staff', a.id;

-- name: sample_case_add change
INSERT INTO cases (item_code, item_version_id, title, organ_code, area_code, applicant_id, applicant_kind,
       applicant_name, applicant_number, applicant_blind, contact_name, contact_phone, delivery, delivery_address, channel,
       intake_organ_code, intake_area, received_by, received_name, identity_seen, agent_name, agent_number, agent_seen,
       created_at, saved_at)
VALUES (:item, :item_version, :title, :organ, :area, :applicant, :applicant_kind,
       :applicant_name, seal_number(:applicant_number), blind_number(:applicant_number), :contact_name,
       seal_phone(:contact_phone), :delivery, :delivery_address, :channel, :intake_organ, :intake_area, :received_by,
       :received_name, :identity_seen, :agent_name, seal_number(:agent_number), :agent_seen, :now, :now);

-- name: sample_case_set change
-- All that acts change but the state, the version and the count of events: those case_act moves.
UPDATE cases
   SET number = :number, exchange_number = :exchange_number, query_code = :query_code, saved_at = :saved_at,
       submitted_at = :submitted_at, accepted_at = :accepted_at, decided_at = :decided_at, closed_at = :closed_at,
       delivered_at = :delivered_at, calendar = :calendar, promised_on = :promised_on,
       promised_at = :promised_at, statutory_on = :statutory_on, statutory_at = :statutory_at, due_on = :due_on,
       extended_days = :extended_days, claimed_by = :claimed_by, decision_reason = :decision_reason,
       outcome_number = :outcome_number
 WHERE id = :id;

-- name: sample_answer_add change
INSERT INTO case_answers (case_id, name, value) VALUES (:id, :name, :value);

-- name: sample_material_add change
INSERT INTO case_materials (case_id, position, given, note) VALUES (:id, :position, :given, :note);

-- name: sample_material_set change
UPDATE case_materials SET given = :given WHERE case_id = :id AND position = :position;

-- name: sample_file_add change
INSERT INTO case_files (case_id, material, round, sha256, name, content_type, bytes, uploaded_at)
VALUES (:id, :material, :round, :sha256, :name, :content_type, :bytes, :now);

-- name: sample_correction_add change
INSERT INTO corrections (case_id, round, kind, asked_by, asked_at, answer_by_on, note)
VALUES (:id, :round, :kind, :asked_by, :now, :answer_by_on, :note);

-- name: sample_correction_line_add change
INSERT INTO correction_lines (case_id, round, line, material, defect, wanted)
VALUES (:id, :round, :line, :material, :defect, :wanted);

-- name: sample_correction_answered change
UPDATE corrections SET answered_at = :now WHERE case_id = :id AND round = :round;

-- name: sample_defects many
SELECT DISTINCT material FROM correction_lines WHERE case_id = :id AND round = :round AND material IS NOT NULL;

-- name: sample_opinion_add change
INSERT INTO opinions (case_id, position, account_id, name, organ_code, role, verdict, body, at)
VALUES (:id, :position, :account, :name, :organ, :role, :verdict, :body, :now);

-- name: sample_proofs many
SELECT position FROM case_materials WHERE case_id = :id AND given = 'promise' ORDER BY position;

-- name: sample_promise_add change
INSERT INTO case_promises (case_id, material, kind, body, signed_at, signed_how, recorded_by, promised_by_on)
VALUES (:id, :material, :kind, :body, :now, :how, :account, :by)
ON DUPLICATE KEY UPDATE signed_at = VALUES(signed_at);

-- name: sample_promise_kept change
UPDATE case_promises SET kept_at = :now, checked_by = :account, checked_name = :name
 WHERE case_id = :id AND material = :material;

-- name: sample_promise_lapsed change
UPDATE case_promises SET lapsed_at = :now WHERE case_id = :id AND kind = 'lack';

-- name: sample_integrity_add change
INSERT INTO integrity_notes (id_kind, id_number, number_blind, name, case_id, organ_code, reason, at, lifted_at, lifted_by,
       lifted_name, lift_reason)
SELECT IF(applicant_kind = 'person', 'citizen', 'credit'), applicant_number, applicant_blind, applicant_name, id,
       organ_code, :reason, :now, :lifted_at, :lifted_by, :lifted_name, :lift_reason
  FROM cases
 WHERE id = :id;

-- name: sample_messages_read change
UPDATE outbox SET read_at = created_at + INTERVAL 1 + MOD(id * 37, 300) MINUTE
 WHERE channel = 'site' AND created_at < :before;

-- name: sample_messages_sent change
UPDATE outbox SET state = 'sent', tries = 1, next_at = NULL, sent_at = created_at + INTERVAL 20 + MOD(id, 30) SECOND
 WHERE state = 'waiting';

-- name: sample_messages_failed change
-- The last short message of each desk: its number takes none.
UPDATE outbox m
  JOIN (SELECT MAX(s.id) AS id
          FROM outbox s
          JOIN cases c ON c.id = s.case_id
         WHERE s.channel = 'sms'
         GROUP BY c.organ_code) f ON f.id = m.id
   SET m.state = 'failed', m.tries = 8, m.sent_at = NULL, m.last_error = 'the gateway answered 422: the number takes no messages';

-- ---- who ----

-- name: account_of_login value
-- Account: ctl.
SELECT a.id FROM accounts a JOIN account_roles r ON r.account_id = a.id
 WHERE a.login_blind = blind_login(:login) AND r.role = :role AND a.disabled = 0;

-- name: account_of_role value
SELECT MIN(r.account_id) AS id FROM account_roles r WHERE r.role = :role;

-- ---- results that are held, of the sample ----

-- name: sample_licence_of value
SELECT id FROM licences WHERE case_id = :case_id AND state = 'valid';

-- name: sample_licences_expired change
-- What the clock would have noted.
INSERT INTO licence_acts (licence_id, at, act, account_id, actor_kind, actor_name)
SELECT id, valid_to + INTERVAL 1 DAY + INTERVAL 15 MINUTE, 'expired', 0, 'clock', 'clock'
  FROM licences
 WHERE state = 'valid'
   AND valid_to < :today;

-- name: sample_licences_expire change
UPDATE licences
   SET state = 'expired', state_at = valid_to + INTERVAL 1 DAY + INTERVAL 15 MINUTE, version = version + 1
 WHERE state = 'valid'
   AND valid_to < :today;

-- name: sample_licences_replace change
-- Of two of one kind that a holder has, the newer took the place of the older.
UPDATE licences o
  JOIN licences n ON n.id_kind = o.id_kind AND n.number_blind = o.number_blind AND n.title = o.title AND n.organ_code = o.organ_code
                 AND n.id > o.id AND n.state = 'valid'
   SET o.state = 'superseded', o.state_at = n.signed_at, o.replaced_by = n.id, o.version = o.version + 1
 WHERE o.state = 'valid'
   AND o.id % 2 = 0;

-- name: sample_licences_replaced change
INSERT INTO licence_acts (licence_id, at, act, case_id, account_id, actor_kind, actor_name, organ_code)
SELECT o.id, n.signed_at, 'superseded', n.case_id, a.account_id, a.actor_kind, a.actor_name, n.organ_code
  FROM licences o
  JOIN licences n ON n.id = o.replaced_by
  JOIN licence_acts a ON a.licence_id = n.id AND a.act = 'issued'
 WHERE o.state = 'superseded';

-- name: sample_licences_use change
-- Materials of cases filed after their applicant held what takes their place.
INSERT INTO case_materials (case_id, position, given, licence_id)
SELECT c.id, m.position, 'licence', MAX(l.id)
  FROM cases c
  JOIN item_materials m ON m.version_id = c.item_version_id AND m.licence <> ''
  JOIN licences l ON l.id_kind = IF(c.applicant_kind = 'person', 'citizen', 'credit') AND l.number_blind = c.applicant_blind
                 AND l.title = m.licence AND l.signed_at < COALESCE(c.submitted_at, c.saved_at) AND l.case_id <> c.id
 GROUP BY c.id, m.position
ON DUPLICATE KEY UPDATE given = 'licence', licence_id = VALUES(licence_id);

-- name: sample_licences_used change
INSERT INTO licence_acts (licence_id, at, act, case_id, account_id, actor_kind, actor_name)
SELECT DISTINCT g.licence_id, c.submitted_at, 'used', c.id, c.applicant_id, c.applicant_kind, c.applicant_name
  FROM case_materials g
  JOIN cases c ON c.id = g.case_id
 WHERE g.given = 'licence'
   AND c.submitted_at IS NOT NULL;

-- name: sample_reminder_add change
INSERT INTO reminders (name, every, day, role, subject, body) VALUES (:name, :every, :day, :role, :subject, :body);

-- name: sample_delegation_add change
INSERT INTO delegations (holder_id, delegate_number, number_blind, delegate_name, delegate_id, office, state, still_open,
       scope, answer_by_on, expires_on, invited_at, accepted_at, standing_at, ended_at, version)
SELECT h.id, d.id_number, d.number_blind, d.name, IF(:state = 'invited', NULL, d.id), :office, :state,
       IF(:state = 'revoked', NULL, 1), :scope, DATE(:now + INTERVAL 13 DAY), DATE(:now + INTERVAL :ends_in DAY),
       :now - INTERVAL 4 DAY, IF(:state = 'invited', NULL, :now - INTERVAL 3 DAY),
       IF(:state = 'standing', :now - INTERVAL 2 DAY, NULL), IF(:state = 'revoked', :now - INTERVAL 1 DAY, NULL), 5
  FROM accounts h
  JOIN accounts d ON d.login_blind = blind_login(:delegate)
 WHERE h.login_blind = blind_login(:holder);

-- name: sample_delegation_event change
INSERT INTO delegation_events (delegation_id, position, at, event, state_after, account_id, actor_name)
SELECT :id, :position, :now, :event,
       CASE :event WHEN 'invite' THEN 'invited' WHEN 'accept' THEN 'accepted' WHEN 'confirm' THEN 'standing'
                   ELSE 'revoked' END, a.id, a.name
  FROM accounts a
 WHERE a.login_blind = blind_login(:login);

-- ---- what follows the decisions of the sample ----

-- name: sample_fee one
SELECT name, standard, basis FROM item_fees WHERE version_id = :version_id AND position = 1;

-- name: sample_sent change
INSERT INTO case_deliveries (case_id, round, method, state, company, tracking_number, addressee, phone, address, sent_at,
       sent_name)
SELECT id, 1, 'courier', 'sent', '云川快递', :tracking_number, contact_name, contact_phone, delivery_address, :now, :name
  FROM cases
 WHERE id = :id;

-- name: sample_deliveries change
-- How what was delivered went out, as its record says.
INSERT INTO case_deliveries (case_id, round, method, state, company, tracking_number, sent_at, sent_name, signed_on, receiver,
       relation, ended_at, ended_name)
SELECT e.case_id, 1, JSON_VALUE(e.detail, '$.delivered_by'), 'signed',
       IF(JSON_VALUE(e.detail, '$.delivered_by') = 'courier', '云川快递', ''),
       COALESCE(JSON_VALUE(e.detail, '$.tracking_number'), ''), e.at, e.actor_name, DATE(e.at),
       COALESCE(NULLIF(JSON_VALUE(e.detail, '$.receiver'), ''), c.contact_name), 'self', e.at, e.actor_name
  FROM case_events e
  JOIN cases c ON c.id = e.case_id
 WHERE e.event = 'deliver'
   AND JSON_VALUE(e.detail, '$.delivered_by') IN ('window', 'courier', 'online');
