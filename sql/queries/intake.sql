-- Queries of intake: the window, the register, what a second list may say, what may lack.  Account: office.
-- As in office.sql, what hangs on a case is asked for by its id, after the case was found for this officer.

-- name: setting_load value
SELECT value FROM settings WHERE name = :name;

-- ---- the second list ----

-- name: defect_subjects many
-- What a list may name, each with the round it was last changed in and the last list that named it; the form as a whole
-- has no position.
SELECT m.position, m.necessity = 'conditional' AS conditional,
       m.source = 'shared' OR COALESCE(g.given, 'none') <> 'none' AS given,
       GREATEST(COALESCE(g.round, 0), COALESCE((SELECT MAX(f.round) FROM case_files f
         WHERE f.case_id = :id AND f.material = m.position AND f.removed_at IS NULL), 0)) AS changed,
       COALESCE((SELECT MAX(l.round) FROM correction_lines l
         WHERE l.case_id = :id AND l.material = m.position), 0) AS named
  FROM item_materials m
  LEFT JOIN case_materials g ON g.case_id = :id AND g.position = m.position
 WHERE m.version_id = :item_version
 UNION ALL
SELECT NULL, 0, 1, COALESCE((SELECT MAX(a.round) FROM case_answers a WHERE a.case_id = :id), 0),
       COALESCE((SELECT MAX(l.round) FROM correction_lines l WHERE l.case_id = :id AND l.material IS NULL), 0)
  FROM DUAL;

-- ---- the window: filing on an applicant's behalf ----
-- A draft of the window belongs to the organ that takes it in (:organ) and to no account until it is received.

-- name: window_items many
-- What may be handed in today, by code or by any part of name or keywords; the own organ's first.
SELECT v.id, v.item_code, v.title, v.title_en, v.scope, v.handling, v.online_depth, v.organ_code,
       IF(v.area_code <> '', v.area_code, COALESCE(o.area_code, '')) AS owner_area, o.name AS organ_name,
       o.name_en AS organ_name_en
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
  LEFT JOIN organs o ON o.code = v.organ_code
 WHERE (v.retired_on IS NULL OR v.retired_on > :today)
   AND (i.code = :find OR v.title LIKE :like OR v.keywords LIKE :like OR CONVERT(v.initials USING utf8mb4) LIKE :like)
 ORDER BY v.organ_code = :organ DESC, v.title, v.item_code
 LIMIT 30;

-- name: window_item one
SELECT v.id, v.item_code, v.title, v.title_en, v.scope, v.handling, v.online_depth, v.organ_code, v.audiences,
       IF(v.area_code <> '', v.area_code, COALESCE(o.area_code, '')) AS owner_area, o.name AS organ_name,
       o.name_en AS organ_name_en
  FROM item_versions v
  LEFT JOIN organs o ON o.code = v.organ_code
 WHERE v.id = :id;

-- name: window_begin change
INSERT INTO cases (item_code, item_version_id, title, organ_code, area_code, applicant_id, applicant_kind,
       applicant_name, applicant_number, applicant_blind, contact_name, contact_phone, channel, delivery,
       delivery_address,
       intake_organ_code, intake_area, received_by, received_name, identity_seen, agent_name, agent_number, agent_seen,
       created_at, saved_at)
SELECT v.item_code, v.id, v.title, v.organ_code, IF(v.area_code <> '', v.area_code, COALESCE(o.area_code, '')), 0,
       :applicant_kind, :applicant_name, seal_number(:applicant_number), blind_number(:applicant_number), :contact_name,
       seal_phone(:contact_phone), 'window', :delivery, :delivery_address, :organ, :area, :receiver, :receiver_name,
       :identity_seen, :agent_name, seal_number(:agent_number), :agent_seen, :now, :now
  FROM item_versions v
  LEFT JOIN organs o ON o.code = v.organ_code
 WHERE v.id = :item_version;

-- name: window_who_set change
UPDATE cases
   SET applicant_kind = :applicant_kind, applicant_name = :applicant_name, applicant_number = seal_number(:applicant_number),
       applicant_blind = blind_number(:applicant_number),
       contact_name = :contact_name, contact_phone = seal_phone(:contact_phone), delivery = :delivery,
       delivery_address = :delivery_address, identity_seen = :identity_seen, agent_name = :agent_name,
       agent_number = seal_number(:agent_number), agent_seen = :agent_seen, saved_at = :now, version = version + 1
 WHERE id = :id
   AND intake_organ_code = :organ
   AND state = 'draft';

