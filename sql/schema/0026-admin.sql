-- The administrators: what each did, what is retired, and the calendar that is being prepared.

-- Every act of an administrator, by whichever power.  Only added to; numbered without a gap, and each row carries a MAC over
-- itself and the row before it (record/admin_act.h), so that one changed, taken out or slipped in is found.
CREATE TABLE admin_acts (
	number		BIGINT UNSIGNED	NOT NULL,
	at		DATETIME(6)	NOT NULL,
	power		ENUM('system','security','audit') NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL,
	actor_name	VARCHAR(200)	NOT NULL,
	act		VARCHAR(32)	CHARACTER SET ascii NOT NULL,	-- words.admin_act.ACT
	subject		VARCHAR(32)	CHARACTER SET ascii NOT NULL,	-- words.admin_subject.SUBJECT
	subject_id	VARCHAR(64)	NOT NULL,
	subject_name	VARCHAR(300)	NOT NULL DEFAULT '',	-- as it was called then
	reason		VARCHAR(2000)	NOT NULL DEFAULT '',
	was		MEDIUMTEXT	NOT NULL,	-- JSON: what changed, as it was
	became		MEDIUMTEXT	NOT NULL,	-- JSON: the same names, as they are since
	mac		BINARY(32)	NOT NULL,
	PRIMARY KEY (number),
	KEY by_subject (subject, subject_id, number),
	KEY by_power (power, number),
	KEY by_account (account_id, number)
);

-- What is retired takes nothing new and stays readable: cases, papers and figures go on naming it.
ALTER TABLE areas	ADD retired_on DATE NULL;
ALTER TABLE organs	ADD retired_on DATE NULL;
ALTER TABLE centres	ADD retired_on DATE NULL;
ALTER TABLE windows	ADD retired_on DATE NULL;

-- A notice of holidays being typed in.  What is published becomes a version of the calendar, which nobody changes.
CREATE TABLE calendar_drafts (
	id		INT UNSIGNED	NOT NULL AUTO_INCREMENT,
	notice_year	SMALLINT	NOT NULL,
	source		VARCHAR(300)	NOT NULL,
	arrangement	TEXT		NOT NULL,	-- a line a day or a span: rules/arrangement.h
	state		ENUM('draft','published','dropped') NOT NULL DEFAULT 'draft',
	calendar	INT UNSIGNED	NULL,		-- the version it became
	made_by		BIGINT UNSIGNED	NOT NULL,
	made_name	VARCHAR(200)	NOT NULL,
	made_at		DATETIME(6)	NOT NULL,
	ended_at	DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	KEY by_state (state, id)
);
