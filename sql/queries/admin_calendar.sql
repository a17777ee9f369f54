-- The calendar of working days: versions, which stay, and the draft of the next.  Account: admin.

-- name: calendar_versions_list many
SELECT c.version, c.source, c.first_on, c.last_on, c.created_at,
       (SELECT COUNT(*) FROM calendar_days d WHERE d.calendar = c.version) AS days
  FROM calendars c
 ORDER BY c.version DESC LIMIT 60;

-- name: calendar_version_last one
SELECT version, first_on, last_on FROM calendars ORDER BY version DESC LIMIT 1;

-- name: calendar_year_days many
-- What a version says of a year's days, whichever notice said it.
SELECT day_on, works, name, notice_year FROM calendar_days
 WHERE calendar = :version AND day_on BETWEEN :from AND :until
 ORDER BY day_on;

-- name: calendar_notice_days many
SELECT day_on, works, name FROM calendar_days WHERE calendar = :version AND notice_year = :year ORDER BY day_on;

-- name: calendar_version_add change
INSERT INTO calendars (version, source, first_on, last_on, created_at) VALUES (:version, :source, :first_on, :last_on, :now);

-- name: calendar_version_copy change
-- All that the version before says, but what this notice, which stands there already, arranges anew.
INSERT INTO calendar_days (calendar, day_on, works, name, notice_year)
SELECT :version, day_on, works, name, notice_year FROM calendar_days WHERE calendar = :before AND notice_year <> :year
   AND day_on NOT IN (SELECT n.day_on FROM calendar_days n WHERE n.calendar = :version);

-- name: calendar_version_day_add change
INSERT INTO calendar_days (calendar, day_on, works, name, notice_year) VALUES (:version, :day, :works, :name, :year);

-- name: calendar_drafts_list many
SELECT id, notice_year, source, state, calendar, made_name, made_at, ended_at FROM calendar_drafts ORDER BY id DESC LIMIT 30;

-- name: calendar_draft_load one
SELECT id, notice_year, source, arrangement, state, calendar, made_by, made_name, made_at, ended_at, version
  FROM calendar_drafts WHERE id = :id;

-- name: calendar_draft_add change
INSERT INTO calendar_drafts (notice_year, source, arrangement, made_by, made_name, made_at)
VALUES (:year, :source, :arrangement, :account, :name, :now);

-- name: calendar_draft_set change
UPDATE calendar_drafts SET notice_year = :year, source = :source, arrangement = :arrangement, version = version + 1
 WHERE id = :id AND version = :version AND state = 'draft';

-- name: calendar_draft_end change
UPDATE calendar_drafts SET state = :state, calendar = :calendar, ended_at = :now, version = version + 1
 WHERE id = :id AND version = :version AND state = 'draft';

-- name: calendar_cases_after value
-- How many open cases fall due from a day on; counted to two thousand, none is read.
SELECT COUNT(*) AS found FROM (SELECT 1 FROM cases WHERE state IN ('submitted', 'resubmitted', 'accepted', 'reviewing',
       'supplement', 'suspended') AND due_on >= :from LIMIT 2000) t;