-- name: window_drafts many
SELECT id, title, applicant_name, received_name, saved_at
  FROM cases
 WHERE intake_organ_code = :organ
   AND submitted_at IS NULL
   AND state = 'draft'
   AND applicant_name <> ''
 ORDER BY id DESC
 LIMIT 30;

-- name: window_taken many
-- What this organ's windows took in lately, for itself and for others.
SELECT c.id, c.number, c.title, c.state, c.applicant_name, c.received_name, c.submitted_at, c.organ_code,
       o.name AS organ_name
  FROM cases c
  LEFT JOIN organs o ON o.code = c.organ_code
 WHERE c.intake_organ_code = :organ
   AND c.submitted_at IS NOT NULL
 ORDER BY c.submitted_at DESC, c.id DESC
 LIMIT 30;

-- name: window_case one
-- A case that this organ's window began or took in, whoever decides on it.
SELECT c.id, c.number, c.query_code, c.state, c.version, c.item_code, c.item_version_id, c.title, v.title_en,
       v.scope, v.online_depth, v.low_risk, v.lacking_days, v.promise_text, c.organ_code, o.name AS organ_name,
       o.name_en AS organ_name_en, o.phone AS organ_phone, o.area_code AS organ_area, c.area_code, c.applicant_kind,
       c.applicant_name, open_number(c.applicant_number), c.contact_name, open_phone(c.contact_phone), c.delivery, c.delivery_address,
       c.identity_seen, c.agent_name, open_number(c.agent_number), c.agent_seen, c.received_by, c.received_name, c.submitted_at,
       c.due_on, c.saved_at, n.name AS intake_name
  FROM cases c
  JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
  LEFT JOIN organs n ON n.code = c.intake_organ_code
 WHERE c.id = :id
   AND c.intake_organ_code = :organ
   AND c.applicant_name <> '';

-- name: window_own_acts many
-- What the intake organ itself did, and when what it took in was accepted or decided.
SELECT at, event, actor_name, reason, organ_code
  FROM case_events
 WHERE case_id = :id
   AND (organ_code = :organ OR event IN ('accept', 'deem_accepted', 'refuse_acceptance', 'grant', 'deny', 'deliver'))
 ORDER BY position;

-- name: window_touch change
UPDATE cases
   SET saved_at = :now, version = version + 1
 WHERE id = :id
   AND intake_organ_code = :organ
   AND state = 'draft';

-- name: window_forget change
-- A draft that was never received is emptied; no case is deleted.
UPDATE cases
   SET applicant_name = '', applicant_number = '', applicant_blind = NULL, contact_name = '', contact_phone = '',
       delivery_address = '', agent_name = '', agent_number = '', version = version + 1
 WHERE id = :id
   AND intake_organ_code = :organ
   AND state = 'draft';

-- name: window_answers_forget change
UPDATE case_answers SET value = '' WHERE case_id = :id;

-- name: window_answers_save change
-- All answers at once: [{"n": name, "v": value}, …].
INSERT INTO case_answers (case_id, name, value)
SELECT c.id, j.name, j.value
  FROM cases c
  JOIN JSON_TABLE(:answers, '$[*]' COLUMNS (name VARCHAR(64) PATH '$.n', value TEXT PATH '$.v')) j
 WHERE c.id = :id
   AND c.intake_organ_code = :organ
   AND c.state = 'draft'
ON DUPLICATE KEY UPDATE value = VALUES(value);

-- name: window_materials many
SELECT m.position, m.name, m.form, m.necessity, m.condition_note, m.source, m.originals AS originals_wanted,
       m.copies AS copies_wanted, m.acceptance, m.instructions, m.promise_allowed, m.may_lack,
       COALESCE(g.given, 'none') AS given, g.originals, g.copies,
       (SELECT COUNT(*) FROM case_files x
         WHERE x.case_id = :id AND x.material = m.position AND x.removed_at IS NULL) AS files
  FROM item_materials m
  LEFT JOIN case_materials g ON g.case_id = :id AND g.position = m.position
 WHERE m.version_id = :item_version
 ORDER BY m.position;

