-- Queries of the office worker.  Account: office.
-- An officer sees the cases of the own organ and no other's: every query that finds cases binds :organ, and what
-- hangs on a case is asked for by its id, after case_load has found it.

-- name: inbox_counts one
-- How many wait at each desk; a thousand or more are shown as "999+".  Each is counted along the key by_organ alone: a
-- derived table that stops at a thousand costs three times as much as counting a few thousand to the end.  The key is named,
-- else MariaDB tries each of nine for each count, which costs more than the counting.
SELECT (SELECT LEAST(COUNT(*), 1000) FROM cases FORCE INDEX (by_organ) WHERE organ_code = :organ
           AND state IN ('submitted', 'resubmitted')) AS receive,
       (SELECT LEAST(COUNT(*), 1000) FROM cases FORCE INDEX (by_organ) WHERE organ_code = :organ
           AND state IN ('correction', 'supplement', 'suspended')) AS correcting,
       (SELECT LEAST(COUNT(*), 1000) FROM cases FORCE INDEX (by_organ) WHERE organ_code = :organ AND state = 'accepted') AS review,
       (SELECT LEAST(COUNT(*), 1000) FROM cases FORCE INDEX (by_organ) WHERE organ_code = :organ AND state = 'reviewing') AS decide,
       (SELECT LEAST(COUNT(*), 1000) FROM cases FORCE INDEX (by_organ) WHERE organ_code = :organ
           AND state IN ('granted', 'denied', 'closed')) AS deliver,
       (SELECT LEAST(COUNT(*), 1000) FROM case_tasks WHERE organ_code = :organ AND state = 'open'
           AND FIND_IN_SET(role, :roles)) AS tasks;

-- name: inbox_by_due many
-- The most urgent first.  Each state is read in the order of the key by_organ and no further than the page asked for.
SELECT c.id, c.number, c.state, c.item_code, c.title, v.title_en, c.applicant_name, c.applicant_kind,
       c.submitted_at, c.accepted_at, c.decided_at, c.due_on, c.claimed_by, k.name AS claimed_name
  FROM ((SELECT id FROM cases FORCE INDEX (by_organ)
          WHERE organ_code = :organ AND state = :state_1
            AND (:item = '' OR item_code = :item)
            AND (:until IS NULL OR due_on <= :until)
            AND (:claim = 'any' OR (:claim = 'mine' AND claimed_by = :me) OR (:claim = 'none' AND claimed_by IS NULL))
          ORDER BY due_on, id LIMIT :reach)
        UNION ALL
        (SELECT id FROM cases FORCE INDEX (by_organ)
          WHERE organ_code = :organ AND state = :state_2
            AND (:item = '' OR item_code = :item)
            AND (:until IS NULL OR due_on <= :until)
            AND (:claim = 'any' OR (:claim = 'mine' AND claimed_by = :me) OR (:claim = 'none' AND claimed_by IS NULL))
          ORDER BY due_on, id LIMIT :reach)
        UNION ALL
        (SELECT id FROM cases FORCE INDEX (by_organ)
          WHERE organ_code = :organ AND state = :state_3
            AND (:item = '' OR item_code = :item)
            AND (:until IS NULL OR due_on <= :until)
            AND (:claim = 'any' OR (:claim = 'mine' AND claimed_by = :me) OR (:claim = 'none' AND claimed_by IS NULL))
          ORDER BY due_on, id LIMIT :reach)) found
  JOIN cases c ON c.id = found.id
  JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN accounts k ON k.id = c.claimed_by
 ORDER BY c.due_on, c.id
 LIMIT :per_page OFFSET :skip;

