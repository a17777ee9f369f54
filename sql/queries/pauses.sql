-- Queries of the dates of a case and its pauses (record/case_dates).  Accounts: public, office, clock, ctl.

-- name: case_terms one
-- What the dates of a case follow from.  Guides write 无 where no other organ handles an item.
SELECT c.state, c.version, c.submitted_at, c.accepted_at, c.decided_at, c.calendar, c.promised_on, c.promised_at,
       c.statutory_on, c.statutory_at, c.due_on, c.extended_days, c.precheck_at, v.kind AS item_kind,
       v.handling,
       v.joint_organs <> '' AND v.joint_organs NOT LIKE '无%' AS joint,
       (SELECT k.last_on FROM calendars k WHERE k.version = c.calendar) AS arranged_until,
       v.promised_limit, v.promised_unit, v.statutory_limit, v.statutory_unit,
       (SELECT MAX(r.answered_at) FROM corrections r WHERE r.case_id = c.id AND r.kind = 'correction') AS answered_at,
       (SELECT MAX(r.asked_at) FROM corrections r WHERE r.case_id = c.id) AS asked_at,
       (SELECT r.answer_by_on FROM corrections r WHERE r.case_id = c.id ORDER BY r.round DESC LIMIT 1) AS answer_by_on
  FROM cases c
  JOIN item_versions v ON v.id = c.item_version_id
 WHERE c.id = :id;

-- name: pauses_of many
SELECT position, kind, from_on, to_on, expected_days, reason
  FROM case_pauses
 WHERE case_id = :id
 ORDER BY position;

-- name: case_dates_set change
-- After case_act, which holds the case.
UPDATE cases
   SET calendar = :calendar, promised_on = :promised_on, promised_at = :promised_at, statutory_on = :statutory_on,
       statutory_at = :statutory_at, due_on = :due_on
 WHERE id = :id;

-- name: pause_add change
-- Accounts: office, ctl.  A second one that is open has the same key, and is none.
INSERT INTO case_pauses (case_id, position, kind, from_on, expected_days, reason, opened_by, opened_event)
SELECT c.id, (SELECT COALESCE(MAX(p.position), 0) + 1 FROM case_pauses p WHERE p.case_id = c.id), :kind, :from_on,
       :expected_days, :reason, :account, c.events
  FROM cases c
 WHERE c.id = :id;

-- name: pause_end change
-- Accounts: public, office, ctl.
UPDATE case_pauses
   SET to_on = :to_on, closed_by = :account, version = version + 1,
       closed_event = (SELECT events FROM cases WHERE id = :id)
 WHERE case_id = :id
   AND to_on IS NULL;

-- name: case_extended change
-- Accounts: office, ctl.
UPDATE cases SET extended_days = :extended_days WHERE id = :id;

-- ---- a new calendar (record/recompute.h) ----

-- name: calendar_newest one
-- Accounts: clock, ctl.
SELECT version, first_on, last_on, recomputed_at FROM calendars ORDER BY version DESC LIMIT 1;

-- name: calendar_newest_days many
-- Accounts: clock, ctl.
SELECT day_on, works, notice_year FROM calendar_days WHERE calendar = :version ORDER BY day_on;

-- name: recompute_cases many
-- Accounts: clock, ctl.  Those with something still to keep, by an older calendar.
SELECT id
  FROM cases
 WHERE id > :after
   AND calendar < :version
   AND state IN ('submitted', 'correction', 'resubmitted', 'accepted', 'reviewing', 'supplement', 'suspended', 'granted',
                 'denied', 'closed')
 ORDER BY id
 LIMIT :most;

-- name: calendar_recomputed change
-- Accounts: clock, ctl.
UPDATE calendars SET recomputed_at = :now WHERE version = :version;
