-- Queries of yimen-watch, supervision.  Account: watch.
-- :area is a pattern of division codes (watch_area): the officer's own and those below.

-- ---- findings ----

-- name: watch_counts many
-- What was found in a time, by organ, rule, colour and state; read from the key alone.
SELECT o.code AS organ_code, COALESCE(NULLIF(o.short_name, ''), o.name) AS organ_name, o.name_en AS organ_name_en, k.rule, k.colour, k.state,
       COUNT(*) AS found
  FROM organs o
  JOIN cards k FORCE INDEX (by_organ) ON k.organ_code = o.code
 WHERE o.area_code LIKE :area AND k.given_on BETWEEN :from AND :until
 GROUP BY o.position, o.code, k.rule, k.colour, k.state
 ORDER BY o.position, o.code;

-- name: watch_waits one
-- What waits for a supervisor, counted to a thousand.
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM cards k FORCE INDEX (by_state) JOIN organs o ON o.code = k.organ_code
         WHERE k.state = 'appealed' AND o.area_code LIKE :area LIMIT 1000) a) AS appeals,
       (SELECT COUNT(*) FROM (SELECT 1 FROM cards k FORCE INDEX (by_state) JOIN organs o ON o.code = k.organ_code
         WHERE k.state = 'replied' AND o.area_code LIKE :area LIMIT 1000) r) AS replies,
       (SELECT COUNT(*) FROM (SELECT 1 FROM cards k FORCE INDEX (by_state) JOIN organs o ON o.code = k.organ_code
         WHERE k.state IN ('open', 'upheld') AND k.reply_by_on < :today AND o.area_code LIKE :area LIMIT 1000) l) AS late,
       (SELECT COUNT(*) FROM (SELECT 1 FROM work_orders w WHERE w.area_code LIKE :area AND w.state = 'open' LIMIT 1000) w)
       AS orders,
       (SELECT COUNT(*) FROM (SELECT 1 FROM watch_letters l WHERE l.area_code LIKE :area AND l.state = 'sent' LIMIT 1000) m)
       AS letters;

-- name: watch_organs_here many
SELECT code, name, name_en, short_name FROM organs WHERE area_code LIKE :area ORDER BY position, code LIMIT 500;

-- name: findings_list many
-- Found by the key of organ and day; the rows of one page are read afterwards.
SELECT k.id, k.rule, k.colour, k.state, k.case_id, k.item_code, k.made_on, k.due_on, k.given_on, k.reply_by_on, k.evidence,
       o.name AS organ_name, o.name_en AS organ_name_en, a.name AS account_name, c.number, COALESCE(c.title, v.title) AS title, v.title_en
  FROM (SELECT k.id
          FROM organs o
          JOIN cards k FORCE INDEX (by_organ) ON k.organ_code = o.code
         WHERE o.area_code LIKE :area AND k.given_on BETWEEN :from AND :until
           AND (:organ = '' OR k.organ_code = :organ) AND (:rule = '' OR k.rule = :rule)
           AND (:colour = '' OR k.colour = :colour)
           AND (:state = '' OR k.state = :state OR (:state = 'counted' AND k.state <> 'withdrawn'))
         ORDER BY k.given_on DESC, k.id DESC LIMIT :per_page OFFSET :skip) f
  JOIN cards k ON k.id = f.id
  JOIN organs o ON o.code = k.organ_code
  LEFT JOIN accounts a ON a.id = k.account_id
  LEFT JOIN cases c ON c.id = k.case_id
  LEFT JOIN items i ON i.code = COALESCE(c.item_code, k.item_code)
  LEFT JOIN item_versions v ON v.id = COALESCE(c.item_version_id, i.published_id)
 ORDER BY k.given_on DESC, k.id DESC;

-- name: findings_by_due many
-- Those to which a reply is owed, the most overdue first, whenever they were given.
SELECT k.id, k.rule, k.colour, k.state, k.case_id, k.item_code, k.made_on, k.due_on, k.given_on, k.reply_by_on, k.evidence,
       o.name AS organ_name, o.name_en AS organ_name_en, a.name AS account_name, c.number, COALESCE(c.title, v.title) AS title, v.title_en
  FROM cards k FORCE INDEX (by_state)
  JOIN organs o ON o.code = k.organ_code
  LEFT JOIN accounts a ON a.id = k.account_id
  LEFT JOIN cases c ON c.id = k.case_id
  LEFT JOIN items i ON i.code = COALESCE(c.item_code, k.item_code)
  LEFT JOIN item_versions v ON v.id = COALESCE(c.item_version_id, i.published_id)
 WHERE k.state IN ('open', 'upheld') AND k.reply_by_on IS NOT NULL AND o.area_code LIKE :area
   AND k.given_on BETWEEN :from AND :until
   AND (:organ = '' OR k.organ_code = :organ) AND (:rule = '' OR k.rule = :rule)
   AND (:colour = '' OR k.colour = :colour) AND (:state = '' OR :state = 'counted' OR k.state = :state)
 ORDER BY k.reply_by_on, k.id LIMIT :per_page OFFSET :skip;

