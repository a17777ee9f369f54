-- Questions, complaints and suggestions at the office.  Account: office.
-- An organ sees what it has now, and what it received first: every query that finds enquiries binds :organ.

-- name: enquiry_counts one
SELECT (SELECT COUNT(*) FROM enquiries WHERE organ_code = :organ AND state = 'open') AS open,
       (SELECT COUNT(*) FROM enquiries WHERE organ_code = :organ AND state = 'answered') AS answered,
       (SELECT COUNT(*) FROM enquiries WHERE organ_code = :organ AND state = 'answered' AND public = 'asked') AS letting_out;

-- name: enquiries_list many
-- Those most urgent first, the answered ones by their last.
SELECT e.id, e.number, e.kind, e.title, e.state, e.asked_at, e.opened_on, e.due_on, e.answered_at, e.level, e.public, e.reopened,
       a.name AS claimed_name
  FROM enquiries e FORCE INDEX (by_organ)
  LEFT JOIN accounts a ON a.id = e.claimed_by
 WHERE e.organ_code = :organ AND e.state = :state AND (:only_asked = 0 OR e.public = 'asked')
 ORDER BY IF(e.state = 'open', e.due_on, NULL), e.answered_at DESC, e.id
 LIMIT :per_page OFFSET :skip;

-- name: enquiry_office_load one
-- acted: did this officer act upon the case that is complained of?
SELECT e.id, e.number, e.kind, e.source, e.account_id, e.asker_name, open_phone(e.asker_phone), open_email(e.asker_email), e.item_code, e.case_id,
       e.organ_code, e.against, e.title, e.body, e.state, e.asked_at, e.opened_on, e.due_on, e.extended_days, e.answer,
       e.answered_at, e.reopened, e.level, e.public, e.public_title, e.public_body, e.public_answer, e.public_at, e.version,
       o.name AS organ_name, f.name AS first_organ_name, v.title AS item_title, c.number AS case_number, a.language,
       (SELECT COUNT(*) FROM case_events k WHERE k.case_id = e.case_id AND e.case_id > 0 AND k.account_id = :me) AS acted
  FROM enquiries e
  LEFT JOIN organs o ON o.code = e.organ_code
  LEFT JOIN organs f ON f.code = e.first_organ_code
  LEFT JOIN items i ON i.code = e.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
  LEFT JOIN cases c ON c.id = e.case_id
  LEFT JOIN accounts a ON a.id = e.account_id AND e.account_id > 0
 WHERE e.number = :number AND (e.organ_code = :organ OR e.first_organ_code = :organ);

-- name: enquiry_acts_list many
SELECT a.at, a.act, a.actor_kind, a.actor_name, a.note, o.name AS organ_name, t.name AS to_organ_name, t.name_en AS to_organ_name_en
  FROM enquiry_acts a
  LEFT JOIN organs o ON o.code = a.organ_code
  LEFT JOIN organs t ON t.code = a.to_organ_code
 WHERE a.enquiry_id = :id
 ORDER BY a.position;

-- name: enquiry_organs many
SELECT code, name FROM organs WHERE code <> :organ AND retired_on IS NULL ORDER BY position, code;

-- name: enquiry_organ_area one
SELECT area_code FROM organs WHERE code = :organ;

-- name: enquiry_answered change
UPDATE enquiries
   SET state = 'answered', answer = :answer, answered_at = :now, answered_by = :me, claimed_by = :me, level = NULL,
       version = version + 1
 WHERE id = :id AND organ_code = :organ AND state = 'open' AND version = :version;

-- name: enquiry_transferred change
UPDATE enquiries
   SET organ_code = :to_organ, area_code = :area, claimed_by = NULL, version = version + 1
 WHERE id = :id AND organ_code = :organ AND state = 'open' AND version = :version;

-- name: enquiry_extended change
UPDATE enquiries
   SET due_on = :due_on, extended_days = :days, version = version + 1
 WHERE id = :id AND organ_code = :organ AND state = 'open' AND version = :version;

-- name: enquiry_shown change
UPDATE enquiries
   SET public = 'shown', public_title = :title, public_body = :body, public_answer = :answer, public_at = :now,
       version = version + 1
 WHERE id = :id AND organ_code = :organ AND version = :version;

-- name: enquiry_hidden change
UPDATE enquiries
   SET public = 'refused', public_title = '', public_body = '', public_answer = '', public_at = NULL, version = version + 1
 WHERE id = :id AND organ_code = :organ AND version = :version;
