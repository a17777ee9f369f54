-- The figures as they are read.  Accounts: public, watch.
-- These texts are printed on the page of each figure, so that anyone may see what was counted.  :area is LIKE a division
-- code and those within it; :organ '' is every organ; '*' every item, every window; a window '' is filed online.  Sums of
-- all organs stand beside those of each, under organ '*': the statements named _all read them.

-- name: stats_months many
-- Month by month, from the first there is.
SELECT s.month_on, SUM(s.received) AS received, SUM(s.accepted) AS accepted, SUM(s.returned) AS returned,
       SUM(s.done) AS done, SUM(s.timed) AS timed, SUM(s.late) AS late, SUM(s.refused) AS refused,
       SUM(s.withdrawn) AS withdrawn, SUM(s.terminations) AS terminations
  FROM figure_sums s
  JOIN organs o ON o.code = s.organ_code
 WHERE s.item_code = :item AND s.intake_code = :intake AND (:organ = '' OR s.organ_code = :organ)
   AND o.area_code LIKE :area AND s.month_on <= :until
 GROUP BY s.month_on
 ORDER BY s.month_on;

-- name: stats_months_all many
SELECT month_on, received, accepted, returned, done, timed, late, refused, withdrawn, terminations
  FROM figure_sums
 WHERE item_code = '*' AND intake_code = :intake AND organ_code = '*' AND month_on <= :until
 ORDER BY month_on;

-- name: stats_organs many
-- Organ by organ, of a period; what was in hand before it is what had come and not ended.
SELECT STRAIGHT_JOIN o.code, o.name, o.name_en,
       SUM(IF(s.month_on < :from, s.received - s.done - s.refused - s.withdrawn - s.terminations, 0)) AS carried_over,
       SUM(IF(s.month_on < :from, 0, s.received)) AS received, SUM(IF(s.month_on < :from, 0, s.accepted)) AS accepted,
       SUM(IF(s.month_on < :from, 0, s.returned)) AS returned, SUM(IF(s.month_on < :from, 0, s.done)) AS done,
       SUM(IF(s.month_on < :from, 0, s.timed)) AS timed, SUM(IF(s.month_on < :from, 0, s.late)) AS late,
       SUM(IF(s.month_on < :from, 0, s.refused)) AS refused, SUM(IF(s.month_on < :from, 0, s.withdrawn)) AS withdrawn,
       SUM(IF(s.month_on < :from, 0, s.terminations)) AS terminations
  FROM organs o
  JOIN figure_sums s ON s.organ_code = o.code
 WHERE s.item_code = :item AND s.intake_code = :intake AND (:organ = '' OR s.organ_code = :organ)
   AND o.area_code LIKE :area AND s.month_on <= :until
 GROUP BY o.code, o.name, o.name_en
 ORDER BY received DESC, o.code;

-- name: stats_organs_all many
-- The same of every organ: months are added up along the key, before and within the period apart.
SELECT o.code, o.name, o.name_en, COALESCE(b.carried_over, 0) AS carried_over, COALESCE(p.received, 0) AS received,
       COALESCE(p.accepted, 0) AS accepted, COALESCE(p.returned, 0) AS returned, COALESCE(p.done, 0) AS done,
       COALESCE(p.timed, 0) AS timed, COALESCE(p.late, 0) AS late, COALESCE(p.refused, 0) AS refused,
       COALESCE(p.withdrawn, 0) AS withdrawn, COALESCE(p.terminations, 0) AS terminations
  FROM organs o
  LEFT JOIN (SELECT organ_code, SUM(received - done - refused - withdrawn - terminations) AS carried_over
               FROM figure_sums
              WHERE item_code = '*' AND intake_code = :intake AND month_on < :from
              GROUP BY organ_code) b ON b.organ_code = o.code
  LEFT JOIN (SELECT organ_code, SUM(received) AS received, SUM(accepted) AS accepted, SUM(returned) AS returned,
                    SUM(done) AS done, SUM(timed) AS timed, SUM(late) AS late, SUM(refused) AS refused,
                    SUM(withdrawn) AS withdrawn, SUM(terminations) AS terminations
               FROM figure_sums
              WHERE item_code = '*' AND intake_code = :intake AND month_on BETWEEN :from AND :until
              GROUP BY organ_code) p ON p.organ_code = o.code
 WHERE b.organ_code IS NOT NULL OR p.organ_code IS NOT NULL
 ORDER BY received DESC, o.code;

