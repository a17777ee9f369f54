-- Cases: from an applicant's draft to delivery.

-- A stored file, named by what is in it: uploads/ab/<sha256>.
CREATE TABLE blobs (
	sha256		CHAR(64)	CHARACTER SET ascii NOT NULL,
	bytes		BIGINT UNSIGNED	NOT NULL,
	created_at	DATETIME(6)	NOT NULL,
	PRIMARY KEY (sha256)
);

CREATE TABLE cases (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	number		VARCHAR(32)	CHARACTER SET ascii NULL,	-- given at submission
	exchange_number	VARCHAR(80)	CHARACTER SET ascii NULL,	-- 办件编号 as exchanged (31+8+4)
	query_code	CHAR(8)		CHARACTER SET ascii NULL,	-- 40 bits, Crockford letters
	state		ENUM('draft','submitted','correction','resubmitted','accepted','not_accepted','reviewing',
			     'granted','denied','closed','delivered','withdrawn') NOT NULL DEFAULT 'draft',
	item_code	VARCHAR(64)	NOT NULL,
	item_version_id	BIGINT UNSIGNED	NOT NULL,	-- the guide in force on the day it was filed
	title		VARCHAR(300)	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,	-- decides
	area_code	VARCHAR(12)	NOT NULL,
	applicant_id	BIGINT UNSIGNED	NOT NULL,
	applicant_kind	ENUM('person','enterprise') NOT NULL,
	applicant_name	VARCHAR(200)	NOT NULL DEFAULT '',
	applicant_number VARCHAR(32)	NOT NULL DEFAULT '',
	contact_name	VARCHAR(100)	NOT NULL DEFAULT '',
	contact_phone	VARCHAR(32)	NOT NULL DEFAULT '',
	channel		ENUM('web','phone','window','kiosk') NOT NULL DEFAULT 'web',
	delivery	ENUM('','window','courier','online') NOT NULL DEFAULT '',
	delivery_address VARCHAR(300)	NOT NULL DEFAULT '',
	created_at	DATETIME(6)	NOT NULL,
	saved_at	DATETIME(6)	NOT NULL,
	submitted_at	DATETIME(6)	NULL,
	accepted_at	DATETIME(6)	NULL,
	decided_at	DATETIME(6)	NULL,
	closed_at	DATETIME(6)	NULL,
	delivered_at	DATETIME(6)	NULL,
	calendar	INT UNSIGNED	NULL,		-- the calendar version its dates were computed with
	promised_on	DATE		NULL,		-- due as promised
	statutory_on	DATE		NULL,		-- due by law
	due_on		DATE		NULL,		-- the next date somebody must keep: 5 wd to answer, then the promise
	claimed_by	BIGINT UNSIGNED	NULL,		-- the colleague who has it in hand
	decision_reason	TEXT		NOT NULL DEFAULT '',
	outcome_number	VARCHAR(100)	NOT NULL DEFAULT '',
	events		INT UNSIGNED	NOT NULL DEFAULT 0,	-- rows in its record
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (number),
	KEY by_applicant (applicant_id, id),
	KEY by_organ (organ_code, state, due_on, id),
	KEY by_organ_received (organ_code, submitted_at, state, item_code, due_on, claimed_by),
	KEY by_organ_name (organ_code, applicant_name, state),
	KEY by_claim (claimed_by, state, due_on, id),
	KEY by_state (state, submitted_at, id)
);

CREATE TABLE case_answers (
	case_id		BIGINT UNSIGNED	NOT NULL,
	name		VARCHAR(64)	CHARACTER SET ascii NOT NULL,
	value		TEXT		NOT NULL,
	PRIMARY KEY (case_id, name)
);

CREATE TABLE case_materials (
	case_id		BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,	-- item_materials.position of its version
	given		ENUM('none','files','promise','paper','not_needed') NOT NULL DEFAULT 'none',
	note		VARCHAR(1000)	NOT NULL DEFAULT '',
	PRIMARY KEY (case_id, position)
);

CREATE TABLE case_files (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	case_id		BIGINT UNSIGNED	NOT NULL,
	material	SMALLINT	NOT NULL,
	round		SMALLINT	NOT NULL DEFAULT 0,	-- 0 with the application, n answering correction n
	sha256		CHAR(64)	CHARACTER SET ascii NOT NULL,
	name		VARCHAR(255)	NOT NULL,
	content_type	VARCHAR(100)	CHARACTER SET ascii NOT NULL,
	bytes		BIGINT UNSIGNED	NOT NULL,
	uploaded_at	DATETIME(6)	NOT NULL,
	removed_at	DATETIME(6)	NULL,
	PRIMARY KEY (id),
	KEY by_case (case_id, material),
	KEY by_content (sha256)
);

-- The one-time correction list: asked once, with every defect.
CREATE TABLE corrections (
	case_id		BIGINT UNSIGNED	NOT NULL,
	round		SMALLINT	NOT NULL,
	asked_by	BIGINT UNSIGNED	NOT NULL,
	asked_at	DATETIME(6)	NOT NULL,
	answer_by_on	DATE		NOT NULL,
	answered_at	DATETIME(6)	NULL,
	note		TEXT		NOT NULL DEFAULT '',
	PRIMARY KEY (case_id, round)
);

CREATE TABLE correction_lines (
	case_id		BIGINT UNSIGNED	NOT NULL,
	round		SMALLINT	NOT NULL,
	line		SMALLINT	NOT NULL,
	material	SMALLINT	NULL,		-- NULL: about the form itself
	defect		VARCHAR(1000)	NOT NULL,
	wanted		VARCHAR(1000)	NOT NULL DEFAULT '',
	PRIMARY KEY (case_id, round, line)
);

CREATE TABLE opinions (
	case_id		BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL,
	name		VARCHAR(200)	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,
	role		VARCHAR(32)	NOT NULL,
	verdict		ENUM('agree','disagree','note') NOT NULL,
	body		TEXT		NOT NULL,
	at		DATETIME(6)	NOT NULL,
	PRIMARY KEY (case_id, position)
);

-- The record: append-only; no account may UPDATE or DELETE it.
CREATE TABLE case_events (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	case_id		BIGINT UNSIGNED	NOT NULL,
	position	INT UNSIGNED	NOT NULL,	-- 1, 2, 3 … within the case, no gap
	at		DATETIME(6)	NOT NULL,
	event		VARCHAR(32)	CHARACTER SET ascii NOT NULL,
	state_before	VARCHAR(32)	CHARACTER SET ascii NOT NULL,
	state_after	VARCHAR(32)	CHARACTER SET ascii NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL,	-- 0: the clock
	actor_kind	VARCHAR(16)	CHARACTER SET ascii NOT NULL,
	actor_name	VARCHAR(200)	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL DEFAULT '',
	reason		TEXT		NOT NULL,
	detail		MEDIUMTEXT	NOT NULL,	-- JSON: what was before and after
	mac		BINARY(32)	NOT NULL,	-- over this row and the mac before it in the case
	PRIMARY KEY (id),
	UNIQUE KEY (case_id, position)
);
