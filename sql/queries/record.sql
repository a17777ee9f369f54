-- Queries of the record and of the step of a case.  Accounts: public, office, clock, ctl (the walks: ctl).

-- name: case_move change
-- Moves a case only from the state and version its visitor saw, and holds the row.
UPDATE cases
   SET state = :state, version = version + 1, events = events + 1
 WHERE id = :id
   AND state = :was
   AND version = :version;

-- name: event_before one
-- The MAC the next row follows (NULL for the first; it stands first, bytes are read by place), and its place.
SELECT e.mac, c.events AS position
  FROM cases c
  LEFT JOIN case_events e ON e.case_id = c.id AND e.position = c.events - 1
 WHERE c.id = :id;

-- name: event_add change
INSERT INTO case_events (case_id, position, at, event, state_before, state_after, account_id, actor_kind, actor_name,
                         organ_code, reason, detail, mac)
VALUES (:case_id, :position, :at, :event, :state_before, :state_after, :account_id, :actor_kind, :actor_name,
        :organ_code, :reason, :detail, :mac);

-- name: course_add change
-- What a look-up shows of it, beside the case.
UPDATE cases
   SET course = CONCAT(course, :line), last_event = :event_id
 WHERE id = :case_id;

-- name: event_queue change
-- To be sealed (record/seal.h), once this transaction is committed.
INSERT INTO record_queue (event_id) VALUES (:event_id);

-- name: record_steps many
-- What a replay needs.
SELECT c.id AS case_id, e.event, e.detail
  FROM cases c
  LEFT JOIN case_events e ON e.case_id = c.id
 WHERE c.id = :id
 ORDER BY e.position;

-- name: record_last value
SELECT GREATEST((SELECT COALESCE(MAX(id), 0) FROM cases),
                (SELECT COALESCE(MAX(case_id), 0) FROM case_events)) AS last;

-- name: record_next value
-- The first case from here on, or record of one: whoever puts one in far away must not make the walk endless.
SELECT COALESCE(MIN(n.id), 0) AS last
  FROM (SELECT MIN(id) AS id FROM cases WHERE id >= :first
        UNION ALL SELECT MIN(case_id) FROM case_events WHERE case_id >= :first) AS n;

-- name: record_walk many
-- The record of a range of cases; one row with position NULL for a case without any.  The MAC stands first.
SELECT e.mac, c.id AS case_id, COALESCE(c.number, '') AS number, c.state, c.events, e.position, e.at, e.event,
       e.state_before, e.state_after, e.account_id, e.actor_kind, e.actor_name, e.organ_code, e.reason, e.detail
  FROM cases c
  LEFT JOIN case_events e ON e.case_id = c.id
 WHERE c.id BETWEEN :first AND :last
 ORDER BY c.id, e.position;

-- name: record_of_number many
-- Accounts: ctl.  One case, row by row.
SELECT c.id AS case_id, c.state, e.position, e.at, e.event, e.state_before, e.state_after, e.actor_name, e.organ_code
  FROM cases c
  LEFT JOIN case_events e ON e.case_id = c.id
 WHERE c.number = :number
 ORDER BY e.position;

-- name: record_columns many
-- What an event sets and its detail therefore says: see record.h.  A new column of this kind is added here.
SELECT id AS case_id, submitted_at, accepted_at, decided_at, closed_at, delivered_at, calendar, promised_on,
       promised_at, statutory_on, statutory_at, due_on, extended_days, claimed_by, decision_reason, outcome_number
  FROM cases
 WHERE id BETWEEN :first AND :last
 ORDER BY id;

-- name: record_orphans many
SELECT e.case_id, MIN(e.position) AS position, COUNT(*) AS row_count
  FROM case_events e
  LEFT JOIN cases c ON c.id = e.case_id
 WHERE e.case_id BETWEEN :first AND :last
   AND c.id IS NULL
 GROUP BY e.case_id;

-- name: record_shown_wrong many
-- Cases of a range whose course, last event or list of papers is not what their rows say (0023-speed.sql).
SELECT c.id AS case_id, COALESCE(c.number, '') AS number
  FROM cases c
 WHERE c.id BETWEEN :first AND :last
   AND (c.course <> COALESCE((SELECT GROUP_CONCAT(CONCAT_WS(' ', e.at, e.event, e.actor_kind), '\n' ORDER BY e.position
                                                  SEPARATOR '')
                                FROM case_events e WHERE e.case_id = c.id), '')
        OR COALESCE(c.last_event, 0) <> COALESCE((SELECT MAX(e.id) FROM case_events e WHERE e.case_id = c.id), 0)
        OR c.paper_list <> COALESCE((SELECT GROUP_CONCAT(CONCAT_WS('\t', p.kind, p.state, p.issued_on, p.number), '\n'
                                                         ORDER BY p.id SEPARATOR '')
                                       FROM papers p WHERE p.case_id = c.id), ''))
 ORDER BY c.id;

-- name: case_counter_next change
-- Accounts: public, office, ctl.  The next number is its id; the row is held until the transaction ends.  It is taken as it
-- stands now, not as it stood when this transaction began, else only one of several at once would ever commit.
SET STATEMENT innodb_snapshot_isolation = OFF FOR
INSERT INTO counters (name, value) VALUES (:name, LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + 1);

-- ---- the register of all that comes in and goes out ----

-- name: register_next change
-- The next number is remembered as LAST_INSERT_ID; the row is held until the transaction ends, as with case_counter_next.
SET STATEMENT innodb_snapshot_isolation = OFF FOR
INSERT INTO counters (name, value)
SELECT CONCAT('register:', IF(:organ = '', c.organ_code, :organ), ':', :year), LAST_INSERT_ID(1)
  FROM cases c
 WHERE c.id = :id
ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + 1);

-- name: register_add change
INSERT INTO register_rows (organ_code, year, serial, direction, case_id, event, account_id, actor_kind, actor_name, at)
SELECT IF(:organ = '', c.organ_code, :organ), :year, LAST_INSERT_ID(), :direction, c.id, :event, :account, :actor_kind,
       :actor_name, :at
  FROM cases c
 WHERE c.id = :id;
