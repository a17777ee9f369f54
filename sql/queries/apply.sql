-- Queries of applicants: their drafts, their cases, and the look-up by number.  Account: public.
-- Whoever asks sees the own cases and no other's: every query on cases binds :applicant.  The one exception is the
-- look-up without an account, which is answered only against the query code (track.c).

-- A list is besides bound by :limited: the delegation of a visitor who acts for another in some items only, else 0.

-- ---- a case of one's own ----

-- name: own_by_id one
SELECT c.id, c.number, c.exchange_number, c.query_code, c.state, c.item_code, c.item_version_id, c.title,
       v.title_en, c.organ_code, o.name AS organ_name, o.name_en AS organ_name_en, o.phone AS organ_phone, c.area_code,
       o.area_code AS organ_area, c.applicant_kind, c.applicant_name, open_number(c.applicant_number), c.contact_name,
       open_phone(c.contact_phone), c.delivery, c.delivery_address, c.created_at, c.saved_at, c.submitted_at, c.accepted_at,
       c.decided_at, c.closed_at, c.delivered_at, c.calendar, c.promised_on, c.statutory_on, c.due_on,
       c.decision_reason, c.outcome_number, c.version, c.precheck_at,
       (SELECT MAX(k.round) FROM corrections k WHERE k.case_id = c.id) AS round
  FROM cases c
  LEFT JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
 WHERE c.id = :id
   AND c.applicant_id = :applicant;

-- name: own_by_number one
SELECT c.id, c.number, c.exchange_number, c.query_code, c.state, c.item_code, c.item_version_id, c.title,
       v.title_en, c.organ_code, o.name AS organ_name, o.name_en AS organ_name_en, o.phone AS organ_phone, c.area_code,
       o.area_code AS organ_area, c.applicant_kind, c.applicant_name, open_number(c.applicant_number), c.contact_name,
       open_phone(c.contact_phone), c.delivery, c.delivery_address, c.created_at, c.saved_at, c.submitted_at, c.accepted_at,
       c.decided_at, c.closed_at, c.delivered_at, c.calendar, c.promised_on, c.statutory_on, c.due_on,
       c.decision_reason, c.outcome_number, c.version, c.precheck_at,
       (SELECT MAX(k.round) FROM corrections k WHERE k.case_id = c.id) AS round
  FROM cases c
  LEFT JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
 WHERE c.number = :number
   AND c.applicant_id = :applicant
   AND c.state <> 'draft';

-- ---- drafts ----

-- name: draft_of_item value
-- The draft to go on with.
SELECT id
  FROM cases
 WHERE applicant_id = :applicant
   AND item_code = :item_code
   AND state = 'draft'
 ORDER BY id DESC
 LIMIT 1;

-- name: draft_add change
-- One open draft for an item and an applicant, however often it is begun.  What is looked at is locked, so only the
-- applicant's own cases may be: by any other key everybody who begins would wait for everybody's drafts, and fail.
INSERT INTO cases (item_code, item_version_id, title, organ_code, area_code, applicant_id, applicant_kind,
       applicant_name, applicant_number, applicant_blind, contact_name, contact_phone, delivery_address, created_at, saved_at)
SELECT v.item_code, v.id, v.title, v.organ_code, IF(v.area_code <> '', v.area_code, COALESCE(o.area_code, '')),
       a.id, a.kind, a.name, COALESCE(a.id_number, ''), a.number_blind, IF(a.kind = 'person', a.name, a.legal_name), a.phone, a.address,
       :now, :now
  FROM item_versions v
  JOIN accounts a ON a.id = :applicant
  LEFT JOIN organs o ON o.code = v.organ_code
 WHERE v.id = :version_id
   AND NOT EXISTS (SELECT 1 FROM cases d FORCE INDEX (by_applicant)
                    WHERE d.applicant_id = :applicant AND d.item_code = v.item_code AND d.state = 'draft');

-- name: drafts many
SELECT c.id, c.number, c.title, v.title_en, o.name AS organ_name, o.name_en AS organ_name_en, c.created_at, c.saved_at
  FROM cases c
  LEFT JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
 WHERE c.applicant_id = :applicant
   AND c.state = 'draft'
   AND (:limited = 0 OR c.item_code IN (SELECT i.item_code FROM delegation_items i WHERE i.delegation_id = :limited))
 ORDER BY c.saved_at DESC
 LIMIT 100;

