-- Queries of the clock.  Account: clock.
-- What is due is found through a key that was made for it (sql/schema/0010-clock.sql), however many cases there are;
-- FORCE INDEX, because the order by id tempts the server to walk all cases.

-- ---- how it went ----

-- name: duty_done change
INSERT INTO clock_duties (name, every_s, last_at, last_count, failed_at, last_error)
VALUES (:name, :every_s, :now, :count, NULL, '')
ON DUPLICATE KEY UPDATE every_s = VALUES(every_s), last_at = VALUES(last_at), last_count = VALUES(last_count),
       failed_at = NULL, last_error = '';

-- name: duty_failed change
INSERT INTO clock_duties (name, every_s, failed_at, last_error)
VALUES (:name, :every_s, :now, LEFT(:error, 300))
ON DUPLICATE KEY UPDATE every_s = VALUES(every_s), failed_at = VALUES(failed_at), last_error = VALUES(last_error);

-- ---- calendars and settings ----

-- name: clock_calendar_latest value
SELECT MAX(version) AS version FROM calendars;

-- name: clock_calendar one
SELECT version, first_on, last_on FROM calendars WHERE version = :version;

-- name: clock_calendar_days many
SELECT day_on, works, notice_year FROM calendar_days WHERE calendar = :version ORDER BY day_on;

-- name: clock_setting value
SELECT value FROM settings WHERE name = :name;

-- ---- silence ----

-- name: deem_accepted_due many
-- Nobody answered in time.
SELECT c.id, c.state, c.version, c.due_on, c.submitted_at, v.kind AS item_kind, v.promised_limit, v.promised_unit,
       v.statutory_limit, v.statutory_unit,
       (SELECT MAX(r.answered_at) FROM corrections r WHERE r.case_id = c.id) AS answered_at
  FROM (SELECT id FROM cases FORCE INDEX (by_due)
         WHERE state IN ('submitted', 'resubmitted') AND due_on < :today AND id > :after
         ORDER BY id LIMIT :most) d
  JOIN cases c ON c.id = d.id
  JOIN item_versions v ON v.id = c.item_version_id
 ORDER BY c.id;

-- name: lapse_due many
-- The list was never answered.
SELECT id, state, version, due_on
  FROM cases FORCE INDEX (by_due)
 WHERE state = 'correction' AND due_on < :today AND id > :after
 ORDER BY id LIMIT :most;

-- name: terminate_due many
-- What was asked for during the review never came.
SELECT id, state, version, due_on
  FROM cases FORCE INDEX (by_due)
 WHERE state = 'supplement' AND due_on < :today AND id > :after
 ORDER BY id LIMIT :most;

-- name: case_deem_accepted change
-- case_dates_write sets the dates.
UPDATE cases SET accepted_at = :accepted_at, claimed_by = NULL WHERE id = :id;

-- name: case_ended change
UPDATE cases SET closed_at = :now, due_on = NULL WHERE id = :id;

-- ---- what nobody asks for any more ----

-- name: nonces_sweep change
DELETE FROM nonces WHERE created_at < :before LIMIT :most;

-- name: sessions_sweep change
DELETE FROM sessions WHERE expires_at < :before LIMIT :most;

-- name: throttles_sweep change
DELETE FROM throttles WHERE window_at < :before LIMIT :most;
