-- The auditor's pages: what was asked of the record, and its verifications.  Account: admin.
-- Whose record: :area is the pattern of the auditor's own area and below; a case lies where its organ does, an act where who did it
-- belongs (rules/reach.h); :whole is 1 for who reaches every area.  Verifying is for those alone.  No reason or detail of a case's event is read
-- here: they hold what applicants and officers wrote.

-- name: audit_search_add change
INSERT INTO audit_searches (account_id, at, source, from_on, until_on, who, what, object, reason)
VALUES (:account, :now, :source, :from_on, :until_on, seal_login(:who), :what, :object, :reason);

-- name: audit_search_one one
SELECT id, at, source, from_on, until_on, open_login(who), what, object, reason FROM audit_searches WHERE id = :id AND account_id = :account;

-- name: audit_searches_own many
SELECT id, at, source, from_on, until_on, open_login(who), what, object, reason FROM audit_searches WHERE account_id = :account ORDER BY id DESC LIMIT 20;

-- name: audit_events many
SELECT e.id, e.at, e.event, e.state_before, e.state_after, e.actor_kind, e.actor_name, COALESCE(o.name, '') AS organ_name, COALESCE(c.number, '') AS number,
       COALESCE(k.position, 0) AS sealed_at
  FROM case_events e
  JOIN cases c ON c.id = e.case_id
  LEFT JOIN organs o ON o.code = e.organ_code
  LEFT JOIN record_chain k ON k.event_id = e.id
 WHERE e.at >= :from AND e.at < :until
   AND (:what = '' OR e.event = :what)
   AND COALESCE((SELECT w.area_code FROM organs w WHERE w.code = c.organ_code), c.area_code) LIKE :area
 ORDER BY e.at DESC, e.id DESC
 LIMIT :per_page OFFSET :skip;

-- name: audit_events_found value
SELECT COUNT(*) AS found
  FROM (SELECT 1 FROM case_events e JOIN cases c ON c.id = e.case_id
         WHERE e.at >= :from AND e.at < :until AND (:what = '' OR e.event = :what) AND COALESCE((SELECT w.area_code FROM organs w WHERE w.code = c.organ_code), c.area_code) LIKE :area LIMIT 20000) t;

-- name: audit_events_by many
-- Of one account.
SELECT e.id, e.at, e.event, e.state_before, e.state_after, e.actor_kind, e.actor_name, COALESCE(o.name, '') AS organ_name, COALESCE(c.number, '') AS number,
       COALESCE(k.position, 0) AS sealed_at
  FROM case_events e
  JOIN cases c ON c.id = e.case_id
  LEFT JOIN organs o ON o.code = e.organ_code
  LEFT JOIN record_chain k ON k.event_id = e.id
 WHERE e.account_id = :account
   AND e.at >= :from AND e.at < :until
   AND (:what = '' OR e.event = :what)
   AND COALESCE((SELECT w.area_code FROM organs w WHERE w.code = c.organ_code), c.area_code) LIKE :area
 ORDER BY e.at DESC, e.id DESC
 LIMIT :per_page OFFSET :skip;

-- name: audit_events_by_found value
SELECT COUNT(*) AS found
  FROM (SELECT 1 FROM case_events e JOIN cases c ON c.id = e.case_id
         WHERE e.account_id = :account AND e.at >= :from AND e.at < :until AND (:what = '' OR e.event = :what) AND COALESCE((SELECT w.area_code FROM organs w WHERE w.code = c.organ_code), c.area_code) LIKE :area LIMIT 20000) t;

-- name: audit_events_of many
-- Of one case.
SELECT e.id, e.at, e.event, e.state_before, e.state_after, e.actor_kind, e.actor_name, COALESCE(o.name, '') AS organ_name, COALESCE(c.number, '') AS number,
       COALESCE(k.position, 0) AS sealed_at
  FROM cases c
  JOIN case_events e ON e.case_id = c.id
  LEFT JOIN organs o ON o.code = e.organ_code
  LEFT JOIN record_chain k ON k.event_id = e.id
 WHERE c.number = :object
   AND (:account = 0 OR e.account_id = :account)
   AND e.at >= :from AND e.at < :until
   AND (:what = '' OR e.event = :what)
   AND COALESCE((SELECT w.area_code FROM organs w WHERE w.code = c.organ_code), c.area_code) LIKE :area
 ORDER BY e.position DESC
 LIMIT :per_page OFFSET :skip;