-- name: draft_touch change
-- Every save makes a new version, so that what is submitted is what was checked.
UPDATE cases
   SET saved_at = :now, version = version + 1
 WHERE id = :id
   AND applicant_id = :applicant
   AND state = :state;

-- name: draft_forget change
-- A draft that was never submitted leaves its owner, empty; a case that has a number stays.
UPDATE cases
   SET applicant_id = 0, applicant_name = '', applicant_number = '', applicant_blind = NULL, contact_name = '', contact_phone = '',
       delivery_address = '', version = version + 1
 WHERE id = :id
   AND applicant_id = :applicant
   AND state = 'draft'
   AND number IS NULL;

-- name: answers_forget change
DELETE FROM case_answers WHERE case_id = :id;

-- name: materials_forget change
DELETE FROM case_materials WHERE case_id = :id;

-- name: files_forget change
UPDATE case_files SET removed_at = :now WHERE case_id = :id AND removed_at IS NULL;

-- ---- the form ----

-- name: answers_save change
-- A page of answers at once: [{"n": name, "v": value}, …].  What is changed notes for which list of defects it was.
INSERT INTO case_answers (case_id, name, value, round)
SELECT c.id, j.name, j.value, :round
  FROM cases c
  JOIN JSON_TABLE(:answers, '$[*]' COLUMNS (name VARCHAR(64) PATH '$.n', value TEXT PATH '$.v')) j
 WHERE c.id = :id
   AND c.applicant_id = :applicant
   AND c.state = :state
ON DUPLICATE KEY UPDATE round = IF(case_answers.value = VALUES(value), case_answers.round, :round), value = VALUES(value);

-- name: own_account one
SELECT open_login(login), name, kind, open_number(id_number), legal_name, open_phone(phone), open_email(email), address, language, version
  FROM accounts
 WHERE id = :applicant;

-- ---- materials and files ----

-- name: application_materials many
-- What the item asks for and what has been given; wanted: the list of defects of this round names it.
SELECT m.position, m.name, m.form, m.necessity, m.condition_note, m.source, m.source_note, m.originals, m.copies,
       m.format, m.instructions, m.acceptance, m.promise_allowed AND v.low_risk AS promise_allowed,
       m.may_lack AND v.lacking_days > 0 AS may_lack,
       CONCAT('/forms/', b.name) AS blank_url, CONCAT('/forms/', s.name) AS sample_url,
       COALESCE(g.given, 'none') AS given, COALESCE(g.note, '') AS note,
       (SELECT COUNT(*) FROM case_files x
         WHERE x.case_id = :id AND x.material = m.position AND x.removed_at IS NULL) AS files,
       (SELECT COUNT(*) FROM case_files x
         WHERE x.case_id = :id AND x.material = m.position AND x.round = :round AND x.removed_at IS NULL) AS files_now,
       (SELECT COUNT(*) FROM correction_lines l
         WHERE l.case_id = :id AND l.round = :round AND l.material = m.position) AS wanted
  FROM item_materials m
  JOIN item_versions v ON v.id = m.version_id
  LEFT JOIN case_materials g ON g.case_id = :id AND g.position = m.position
  LEFT JOIN forms b ON b.name = CONVERT(m.blank_form USING ascii)
  LEFT JOIN forms s ON s.name = CONVERT(m.sample_form USING ascii)
 WHERE m.version_id = :version_id
 ORDER BY m.position;

-- name: material_set change
INSERT INTO case_materials (case_id, position, given, note, round)
VALUES (:id, :position, :given, :note, :round)
ON DUPLICATE KEY UPDATE round = IF(given = VALUES(given) AND note = VALUES(note), round, VALUES(round)),
       given = VALUES(given), note = VALUES(note);

-- ---- promises: instead of a proof (告知承诺), or to bring what lacks (容缺) ----

-- name: own_barred value
-- Does a broken promise stand against this applicant's number?
SELECT COUNT(*) AS notes
  FROM cases c
  JOIN integrity_notes n ON n.id_kind = IF(c.applicant_kind = 'person', 'citizen', 'credit')
                        AND n.number_blind = c.applicant_blind AND n.lifted_at IS NULL
 WHERE c.id = :id
   AND c.applicant_id = :applicant;

-- name: promise_terms one
-- What is agreed to, as the guide words it.
SELECT promise_notice, promise_text, lacking_days FROM item_versions WHERE id = :version_id;

