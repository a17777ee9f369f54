-- What the pages of the three administrators share.  Account: admin.

-- name: admin_counts one
-- The first page's numbers.
SELECT (SELECT COUNT(*) FROM areas WHERE retired_on IS NULL) AS areas,
       (SELECT COUNT(*) FROM organs WHERE retired_on IS NULL) AS organs,
       (SELECT COUNT(*) FROM centres WHERE retired_on IS NULL) AS centres,
       (SELECT COUNT(*) FROM windows WHERE retired_on IS NULL) AS windows,
       (SELECT MAX(version) FROM calendars) AS calendar,
       (SELECT last_on FROM calendars ORDER BY version DESC LIMIT 1) AS calendar_last_on,
       (SELECT COUNT(*) FROM calendar_drafts WHERE state = 'draft') AS drafts,
       (SELECT COUNT(*) FROM settings) AS settings,
       (SELECT COUNT(*) FROM (SELECT at FROM admin_acts ORDER BY number DESC LIMIT 1000) t WHERE t.at >= :today) AS acts_today;

-- name: admin_history_of many
SELECT number, at, power, actor_name, act, subject, subject_id, subject_name, reason, was, became
  FROM admin_acts
 WHERE subject = :subject AND subject_id = :subject_id
 ORDER BY number DESC LIMIT :most;

-- name: admin_earlier one
SELECT was FROM admin_acts WHERE number = :number AND subject = :subject AND subject_id = :subject_id;

-- name: admin_acts many
SELECT number, at, power, actor_name, act, subject, subject_id, subject_name, reason, was, became
  FROM admin_acts
 WHERE FIND_IN_SET(power, :powers) AND at >= :from AND at < :until
   AND (subject_name LIKE :like OR subject_id LIKE :like OR actor_name LIKE :like OR reason LIKE :like)
 ORDER BY number DESC LIMIT :per_page OFFSET :skip;

-- name: admin_acts_found value
SELECT COUNT(*) AS found FROM (SELECT 1 FROM admin_acts
 WHERE FIND_IN_SET(power, :powers) AND at >= :from AND at < :until
   AND (subject_name LIKE :like OR subject_id LIKE :like OR actor_name LIKE :like OR reason LIKE :like) LIMIT 10000) t;