-- name: stats_organ_days many
SELECT s.organ_code AS code, s.kind, s.days, SUM(s.cases) AS cases
  FROM figure_days s
  JOIN organs o ON o.code = s.organ_code
 WHERE s.item_code = :item AND s.intake_code = :intake AND (:organ = '' OR s.organ_code = :organ)
   AND o.area_code LIKE :area AND s.month_on BETWEEN :from AND :until
 GROUP BY s.organ_code, s.kind, s.days
 ORDER BY s.organ_code, s.kind, s.days;

-- name: stats_items many
-- The items of one organ.
SELECT s.item_code AS code, COALESCE(v.title, s.item_code) AS name, COALESCE(v.title_en, '') AS name_en,
       SUM(IF(s.month_on < :from, s.received - s.done - s.refused - s.withdrawn - s.terminations, 0)) AS carried_over,
       SUM(IF(s.month_on < :from, 0, s.received)) AS received, SUM(IF(s.month_on < :from, 0, s.accepted)) AS accepted,
       SUM(IF(s.month_on < :from, 0, s.returned)) AS returned, SUM(IF(s.month_on < :from, 0, s.done)) AS done,
       SUM(IF(s.month_on < :from, 0, s.timed)) AS timed, SUM(IF(s.month_on < :from, 0, s.late)) AS late,
       SUM(IF(s.month_on < :from, 0, s.refused)) AS refused, SUM(IF(s.month_on < :from, 0, s.withdrawn)) AS withdrawn,
       SUM(IF(s.month_on < :from, 0, s.terminations)) AS terminations
  FROM figure_sums s
  JOIN organs o ON o.code = s.organ_code
  LEFT JOIN items i ON i.code = s.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE s.organ_code = :organ AND s.intake_code = :intake AND s.item_code <> '*' AND (:item = '*' OR s.item_code = :item)
   AND o.area_code LIKE :area AND s.month_on <= :until
 GROUP BY s.item_code, v.title, v.title_en
 ORDER BY received DESC, s.item_code
 LIMIT 200;

-- name: stats_item_days many
SELECT s.item_code AS code, s.kind, s.days, SUM(s.cases) AS cases
  FROM figure_days s
  JOIN organs o ON o.code = s.organ_code
 WHERE s.organ_code = :organ AND s.intake_code = :intake AND s.item_code <> '*' AND (:item = '*' OR s.item_code = :item)
   AND o.area_code LIKE :area AND s.month_on BETWEEN :from AND :until
 GROUP BY s.item_code, s.kind, s.days
 ORDER BY s.item_code, s.kind, s.days;

-- name: stats_items_most many
-- The items most asked for in one month, of all organs.
SELECT s.item_code AS code, COALESCE(v.title, s.item_code) AS name, COALESCE(v.title_en, '') AS name_en, s.organ_code,
       s.received, s.done
  FROM figure_sums s FORCE INDEX (by_month)
  JOIN organs o ON o.code = s.organ_code
  LEFT JOIN items i ON i.code = s.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE s.month_on = :until AND s.intake_code = :intake AND s.item_code <> '*' AND o.area_code LIKE :area
   AND s.received > 0
 ORDER BY s.received DESC
 LIMIT 10;

-- name: stats_windows many
-- By the window that took in; '' is filed online.
SELECT s.intake_code AS code, COALESCE(w.name, '') AS name, COALESCE(w.name_en, '') AS name_en,
       SUM(s.received) AS received, SUM(s.done) AS done, SUM(s.timed) AS timed, SUM(s.late) AS late
  FROM figure_sums s
  JOIN organs o ON o.code = s.organ_code
  LEFT JOIN organs w ON w.code = s.intake_code
 WHERE s.item_code = :item AND s.intake_code <> '*' AND (:intake = '*' OR s.intake_code = :intake)
   AND (:organ = '' OR s.organ_code = :organ) AND o.area_code LIKE :area AND s.month_on BETWEEN :from AND :until
 GROUP BY s.intake_code, w.name, w.name_en
 ORDER BY received DESC, s.intake_code
 LIMIT 60;