-- name: inbox_by_receipt many
-- The latest received first, whatever its state.  The key by_organ_received alone finds them.
SELECT c.id, c.number, c.state, c.item_code, c.title, v.title_en, c.applicant_name, c.applicant_kind,
       c.submitted_at, c.accepted_at, c.decided_at, c.due_on, c.claimed_by, k.name AS claimed_name
  FROM (SELECT id
          FROM cases FORCE INDEX (by_organ_received)
         WHERE organ_code = :organ
           AND submitted_at IS NOT NULL
           AND state <> 'draft'
           AND (:states = '' OR FIND_IN_SET(state, :states))
           AND (:item = '' OR item_code = :item)
           AND (:until IS NULL OR due_on <= :until)
           AND (:claim = 'any' OR (:claim = 'mine' AND claimed_by = :me) OR (:claim = 'none' AND claimed_by IS NULL))
         ORDER BY submitted_at DESC, state DESC, item_code DESC, due_on DESC, claimed_by DESC, id DESC
         LIMIT :per_page OFFSET :skip) found
  JOIN cases c ON c.id = found.id
  JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN accounts k ON k.id = c.claimed_by
 ORDER BY c.submitted_at DESC, c.state DESC, c.item_code DESC, c.due_on DESC, c.claimed_by DESC, c.id DESC;

-- name: inbox_search many
-- By number, or by any part of the applicant's name: the names are read from the key by_organ_name alone, and a
-- thousand of them are enough.  found: how many there are in all.
SELECT c.id, c.number, c.state, c.item_code, c.title, v.title_en, c.applicant_name, c.applicant_kind,
       c.submitted_at, c.accepted_at, c.decided_at, c.due_on, c.claimed_by, k.name AS claimed_name,
       COUNT(*) OVER () AS found
  FROM ((SELECT id FROM cases WHERE number = :number AND organ_code = :organ AND state <> 'draft')
        UNION DISTINCT
        (SELECT id FROM cases FORCE INDEX (by_organ_name)
          WHERE organ_code = :organ AND applicant_name LIKE :like AND state <> 'draft'
            AND (:states = '' OR FIND_IN_SET(state, :states))
          LIMIT 1000)) found
  JOIN cases c ON c.id = found.id
  JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN accounts k ON k.id = c.claimed_by
 WHERE (:item = '' OR c.item_code = :item)
   AND (:states = '' OR FIND_IN_SET(c.state, :states))
   AND (:until IS NULL OR c.due_on <= :until)
   AND (:claim = 'any' OR (:claim = 'mine' AND c.claimed_by = :me) OR (:claim = 'none' AND c.claimed_by IS NULL))
 ORDER BY IF(:by_due, c.due_on, NULL), c.submitted_at DESC, c.id DESC
 LIMIT :per_page OFFSET :skip;

-- name: inbox_found value
-- How many there are under these conditions, counted to a thousand.
SELECT COUNT(*) AS found
  FROM (SELECT 1
          FROM cases FORCE INDEX (by_organ_received)
         WHERE organ_code = :organ
           AND submitted_at IS NOT NULL
           AND state <> 'draft'
           AND (:states = '' OR FIND_IN_SET(state, :states))
           AND (:item = '' OR item_code = :item)
           AND (:until IS NULL OR due_on <= :until)
           AND (:claim = 'any' OR (:claim = 'mine' AND claimed_by = :me) OR (:claim = 'none' AND claimed_by IS NULL))
         LIMIT 1000) t;

-- name: inbox_items many
-- What an inbox can be narrowed to.
SELECT i.code, v.title, v.title_en
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
 WHERE i.organ_code = :organ
 ORDER BY v.title
 LIMIT 200;

