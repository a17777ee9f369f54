-- What the clock looks for on behalf of supervision (rules/watch.h).  Account: clock.
-- New events are found in the order of the record's chain, a window of it at a time: never the table of cases.

-- name: watch_refusals many
-- Applications refused, at acceptance or in the end, and why.
SELECT p.position AS id, e.case_id, e.position AS task, e.event, e.reason, e.at, c.organ_code,
       IF(e.actor_kind = 'staff', e.account_id, NULL) AS account_id
  FROM record_chain p
  JOIN case_events e ON e.id = p.event_id
  JOIN cases c ON c.id = e.case_id
 WHERE p.position BETWEEN :first AND :last AND p.position > :after
   AND e.event IN ('refuse_acceptance', 'deny')
   AND :today IS NOT NULL
 ORDER BY p.position LIMIT :most;

-- name: watch_lists many
-- Lists of what is missing.
SELECT p.position AS id, e.case_id, e.position AS task, e.event, e.at, c.organ_code, c.item_version_id, r.round,
       IF(e.actor_kind = 'staff', e.account_id, NULL) AS account_id
  FROM record_chain p
  JOIN case_events e ON e.id = p.event_id
  JOIN cases c ON c.id = e.case_id
  JOIN corrections r ON r.case_id = e.case_id AND r.round = JSON_VALUE(e.detail, '$.round')
 WHERE p.position BETWEEN :first AND :last AND p.position > :after
   AND e.event IN ('ask_correction', 'ask_supplement')
   AND :today IS NOT NULL
 ORDER BY p.position LIMIT :most;

-- name: watch_lines many
SELECT l.line, l.defect, l.wanted, l.visible_before, COALESCE(m.name, '') AS name, COALESCE(m.source = 'shared', 0) AS shared
  FROM correction_lines l
  LEFT JOIN item_materials m ON m.version_id = :item_version AND m.position = l.material
 WHERE l.case_id = :case_id AND l.round = :round
 ORDER BY l.line;

-- name: watch_guide value
-- All that a guide says of its materials, one text.
SELECT GROUP_CONCAT(CONCAT_WS('\n', name, format, condition_note, instructions, acceptance, source_note) SEPARATOR '\n') AS guide
  FROM item_materials
 WHERE version_id = :item_version;

-- name: watch_decisions many
SELECT p.position AS id, e.case_id, e.position AS task, e.at, c.organ_code, c.channel, c.submitted_at, c.accepted_at,
       c.decided_at, c.outcome_number, v.handling, COALESCE(v.promised_limit, v.statutory_limit, 0) AS promised,
       IF(e.actor_kind = 'staff', e.account_id, NULL) AS account_id
  FROM record_chain p
  JOIN case_events e ON e.id = p.event_id
  JOIN cases c ON c.id = e.case_id
  JOIN item_versions v ON v.id = c.item_version_id
 WHERE p.position BETWEEN :first AND :last AND p.position > :after
   AND e.event IN ('grant', 'deny')
   AND :today IS NOT NULL
 ORDER BY p.position LIMIT :most;

-- name: watch_same_number many
-- Other cases of the organ that bear the same outcome number, decided before.
SELECT number FROM cases FORCE INDEX (by_outcome)
 WHERE organ_code = :organ AND outcome_number = :outcome_number AND id <> :case_id AND decided_at <= :decided_at
 ORDER BY id LIMIT 5;

-- name: watch_visits many
-- Visits told of since, each with what it belongs to.
SELECT DISTINCT t.case_id * 1000000 + t.round * 1000 + t.position AS id, t.case_id, t.position + 1000 * (t.round - 1) AS task,
       t.name, t.organ_code, t.account_id, v.visited_on, DATE(c.submitted_at) AS received_on, DATE(t.done_at) AS done_on,
       t.done_at AS at
  FROM record_chain p
  JOIN case_events e ON e.id = p.event_id
  JOIN cases c ON c.id = e.case_id
  JOIN case_visits v ON v.case_id = e.case_id AND v.visited_on IS NOT NULL
  JOIN case_tasks t ON t.case_id = v.case_id AND t.position = v.position AND t.round = v.round
 WHERE p.position BETWEEN :first AND :last
   AND t.case_id * 1000000 + t.round * 1000 + t.position > :after
   AND e.event = 'task' AND t.state = 'done'
   AND :today IS NOT NULL
 ORDER BY id LIMIT :most;

-- name: watch_bills many
-- What was asked of applicants, and whether the guide they applied under lists it.
SELECT p.position AS id, e.case_id, e.position AS task, e.at, b.name, b.amount, b.slip_number, c.organ_code,
       f.position IS NOT NULL AS listed, IF(e.actor_kind = 'staff', e.account_id, NULL) AS account_id
  FROM record_chain p
  JOIN case_events e ON e.id = p.event_id
  JOIN cases c ON c.id = e.case_id
  JOIN fee_bills b ON b.case_id = e.case_id AND b.asked_at = e.at
  LEFT JOIN item_fees f ON f.version_id = c.item_version_id AND f.position = b.position AND f.name = b.name
 WHERE p.position BETWEEN :first AND :last AND p.position > :after
   AND e.event = 'bill'
   AND :today IS NOT NULL
 ORDER BY p.position LIMIT :most;