-- name: stats_windows_all many
SELECT s.intake_code AS code, COALESCE(w.name, '') AS name, COALESCE(w.name_en, '') AS name_en,
       SUM(s.received) AS received, SUM(s.done) AS done, SUM(s.timed) AS timed, SUM(s.late) AS late
  FROM figure_sums s
  LEFT JOIN organs w ON w.code = s.intake_code
 WHERE s.item_code = '*' AND s.intake_code <> '*' AND (:intake = '*' OR s.intake_code = :intake) AND s.organ_code = '*'
   AND s.month_on BETWEEN :from AND :until
 GROUP BY s.intake_code, w.name, w.name_en
 ORDER BY received DESC, s.intake_code
 LIMIT 60;

-- name: stats_days many
-- How many cases took, and were promised to take, so many working days.
SELECT s.kind, s.days, SUM(s.cases) AS cases
  FROM figure_days s
  JOIN organs o ON o.code = s.organ_code
 WHERE s.item_code = :item AND s.intake_code = :intake AND (:organ = '' OR s.organ_code = :organ)
   AND o.area_code LIKE :area AND s.month_on BETWEEN :from AND :until
 GROUP BY s.kind, s.days
 ORDER BY s.kind, s.days;

-- name: stats_days_all many
SELECT kind, days, SUM(cases) AS cases
  FROM figure_days
 WHERE item_code = '*' AND intake_code = :intake AND organ_code = '*' AND month_on BETWEEN :from AND :until
 GROUP BY kind, days
 ORDER BY kind, days;

-- name: stats_overdue_all value
SELECT COUNT(*) AS cases
  FROM case_facts FORCE INDEX (by_due)
 WHERE ended_on IS NULL AND due_on < :today;

-- name: stats_overdue value
-- Of every item and window: counted from the index alone.
SELECT STRAIGHT_JOIN COUNT(*) AS cases
  FROM organs o
  JOIN case_facts f FORCE INDEX (by_open) ON f.ended_on IS NULL AND f.organ_code = o.code AND f.due_on < :today
 WHERE (:organ = '' OR o.code = :organ) AND o.area_code LIKE :area;

-- name: stats_overdue_of value
-- Of an item, of a window.
SELECT STRAIGHT_JOIN COUNT(*) AS cases
  FROM organs o
  JOIN case_facts f FORCE INDEX (by_open) ON f.ended_on IS NULL AND f.organ_code = o.code AND f.due_on < :today
 WHERE (:organ = '' OR o.code = :organ) AND o.area_code LIKE :area
   AND (:item = '*' OR f.item_code = :item) AND (:intake = '*' OR f.intake_code = :intake);

-- name: stats_ratings one
-- The first rating of each case; four and five are bad.
SELECT COUNT(*) AS ratings, COALESCE(SUM(r.level), 0) AS levels, COALESCE(SUM(r.level >= 4), 0) AS bad
  FROM ratings r
  JOIN organs o ON o.code = r.organ_code
 WHERE r.at >= :from_at AND r.at < :until_at AND r.round = 1 AND (:organ = '' OR r.organ_code = :organ)
   AND o.area_code LIKE :area AND (:item = '*' OR r.item_code = :item);

-- name: stats_cards one
-- Cards given and not withdrawn.
SELECT COALESCE(SUM(k.colour = 'yellow'), 0) AS yellow, COALESCE(SUM(k.colour = 'red'), 0) AS red
  FROM cards k
  JOIN organs o ON o.code = k.organ_code
 WHERE k.given_on >= :from AND k.given_on < :end AND k.state <> 'withdrawn' AND (:organ = '' OR k.organ_code = :organ)
   AND o.area_code LIKE :area;