-- name: case_load one
-- A case as its officer sees it, with the limits of the guide it was filed under.  The only door: it opens to the organ
-- that decides (own), and to an organ that was asked for a step of it, from the day it was asked.
SELECT c.organ_code = :organ AS own, c.id, c.number, c.exchange_number, c.state, c.version, c.item_code, c.item_version_id, c.title,
       c.applicant_kind, c.applicant_name, open_number(c.applicant_number), c.contact_name, open_phone(c.contact_phone), c.channel,
       c.delivery, c.delivery_address, c.submitted_at, c.accepted_at, c.decided_at, c.closed_at, c.delivered_at,
       c.calendar, c.promised_on, c.statutory_on, c.due_on, c.extended_days, c.claimed_by, k.name AS claimed_name,
       c.decision_reason, c.outcome_number, c.events, c.received_by, c.received_name, c.identity_seen, c.agent_name,
       open_number(c.agent_number), c.precheck_at, n.name AS intake_name,
       v.number AS guide_number, v.title_en, v.kind AS item_kind, v.outcome_name, v.outcome_kind,
       v.outcome_validity, v.online_depth, v.handling, v.low_risk,
       v.lacking_days,
       v.promised_limit, v.promised_unit, v.statutory_limit, v.statutory_unit,
       (SELECT MAX(r.asked_at) FROM corrections r WHERE r.case_id = c.id) AS asked_at,
       (SELECT MAX(r.answered_at) FROM corrections r WHERE r.case_id = c.id AND r.kind = 'correction') AS answered_at
  FROM cases c
  JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN accounts k ON k.id = c.claimed_by
  LEFT JOIN organs n ON n.code = c.intake_organ_code
 WHERE c.number = :number
   AND (c.organ_code = :organ
        OR EXISTS (SELECT 1 FROM case_tasks t
                    WHERE t.case_id = c.id AND t.organ_code = :organ AND t.opened_at IS NOT NULL))
   AND c.state <> 'draft';

-- name: case_materials many
SELECT m.position, m.name, m.form, m.necessity, m.condition_note, m.acceptance, m.originals, m.copies,
       m.promise_allowed, COALESCE(NULLIF(g.given, 'none'), IF(m.source = 'shared', 'shared', 'none')) AS given,
       COALESCE(g.note, '') AS note
  FROM item_materials m
  LEFT JOIN case_materials g ON g.case_id = :id AND g.position = m.position
 WHERE m.version_id = :item_version
 ORDER BY m.position;

-- name: case_files many
SELECT id, material, round, name, content_type, bytes, uploaded_at
  FROM case_files
 WHERE case_id = :id
   AND removed_at IS NULL
 ORDER BY material, round, id;

-- name: case_file one
-- One file, only as a part of the case it was asked for under.
SELECT sha256, name, content_type
  FROM case_files
 WHERE id = :file
   AND case_id = :id
   AND removed_at IS NULL;

-- name: case_answers many
-- What was filled in, question by question; of choices the labels, not the codes.
SELECT t.name, t.kind, t.section, t.label, open_answer(t.value, t.name)
  FROM (SELECT f.position, f.name, f.kind, f.section,
               IF(:english AND f.label_en <> '', f.label_en, f.label) AS label,
               IF(f.kind IN ('choice', 'many') AND JSON_VALID(f.choices),
                  COALESCE((SELECT GROUP_CONCAT(IF(:english AND j.label_en <> '', j.label_en, j.label)
                                                ORDER BY j.place SEPARATOR '、')
                              FROM JSON_TABLE(f.choices, '$[*]' COLUMNS (place FOR ORDINALITY,
                                              value VARCHAR(200) PATH '$.value', label VARCHAR(300) PATH '$.label',
                                              label_en VARCHAR(300) PATH '$.label_en' DEFAULT '' ON EMPTY)) j
                             WHERE FIND_IN_SET(j.value, REPLACE(a.value, '\n', ','))), a.value),
                  COALESCE(a.value, '')) AS value
          FROM item_fields f
          LEFT JOIN case_answers a ON a.case_id = :id AND a.name = f.name
         WHERE f.version_id = :item_version) t
 ORDER BY t.position;

