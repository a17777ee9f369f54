-- How figures are kept: the facts of a case and the sums of months.  Accounts: clock, ctl.

-- name: figure_chain_cases many
-- The cases that moved, as the chain tells.
SELECT DISTINCT e.case_id AS id
  FROM record_chain p
  JOIN case_events e ON e.id = p.event_id
 WHERE p.position BETWEEN :first AND :last
 ORDER BY e.case_id;

-- name: figure_chain_seen one
SELECT COALESCE((SELECT seen FROM clock_duties WHERE name = 'figures'), 0) AS seen,
       COALESCE((SELECT MAX(position) FROM record_chain), 0) AS position;

-- name: figure_seen change
INSERT INTO clock_duties (name, every_s, seen) VALUES ('figures', 0, :seen)
ON DUPLICATE KEY UPDATE seen = VALUES(seen);

-- name: figure_cases many
-- Cases as they stand; what ended without a decision ended with its last event that moved it.  The row of the case is
-- locked where it is one: two that refresh it take turns.
SELECT c.id, c.number, c.state, c.organ_code, c.area_code, c.item_code, COALESCE(c.intake_organ_code, '') AS intake_code,
       c.submitted_at, c.accepted_at, c.decided_at, c.promised_at, c.statutory_at, c.promised_on, c.statutory_on, c.due_on,
       IF(c.state IN ('not_accepted', 'withdrawn', 'terminated'),
          COALESCE((SELECT e.at FROM case_events e WHERE e.case_id = c.id AND e.state_after = c.state
                     AND e.state_before <> e.state_after ORDER BY e.position DESC LIMIT 1), c.closed_at), NULL) AS ended_at,
       (SELECT DATE(MIN(r.asked_at)) FROM corrections r WHERE r.case_id = c.id) AS returned_on,
       (SELECT COUNT(*) FROM corrections r WHERE r.case_id = c.id) AS returns,
       (SELECT GROUP_CONCAT(p.from_on, ' ', COALESCE(p.to_on, '') ORDER BY p.position SEPARATOR ';')
          FROM case_pauses p WHERE p.case_id = c.id) AS pauses
  FROM cases c
 WHERE c.id > :after AND c.id <= :until
 ORDER BY c.id LIMIT :most;

-- name: figure_cases_end value
SELECT COALESCE(MAX(id), 0) AS id FROM cases;

-- name: figure_fact one
SELECT organ_code, item_code, intake_code, state, received_on, accepted_on, returned_on, returns, ended_on,
       ended_as, due_on, timed, late, taken_days, promised_days
  FROM case_facts
 WHERE case_id = :id
   FOR UPDATE;

-- name: figure_fact_set change
INSERT INTO case_facts (case_id, number, organ_code, area_code, item_code, intake_code, state, received_on, accepted_on,
       returned_on, returns, ended_on, ended_as, due_on, timed, late, taken_days, promised_days)
VALUES (:id, :number, :organ, :area, :item, :intake, :state, :received_on, :accepted_on, :returned_on, :returns, :ended_on,
       :ended_as, :due_on, :timed, :late, :taken_days, :promised_days)
ON DUPLICATE KEY UPDATE number = VALUES(number), organ_code = VALUES(organ_code), area_code = VALUES(area_code),
       item_code = VALUES(item_code), intake_code = VALUES(intake_code), state = VALUES(state),
       received_on = VALUES(received_on), accepted_on = VALUES(accepted_on), returned_on = VALUES(returned_on),
       returns = VALUES(returns), ended_on = VALUES(ended_on), ended_as = VALUES(ended_as), due_on = VALUES(due_on),
       timed = VALUES(timed), late = VALUES(late), taken_days = VALUES(taken_days), promised_days = VALUES(promised_days);

-- name: figure_fact_drop change
-- Taken back within its ten minutes: a draft again.
DELETE FROM case_facts WHERE case_id = :id;

-- name: figure_sum_add change
INSERT INTO figure_sums (item_code, intake_code, organ_code, month_on, received, accepted, returned, done, timed, late,
       refused, withdrawn, terminations)
VALUES (:item, :intake, :organ, :month_on, :received, :accepted, :returned, :done, :timed, :late, :refused, :withdrawn,
       :terminations)
ON DUPLICATE KEY UPDATE received = received + VALUES(received), accepted = accepted + VALUES(accepted),
       returned = returned + VALUES(returned), done = done + VALUES(done), timed = timed + VALUES(timed),
       late = late + VALUES(late), refused = refused + VALUES(refused), withdrawn = withdrawn + VALUES(withdrawn),
       terminations = terminations + VALUES(terminations);

-- name: figure_days_add change
INSERT INTO figure_days (item_code, intake_code, organ_code, month_on, kind, days, cases)
VALUES (:item, :intake, :organ, :month_on, :kind, :days, :cases)
ON DUPLICATE KEY UPDATE cases = cases + VALUES(cases);

-- ---- made anew ----

-- name: figure_facts_clear change
DELETE FROM case_facts;

-- name: figure_sums_clear change
DELETE FROM figure_sums;

-- name: figure_days_clear change
DELETE FROM figure_days;

-- name: figure_sums_rebuild change
INSERT INTO figure_sums (item_code, intake_code, organ_code, month_on, received, accepted, returned, done, timed, late,
       refused, withdrawn, terminations)
