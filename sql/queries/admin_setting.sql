-- Settings: rows where something is set, nothing where the usual holds.  Account: admin.

-- name: settings_list many
SELECT name, value, version FROM settings ORDER BY name LIMIT 500;

-- name: setting_load_one one
SELECT name, value, version FROM settings WHERE name = :name;

-- name: setting_first change
INSERT INTO settings (name, value) VALUES (:name, :value);

-- name: setting_change change
UPDATE settings SET value = :value, version = version + 1 WHERE name = :name AND version = :version;

-- name: setting_forget change
-- The usual holds again.
DELETE FROM settings WHERE name = :name AND version = :version;

-- name: setting_last_acts many
-- Who changed each last.
SELECT a.subject_id, a.actor_name, a.at, a.reason
  FROM admin_acts a
  JOIN (SELECT MAX(number) AS number FROM admin_acts WHERE subject = 'setting' GROUP BY subject_id) t ON t.number = a.number;