-- name: findings_found value
-- How many there are under these conditions, counted to ten thousand.
SELECT COUNT(*) AS found
  FROM (SELECT 1
          FROM organs o
          JOIN cards k FORCE INDEX (by_organ) ON k.organ_code = o.code
         WHERE o.area_code LIKE :area AND k.given_on BETWEEN :from AND :until
           AND (:organ = '' OR k.organ_code = :organ) AND (:rule = '' OR k.rule = :rule)
           AND (:colour = '' OR k.colour = :colour)
           AND (:state = '' OR k.state = :state OR (:state = 'counted' AND k.state <> 'withdrawn'))
           AND (NOT :owed OR (k.state IN ('open', 'upheld') AND k.reply_by_on IS NOT NULL))
         LIMIT 10000) t;

-- name: finding_load one
SELECT k.id, k.rule, k.colour, k.state, k.case_id, k.item_code, k.task, k.organ_code, k.account_id, k.made_on, k.due_on,
       k.given_on, k.at, k.evidence, k.reply_by_on, k.appeal_by_on, k.replied_at, k.appealed_at, k.ended_at, k.version,
       o.name AS organ_name, o.name_en AS organ_name_en, a.name AS account_name, c.number, COALESCE(c.title, v.title) AS title, v.title_en
  FROM cards k
  JOIN organs o ON o.code = k.organ_code AND o.area_code LIKE :area
  LEFT JOIN accounts a ON a.id = k.account_id
  LEFT JOIN cases c ON c.id = k.case_id
  LEFT JOIN items i ON i.code = COALESCE(c.item_code, k.item_code)
  LEFT JOIN item_versions v ON v.id = COALESCE(c.item_version_id, i.published_id)
 WHERE k.id = :id;

-- name: finding_move change
UPDATE cards
   SET state = :state, reply_by_on = :reply_by_on, ended_at = :ended_at, version = version + 1
 WHERE id = :id AND state = :was AND version = :version;

-- name: finding_orders many
-- Orders and letters that came of a card.
SELECT 'order' AS what, id, number, state FROM work_orders WHERE card_id = :card
 UNION ALL
SELECT 'letter', id, number, state FROM watch_letters WHERE card_id = :card;

-- name: watch_heads many
-- Who is told for an organ: its heads.
SELECT a.id
  FROM accounts a
  JOIN account_roles r ON r.account_id = a.id
 WHERE a.organ_code = :organ AND r.role = 'leader' AND a.kind = 'staff' AND a.disabled = 0
   AND (a.expires_on IS NULL OR a.expires_on >= :today)
 ORDER BY a.id LIMIT 20;

-- name: watch_people many
-- Those of an organ who handle cases, and its heads: they answer a work order or a letter.
SELECT DISTINCT a.id
  FROM accounts a
  JOIN account_roles r ON r.account_id = a.id
 WHERE a.organ_code = :organ AND r.role IN ('clerk', 'reviewer', 'approver', 'leader') AND a.kind = 'staff'
   AND a.disabled = 0 AND (a.expires_on IS NULL OR a.expires_on >= :today)
 ORDER BY a.id LIMIT 200;

-- ---- a case, read only ----

-- name: watch_case one
SELECT c.id, c.number, c.state, c.item_code, c.item_version_id, c.title, v.title_en, c.applicant_kind, c.applicant_name, c.channel, c.submitted_at,
       c.accepted_at, c.decided_at, c.closed_at, c.delivered_at, c.promised_on, c.statutory_on, c.due_on,
       c.decision_reason, c.outcome_number, c.received_name, o.name AS organ_name, o.name_en AS organ_name_en, n.name AS intake_name,
       k.name AS claimed_name, v.handling
  FROM cases c
  JOIN organs o ON o.code = c.organ_code AND o.area_code LIKE :area
  JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs n ON n.code = c.intake_organ_code
  LEFT JOIN accounts k ON k.id = c.claimed_by
 WHERE c.number = :number AND c.state <> 'draft';

-- name: watch_case_cards many
SELECT k.id, k.rule, k.colour, k.state, k.case_id, k.made_on, k.due_on, k.given_on, k.reply_by_on, k.evidence,
       '' AS number, '' AS title, '' AS title_en
  FROM cards k
 WHERE k.case_id = :id
 ORDER BY k.given_on, k.id LIMIT 200;