-- name: window_material_set change
INSERT INTO case_materials (case_id, position, given, originals, copies)
VALUES (:id, :position, :given, :originals, :copies)
ON DUPLICATE KEY UPDATE given = VALUES(given), originals = VALUES(originals), copies = VALUES(copies);

-- name: window_blob_add change
INSERT IGNORE INTO blobs (sha256, bytes, created_at) VALUES (:sha256, :bytes, :now);

-- name: window_file_add change
INSERT INTO case_files (case_id, material, round, sha256, name, content_type, bytes, uploaded_at)
VALUES (:id, :material, :round, :sha256, :name, :content_type, :bytes, :now);

-- name: promise_paper change
-- A promise signed on paper at the window; what was signed before for the same material is replaced while nothing hangs
-- on it yet.
INSERT INTO case_promises (case_id, material, kind, body, signed_at, signed_how, recorded_by)
VALUES (:id, :material, :kind, :body, :now, 'paper', :account)
ON DUPLICATE KEY UPDATE kind = VALUES(kind), body = VALUES(body), signed_at = VALUES(signed_at), signed_how = 'paper',
       recorded_by = VALUES(recorded_by), version = version + 1;

-- name: applicant_account one
-- The account of a person or a body by its number.
SELECT id, name FROM accounts WHERE kind = :kind AND number_blind = blind_number(:number) AND kind <> 'staff';

-- name: applicant_account_add change
-- Without a password: nobody can sign in with it before its owner has claimed it.  The clerk has seen who it is.
INSERT INTO accounts (kind, login, login_blind, name, id_kind, id_number, number_blind, phone, address, created_at, verified_at,
       verified_how)
VALUES (:kind, seal_login(:login), blind_login(:login), :name, :id_kind, seal_number(:number), blind_number(:number), seal_phone(:phone), '', :now, :now,
        'window');

-- name: window_received change
UPDATE cases
   SET applicant_id = :applicant, number = :number, exchange_number = :exchange_number, query_code = :query_code,
       submitted_at = :now, saved_at = :now, calendar = :calendar, due_on = :due_on
 WHERE id = :id;

-- name: barred_load value
-- Does a broken promise stand against this number?
SELECT COUNT(*) AS notes
  FROM integrity_notes
 WHERE id_kind = :id_kind
   AND number_blind = blind_number(:number)
   AND lifted_at IS NULL;

-- ---- the register of all that comes in and goes out ----

-- name: register_rows many
-- The latest first, along the key by_day alone; only what is shown is looked up.
SELECT r.year, r.serial, r.direction, r.event, r.actor_kind, r.actor_name, r.at, c.number, c.title, c.applicant_name,
       c.organ_code, o.name AS organ_name
  FROM (SELECT organ_code, year, serial
          FROM register_rows FORCE INDEX (by_day)
         WHERE organ_code = :organ
           AND at >= :from
           AND at < :until
           AND (:direction = 'any' OR direction = :direction)
         ORDER BY at DESC, direction DESC, year DESC, serial DESC
         LIMIT :per_page OFFSET :skip) found
  JOIN register_rows r ON r.organ_code = found.organ_code AND r.year = found.year AND r.serial = found.serial
  JOIN cases c ON c.id = r.case_id
  LEFT JOIN organs o ON o.code = c.organ_code
 ORDER BY r.at DESC, r.direction DESC, r.year DESC, r.serial DESC;

-- name: register_find many
-- By case number, or by any part of the applicant's name; a thousand cases are enough.
SELECT r.year, r.serial, r.direction, r.event, r.actor_kind, r.actor_name, r.at, c.number, c.title, c.applicant_name,
       c.organ_code, o.name AS organ_name, COUNT(*) OVER () AS found
  FROM ((SELECT id FROM cases WHERE number = :number)
        UNION DISTINCT
        (SELECT id FROM cases FORCE INDEX (by_organ_name)
          WHERE organ_code = :organ AND applicant_name LIKE :like LIMIT 1000)
        UNION DISTINCT
        (SELECT id FROM cases FORCE INDEX (by_intake)
          WHERE intake_organ_code = :organ AND applicant_name LIKE :like LIMIT 1000)) f
  JOIN cases c ON c.id = f.id
  JOIN register_rows r ON r.case_id = c.id AND r.organ_code = :organ
  LEFT JOIN organs o ON o.code = c.organ_code
 WHERE r.at >= :from
   AND r.at < :until
   AND (:direction = 'any' OR r.direction = :direction)
 ORDER BY r.at DESC, r.direction DESC, r.year DESC, r.serial DESC
 LIMIT :per_page OFFSET :skip;

