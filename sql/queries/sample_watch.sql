-- Queries that give the sample its cards, work orders and letters.  Account: ctl.

-- name: sample_late_tasks many
-- Tasks that ended after their day, the latest ones: what the clock would find, some of the market's organ among them.
(SELECT t.case_id, t.organ_code, t.account_id, t.account_name, DATE(t.opened_at) AS made_on, t.due_on, DATE(t.done_at) AS finished_on,
        t.position + 1000 * (t.round - 1) AS task, c.state
   FROM case_tasks t
   JOIN cases c ON c.id = t.case_id
  WHERE t.state = 'done' AND DATE(t.done_at) > t.due_on AND t.account_id > 0
    AND t.organ_code = '11990100009901315A'
  ORDER BY t.due_on DESC, t.case_id, t.position LIMIT 8)
UNION ALL
(SELECT t.case_id, t.organ_code, t.account_id, t.account_name, DATE(t.opened_at) AS made_on, t.due_on, DATE(t.done_at) AS finished_on,
        t.position + 1000 * (t.round - 1) AS task, c.state
   FROM case_tasks t
   JOIN cases c ON c.id = t.case_id
  WHERE t.state = 'done' AND DATE(t.done_at) > t.due_on AND t.account_id > 0
    AND t.organ_code <> '11990100009901315A'
  ORDER BY t.due_on DESC, t.case_id, t.position LIMIT 16);

-- name: sample_supervisor one
SELECT a.id, a.name, a.organ_code, a.area_code, o.name AS organ_name, o.mark
  FROM accounts a
  JOIN account_roles r ON r.account_id = a.id AND r.role = 'supervisor'
  JOIN organs o ON o.code = a.organ_code
 ORDER BY a.id LIMIT 1;

-- name: sample_card_add change
INSERT INTO cards (case_id, item_code, rule, task, colour, organ_code, account_id, made_on, due_on, given_on, at, evidence, state,
                   reply_by_on, appeal_by_on, replied_at, appealed_at, ended_at, version)
VALUES (:case_id, '', 'task', :task, 'red', :organ, :account, :made_on, :due_on, :given_on, :at, :evidence, :state,
        :reply_by_on, :appeal_by_on, :replied_at, :appealed_at, :ended_at, :version);

-- name: sample_organ one
SELECT code, name FROM organs WHERE code = :code;

-- name: sample_order_add change
INSERT INTO work_orders (number, area_code, organ_code, class, title, body, days, due_on, state, made_by, made_name, made_at,
                         ended_at, evidence)
VALUES (:number, :area_code, :organ, :class, :title, :body, :days, :due_on, :state, :account, :name, :at, :ended_at, :evidence);

-- name: sample_party_add change
INSERT INTO work_order_parties (order_id, line, kind, organ_code, name, contact, state, due_on, replied_at)
VALUES (:order_id, :line, :kind, :organ, :name, :contact, :state, :due_on, :replied_at);

-- name: sample_letter_add change
INSERT INTO watch_letters (kind, number, area_code, organ_code, organ_name, to_organ, to_name, title, body, demands, issued_on,
                           answer_by_on, state, issuer_id, issuer_name, issued_at, received_at, receiver_name, receipt)
VALUES (:kind, :number, :area_code, :organ, :organ_name, :to_organ, :to_name, :title, :body, :demands, :issued_on,
        :answer_by_on, :state, :account, :name, :at, :received_at, :receiver_name, :receipt);

-- name: sample_counter_set change
INSERT INTO counters (name, value) VALUES (:name, :value);