-- name: watch_case_events many
SELECT e.position, e.at, e.event, e.state_after, e.actor_kind, e.actor_name, e.reason
  FROM case_events e
 WHERE e.case_id = :id
 ORDER BY e.position LIMIT 500;

-- name: watch_case_tasks many
SELECT t.position, t.round, t.name, t.kind, t.state AS task_state, t.opened_at, t.due_on, t.done_at, t.account_name,
       o.name AS organ_name, o.name_en AS organ_name_en
  FROM case_tasks t
  LEFT JOIN organs o ON o.code = t.organ_code
 WHERE t.case_id = :id
 ORDER BY t.position, t.round LIMIT 200;

-- name: watch_case_lines many
SELECT r.round, r.kind, r.asked_at, r.answer_by_on, r.answered_at, l.line, l.defect, l.wanted, l.visible_before,
       m.name AS material_name
  FROM corrections r
  JOIN correction_lines l ON l.case_id = r.case_id AND l.round = r.round
  LEFT JOIN item_materials m ON m.version_id = :item_version AND m.position = l.material
 WHERE r.case_id = :id
 ORDER BY r.round, l.line LIMIT 200;

-- name: watch_case_papers many
SELECT kind, number, issued_on, signed_at, state FROM papers WHERE case_id = :id ORDER BY id LIMIT 100;

-- ---- guides under which much is sent back (异常退补件) ----

-- name: guides_list many
-- Of the applications received in a time: how many were sent back, by guide; both counted from keys alone.
SELECT g.item_code, g.received, COALESCE(b.sent_back, 0) AS sent_back, v.title, v.title_en, o.name AS organ_name, o.name_en AS organ_name_en
  FROM (SELECT c.item_code, c.organ_code, COUNT(*) AS received
          FROM organs o
          JOIN cases c FORCE INDEX (by_organ_received) ON c.organ_code = o.code
         WHERE o.area_code LIKE :area AND (:organ = '' OR o.code = :organ)
           AND c.submitted_at >= :from AND c.submitted_at < :until AND c.state <> 'draft'
         GROUP BY c.item_code, c.organ_code) g
  LEFT JOIN (SELECT c.item_code, COUNT(DISTINCT c.id) AS sent_back
          FROM corrections r FORCE INDEX (by_day)
          JOIN cases c ON c.id = r.case_id AND c.submitted_at >= :from AND c.submitted_at < :until
         WHERE r.asked_at >= :from AND r.kind = 'correction'
         GROUP BY c.item_code) b ON b.item_code = g.item_code
  JOIN items i ON i.code = g.item_code
  JOIN item_versions v ON v.id = i.published_id
  JOIN organs o ON o.code = g.organ_code
 WHERE g.received >= :least
 ORDER BY COALESCE(b.sent_back, 0) / g.received DESC, g.received DESC, g.item_code LIMIT :most;

-- name: guide_watched one
SELECT i.code, v.title, v.title_en, o.code AS organ_code, o.name AS organ_name, o.name_en AS organ_name_en
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
  JOIN organs o ON o.code = i.organ_code AND o.area_code LIKE :area
 WHERE i.code = :code;

-- name: guide_asked many
-- What was asked for under a guide, by material; and one of the reasons.
SELECT COALESCE(m.name, '') AS name, COUNT(DISTINCT l.case_id) AS cases, COUNT(*) AS line_count, MAX(l.defect) AS defect
  FROM cases c FORCE INDEX (by_organ_received)
  JOIN correction_lines l ON l.case_id = c.id
  LEFT JOIN item_materials m ON m.version_id = c.item_version_id AND m.position = l.material
 WHERE c.organ_code = :organ AND c.submitted_at >= :from AND c.submitted_at < :until AND c.item_code = :code
 GROUP BY m.name
 ORDER BY cases DESC, name LIMIT 50;

-- name: guide_cards many
SELECT k.id, k.rule, k.colour, k.state, k.case_id, k.made_on, k.due_on, k.given_on, k.reply_by_on, k.evidence,
       '' AS number, '' AS title, '' AS title_en
  FROM cards k FORCE INDEX (by_item)
 WHERE k.item_code = :code AND k.rule = 'corrections'
 ORDER BY k.given_on DESC LIMIT 24;

-- ---- work orders ----

-- name: orders_list many
SELECT w.id, w.number, w.class, w.title, w.due_on, w.state, w.made_at, w.made_name, w.ended_at,
       COUNT(p.line) AS parties, COALESCE(SUM(p.state = 'replied'), 0) AS replied, COALESCE(MAX(p.level), 0) AS level,
       GROUP_CONCAT(p.name ORDER BY p.line SEPARATOR '、') AS names,
       COALESCE(SUM(p.due_on < :today AND p.state IN ('waiting', 'received', 'returned')), 0) AS late
  FROM work_orders w
  LEFT JOIN work_order_parties p ON p.order_id = w.id
 WHERE w.area_code LIKE :area AND (:state = '' OR w.state = :state) AND (:class = '' OR w.class = :class)
 GROUP BY w.id
 ORDER BY w.id DESC LIMIT :per_page OFFSET :skip;

