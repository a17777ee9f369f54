-- Queries of the flow of a case.  Accounts: office, clock, ctl.
-- What follows is asked and written within the transaction of an act, which holds the case's row (case_act).

-- name: flow_load many
-- The steps of a case's guide in their order, each with its latest round; a step without one has no task.
-- Accounts: public, office, clock, ctl.
SELECT s.position, s.name, s.kind, COALESCE(t.role, s.role) AS role,
       COALESCE(t.organ_code, NULLIF(s.organ_code, ''), c.organ_code) AS organ_code,
       s.limit_count, s.unit, s.needs, s.back_to, s.silence, c.state AS case_state, c.version AS case_version,
       c.decided_at IS NOT NULL AS decided, c.due_on AS case_due_on,
       t.round, t.state, t.opened_at, t.due_on, t.claimed_by, t.version
  FROM cases c
  JOIN item_steps s ON s.version_id = c.item_version_id
  LEFT JOIN case_tasks t ON t.case_id = c.id AND t.position = s.position
        AND t.round = (SELECT MAX(x.round) FROM case_tasks x WHERE x.case_id = c.id AND x.position = s.position)
 WHERE c.id = :id
 ORDER BY s.position;

-- name: task_add change
INSERT INTO case_tasks (case_id, position, round, name, kind, role, organ_code, limit_count, unit, silence, state,
                        opened_at, due_on)
VALUES (:id, :position, :round, :name, :kind, :role, :organ, :limit_count, :unit, :silence, :state, :opened_at,
        :due_on);

-- name: task_open change
UPDATE case_tasks
   SET state = 'open', opened_at = :now, due_on = :due_on, version = version + 1
 WHERE case_id = :id AND position = :position AND round = :round AND state = 'waiting';

-- name: task_end change
-- Done, skipped, deemed or returned: only from the version its officer saw, and only once.
UPDATE case_tasks
   SET state = :state, done_at = :now, account_id = :account, account_name = :name, verdict = :verdict, body = :body,
       reason = :reason, version = version + 1
 WHERE case_id = :id AND position = :position AND round = :round
   AND state IN ('open', 'waiting')
   AND version = :version;

-- name: task_claim change
UPDATE case_tasks
   SET claimed_by = :claimed_by, version = version + 1
 WHERE case_id = :id AND position = :position AND round = :round
   AND state = 'open'
   AND version = :version;

-- name: task_due change
-- Accounts: public, office, clock, ctl.
UPDATE case_tasks SET due_on = :due_on WHERE case_id = :id AND position = :position AND round = :round;

-- name: tasks_drop change
-- The case has come to an end without a decision: what was to be done is no more.  Accounts: public, office, clock, ctl.
UPDATE case_tasks
   SET state = 'skipped', done_at = :now, version = version + 1
 WHERE case_id = :id
   AND state IN ('open', 'waiting');

-- name: tasks_silent many
-- Opinions asked for and not given by their day, where silence consents.
SELECT t.case_id, t.position
  FROM case_tasks t
  JOIN cases c ON c.id = t.case_id
 WHERE t.state = 'open'
   AND t.silence = 'consent'
   AND t.due_on < :today
   AND t.kind = 'opinion'
   AND c.state IN ('accepted', 'reviewing')
 ORDER BY t.due_on, t.case_id, t.position
 LIMIT :most;

-- ---- what is done in a task ----

-- name: task_check_add change
-- Accounts: office, ctl.
INSERT INTO case_task_checks (case_id, position, round, point, answer, remark)
VALUES (:id, :position, :round, :point, :answer, :remark);

-- name: task_person_add change
-- Accounts: office, ctl.
INSERT INTO case_task_people (case_id, position, round, line, organ_name, name, part, opinion)
VALUES (:id, :position, :round, :line, :organ_name, :name, :part, :opinion);

-- name: visit_add change
-- Accounts: office, ctl.
INSERT INTO case_visits (case_id, position, round, visited_on, place, cited_case, cited_position, cited_round)
VALUES (:id, :position, :round, :visited_on, :place, :cited_case, :cited_position, :cited_round);

-- name: task_points many
-- The points of the handbook for a step, as the case's version has them.  Accounts: office, ctl.
SELECT k.position AS point, k.point AS text, k.standard
  FROM cases c
  JOIN item_checks k ON k.version_id = c.item_version_id AND k.step = :position
 WHERE c.id = :id
 ORDER BY k.position;