-- name: watch_days_end value
-- How far the chain had come by an instant.
SELECT COALESCE(MAX(position), 0) AS position FROM record_chain WHERE at < :before;

-- name: watch_at_once many
-- 即办件 accepted in a window of the chain whose day is over by now.
SELECT p.position AS id, e.case_id, c.organ_code, c.claimed_by AS account_id, DATE(c.accepted_at) AS accepted_on,
       DATE(COALESCE(c.decided_at, c.closed_at)) AS finished_on, c.state,
       EXISTS (SELECT 1 FROM case_pauses x WHERE x.case_id = c.id AND x.from_on <= DATE(c.accepted_at)) AS paused
  FROM record_chain p
  JOIN case_events e ON e.id = p.event_id
  JOIN cases c ON c.id = e.case_id
  JOIN item_versions v ON v.id = c.item_version_id AND v.handling = '1'
 WHERE p.position BETWEEN :first AND :last AND p.position > :after
   AND e.event IN ('accept', 'deem_accepted') AND c.accepted_at IS NOT NULL
   AND :today IS NOT NULL
 ORDER BY p.position LIMIT :most;

-- ---- guides under which much is sent back (W16), once a month ----

-- name: watch_organs many
SELECT code FROM organs ORDER BY code;

-- name: watch_received many
-- What each guide of an organ received in a time, and how much of it was sent back.
SELECT t.item_code, i.published_id, v.title, t.received, t.sent_back
  FROM (SELECT c.item_code, COUNT(*) AS received,
               SUM(EXISTS (SELECT 1 FROM corrections r WHERE r.case_id = c.id AND r.kind = 'correction')) AS sent_back
          FROM cases c FORCE INDEX (by_organ_received)
         WHERE c.organ_code = :organ AND c.submitted_at >= :from AND c.submitted_at < :until AND c.state <> 'draft'
         GROUP BY c.item_code) t
  JOIN items i ON i.code = t.item_code
  JOIN item_versions v ON v.id = i.published_id
 WHERE NOT EXISTS (SELECT 1 FROM cards k WHERE k.case_id = 0 AND k.rule = 'corrections' AND k.task = :month
                      AND k.item_code = t.item_code)
 ORDER BY t.item_code LIMIT 1000;

-- name: watch_asked_most many
-- What is asked for most under a guide.
SELECT COALESCE(m.name, '') AS name, COUNT(*) AS lines_asked
  FROM cases c FORCE INDEX (by_organ_received)
  JOIN correction_lines l ON l.case_id = c.id
  LEFT JOIN item_materials m ON m.version_id = c.item_version_id AND m.position = l.material
 WHERE c.organ_code = :organ AND c.submitted_at >= :from AND c.submitted_at < :until AND c.item_code = :item
 GROUP BY m.name
 ORDER BY lines_asked DESC, m.name LIMIT 3;

-- ---- warnings that are over ----

-- name: watch_warnings_over many
-- A term that was near its end and has ended: in time, or its red card is there.
SELECT id, version FROM cards FORCE INDEX (by_state)
 WHERE state = 'open' AND reply_by_on IS NULL AND colour = 'yellow' AND due_on < :today AND id > :after
 ORDER BY id LIMIT :most;

-- name: watch_card_close change
UPDATE cards SET state = 'closed', ended_at = :now, version = version + 1
 WHERE id = :id AND state = 'open' AND version = :version;

-- ---- replies to cards, and to work orders, that are overdue ----

-- name: watch_replies_over many
-- Cards whose reply is overdue and whose organ's head was not told.
SELECT k.id, k.case_id, k.rule, k.task, k.organ_code, k.reply_by_on, k.item_code
  FROM cards k FORCE INDEX (by_state)
  LEFT JOIN watch_acts a ON a.subject = 'card' AND a.subject_id = k.id AND a.act = 'urge'
 WHERE k.state IN ('open', 'upheld') AND k.reply_by_on < :today AND k.id > :after AND a.subject_id IS NULL
 ORDER BY k.id LIMIT :most;

-- name: watch_orders_over many
SELECT p.order_id * 1000 + p.line AS id, p.order_id, p.line, p.kind, p.organ_code, p.name, p.due_on, p.level, p.version,
       o.organ_code AS from_organ, o.number, o.title
  FROM work_order_parties p FORCE INDEX (by_due)
  JOIN work_orders o ON o.id = p.order_id AND o.state = 'open'
 WHERE p.due_on < :today AND p.state IN ('waiting', 'received', 'returned') AND p.level < 2
   AND p.order_id * 1000 + p.line > :after
 ORDER BY id LIMIT :most;

-- name: watch_party_escalate change
UPDATE work_order_parties
   SET level = level + 1, due_on = :due_on, escalated_on = :today, version = version + 1
 WHERE order_id = :order_id AND line = :line AND version = :version;

-- name: watch_card_hold value
SELECT id FROM cards WHERE id = :id AND state IN ('open', 'upheld') FOR UPDATE;