-- name: case_timeline many
SELECT e.position, e.at, e.event, e.state_before, e.state_after, e.actor_kind, e.actor_name, e.reason,
       COALESCE(JSON_VALUE(e.detail, '$.to'), '') AS to_name,
       COALESCE(JSON_VALUE(e.detail, '$.kind'), '') AS kind,
       COALESCE(JSON_VALUE(e.detail, '$.name'), '') AS step_name,
       COALESCE(JSON_VALUE(e.detail, '$.cited'), '') AS cited,
       COALESCE(JSON_VALUE(e.detail, '$.receiver'), '') AS receiver,
       COALESCE(JSON_VALUE(e.detail, '$.tracking_number'), '') AS tracking_number,
       COALESCE(JSON_VALUE(e.detail, '$.delivered_by'), '') AS delivered_by
  FROM case_events e
 WHERE e.case_id = :id
 ORDER BY e.position;

-- name: case_opinions many
SELECT position, name, role, verdict, body, at
  FROM opinions
 WHERE case_id = :id
 ORDER BY position;

-- name: case_corrections many
-- Every list asked for, a row a defect; a list's own columns repeat.
SELECT r.round, r.kind, r.asked_at, r.answer_by_on, r.answered_at, r.note, k.name AS asked_name,
       l.line, l.material, l.defect, l.wanted, l.visible_before, m.name AS material_name
  FROM corrections r
  JOIN correction_lines l ON l.case_id = r.case_id AND l.round = r.round
  LEFT JOIN item_materials m ON m.version_id = :item_version AND m.position = l.material
  LEFT JOIN accounts k ON k.id = r.asked_by
 WHERE r.case_id = :id
 ORDER BY r.round, l.line;

-- name: colleagues many
-- Those of the own organ who handle cases.
SELECT a.id, a.name, GROUP_CONCAT(r.role ORDER BY r.role) AS roles
  FROM accounts a
  JOIN account_roles r ON r.account_id = a.id
 WHERE a.organ_code = :organ
   AND a.kind = 'staff'
   AND a.disabled = 0
   AND (a.expires_on IS NULL OR a.expires_on >= :today)
   AND r.role IN ('clerk', 'reviewer', 'approver')
 GROUP BY a.id, a.name
 ORDER BY a.name;

-- name: case_claim change
-- What a case is set to after case_act has moved it and holds its row; the same goes for all that follow.
UPDATE cases SET claimed_by = :claimed_by WHERE id = :id;

-- name: case_first_receiver change
-- 首问负责: the first who takes a case in hand stays its first receiver, whoever has it later.
UPDATE cases SET received_by = :receiver, received_name = :receiver_name WHERE id = :id AND received_by IS NULL;

-- name: case_ask change
UPDATE cases SET claimed_by = :claimed_by WHERE id = :id;

-- name: correction_round value
SELECT COALESCE(MAX(round), 0) + 1 AS round FROM corrections WHERE case_id = :id;

-- name: correction_add change
INSERT INTO corrections (case_id, round, kind, asked_by, asked_at, answer_by_on, note)
VALUES (:id, :round, :kind, :asked_by, :now, :answer_by_on, :note);

-- name: correction_line_add change
INSERT INTO correction_lines (case_id, round, line, material, defect, wanted, visible_before)
VALUES (:id, :round, :line, :material, :defect, :wanted, :visible_before);

-- name: case_accept change
-- The next desk takes the case up unclaimed; case_dates_write sets the dates.
UPDATE cases SET accepted_at = :now, claimed_by = NULL WHERE id = :id;

-- name: case_refuse change
UPDATE cases SET closed_at = :now, decision_reason = :reason, due_on = NULL WHERE id = :id;

-- name: case_decide change
UPDATE cases
   SET decided_at = :now, decision_reason = :reason, outcome_number = :outcome_number, claimed_by = NULL
 WHERE id = :id;

-- name: case_close change
UPDATE cases SET closed_at = :now WHERE id = :id;

-- name: case_deliver change
UPDATE cases SET delivered_at = :now, due_on = NULL WHERE id = :id;

-- name: opinion_add change
INSERT INTO opinions (case_id, position, account_id, name, organ_code, role, verdict, body, at)
SELECT :id, COALESCE(MAX(position), 0) + 1, :account, :name, :organ, :role, :verdict, :body, :now
  FROM opinions
 WHERE case_id = :id;
