-- Queries that issue papers, run by whoever does the act.  Accounts: public, office, clock, ctl.
-- The case is the act's own: case_act has moved it and holds its row.

-- name: paper_facts one
-- What papers say of a case, its item and its organ.
SELECT c.number, c.exchange_number, c.query_code, c.item_code, c.title, c.applicant_kind, c.applicant_name,
       open_number(c.applicant_number), c.channel, c.delivery, c.submitted_at, c.accepted_at, c.decided_at, c.closed_at,
       c.delivered_at, c.calendar, c.promised_on, c.statutory_on, c.due_on, c.decision_reason, c.outcome_number,
       c.events AS position, c.organ_code, COALESCE(o.name, c.organ_code) AS organ_name,
       COALESCE(NULLIF(o.mark, ''), NULLIF(o.short_name, ''), c.organ_code) AS organ_mark,
       o.phone AS organ_phone, o.address AS organ_address, v.number AS guide_number, v.kind AS item_kind,
       v.promised_limit, v.promised_unit, v.statutory_limit, v.statutory_unit, v.outcome_name, v.outcome_validity,
       v.consult_phone, v.complaint_phone, v.rights_note, k.first_on AS calendar_first_on,
       k.last_on AS calendar_last_on,
       (SELECT MAX(r.round) FROM corrections r WHERE r.case_id = c.id) AS round,
       (SELECT COUNT(*) FROM case_materials g WHERE g.case_id = c.id AND g.given = 'promise') AS promises,
       (SELECT COUNT(*) FROM case_materials g WHERE g.case_id = c.id AND g.given = 'lack') AS lacking,
       (SELECT GROUP_CONCAT(DISTINCT p.kind) FROM papers p WHERE p.case_id = c.id AND p.state = 'valid') AS standing,
       (SELECT MAX(d.kind) FROM papers d
         WHERE d.case_id = c.id AND d.state = 'valid' AND d.kind IN ('licence_denied', 'denied')) AS denied
  FROM cases c
  JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
  LEFT JOIN calendars k ON k.version = c.calendar
 WHERE c.id = :id;

-- name: paper_materials many
-- What was handed in, and what the item asks for besides.
SELECT m.position, m.name, m.necessity, m.originals, m.copies, m.format, m.basis, w.body AS promise_body,
       w.promised_by_on, g.originals AS originals_given, g.copies AS copies_given,
       COALESCE(NULLIF(g.given, 'none'), IF(m.source = 'shared', 'shared', 'none')) AS given,
       (SELECT COUNT(*) FROM case_files x
         WHERE x.case_id = :id AND x.material = m.position AND x.removed_at IS NULL) AS files
  FROM cases c
  JOIN item_materials m ON m.version_id = c.item_version_id
  LEFT JOIN case_materials g ON g.case_id = c.id AND g.position = m.position
  LEFT JOIN case_promises w ON w.case_id = c.id AND w.material = m.position
 WHERE c.id = :id
 ORDER BY m.position;

-- name: paper_seals many
-- Accounts: office, ctl.  The organ's seals, each with where the project lies: the area that a field of the application
-- names (the setting seal.area_fields: names of fields, in their order), else that of the case.
SELECT s.area_code, s.name,
       COALESCE((SELECT a.value
                   FROM case_answers a
                   JOIN areas r ON r.code = a.value
                   JOIN settings t ON t.name = 'seal.area_fields'
                  WHERE a.case_id = c.id
                    AND FIND_IN_SET(a.name, REPLACE(t.value, ' ', ','))
                  ORDER BY FIND_IN_SET(a.name, REPLACE(t.value, ' ', ','))
                  LIMIT 1), c.area_code) AS project_area
  FROM cases c
  JOIN seals s ON s.organ_code = c.organ_code
 WHERE c.id = :id
 LIMIT 100;

-- name: paper_correction one
SELECT r.round, r.asked_at, r.answer_by_on, r.answered_at, r.note
  FROM corrections r
 WHERE r.case_id = :id
   AND r.round = :round;

-- name: paper_defects many
-- A list of defects, and what has come since for each.
SELECT l.line, COALESCE(m.name, '') AS name, l.defect, l.wanted, COALESCE(g.given, '') AS given,
       (SELECT COUNT(*) FROM case_files x
         WHERE x.case_id = l.case_id AND x.material = l.material AND x.round = l.round AND x.removed_at IS NULL)
       AS files
  FROM correction_lines l
  JOIN cases c ON c.id = l.case_id
  LEFT JOIN item_materials m ON m.version_id = c.item_version_id AND m.position = l.material
  LEFT JOIN case_materials g ON g.case_id = l.case_id AND g.position = l.material
 WHERE l.case_id = :id
   AND l.round = :round
 ORDER BY l.line;

-- name: paper_calendar_days many
-- The days between two that are other than their weekday says.
SELECT day_on, works, notice_year
  FROM calendar_days
 WHERE calendar = :version
   AND day_on BETWEEN :first AND :last
 ORDER BY day_on;

-- name: paper_serial change
-- The next serial is its id; the row is held until the transaction ends (see case_counter_next).
SET STATEMENT innodb_snapshot_isolation = OFF FOR
INSERT INTO counters (name, value) VALUES (:name, LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + 1);

-- name: paper_add change
INSERT INTO papers (code, kind, case_id, position, number, organ_code, organ_name, title, applicant_shown, issued_on,
                    signed_at, issuer_id, issuer_name, issuer_organ, content, content_hash, chain_position,
                    chain_head, mac)
VALUES (:code, :kind, :case_id, :position, :number, :organ_code, :organ_name, :title, :applicant_shown, :issued_on,
        :signed_at, :issuer_id, :issuer_name, :issuer_organ, :content, :content_hash, :chain_position, :chain_head,
        :mac);

-- name: paper_supersede change
UPDATE papers
   SET state = 'superseded', state_code = 'newer', state_at = :now, version = version + 1
 WHERE case_id = :case_id
   AND kind = :kind
   AND state = 'valid';

-- name: paper_recall change
-- All papers of a case that still stand.
UPDATE papers
   SET state = 'recalled', state_code = :code, state_note = :note, state_at = :now, version = version + 1
 WHERE case_id = :case_id
   AND state = 'valid';

-- name: papers_of_case many
-- For whoever may see the case.
SELECT code, kind, number, issued_on, signed_at, state, state_code
  FROM papers
 WHERE case_id = :case_id
 ORDER BY id;

-- name: paper_list_make value
-- As a look-up reads it: a line a paper.
SELECT COALESCE(GROUP_CONCAT(CONCAT_WS('\t', kind, state, issued_on, number), '\n' ORDER BY id SEPARATOR ''), '') AS list
  FROM papers
 WHERE case_id = :case_id;

-- name: paper_list_keep change
UPDATE cases SET paper_list = :list WHERE id = :case_id;

-- name: paper_head_day one
-- Account: public.  The first published head that covers a position.
SELECT day_on FROM record_heads WHERE position >= :position ORDER BY day_on LIMIT 1;

-- name: paper_verify one
-- Whether a code stands for a paper of ours, with what anybody may know of it.  Binary columns stand first: they are
-- read by place.
SELECT content_hash, mac, code, kind, case_id, position, number, organ_code, organ_name, title, applicant_shown,
       issued_on, signed_at, issuer_id, issuer_name, issuer_organ, chain_position, chain_head, state, state_code,
       state_note, state_at
  FROM papers
 WHERE code = :code;