SELECT IF(g.by_item, t.item_code, '*') AS item, IF(g.by_intake, t.intake_code, '*') AS intake,
       IF(g.by_organ, t.organ_code, '*') AS organ, t.month_on, SUM(t.received), SUM(t.accepted), SUM(t.returned),
       SUM(t.done), SUM(t.timed), SUM(t.late), SUM(t.refused), SUM(t.withdrawn), SUM(t.terminations)
  FROM (SELECT organ_code, item_code, intake_code, DATE_FORMAT(received_on, '%Y-%m-01') AS month_on, COUNT(*) AS received,
               0 AS accepted, 0 AS returned, 0 AS done, 0 AS timed, 0 AS late, 0 AS refused, 0 AS withdrawn, 0 AS terminations
          FROM case_facts GROUP BY 1, 2, 3, 4
         UNION ALL
        SELECT organ_code, item_code, intake_code, DATE_FORMAT(accepted_on, '%Y-%m-01') AS month_on, 0, COUNT(*), 0, 0, 0, 0,
               0, 0, 0
          FROM case_facts WHERE accepted_on IS NOT NULL GROUP BY 1, 2, 3, 4
         UNION ALL
        SELECT organ_code, item_code, intake_code, DATE_FORMAT(returned_on, '%Y-%m-01') AS month_on, 0, 0, COUNT(*), 0, 0, 0,
               0, 0, 0
          FROM case_facts WHERE returned_on IS NOT NULL GROUP BY 1, 2, 3, 4
         UNION ALL
        SELECT organ_code, item_code, intake_code, DATE_FORMAT(ended_on, '%Y-%m-01') AS month_on, 0, 0, 0,
               SUM(ended_as = 'done'), SUM(timed), SUM(late), SUM(ended_as = 'refused'), SUM(ended_as = 'withdrawn'),
               SUM(ended_as = 'terminated')
          FROM case_facts WHERE ended_on IS NOT NULL GROUP BY 1, 2, 3, 4) t
  JOIN (SELECT 0 AS by_item, 0 AS by_intake, 1 AS by_organ UNION ALL SELECT 0, 1, 1 UNION ALL SELECT 1, 0, 1
        UNION ALL SELECT 1, 1, 1 UNION ALL SELECT 0, 0, 0 UNION ALL SELECT 0, 1, 0) g
 GROUP BY item, intake, organ, t.month_on;

-- name: figure_days_rebuild change
INSERT INTO figure_days (item_code, intake_code, organ_code, month_on, kind, days, cases)
SELECT IF(g.by_item, t.item_code, '*') AS item, IF(g.by_intake, t.intake_code, '*') AS intake,
       IF(g.by_organ, t.organ_code, '*') AS organ, t.month_on, t.kind, t.days, SUM(t.cases)
  FROM (SELECT organ_code, item_code, intake_code, DATE_FORMAT(ended_on, '%Y-%m-01') AS month_on, 'taken' AS kind,
               taken_days AS days, COUNT(*) AS cases
          FROM case_facts WHERE taken_days IS NOT NULL GROUP BY 1, 2, 3, 4, 6
         UNION ALL
        SELECT organ_code, item_code, intake_code, DATE_FORMAT(ended_on, '%Y-%m-01'), 'promised', promised_days, COUNT(*)
          FROM case_facts WHERE promised_days IS NOT NULL GROUP BY 1, 2, 3, 4, 6) t
  JOIN (SELECT 0 AS by_item, 0 AS by_intake, 1 AS by_organ UNION ALL SELECT 0, 1, 1 UNION ALL SELECT 1, 0, 1
        UNION ALL SELECT 1, 1, 1 UNION ALL SELECT 0, 0, 0 UNION ALL SELECT 0, 1, 0) g
 GROUP BY item, intake, organ, t.month_on, t.kind, t.days;

-- ---- compared ----

-- name: figure_sums_differ one
-- Of each kind of sum: what the facts say beside what is kept, over all months.
SELECT (SELECT COALESCE(SUM(received), 0) FROM figure_sums WHERE item_code = '*' AND intake_code = '*' AND organ_code = '*')
          AS everywhere,
       (SELECT COUNT(*) FROM case_facts) AS everywhere_facts,
       (SELECT COALESCE(SUM(received), 0) FROM figure_sums WHERE item_code = '*' AND intake_code = '*' AND organ_code <> '*')
          AS received,
       (SELECT COUNT(*) FROM case_facts) AS received_facts,
       (SELECT COALESCE(SUM(done + refused + withdrawn + terminations), 0) FROM figure_sums
         WHERE item_code = '*' AND intake_code = '*' AND organ_code <> '*') AS ended,
       (SELECT COUNT(*) FROM case_facts WHERE ended_on IS NOT NULL) AS ended_facts,
       (SELECT COALESCE(SUM(late), 0) FROM figure_sums WHERE item_code = '*' AND intake_code = '*' AND organ_code <> '*')
          AS late,
       (SELECT COALESCE(SUM(late), 0) FROM case_facts) AS late_facts,
       (SELECT COALESCE(SUM(cases), 0) FROM figure_days WHERE item_code = '*' AND intake_code = '*' AND organ_code <> '*'
           AND kind = 'taken') AS taken,
       (SELECT COUNT(*) FROM case_facts WHERE taken_days IS NOT NULL) AS taken_facts;

-- name: figure_sums_all many
-- Every sum that is not nought, in an order of its own: a dump taken before and after `rebuild` is the same.
SELECT item_code, intake_code, organ_code, month_on, received, accepted, returned, done, timed, late, refused, withdrawn,
       terminations
  FROM figure_sums
 WHERE received <> 0 OR accepted <> 0 OR returned <> 0 OR done <> 0 OR refused <> 0 OR withdrawn <> 0 OR terminations <> 0
 ORDER BY item_code, intake_code, organ_code, month_on;
