-- Queries of the chain that seals the record.  Accounts: clock, ctl.

-- name: chain_queued many
-- What waits, in the order of ids, which is nearly the order of acts.  The MAC stands first: bytes are read by place.
SELECT e.mac, e.id, e.case_id, e.position
  FROM record_queue q
  JOIN case_events e ON e.id = q.event_id
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
