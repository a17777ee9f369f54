-- The flow of a case: its tasks, and what is done in them.  Written at acceptance from item_steps of the case's version.

-- One row a round: a step sent back to is done anew in the next round, and what was done before stays.
CREATE TABLE case_tasks (
	case_id		BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,	-- item_steps.position of its version
	round		SMALLINT	NOT NULL DEFAULT 1,
	name		VARCHAR(200)	NOT NULL,
	kind		ENUM('review','opinion','visit','collective','seal','issue') NOT NULL,
	role		VARCHAR(32)	CHARACTER SET ascii NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,	-- whose task it is, be it another organ's case
	limit_count	SMALLINT UNSIGNED NULL,
	unit		ENUM('','workday','day','hour','month','year') NOT NULL DEFAULT '',
	silence		ENUM('wait','consent') NOT NULL DEFAULT 'wait',
	state		ENUM('waiting','open','done','returned','deemed','skipped') NOT NULL,
	opened_at	DATETIME(6)	NULL,		-- its organ may see the case from then on
	due_on		DATE		NULL,
	done_at		DATETIME(6)	NULL,		-- done, returned, deemed or skipped
	account_id	BIGINT UNSIGNED	NULL,		-- who did; 0 the clock
	account_name	VARCHAR(200)	NOT NULL DEFAULT '',
	verdict		ENUM('','agree','disagree','note') NOT NULL DEFAULT '',
	body		TEXT		NOT NULL DEFAULT '',	-- the opinion, the findings, the conclusion
	reason		TEXT		NOT NULL DEFAULT '',	-- why sent back, why studied together
	claimed_by	BIGINT UNSIGNED	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (case_id, position, round),
	KEY by_organ (organ_code, state, due_on, case_id, position, round, role, kind, claimed_by),	-- the desk, alone
	KEY by_claim (claimed_by, state, due_on),
	KEY by_silence (state, silence, due_on, case_id, position)
);

-- The points of the handbook (item_checks), answered one by one.
CREATE TABLE case_task_checks (
	case_id		BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	round		SMALLINT	NOT NULL,
	point		SMALLINT	NOT NULL,	-- item_checks.position
	answer		ENUM('meets','fails','not_applicable') NOT NULL,
	remark		VARCHAR(1000)	NOT NULL DEFAULT '',
	PRIMARY KEY (case_id, position, round, point)
);

-- A visit to the place; or why there was none: the record of an earlier one that still holds.
CREATE TABLE case_visits (
	case_id		BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	round		SMALLINT	NOT NULL,
	visited_on	DATE		NULL,
	place		VARCHAR(300)	NOT NULL DEFAULT '',
	cited_case	BIGINT UNSIGNED	NULL,
	cited_position	SMALLINT	NULL,
	cited_round	SMALLINT	NULL,
	PRIMARY KEY (case_id, position, round)
);

-- Who took part in a visit or a collective study, and who did not come.
CREATE TABLE case_task_people (
	case_id		BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	round		SMALLINT	NOT NULL,
	line		SMALLINT	NOT NULL,
	organ_name	VARCHAR(200)	NOT NULL DEFAULT '',
	name		VARCHAR(100)	NOT NULL DEFAULT '',
	part		ENUM('present','absent','agree','disagree','abstain') NOT NULL,	-- at a visit; of a vote
	opinion		VARCHAR(1000)	NOT NULL DEFAULT '',
	PRIMARY KEY (case_id, position, round, line)
);

-- Photographs and records of a visit, minutes of a study.
CREATE TABLE case_task_files (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	case_id		BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	round		SMALLINT	NOT NULL,
	sha256		CHAR(64)	CHARACTER SET ascii NOT NULL,
	name		VARCHAR(255)	NOT NULL,
	content_type	VARCHAR(100)	CHARACTER SET ascii NOT NULL,
	bytes		BIGINT UNSIGNED	NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL,
	uploaded_at	DATETIME(6)	NOT NULL,
	PRIMARY KEY (id),
	KEY by_task (case_id, position, round),
	KEY by_content (sha256)
);