-- name: register_totals one
SELECT COUNT(*) AS total, COALESCE(SUM(direction = 'in'), 0) AS came_in, COALESCE(SUM(direction = 'out'), 0) AS went_out
  FROM register_rows FORCE INDEX (by_day)
 WHERE organ_code = :organ
   AND at >= :from
   AND at < :until;

-- ---- acceptance: originals seen, what may lack ----

-- name: accept_materials many
-- What the case has of each material, as acceptance judges it.
SELECT m.position, m.name, m.necessity, m.source, m.promise_allowed, m.may_lack,
       COALESCE(g.given, 'none') AS given, g.seen_at,
       (SELECT COUNT(*) FROM case_files x
         WHERE x.case_id = :id AND x.material = m.position AND x.removed_at IS NULL) AS files
  FROM item_materials m
  LEFT JOIN case_materials g ON g.case_id = :id AND g.position = m.position
 WHERE m.version_id = :item_version
 ORDER BY m.position;

-- name: material_seen change
UPDATE case_materials SET seen_at = :now, seen_name = :name WHERE case_id = :id AND position = :position;

-- name: promise_dated change
UPDATE case_promises
   SET promised_by_on = :by, version = version + 1
 WHERE case_id = :id
   AND material = :material
   AND kind = 'lack';

-- name: case_prechecked change
UPDATE cases SET precheck_at = :now, due_on = NULL WHERE id = :id;

-- ---- promises ----

-- name: promises_of many
SELECT p.material, p.kind, p.body, p.signed_at, p.signed_how, p.promised_by_on, p.given_at, p.kept_at, p.checked_name,
       p.lapsed_at, m.name AS material_name
  FROM case_promises p
  JOIN case_materials g ON g.case_id = p.case_id AND g.position = p.material
  LEFT JOIN item_materials m ON m.version_id = :item_version AND m.position = p.material
 WHERE p.case_id = :id
   AND (p.kept_at IS NOT NULL OR g.given IN ('lack', 'promise') OR p.given_at IS NOT NULL)
 ORDER BY p.material;

-- name: promise_open one
SELECT material, kind, given_at, promised_by_on
  FROM case_promises
 WHERE case_id = :id
   AND material = :material
   AND kind = 'lack'
   AND kept_at IS NULL
   AND lapsed_at IS NULL;

-- name: promise_kept change
UPDATE case_promises
   SET kept_at = :now, checked_by = :account, checked_name = :name, version = version + 1
 WHERE case_id = :id
   AND material = :material
   AND kept_at IS NULL;

-- name: promise_returned change
-- What came falls short: it is awaited again, by the same day.
UPDATE case_promises
   SET given_at = NULL, version = version + 1
 WHERE case_id = :id
   AND material = :material
   AND given_at IS NOT NULL
   AND kept_at IS NULL
   AND lapsed_at IS NULL;

-- name: promise_material_set change
UPDATE case_materials SET given = :given, originals = :originals WHERE case_id = :id AND position = :material;

-- ---- who broke a promise ----

-- name: integrity_list many
-- Notes of the own organ's cases; those that stand first.
SELECT n.id, n.id_kind, open_number(n.id_number), n.name, n.reason, n.at, n.lifted_at, n.lifted_name, n.lift_reason, n.version,
       c.number, c.title
  FROM integrity_notes n
  JOIN cases c ON c.id = n.case_id
 WHERE n.organ_code = :organ
 ORDER BY n.lifted_at IS NOT NULL, n.id DESC
 LIMIT 200;

-- name: integrity_lift change
UPDATE integrity_notes
   SET lifted_at = :now, lifted_by = :account, lifted_name = :name, lift_reason = :reason, version = version + 1
 WHERE id = :id
   AND organ_code = :organ
   AND lifted_at IS NULL;
