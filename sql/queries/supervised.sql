-- Cards, work orders and letters as the organ concerned sees and answers them.  Account: office.
-- Every statement binds :organ: another organ's are not there.

-- name: office_cards many
-- side: owed (a reply is), told (a warning, nothing is owed), answered (a supervisor is to say), ended.
SELECT k.id, k.rule, k.colour, k.state, k.case_id, k.item_code, k.made_on, k.due_on, k.given_on, k.reply_by_on, k.evidence,
       a.name AS account_name, k.account_id = :me AS mine, c.number, COALESCE(c.title, v.title) AS title, v.title_en
  FROM (SELECT id FROM cards FORCE INDEX (by_organ)
         WHERE organ_code = :organ
           AND ((:side = 'owed' AND state IN ('open', 'upheld') AND reply_by_on IS NOT NULL)
                OR (:side = 'told' AND state = 'open' AND reply_by_on IS NULL)
                OR (:side = 'answered' AND state IN ('replied', 'appealed'))
                OR (:side = 'ended' AND state IN ('withdrawn', 'closed')))
         ORDER BY given_on DESC, id DESC LIMIT :per_page OFFSET :skip) f
  JOIN cards k ON k.id = f.id
  LEFT JOIN accounts a ON a.id = k.account_id
  LEFT JOIN cases c ON c.id = k.case_id
  LEFT JOIN items i ON i.code = COALESCE(c.item_code, k.item_code)
  LEFT JOIN item_versions v ON v.id = COALESCE(c.item_version_id, i.published_id)
 ORDER BY k.given_on DESC, k.id DESC;

-- name: office_cards_counts one
-- Counted to a thousand each.
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM cards WHERE organ_code = :organ AND state IN ('open', 'upheld')
                                 AND reply_by_on IS NOT NULL LIMIT 1000) a) AS owed,
       (SELECT COUNT(*) FROM (SELECT 1 FROM cards WHERE organ_code = :organ AND state = 'open'
                                 AND reply_by_on IS NULL LIMIT 1000) b) AS told,
       (SELECT COUNT(*) FROM (SELECT 1 FROM cards WHERE organ_code = :organ AND state IN ('replied', 'appealed')
                               LIMIT 1000) c) AS answered,
       (SELECT COUNT(*) FROM (SELECT 1 FROM cards WHERE organ_code = :organ AND state IN ('withdrawn', 'closed')
                               LIMIT 1000) d) AS ended,
       (SELECT COUNT(*) FROM (SELECT 1 FROM work_order_parties p JOIN work_orders w ON w.id = p.order_id AND w.state = 'open'
                               WHERE p.organ_code = :organ AND p.state IN ('waiting', 'received', 'returned') LIMIT 1000) e)
       AS orders,
       (SELECT COUNT(*) FROM (SELECT 1 FROM watch_letters WHERE to_organ = :organ AND state = 'sent' LIMIT 1000) f) AS letters;

-- name: office_card one
SELECT k.id, k.rule, k.colour, k.state, k.case_id, k.item_code, k.organ_code, k.account_id, k.made_on, k.due_on, k.given_on,
       k.at, k.evidence, k.reply_by_on, k.appeal_by_on, k.replied_at, k.appealed_at, k.ended_at, k.version,
       a.name AS account_name, c.number, COALESCE(c.title, v.title) AS title, v.title_en
  FROM cards k
  LEFT JOIN accounts a ON a.id = k.account_id
  LEFT JOIN cases c ON c.id = k.case_id
  LEFT JOIN items i ON i.code = COALESCE(c.item_code, k.item_code)
  LEFT JOIN item_versions v ON v.id = COALESCE(c.item_version_id, i.published_id)
 WHERE k.id = :id AND k.organ_code = :organ;

-- name: office_card_move change
UPDATE cards
   SET state = :state, replied_at = COALESCE(:replied_at, replied_at), appealed_at = COALESCE(:appealed_at, appealed_at),
       version = version + 1
 WHERE id = :id AND organ_code = :organ AND state = :was AND version = :version;

-- name: office_orders many
SELECT p.order_id AS id, p.line, p.state AS party_state, p.due_on, p.level, w.number, w.class, w.title, w.state, w.made_at
  FROM work_order_parties p
  JOIN work_orders w ON w.id = p.order_id
 WHERE p.organ_code = :organ
 ORDER BY w.state = 'open' DESC, p.due_on IS NULL, p.due_on, p.order_id DESC LIMIT 200;

-- name: office_order one
SELECT w.id, w.number, w.class, w.title, w.body, w.due_on, w.state, w.made_name, w.made_at, w.ended_at, w.evidence,
       o.name AS organ_name, o.name_en AS organ_name_en, c.number AS case_number, c.organ_code AS case_organ,
       p.line, p.state AS party_state, p.due_on AS party_due_on, p.level, p.replied_at, p.version
  FROM work_order_parties p
  JOIN work_orders w ON w.id = p.order_id
  JOIN organs o ON o.code = w.organ_code
  LEFT JOIN cases c ON c.id = w.case_id
 WHERE p.order_id = :id AND p.organ_code = :organ;

-- name: office_order_acts many
-- What was done about the own part, and to the whole; what other parties say is not this one's.
SELECT a.position, a.at, a.act, a.account_id, a.name, a.note, o.name AS organ_name
  FROM watch_acts a
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE a.subject = 'order' AND a.subject_id = :id AND (a.line IS NULL OR a.line = :line)
 ORDER BY a.position;

-- name: office_party_set change
UPDATE work_order_parties
   SET state = :state, due_on = :due_on, replied_at = COALESCE(:replied_at, replied_at), version = version + 1
 WHERE order_id = :id AND line = :line AND organ_code = :organ AND state = :was AND version = :version;

-- name: office_letters many
SELECT id, kind, number, title, organ_name, issued_on, answer_by_on, state, received_at
  FROM watch_letters
 WHERE to_organ = :organ
 ORDER BY state = 'sent' DESC, id DESC LIMIT 200;

-- name: office_letter one
SELECT l.id, l.kind, l.number, l.organ_name, l.to_name, l.title, l.body, l.demands, l.issued_on, l.answer_by_on, l.state,
       l.issuer_name, l.issued_at, l.received_at, l.receiver_name, l.receipt, l.version, c.number AS case_number, c.organ_code AS case_organ
  FROM watch_letters l
  LEFT JOIN cases c ON c.id = l.case_id
 WHERE l.id = :id AND l.to_organ = :organ;

-- name: office_letter_receive change
UPDATE watch_letters
   SET state = 'closed', received_at = :now, receiver_name = :name, receipt = :receipt, version = version + 1
 WHERE id = :id AND to_organ = :organ AND state = 'sent' AND version = :version;

-- name: supervisors many
-- Who watches an area: those of the organ that gave the card, order or letter.
SELECT a.id
  FROM accounts a
  JOIN account_roles r ON r.account_id = a.id
 WHERE r.role = 'supervisor' AND a.kind = 'staff' AND a.disabled = 0 AND (a.expires_on IS NULL OR a.expires_on >= :today)
   AND :area LIKE CONCAT(a.area_stem, '%')
 ORDER BY a.id LIMIT 50;
