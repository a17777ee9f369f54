-- What is done to cards, work orders and letters: append-only.  Accounts: office, watch, clock, ctl.

-- name: watch_act_add change
-- The caller has changed the subject by its version, and so holds it: nobody else numbers its acts meanwhile.
INSERT INTO watch_acts (subject, subject_id, position, at, act, line, account_id, name, organ_code, note)
SELECT :subject, :subject_id, COALESCE(MAX(position), 0) + 1, :now, :act, :line, :account, :name, :organ, :note
  FROM watch_acts
 WHERE subject = :subject AND subject_id = :subject_id;

-- name: watch_order_touch change
-- Accounts: office, watch, clock.  Holds an order whose party acts.
UPDATE work_orders SET version = version + 1 WHERE id = :id AND state = 'open';

-- name: watch_acts many
-- Accounts: office, watch.
SELECT a.position, a.at, a.act, a.line, a.account_id, a.name, a.note, o.name AS organ_name, p.name AS party_name
  FROM watch_acts a
  LEFT JOIN organs o ON o.code = a.organ_code
  LEFT JOIN work_order_parties p ON a.subject = 'order' AND p.order_id = a.subject_id AND p.line = a.line
 WHERE a.subject = :subject AND a.subject_id = :subject_id
 ORDER BY a.position;
