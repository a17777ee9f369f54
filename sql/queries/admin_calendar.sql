-- The calendar of working days: versions, which stay, and the draft of the next.  Account: admin.

-- name: calendar_versions_list many
SELECT version, source, first_on, last_on, created_at FROM calendars ORDER BY version DESC LIMIT 60;

-- name: calendar_year_days many
-- What a version says of a year's days, whichever notice said it.
SELECT day_on, works, name, notice_year FROM calendar_days
 WHERE calendar = :version AND day_on BETWEEN :from AND :until
 ORDER BY day_on;

-- name: calendar_notice_days many
SELECT day_on, works, name FROM calendar_days WHERE calendar = :version AND notice_year = :year ORDER BY day_on;

-- name: calendar_drafts_list many
SELECT id, notice_year, source, state, calendar, made_name, made_at, ended_name, ended_at FROM calendar_drafts ORDER BY id DESC LIMIT 30;

-- name: calendar_draft_load one
SELECT id, notice_year, source, arrangement, state, base, calendar, made_by, made_name, made_at, offered_at, reason, ended_name, ended_at, version
  FROM calendar_drafts WHERE id = :id;

-- name: calendar_draft_add change
INSERT INTO calendar_drafts (notice_year, source, arrangement, made_by, made_name, made_at)
VALUES (:year, :source, :arrangement, :account, :name, :now);

-- name: calendar_draft_set change
UPDATE calendar_drafts SET notice_year = :year, source = :source, arrangement = :arrangement, version = version + 1
 WHERE id = :id AND version = :version AND state = 'draft';

-- name: calendar_draft_offer change
UPDATE calendar_drafts SET state = 'offered', base = :base, offered_at = :now, reason = :reason, version = version + 1
 WHERE id = :id AND version = :version AND state = 'draft';

-- name: calendar_draft_return change
UPDATE calendar_drafts SET state = 'draft', base = NULL, offered_at = NULL, reason = '', version = version + 1
 WHERE id = :id AND version = :version AND state = 'offered';

-- name: calendar_draft_publish change
UPDATE calendar_drafts SET state = 'published', calendar = :calendar, ended_name = :name, ended_at = :now, version = version + 1
 WHERE id = :id AND version = :version AND state = 'offered';

-- name: calendar_draft_drop change
UPDATE calendar_drafts SET state = 'dropped', ended_name = :name, ended_at = :now, version = version + 1
 WHERE id = :id AND version = :version AND state IN ('draft', 'offered');

-- name: calendar_due_days many
-- On which days open cases fall due from a day on, and how many; counted to a thousand, none is read.
SELECT t.due_on, COUNT(*) AS found FROM (SELECT due_on FROM cases WHERE state IN ('submitted', 'resubmitted', 'accepted', 'reviewing',
       'supplement', 'suspended') AND due_on >= :from LIMIT 1000) t
 GROUP BY t.due_on;