-- name: promise_sign change
INSERT INTO case_promises (case_id, material, kind, body, signed_at, signed_how, recorded_by)
VALUES (:id, :material, :kind, :body, :now, 'online', :applicant)
ON DUPLICATE KEY UPDATE kind = VALUES(kind), body = VALUES(body), signed_at = VALUES(signed_at), signed_how = 'online',
       recorded_by = VALUES(recorded_by), version = version + 1;

-- name: promise_unsign change
DELETE FROM case_promises WHERE case_id = :id AND material = :material AND promised_by_on IS NULL;

-- name: own_promises many
SELECT p.material, p.kind, p.body, p.promised_by_on, p.given_at, p.kept_at, p.lapsed_at, m.name AS material_name
  FROM case_promises p
  LEFT JOIN item_materials m ON m.version_id = :version_id AND m.position = p.material
 WHERE p.case_id = :id
   AND p.kind = 'lack'
   AND p.promised_by_on IS NOT NULL
 ORDER BY p.material;

-- name: promise_given change
UPDATE case_promises
   SET given_at = :now, version = version + 1
 WHERE case_id = :id
   AND material = :material
   AND kind = 'lack'
   AND given_at IS NULL
   AND kept_at IS NULL
   AND lapsed_at IS NULL;

-- name: own_files many
SELECT id, material, round, name, content_type, bytes, uploaded_at
  FROM case_files
 WHERE case_id = :id
   AND removed_at IS NULL
   AND (:material IS NULL OR material = :material)
 ORDER BY material, id;

-- name: blob_add change
INSERT IGNORE INTO blobs (sha256, bytes, created_at) VALUES (:sha256, :bytes, :now);

-- name: file_add change
INSERT INTO case_files (case_id, material, round, sha256, name, content_type, bytes, uploaded_at)
VALUES (:id, :material, :round, :sha256, :name, :content_type, :bytes, :now);

-- name: own_file one
-- A file of one's own case, whatever its state.
SELECT f.material, f.round, f.sha256, f.name, f.content_type
  FROM case_files f
  JOIN cases c ON c.id = f.case_id
 WHERE f.id = :file
   AND f.case_id = :id
   AND c.applicant_id = :applicant
   AND f.removed_at IS NULL;

-- name: file_remove change
-- What was handed in with an earlier round stays for ever.
UPDATE case_files SET removed_at = :now WHERE id = :file AND case_id = :id AND round = :round AND removed_at IS NULL;

-- name: files_left value
SELECT COUNT(*) AS count FROM case_files WHERE case_id = :id AND material = :material AND removed_at IS NULL;

-- ---- delivery, submission, and what an applicant may do later ----

-- name: delivery_set change
UPDATE cases
   SET contact_name = :contact_name, contact_phone = seal_phone(:contact_phone), delivery = :delivery,
       delivery_address = :delivery_address, saved_at = :now, version = version + 1
 WHERE id = :id
   AND applicant_id = :applicant
   AND state = 'draft';

-- name: case_submitted change
UPDATE cases
   SET number = :number, exchange_number = :exchange_number, query_code = :query_code, submitted_at = :now,
       calendar = :calendar, due_on = :due_on
 WHERE id = :id
   AND applicant_id = :applicant;

-- name: case_taken_back change
UPDATE cases
   SET submitted_at = NULL, due_on = NULL, claimed_by = NULL, saved_at = :now
 WHERE id = :id
   AND applicant_id = :applicant;

-- name: case_withdrawn change
UPDATE cases SET due_on = NULL WHERE id = :id AND applicant_id = :applicant;

-- name: correction_answered change
UPDATE corrections SET answered_at = :now WHERE case_id = :id AND round = :round;

-- name: correction_load one
SELECT k.round, k.asked_at, k.answer_by_on, k.answered_at, k.note,
       (SELECT COUNT(*) FROM correction_lines l
         WHERE l.case_id = k.case_id AND l.round = k.round AND l.material IS NULL) AS about_form
  FROM corrections k
 WHERE k.case_id = :id
   AND k.round = :round;

-- name: correction_lines many
SELECT l.line, l.material, l.defect, l.wanted, m.name AS material_name, COALESCE(g.given, 'none') AS given,
       (SELECT COUNT(*) FROM case_files x
         WHERE x.case_id = l.case_id AND x.material = l.material AND x.round = l.round AND x.removed_at IS NULL)
       AS files_now
  FROM correction_lines l
  LEFT JOIN item_materials m ON m.version_id = :version_id AND m.position = l.material
  LEFT JOIN case_materials g ON g.case_id = l.case_id AND g.position = l.material
 WHERE l.case_id = :id
   AND l.round = :round
 ORDER BY l.line;

