-- Queries of the office's pages of tasks.  Account: office.
-- A task is asked for by its case's id, after case_load has found the case; the desk binds :organ.

-- name: flow_list many
-- Every step of a case's guide, with every round of its task.
SELECT s.position, s.name, s.kind, s.role, COALESCE(t.organ_code, NULLIF(s.organ_code, ''), c.organ_code) AS organ_code,
       o.name AS organ_name, o.short_name AS organ_short, t.round, t.state AS task_state, t.opened_at, t.due_on,
       t.done_at, t.account_name, t.verdict, t.claimed_by, k.name AS claimed_name
  FROM cases c
  JOIN item_steps s ON s.version_id = c.item_version_id AND s.kind <> ''
  LEFT JOIN case_tasks t ON t.case_id = c.id AND t.position = s.position
  LEFT JOIN organs o ON o.code = COALESCE(t.organ_code, NULLIF(s.organ_code, ''), c.organ_code)
  LEFT JOIN accounts k ON k.id = t.claimed_by
 WHERE c.id = :id
 ORDER BY s.position, t.round;

-- name: task_rounds many
-- The rounds of one task, the latest first.
SELECT t.position, t.round, t.name, t.kind, t.role, t.organ_code, o.name AS organ_name, t.limit_count, t.unit, t.silence,
       t.state AS task_state, t.opened_at, t.due_on, t.done_at, t.account_name, t.verdict, t.body, t.reason, t.claimed_by,
       k.name AS claimed_name, t.version, s.content, s.result, v.visited_on, v.place, x.number AS cited_number,
       w.visited_on AS cited_on, w.place AS cited_place, v.cited_round
  FROM case_tasks t
  JOIN cases c ON c.id = t.case_id
  LEFT JOIN item_steps s ON s.version_id = c.item_version_id AND s.position = t.position
  LEFT JOIN organs o ON o.code = t.organ_code
  LEFT JOIN accounts k ON k.id = t.claimed_by
  LEFT JOIN case_visits v ON v.case_id = t.case_id AND v.position = t.position AND v.round = t.round
  LEFT JOIN cases x ON x.id = v.cited_case
  LEFT JOIN case_visits w ON w.case_id = v.cited_case AND w.position = v.cited_position AND w.round = v.cited_round
 WHERE t.case_id = :id
   AND t.position = :position
 ORDER BY t.round DESC;

-- name: task_checks many
SELECT a.round, a.point, k.point AS text, k.standard, a.answer, a.remark
  FROM case_task_checks a
  JOIN cases c ON c.id = a.case_id
  LEFT JOIN item_checks k ON k.version_id = c.item_version_id AND k.position = a.point
 WHERE a.case_id = :id
   AND a.position = :position
 ORDER BY a.round DESC, a.point;

-- name: task_people many
SELECT round, line, organ_name, name, part, opinion
  FROM case_task_people
 WHERE case_id = :id
   AND position = :position
 ORDER BY round DESC, line;

-- name: task_files many
SELECT id, round, name, content_type, bytes
  FROM case_task_files
 WHERE case_id = :id
   AND position = :position
 ORDER BY round DESC, id;

-- name: task_file one
SELECT sha256, name, content_type
  FROM case_task_files
 WHERE id = :file
   AND case_id = :id
   AND position = :position;

-- name: task_blob_add change
INSERT IGNORE INTO blobs (sha256, bytes, created_at) VALUES (:sha256, :bytes, :now);

-- name: task_file_add change
INSERT INTO case_task_files (case_id, position, round, sha256, name, content_type, bytes, account_id, uploaded_at)
VALUES (:id, :position, :round, :sha256, :name, :content_type, :bytes, :account, :now);

-- name: task_organs many
-- The organs a joint visit concerns: all that have a task in the case.
SELECT DISTINCT COALESCE(NULLIF(o.short_name, ''), o.name) AS name
  FROM case_tasks t
  JOIN organs o ON o.code = t.organ_code
 WHERE t.case_id = :id
   AND t.kind IN ('review', 'opinion', 'visit')
 ORDER BY o.position
 LIMIT 6;

-- name: visits_before many
-- What may be cited instead of a visit: visits to this applicant by this organ, that found nothing amiss.
SELECT p.number, t.case_id, t.position, t.round, t.name, t.body, v.visited_on, v.place
  FROM cases c
  JOIN cases p ON p.applicant_id = c.applicant_id
  JOIN case_tasks t ON t.case_id = p.id AND t.kind = 'visit' AND t.state = 'done' AND t.verdict = 'agree'
                   AND t.organ_code = :organ
  JOIN case_visits v ON v.case_id = t.case_id AND v.position = t.position AND v.round = t.round
 WHERE c.id = :id
   AND p.number IS NOT NULL
 ORDER BY t.done_at DESC
 LIMIT 10;

-- name: desk_tasks many
-- Open tasks of the organ, be they another organ's cases, the most urgent first: read in the order of the key by_organ
-- and no further than the page asked for.
SELECT c.number, c.state, c.title, v.title_en, c.applicant_name, c.organ_code = :organ AS own, o.name AS case_organ,
       t.position, t.round, t.name, t.kind, t.role, t.opened_at, t.due_on, t.claimed_by, k.name AS claimed_name
  FROM (SELECT case_id, position, round
          FROM case_tasks FORCE INDEX (by_organ)
         WHERE organ_code = :organ
           AND state = 'open'
           AND (:roles = '' OR FIND_IN_SET(role, :roles))
           AND (:kind = '' OR kind = :kind)
           AND (:until IS NULL OR due_on <= :until)
           AND (:claim = 'any' OR (:claim = 'mine' AND claimed_by = :me) OR (:claim = 'none' AND claimed_by IS NULL))
         ORDER BY due_on, case_id, position, round
         LIMIT :per_page OFFSET :skip) found
  JOIN case_tasks t ON t.case_id = found.case_id AND t.position = found.position AND t.round = found.round
  JOIN cases c ON c.id = t.case_id
  JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
  LEFT JOIN accounts k ON k.id = t.claimed_by
 ORDER BY t.due_on, t.case_id, t.position, t.round;

-- name: desk_found value
-- How many there are under these conditions, counted to a thousand.
SELECT COUNT(*) AS found
  FROM (SELECT 1
          FROM case_tasks FORCE INDEX (by_organ)
         WHERE organ_code = :organ
           AND state = 'open'
           AND (:roles = '' OR FIND_IN_SET(role, :roles))
           AND (:kind = '' OR kind = :kind)
           AND (:until IS NULL OR due_on <= :until)
           AND (:claim = 'any' OR (:claim = 'mine' AND claimed_by = :me) OR (:claim = 'none' AND claimed_by IS NULL))
         LIMIT 1000) t;
