-- The database itself and what yimenctl may do in it.  Run by `yimenctl accounts` as an administrator of the server.
-- @database@ and @ctl@ are filled in from the settings.

CREATE DATABASE IF NOT EXISTS @database@
	CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- It makes and changes tables.  What it may UPDATE and DELETE is said table by table in grants.sql, so that it can not
-- change the record.
GRANT SELECT, INSERT, CREATE, ALTER, DROP, INDEX, REFERENCES, LOCK TABLES ON @database@.* TO @ctl@;

-- Which files of schema/ have been run, and how far.
USE @database@;
CREATE TABLE IF NOT EXISTS schema_migrations (
	number		INT UNSIGNED	NOT NULL,
	name		VARCHAR(100)	NOT NULL,
	sha256		CHAR(64)	CHARACTER SET ascii NOT NULL,
	statements	INT UNSIGNED	NOT NULL,
	statements_done	INT UNSIGNED	NOT NULL,
	applied_at	DATETIME(6)	NOT NULL,
	PRIMARY KEY (number)
) ENGINE = InnoDB;
GRANT UPDATE ON schema_migrations TO @ctl@;