-- name: orders_found value
SELECT COUNT(*) AS found FROM (SELECT 1 FROM work_orders w
 WHERE w.area_code LIKE :area AND (:state = '' OR w.state = :state) AND (:class = '' OR w.class = :class) LIMIT 10000) t;

-- name: order_load one
SELECT w.id, w.number, w.class, w.title, w.body, w.case_id, w.card_id, w.days, w.due_on, w.state, w.made_by, w.made_name,
       w.made_at, w.ended_at, w.evidence, w.version, o.name AS organ_name, o.name_en AS organ_name_en, c.number AS case_number
  FROM work_orders w
  JOIN organs o ON o.code = w.organ_code
  LEFT JOIN cases c ON c.id = w.case_id
 WHERE w.id = :id AND w.area_code LIKE :area;

-- name: order_parties many
SELECT line, kind, organ_code, name, contact, state, due_on, level, escalated_on, replied_at, version
  FROM work_order_parties
 WHERE order_id = :id
 ORDER BY line;

-- name: watch_case_named one
-- A case of the area, by its number.
SELECT c.id FROM cases c JOIN organs o ON o.code = c.organ_code AND o.area_code LIKE :area
 WHERE c.number = :number AND c.state <> 'draft';

-- name: watch_mark value
SELECT COALESCE(NULLIF(mark, ''), NULLIF(short_name, ''), code) AS mark FROM organs WHERE code = :organ;

-- name: watch_serial change
-- The next serial is its id; the row is held until the transaction ends (see case_counter_next).
SET STATEMENT innodb_snapshot_isolation = OFF FOR
INSERT INTO counters (name, value) VALUES (:name, LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + 1);

-- name: order_add change
INSERT INTO work_orders (number, area_code, organ_code, class, title, body, case_id, card_id, days, due_on, made_by,
                         made_name, made_at)
VALUES (:number, :area_code, :organ, :class, :title, :body, :case_id, :card_id, :days, :due_on, :account, :name, :now);

-- name: party_add change
INSERT INTO work_order_parties (order_id, line, kind, organ_code, name, contact, due_on)
VALUES (:order_id, :line, :kind, :organ, :name, :contact, :due_on);

-- name: order_end change
UPDATE work_orders
   SET state = :state, ended_at = :now, evidence = :evidence, version = version + 1
 WHERE id = :id AND state = 'open' AND version = :version;

-- name: party_set change
-- What the supervisor does to one party: enters its reply, sends a reply back.
UPDATE work_order_parties
   SET state = :state, due_on = :due_on, replied_at = COALESCE(:replied_at, replied_at), version = version + 1
 WHERE order_id = :order_id AND line = :line AND state = :was AND version = :version;

-- ---- letters ----

-- name: letters_list many
SELECT id, kind, number, to_name, title, issued_on, answer_by_on, state, received_at, receiver_name, issuer_name
  FROM watch_letters
 WHERE area_code LIKE :area AND (:state = '' OR state = :state) AND (:kind = '' OR kind = :kind)
 ORDER BY id DESC LIMIT :per_page OFFSET :skip;

-- name: letters_found value
SELECT COUNT(*) AS found FROM (SELECT 1 FROM watch_letters
 WHERE area_code LIKE :area AND (:state = '' OR state = :state) AND (:kind = '' OR kind = :kind) LIMIT 10000) t;

-- name: letter_load one
SELECT l.id, l.kind, l.number, l.organ_name, l.to_organ, l.to_name, l.title, l.body, l.demands, l.case_id, l.card_id,
       l.order_id, l.issued_on, l.answer_by_on, l.state, l.issuer_name, l.issued_at, l.received_at, l.receiver_name,
       l.receipt, c.number AS case_number
  FROM watch_letters l
  LEFT JOIN cases c ON c.id = l.case_id
 WHERE l.id = :id AND l.area_code LIKE :area;

-- name: letter_add change
INSERT INTO watch_letters (kind, number, area_code, organ_code, organ_name, to_organ, to_name, title, body, demands,
                           case_id, card_id, order_id, issued_on, answer_by_on, issuer_id, issuer_name, issued_at)
VALUES (:kind, :number, :area_code, :organ, :organ_name, :to_organ, :to_name, :title, :body, :demands, :case_id, :card_id,
        :order_id, :issued_on, :answer_by_on, :account, :name, :now);

-- name: watch_setting value
SELECT value FROM settings WHERE name = :name;