-- name: stats_organ_ratings many
SELECT r.organ_code AS code, COUNT(*) AS ratings, SUM(r.level) AS levels
  FROM ratings r
  JOIN organs o ON o.code = r.organ_code
 WHERE r.at >= :from_at AND r.at < :until_at AND r.round = 1 AND (:organ = '' OR r.organ_code = :organ)
   AND o.area_code LIKE :area
 GROUP BY r.organ_code;

-- name: stats_organ_cards many
SELECT k.organ_code AS code, COUNT(*) AS red
  FROM cards k
  JOIN organs o ON o.code = k.organ_code
 WHERE k.given_on >= :from AND k.given_on < :end AND k.state <> 'withdrawn' AND k.colour = 'red'
   AND (:organ = '' OR k.organ_code = :organ) AND o.area_code LIKE :area
 GROUP BY k.organ_code;

-- name: stats_as_of one
-- The last place of the record's chain that is counted, and when it was.
SELECT d.seen AS position, (SELECT c.at FROM record_chain c WHERE c.position = d.seen) AS at
  FROM clock_duties d
 WHERE d.name = 'figures';

-- name: stats_areas many
SELECT code, name, name_en FROM areas WHERE code LIKE :area ORDER BY level, code LIMIT 100;

-- name: stats_organ_names many
SELECT code, name, name_en FROM organs WHERE area_code LIKE :area ORDER BY position, code LIMIT 300;

-- name: stats_item_name one
SELECT COALESCE(v.title, i.code) AS name, COALESCE(v.title_en, '') AS name_en
  FROM items i
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE i.code = :item;

-- name: stats_organ_name one
SELECT name, name_en FROM organs WHERE code = :organ;

-- ---- the rows behind a figure ----

-- name: rows_received many
SELECT f.case_id, f.number, f.item_code, COALESCE(v.title, f.item_code) AS title, o.name AS organ_name, f.received_on,
       f.accepted_on, f.returned_on, f.ended_on, f.ended_as, f.due_on, f.late, f.taken_days, f.promised_days
  FROM case_facts f
  JOIN organs o ON o.code = f.organ_code
  LEFT JOIN items i ON i.code = f.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE f.received_on >= :from AND f.received_on < :end AND (:organ = '' OR f.organ_code = :organ)
   AND o.area_code LIKE :area AND (:item = '*' OR f.item_code = :item) AND (:intake = '*' OR f.intake_code = :intake)
 ORDER BY f.received_on, f.organ_code, f.case_id
 LIMIT :most OFFSET :skip;

-- name: rows_accepted many
SELECT f.case_id, f.number, f.item_code, COALESCE(v.title, f.item_code) AS title, o.name AS organ_name, f.received_on,
       f.accepted_on, f.returned_on, f.ended_on, f.ended_as, f.due_on, f.late, f.taken_days, f.promised_days
  FROM case_facts f
  JOIN organs o ON o.code = f.organ_code
  LEFT JOIN items i ON i.code = f.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE f.accepted_on >= :from AND f.accepted_on < :end AND (:organ = '' OR f.organ_code = :organ)
   AND o.area_code LIKE :area AND (:item = '*' OR f.item_code = :item) AND (:intake = '*' OR f.intake_code = :intake)
 ORDER BY f.accepted_on, f.organ_code, f.case_id
 LIMIT :most OFFSET :skip;

-- name: rows_returned many
SELECT f.case_id, f.number, f.item_code, COALESCE(v.title, f.item_code) AS title, o.name AS organ_name, f.received_on,
       f.accepted_on, f.returned_on, f.ended_on, f.ended_as, f.due_on, f.late, f.taken_days, f.promised_days
  FROM case_facts f
  JOIN organs o ON o.code = f.organ_code
  LEFT JOIN items i ON i.code = f.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE f.returned_on >= :from AND f.returned_on < :end AND (:organ = '' OR f.organ_code = :organ)
   AND o.area_code LIKE :area AND (:item = '*' OR f.item_code = :item) AND (:intake = '*' OR f.intake_code = :intake)
 ORDER BY f.returned_on, f.organ_code, f.case_id
 LIMIT :most OFFSET :skip;

