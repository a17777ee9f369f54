-- Bad ratings called back.  Account: office.
-- An organ sees its own: every query that finds call-backs binds :organ.

-- name: callback_counts one
SELECT (SELECT COUNT(*) FROM callbacks WHERE organ_code = :organ AND closed_at IS NULL) AS open,
       (SELECT COUNT(*) FROM callbacks WHERE organ_code = :organ AND closed_at IS NOT NULL) AS closed;

-- name: callbacks_list many
SELECT b.id, b.state, b.opened_at, b.due_on, b.assigned_to, b.assigned_name, b.closed_at, r.level, r.round, c.number, c.title,
       v.title_en
  FROM callbacks b FORCE INDEX (by_organ)
  JOIN ratings r ON r.id = b.rating_id
  JOIN cases c ON c.id = b.case_id
  LEFT JOIN item_versions v ON v.id = c.item_version_id
 WHERE b.organ_code = :organ AND (b.closed_at IS NOT NULL) = :closed
 ORDER BY b.closed_at DESC, b.due_on, b.id
 LIMIT :per_page OFFSET :skip;

-- name: callback_load one
SELECT b.id, b.rating_id, b.case_id, b.state, b.opened_at, b.assign_by_on, b.call_by_on, b.mend_by_on, b.due_on, b.assigned_to,
       b.assigned_name, b.assigned_at, b.called_by, b.called_at, b.verdict, b.mended, b.reply, b.closed_at, b.version,
       r.level, r.round, r.channel, r.words, r.at AS rated_at, c.number, c.title, v.title_en, c.state AS case_state,
       c.version AS case_version, c.applicant_kind, c.applicant_name, open_phone(c.contact_phone),
       (SELECT GROUP_CONCAT(t.tag ORDER BY t.tag) FROM rating_tags t WHERE t.rating_id = r.id) AS tags
  FROM callbacks b
  JOIN ratings r ON r.id = b.rating_id
  JOIN cases c ON c.id = b.case_id
  LEFT JOIN item_versions v ON v.id = c.item_version_id
 WHERE b.id = :id AND b.organ_code = :organ;

-- name: callback_acts_list many
SELECT at, act, actor_name, note FROM callback_acts WHERE callback_id = :id ORDER BY position;

-- name: callback_people many
-- Colleagues of the organ who may call.
SELECT a.id, a.name
  FROM accounts a
 WHERE a.organ_code = :organ AND a.kind = 'staff' AND a.disabled = 0 AND (a.expires_on IS NULL OR a.expires_on >= :today)
   AND EXISTS (SELECT 1 FROM account_roles r WHERE r.account_id = a.id AND r.role IN ('clerk', 'reviewer', 'leader'))
 ORDER BY a.id;

-- name: callback_assign change
UPDATE callbacks
   SET state = :state, assigned_to = :to, assigned_name = :to_name, assigned_at = :now, due_on = :due_on, told_due_on = NULL,
       version = version + 1
 WHERE id = :id AND organ_code = :organ AND version = :version;

-- name: callback_call change
UPDATE callbacks
   SET state = :state, called_by = :me, called_at = :now, verdict = :verdict, reply = :reply, due_on = :due_on,
       closed_at = :closed_at, told_due_on = NULL, version = version + 1
 WHERE id = :id AND organ_code = :organ AND version = :version;

-- name: callback_end change
-- After the call: judged by another, or mended.
UPDATE callbacks
   SET state = :state, verdict = :verdict, mended = :mended, reply = :reply, due_on = :due_on, closed_at = :closed_at,
       version = version + 1
 WHERE id = :id AND organ_code = :organ AND version = :version;

-- name: callback_act_add change
INSERT INTO callback_acts (callback_id, position, at, act, account_id, actor_name, note)
SELECT :id, COALESCE(MAX(position), 0) + 1, :now, :act, :me, :my_name, :note FROM callback_acts WHERE callback_id = :id;
