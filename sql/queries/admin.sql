-- What the pages of the three administrators share.  Account: admin.

-- Whose: :area is the pattern of the administrator's own area and below (rules/reach.h); :whole is 1 for who reaches every area,
-- and is shown what was done by those of no area as well (yimenctl, who has left).

-- name: admin_counts one
-- The first page's numbers.
SELECT (SELECT COUNT(*) FROM areas WHERE code LIKE :area AND retired_on IS NULL) AS areas,
       (SELECT COUNT(*) FROM organs WHERE area_code LIKE :area AND retired_on IS NULL) AS organs,
       (SELECT COUNT(*) FROM centres WHERE area_code LIKE :area AND retired_on IS NULL) AS centres,
       (SELECT MAX(version) FROM calendars) AS calendar,
       (SELECT last_on FROM calendars ORDER BY version DESC LIMIT 1) AS calendar_last_on,
       (SELECT COUNT(*) FROM calendar_drafts WHERE state = 'offered') AS drafts,
       (SELECT COUNT(*) FROM settings) AS settings,
       (SELECT COUNT(*) FROM (SELECT at, account_id FROM admin_acts ORDER BY number DESC LIMIT 1000) t
          LEFT JOIN accounts a ON a.id = t.account_id
         WHERE t.at >= :today AND (:whole = 1 OR a.area_code LIKE :area)) AS acts_today;

-- name: admin_history_of many
SELECT number, at, power, actor_name, act, subject, subject_id, subject_name, reason, was, became
  FROM admin_acts
 WHERE subject = :subject AND subject_id = :subject_id
 ORDER BY number DESC LIMIT :most;

-- name: admin_earlier one
SELECT was FROM admin_acts WHERE number = :number AND subject = :subject AND subject_id = :subject_id;

-- name: admin_acts many
-- Of the administrators of the area.
SELECT x.number, x.at, x.power, x.actor_name, x.act, x.subject, x.subject_id, x.subject_name, x.reason, x.was, x.became
  FROM admin_acts x
  LEFT JOIN accounts a ON a.id = x.account_id
 WHERE FIND_IN_SET(x.power, :powers) AND x.at >= :from AND x.at < :until
   AND (:whole = 1 OR a.area_code LIKE :area)
   AND (x.subject_name LIKE :like OR x.subject_id LIKE :like OR x.actor_name LIKE :like OR x.reason LIKE :like)
 ORDER BY x.number DESC LIMIT :per_page OFFSET :skip;

-- name: admin_acts_found value
SELECT COUNT(*) AS found FROM (SELECT 1 FROM admin_acts x LEFT JOIN accounts a ON a.id = x.account_id
 WHERE FIND_IN_SET(x.power, :powers) AND x.at >= :from AND x.at < :until
   AND (:whole = 1 OR a.area_code LIKE :area)
   AND (x.subject_name LIKE :like OR x.subject_id LIKE :like OR x.actor_name LIKE :like OR x.reason LIKE :like) LIMIT 10000) t;
