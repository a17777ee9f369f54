-- What colleagues are reminded of, edited by who keeps the settings.  Account: office.

-- name: reminders_all many
SELECT name, every, day, role, subject, last_on FROM reminders ORDER BY name LIMIT 200;

-- name: reminder_load one
SELECT name, every, day, role, subject, body, last_on, version FROM reminders WHERE name = :name;

-- name: reminder_set change
-- Only from the text that was seen.
UPDATE reminders
   SET every = :every, day = :day, role = :role, subject = :subject, body = :body, version = version + 1
 WHERE name = :name
   AND version = :version;

-- name: reminder_act change
INSERT INTO acts (at, account_id, act, subject, detail)
VALUES (:now, :account, 'reminder_edit', :subject, :detail);

-- name: reminder_acts many
SELECT t.at, a.name FROM acts t LEFT JOIN accounts a ON a.id = t.account_id WHERE t.subject = :subject ORDER BY t.id DESC LIMIT 20;