-- name: rows_ended many
-- :as is done, refused, withdrawn or terminated; :late only those done late; :timed those that had a last day.
SELECT f.case_id, f.number, f.item_code, COALESCE(v.title, f.item_code) AS title, o.name AS organ_name, f.received_on,
       f.accepted_on, f.returned_on, f.ended_on, f.ended_as, f.due_on, f.late, f.taken_days, f.promised_days
  FROM case_facts f
  JOIN organs o ON o.code = f.organ_code
  LEFT JOIN items i ON i.code = f.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE f.ended_on >= :from AND f.ended_on < :end AND f.ended_as = :as AND f.late >= :late AND f.timed >= :timed
   AND (:organ = '' OR f.organ_code = :organ) AND o.area_code LIKE :area AND (:item = '*' OR f.item_code = :item)
   AND (:intake = '*' OR f.intake_code = :intake)
 ORDER BY f.ended_on, f.organ_code, f.case_id
 LIMIT :most OFFSET :skip;

-- name: rows_in_hand many
-- At the end of the day before :end.
SELECT f.case_id, f.number, f.item_code, COALESCE(v.title, f.item_code) AS title, o.name AS organ_name, f.received_on,
       f.accepted_on, f.returned_on, f.ended_on, f.ended_as, f.due_on, f.late, f.taken_days, f.promised_days
  FROM case_facts f FORCE INDEX (by_received)
  JOIN organs o ON o.code = f.organ_code
  LEFT JOIN items i ON i.code = f.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE f.received_on < :end AND (f.ended_on IS NULL OR f.ended_on >= :end) AND (:organ = '' OR f.organ_code = :organ)
   AND o.area_code LIKE :area AND (:item = '*' OR f.item_code = :item) AND (:intake = '*' OR f.intake_code = :intake)
 ORDER BY f.received_on DESC, f.organ_code DESC, f.case_id DESC
 LIMIT :most OFFSET :skip;

-- name: rows_overdue many
SELECT f.case_id, f.number, f.item_code, COALESCE(v.title, f.item_code) AS title, o.name AS organ_name, f.received_on,
       f.accepted_on, f.returned_on, f.ended_on, f.ended_as, f.due_on, f.late, f.taken_days, f.promised_days
  FROM case_facts f
  JOIN organs o ON o.code = f.organ_code
  LEFT JOIN items i ON i.code = f.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE f.ended_on IS NULL AND f.due_on < :today AND (:organ = '' OR f.organ_code = :organ) AND o.area_code LIKE :area
   AND (:item = '*' OR f.item_code = :item) AND (:intake = '*' OR f.intake_code = :intake)
 ORDER BY f.due_on, f.organ_code, f.case_id
 LIMIT :most OFFSET :skip;

-- name: rows_ratings many
-- :bad 4 only bad ones, 1 all.
SELECT r.case_id, f.number, r.item_code, COALESCE(v.title, r.item_code) AS title, o.name AS organ_name,
       DATE(r.at) AS rated_on, r.level
  FROM ratings r
  JOIN organs o ON o.code = r.organ_code
  JOIN case_facts f ON f.case_id = r.case_id
  LEFT JOIN items i ON i.code = r.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE r.at >= :from_at AND r.at < :until_at AND r.round = 1 AND r.level >= :bad AND (:organ = '' OR r.organ_code = :organ)
   AND o.area_code LIKE :area AND (:item = '*' OR r.item_code = :item)
 ORDER BY r.at, r.id
 LIMIT :most OFFSET :skip;

-- name: rows_cards many
SELECT k.case_id, COALESCE(f.number, '') AS number, f.item_code, COALESCE(v.title, f.item_code) AS title,
       o.name AS organ_name, k.rule, k.colour, k.given_on, k.due_on
  FROM cards k
  JOIN organs o ON o.code = k.organ_code
  LEFT JOIN case_facts f ON f.case_id = k.case_id
  LEFT JOIN items i ON i.code = f.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE k.given_on >= :from AND k.given_on < :end AND k.state <> 'withdrawn' AND k.colour = :colour
   AND (:organ = '' OR k.organ_code = :organ) AND o.area_code LIKE :area
 ORDER BY k.given_on, k.id
 LIMIT :most OFFSET :skip;
