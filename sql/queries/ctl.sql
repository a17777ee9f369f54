-- Queries of yimenctl.  Account: ctl.

-- ---- migrations ----

-- name: migrations_lock value
-- One migration at a time; 0 when another holds it.
SELECT GET_LOCK(CONCAT('yimen.migrate.', DATABASE()), 0) AS held;

-- name: migration_load one
SELECT name, sha256, statements, statements_done FROM schema_migrations WHERE number = :number;

-- name: migration_last value
SELECT MAX(number) AS number FROM schema_migrations WHERE statements_done = statements;

-- name: migration_add change
INSERT INTO schema_migrations (number, name, sha256, statements, statements_done, applied_at)
VALUES (:number, :name, :sha256, :statements, 0, :now);

-- name: migration_step change
UPDATE schema_migrations
   SET statements_done = :done, statements = :statements, sha256 = :sha256, applied_at = :now
 WHERE number = :number;

-- ---- settings ----

-- name: setting_load value
SELECT value FROM settings WHERE name = :name;

-- name: setting_set change
INSERT INTO settings (name, value) VALUES (:name, :value)
ON DUPLICATE KEY UPDATE version = IF(value = VALUES(value), version, version + 1), value = VALUES(value);

-- ---- status ----

-- name: status_items many
SELECT state, COUNT(*) AS count FROM item_versions GROUP BY state ORDER BY state;

-- name: status_cases many
SELECT state, COUNT(*) AS count FROM cases GROUP BY state ORDER BY state;

-- name: status_documents many
SELECT state, COUNT(*) AS count FROM documents GROUP BY state ORDER BY state;

-- name: status_accounts many
SELECT kind AS state, COUNT(*) AS count FROM accounts GROUP BY kind ORDER BY kind;

-- name: status_calendar one
SELECT version, last_on FROM calendars ORDER BY version DESC LIMIT 1;

-- ---- the calendar ----

-- name: calendar_versions many
SELECT version FROM calendars ORDER BY version;

-- name: calendar_add change
INSERT INTO calendars (version, source, first_on, last_on, created_at)
VALUES (:version, :source, :first_on, :last_on, :now);

-- name: calendar_day_add change
INSERT INTO calendar_days (calendar, day_on, works, notice_year) VALUES (:calendar, :day_on, :works, :notice_year);

-- ---- people ----

-- name: account_load one
SELECT a.id, a.kind, a.login, a.name, a.disabled, s.totp_secret
  FROM accounts a
  LEFT JOIN secrets s ON s.account_id = a.id
 WHERE a.login = :login;

-- name: account_add change
INSERT INTO accounts (kind, login, name, id_kind, id_number, legal_name, phone, email, address, organ_code, area_code,
       disabled, created_at)
VALUES (:kind, :login, :name, :id_kind, :id_number, :legal_name, :phone, '', :address, :organ, :area, :disabled, :now);

-- name: account_role_add change
INSERT INTO account_roles (account_id, role) VALUES (:account, :role);

-- name: secret_set change
-- A new password; opens a locked account.
INSERT INTO secrets (account_id, password_hash, totp_secret) VALUES (:account, :hash, :totp_secret)
ON DUPLICATE KEY UPDATE password_hash = VALUES(password_hash), failures = 0, locked_until = NULL,
       version = version + 1;

-- name: totp_set change
UPDATE secrets SET totp_secret = :totp_secret, totp_counter = 0, version = version + 1 WHERE account_id = :account;

-- name: sessions_end change
DELETE FROM sessions WHERE account_id = :account;

-- name: organ_exists value
SELECT 1 FROM organs WHERE code = :organ;

-- ---- the sample ----

-- name: anything_there value
SELECT (SELECT COUNT(*) FROM areas) + (SELECT COUNT(*) FROM organs) + (SELECT COUNT(*) FROM accounts)
     + (SELECT COUNT(*) FROM items) + (SELECT COUNT(*) FROM cases) AS count;

-- name: area_add change
INSERT INTO areas (code, parent, name, name_en, level) VALUES (:code, :parent, :name, :name_en, :level);

-- name: organ_add change
INSERT INTO organs (code, name, name_en, short_name, area_code, nature, phone, address, position)
VALUES (:code, :name, :name_en, :short_name, :area, :nature, :phone, :address, :position);

-- name: centre_add change
INSERT INTO centres (code, name, name_en, area_code, address, hours, phone)
VALUES (:code, :name, :name_en, :area, :address, :hours, :phone);

-- name: window_add change
INSERT INTO windows (centre_code, number, name, name_en, organ_code)
VALUES (:centre, :number, :name, :name_en, :organ);

-- name: theme_add change
INSERT INTO themes (code, side, name, name_en, icon, position)
VALUES (:code, :side, :name, :name_en, :icon, :position);