-- name: audit_events_of_found value
SELECT COUNT(*) AS found
  FROM cases c JOIN case_events e ON e.case_id = c.id
 WHERE c.number = :object AND (:account = 0 OR e.account_id = :account) AND e.at >= :from AND e.at < :until
   AND (:what = '' OR e.event = :what) AND COALESCE((SELECT w.area_code FROM organs w WHERE w.code = c.organ_code), c.area_code) LIKE :area;

-- name: audit_acts many
-- What administrators, webmasters and editors did.
SELECT t.at, t.act, t.subject, t.subject_name, t.reason, t.actor_name, t.number
  FROM (SELECT x.at, x.act, x.subject, CONCAT(x.subject_name, ' ', x.subject_id) AS subject_name, x.reason, x.actor_name, x.number, x.account_id
          FROM admin_acts x WHERE x.at >= :from AND x.at < :until
         UNION ALL
        SELECT y.at, y.act, '' AS subject, y.subject AS subject_name, y.reason, COALESCE(b.name, '') AS actor_name, 0 AS number, y.account_id
          FROM acts y LEFT JOIN accounts b ON b.id = y.account_id WHERE y.at >= :from AND y.at < :until) t
  LEFT JOIN accounts a ON a.id = t.account_id
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE (:account = 0 OR t.account_id = :account)
   AND (:what = '' OR t.act = :what)
   AND (:object = '' OR t.subject_name LIKE CONCAT('%', :object, '%'))
   AND (:whole = 1 OR COALESCE(a.area_code, o.area_code, '') LIKE :area)
 ORDER BY t.at DESC, t.number DESC
 LIMIT :per_page OFFSET :skip;

-- name: audit_acts_found value
SELECT COUNT(*) AS found
  FROM (SELECT x.at, x.act, CONCAT(x.subject_name, ' ', x.subject_id) AS subject_name, x.account_id
          FROM admin_acts x WHERE x.at >= :from AND x.at < :until
         UNION ALL
        SELECT y.at, y.act, y.subject AS subject_name, y.account_id FROM acts y WHERE y.at >= :from AND y.at < :until) t
  LEFT JOIN accounts a ON a.id = t.account_id
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE (:account = 0 OR t.account_id = :account)
   AND (:what = '' OR t.act = :what)
   AND (:object = '' OR t.subject_name LIKE CONCAT('%', :object, '%'))
   AND (:whole = 1 OR COALESCE(a.area_code, o.area_code, '') LIKE :area);

-- ---- verifications ----

-- name: verifications_list many
SELECT id, scope, case_number, from_on, asked_name, asked_at, state, cases, rows_seen, links, events, faults, started_at, ended_at
  FROM verifications
 ORDER BY id DESC
 LIMIT :per_page OFFSET :skip;

-- name: verifications_found value
SELECT COUNT(*) AS found FROM verifications;

-- name: verification_last one
-- The last that went over everything.
SELECT id, asked_name, ended_at, cases, rows_seen, links, events, faults FROM verifications WHERE state = 'done' AND scope = 'all' ORDER BY id DESC LIMIT 1;

-- name: verification_one one
SELECT id, scope, case_number, from_on, asked_name, asked_at, state, case_first, case_next, case_last, link_first, link_next, link_last,
       event_first, event_next, event_last, cases, rows_seen, links, events, faults, started_at, stretch_at, stop_at, stop_name, ended_at
  FROM verifications WHERE id = :id;

-- name: verification_faults_of many
SELECT line, fault, case_number, position, what FROM verification_faults WHERE verification_id = :id ORDER BY line LIMIT 100;

-- name: verification_ask change
INSERT INTO verifications (scope, case_number, from_on, asked_by, asked_name, asked_at)
VALUES (:scope, :case_number, :from_on, :by, :by_name, :now);

-- name: verification_stop_ask change
UPDATE verifications SET stop_at = :now, stop_by = :by, stop_name = :by_name
 WHERE id = :id
   AND state NOT IN ('done', 'failed', 'stopped')
   AND stop_at IS NULL;

-- name: verifications_waiting value
SELECT COUNT(*) AS waiting FROM verifications WHERE state NOT IN ('done', 'failed', 'stopped');

-- name: verification_case_known value
SELECT COUNT(*) AS known FROM cases WHERE number = :number;

-- name: audit_head one
SELECT CONCAT(position, ':', LOWER(HEX(head))) AS head, at FROM record_chain ORDER BY position DESC LIMIT 1;

-- name: audit_published one
SELECT day_on, CONCAT(position, ':', LOWER(HEX(head))) AS head FROM record_heads ORDER BY day_on DESC LIMIT 1;