-- ---- my space ----

-- name: my_counts one
-- Of who has none yet they are 0, not NULL.
SELECT COALESCE(SUM(state = 'draft'), 0) AS drafts, COALESCE(SUM(state IN ('correction', 'supplement')), 0) AS todo,
       COALESCE(SUM(state IN ('submitted', 'resubmitted', 'accepted', 'reviewing', 'suspended', 'granted', 'denied', 'closed')), 0) AS open,
       COALESCE(SUM(state IN ('not_accepted', 'delivered', 'withdrawn', 'terminated')), 0) AS done
  FROM cases c
 WHERE c.applicant_id = :applicant
   AND (:limited = 0 OR c.item_code IN (SELECT i.item_code FROM delegation_items i WHERE i.delegation_id = :limited));

-- name: my_cases many
-- Cases of one's own in states of one kind, the latest first.
SELECT c.id, c.number, c.title, v.title_en, c.state, c.submitted_at, c.accepted_at, c.saved_at, c.due_on,
       o.name AS organ_name, o.name_en AS organ_name_en
  FROM cases c
  LEFT JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
 WHERE c.applicant_id = :applicant
   AND c.state <> 'draft'
   AND (:limited = 0 OR c.item_code IN (SELECT i.item_code FROM delegation_items i WHERE i.delegation_id = :limited))
   AND (:side = 'all'
        OR (:side = 'todo' AND c.state IN ('correction', 'supplement'))
        OR (:side = 'open' AND c.state IN ('submitted', 'resubmitted', 'accepted', 'reviewing', 'suspended', 'granted',
                                            'denied', 'closed'))
        OR (:side = 'done' AND c.state IN ('not_accepted', 'delivered', 'withdrawn', 'terminated')))
 ORDER BY c.id DESC
 LIMIT :per_page OFFSET :skip;

-- name: own_events many
SELECT position, at, event, state_after, actor_kind, organ_code, reason,
       COALESCE(JSON_VALUE(detail, '$.delivered_by'), '') AS delivered_by,
       COALESCE(JSON_VALUE(detail, '$.kind'), '') AS kind,
       COALESCE(JSON_VALUE(detail, '$.receiver'), '') AS receiver,
       COALESCE(JSON_VALUE(detail, '$.tracking_number'), '') AS tracking_number
  FROM case_events
 WHERE case_id = :id
 ORDER BY position;

-- name: own_terms one
-- What fixes the dates of a case: its item's limits, and when its last correction was answered.
SELECT v.kind AS item_kind, v.promised_limit, v.promised_unit, v.statutory_limit, v.statutory_unit,
       (SELECT MAX(k.answered_at) FROM corrections k WHERE k.case_id = :id AND k.kind = 'correction') AS answered_at
  FROM item_versions v
 WHERE v.id = :version_id;

-- ---- look-up by number and query code ----

-- name: track_load one
-- By number alone: what it answers is shown only to who knows the code.  Counts of wrong tries come with it.  Every table
-- is read by one whole key, the case carries its course and its papers itself (0023-speed.sql), and its organ is on the shelf: each table more, and
-- each row more, would cost a tenth of it again.  Bytes stand first: the head is read by place.
SELECT h.head, ct.tries AS case_tries, ft.tries AS address_tries, c.id, c.number, c.query_code, c.state, c.title,
       c.item_version_id, c.organ_code, c.applicant_name, c.applicant_kind, c.submitted_at, c.accepted_at, c.due_on, c.calendar, c.course,
       c.paper_list, h.position AS seal_position
  FROM cases c
  LEFT JOIN throttles ct ON ct.bucket = :case_bucket AND ct.window_at >= :case_since
  LEFT JOIN throttles ft ON ft.bucket = :address_bucket AND ft.window_at >= :address_since
  LEFT JOIN record_chain h ON h.event_id = c.last_event
 WHERE c.number = :number
   AND c.state <> 'draft';

-- name: track_tries one
-- The same counts, where there is no case or the code is wrong.
SELECT (SELECT tries FROM throttles WHERE bucket = :case_bucket AND window_at >= :case_since) AS case_tries,
       (SELECT tries FROM throttles WHERE bucket = :address_bucket AND window_at >= :address_since) AS address_tries;

-- name: track_title value
-- For who reads English.
SELECT title_en FROM item_versions WHERE id = :version_id;
