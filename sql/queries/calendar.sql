-- A new version of the calendar (record/calendar.h).  Accounts: admin, ctl.

-- name: calendar_version_last one
SELECT version, first_on, last_on FROM calendars ORDER BY version DESC LIMIT 1;

-- name: calendar_version_add change
INSERT INTO calendars (version, source, first_on, last_on, created_at) VALUES (:version, :source, :first_on, :last_on, :now);

-- name: calendar_version_copy change
-- All that the version before says, but what this notice, which stands there already, arranges anew.
INSERT INTO calendar_days (calendar, day_on, works, name, notice_year)
SELECT :version, day_on, works, name, notice_year FROM calendar_days WHERE calendar = :before AND notice_year <> :year
   AND day_on NOT IN (SELECT n.day_on FROM calendar_days n WHERE n.calendar = :version);

-- name: calendar_version_day_add change
INSERT INTO calendar_days (calendar, day_on, works, name, notice_year) VALUES (:version, :day, :works, :name, :year);
