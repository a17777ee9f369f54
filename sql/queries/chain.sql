-- Queries of the chain that seals the record.  Accounts: clock, ctl.

-- name: chain_queued many
-- What waits, in the order of ids, which is nearly the order of acts.  The MAC stands first: bytes are read by place.
-- One that is sealed already would stop all others; it stays where it is, and verify tells.
SELECT e.mac, e.id, e.case_id, e.position
  FROM record_queue q
  JOIN case_events e ON e.id = q.event_id
  LEFT JOIN record_chain c ON c.event_id = q.event_id
 WHERE c.event_id IS NULL
 ORDER BY e.id
 LIMIT :most;

-- name: chain_head one
-- The head as it stands.  Accounts: public, office, clock, ctl.
SELECT head, position, at FROM record_chain ORDER BY position DESC LIMIT 1;

-- name: chain_add change
-- The key is the lock: of two sealers at once, one is told that the position is taken.
INSERT INTO record_chain (position, event_id, leaf, head, at) VALUES (:position, :event_id, :leaf, :head, :at);

-- name: chain_unqueue change
DELETE q
  FROM record_queue q
  JOIN record_chain c ON c.event_id = q.event_id
 WHERE c.position BETWEEN :first AND :last;

-- name: heads_publish change
-- The last head of each day that is over, after the last that has one.
INSERT INTO record_heads (day_on, position, head, at)
SELECT DATE(c.at), c.position, c.head, :now
  FROM (SELECT MAX(position) AS position
          FROM record_chain
         WHERE at < :today
           AND at >= COALESCE((SELECT MAX(day_on) FROM record_heads) + INTERVAL 1 DAY, '1000-01-01')
         GROUP BY DATE(at)) l
  JOIN record_chain c ON c.position = l.position;

-- ---- the public pages ----

-- name: chain_at one
-- Account: public.
SELECT head FROM record_chain WHERE position = :position;

-- name: heads_list many
-- Account: public.  Newest first, each as it is printed.
SELECT day_on, CONCAT(position, ':', LOWER(HEX(head))) AS head
  FROM record_heads
 ORDER BY day_on DESC
 LIMIT :per_page OFFSET :skip;

-- name: case_seal one
-- Account: public.  What seals the last event of a case; half a head is enough to know one.
SELECT CONCAT(c.position, ':', LOWER(LEFT(HEX(c.head), 32))) AS seal
  FROM case_events e
  JOIN record_chain c ON c.event_id = e.id
 WHERE e.case_id = :id
 ORDER BY c.position DESC
 LIMIT 1;

-- name: heads_count value
-- Account: public.
SELECT COUNT(*) AS total FROM record_heads;

-- name: heads_all many
-- Account: public.
SELECT day_on, CONCAT(position, ':', LOWER(HEX(head))) AS head FROM record_heads ORDER BY day_on;

-- ---- the walk ----

-- name: chain_last value
-- Accounts: clock, ctl.
SELECT COALESCE(MAX(position), 0) AS last FROM record_chain;

-- name: chain_last_event value
-- Accounts: clock, ctl.
SELECT COALESCE(MAX(id), 0) AS last FROM case_events;

-- name: chain_next value
-- Accounts: clock, ctl.  The first link from here on: whoever puts one in far away must not make the walk endless.
SELECT COALESCE(MIN(position), 0) AS last FROM record_chain WHERE position >= :first;

-- name: chain_next_event value
-- Accounts: clock, ctl.
SELECT COALESCE(MIN(id), 0) AS last FROM case_events WHERE id >= :first;

-- name: chain_walk many
-- Accounts: clock, ctl.  A range of links with the events they seal; bytes stand first.
SELECT c.leaf, c.head, e.mac, c.position, c.event_id, e.case_id, e.position AS event_position
  FROM record_chain c
  LEFT JOIN case_events e ON e.id = c.event_id
 WHERE c.position BETWEEN :first AND :until
 ORDER BY c.position;

-- name: chain_events many
-- Accounts: clock, ctl.  A range of events: sealed, waiting, or neither; each once, however often it is sealed.
SELECT e.id, e.at, (SELECT 1 FROM record_chain c WHERE c.event_id = e.id LIMIT 1) AS sealed,
       (SELECT 1 FROM record_queue q WHERE q.event_id = e.id LIMIT 1) AS queued
  FROM case_events e
 WHERE e.id BETWEEN :first AND :until
 ORDER BY e.id;

-- name: chain_leftovers many
-- Accounts: clock, ctl.  What waits and can never be sealed.
SELECT q.event_id
  FROM record_queue q
  LEFT JOIN case_events e ON e.id = q.event_id
  LEFT JOIN record_chain c ON c.event_id = q.event_id
 WHERE e.id IS NULL
    OR c.event_id IS NOT NULL
 ORDER BY q.event_id;

-- name: chain_days_without many
-- Accounts: clock, ctl.  Days on which something was sealed and that have no head.
SELECT DATE(c.at) AS day_on, MAX(c.position) AS position
  FROM record_chain c
  LEFT JOIN record_heads h ON h.day_on = DATE(c.at)
 WHERE c.at < :before
   AND h.day_on IS NULL
 GROUP BY DATE(c.at);

-- name: chain_heads many
-- Accounts: clock, ctl.
SELECT head, position, day_on FROM record_heads ORDER BY position;

-- name: chain_export many
-- Account: ctl.  A range of links as they are given away; nothing of a case.
SELECT leaf, head, position, event_id
  FROM record_chain
 WHERE position BETWEEN :first AND :until
 ORDER BY position;
