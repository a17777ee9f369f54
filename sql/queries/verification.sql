-- Queries of verifications of the record, as the clock does them bit by bit.  Account: clock.

-- name: verification_due one
-- The first that is not over; bytes stand first.
SELECT head, id, scope, case_number, from_on, state, case_next, case_last, link_next, link_last, event_next, event_last, cases,
       rows_seen, links, links_there, events, events_sealed, faults, stop_at, version
  FROM verifications
 WHERE state NOT IN ('done', 'failed', 'stopped')
 ORDER BY id
 LIMIT 1;

-- name: verification_ends one
-- Where the walks end; and where they begin for what is no older than a day.
SELECT GREATEST((SELECT COALESCE(MAX(id), 0) FROM cases), (SELECT COALESCE(MAX(case_id), 0) FROM case_events)) AS case_last,
       (SELECT COALESCE(MAX(position), 0) FROM record_chain) AS link_last,
       (SELECT COALESCE(MAX(id), 0) FROM case_events) AS event_last,
       COALESCE((SELECT MIN(id) FROM cases WHERE created_at >= :from_on), 0) AS case_first,
       COALESCE((SELECT MIN(position) FROM record_chain WHERE at >= :from_on), 0) AS link_first,
       COALESCE((SELECT MIN(id) FROM case_events WHERE at >= :from_on), 0) AS event_first;

-- name: verification_head one
SELECT head, position FROM record_chain WHERE position = :position;

-- name: verification_case value
SELECT id FROM cases WHERE number = :number;

-- name: verification_begin change
UPDATE verifications
   SET state = :state, case_next = :case_next, case_last = :case_last, link_next = :link_next, link_last = :link_last,
       event_next = :event_next, event_last = :event_last, case_first = :case_next, link_first = :link_next, event_first = :event_next,
       head = :head, started_at = :now, stretch_at = :now, ended_at = IF(:state = 'failed', :now, NULL), version = version + 1
 WHERE id = :id
   AND version = :version;

-- name: verification_step change
-- What one stretch found; ended_at when nothing is left.
UPDATE verifications
   SET state = :state, case_next = :case_next, link_next = :link_next, event_next = :event_next, head = :head,
       cases = :cases, rows_seen = :rows_seen, links = :links, links_there = :links_there, events = :events,
       events_sealed = :events_sealed, faults = :faults, ended_at = :ended_at, stretch_at = :now,
       version = version + 1
 WHERE id = :id
   AND version = :version;

-- name: verification_stop change
-- What was walked until then stays as it was noted.
UPDATE verifications SET state = 'stopped', ended_at = :now, version = version + 1
 WHERE id = :id
   AND version = :version
   AND stop_at IS NOT NULL;

-- name: verification_fault change
INSERT INTO verification_faults (verification_id, line, fault, case_number, position, what)
VALUES (:id, :line, :fault, :case_number, :position, :what);

-- name: verification_done change
-- Account: ctl.
-- What yimenctl verify found.
INSERT INTO verifications (scope, asked_name, asked_at, state, cases, rows_seen, links, events, faults, head, started_at, ended_at)
VALUES ('all', 'yimenctl', :now, 'done', :cases, :rows_seen, :links, :events, :faults, :head, :now, :now);
