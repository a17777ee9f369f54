-- Supervision (rules/watch.h): what its rules found, with the answers to it; work orders; letters.

-- A card is what a rule found: yellow and red are to be answered, "none" is only told.  What is not about a case has
-- case_id 0, and an item.  task: of answers the corrections before, of tasks the position and 1000 for each round
-- before, of guides the month as 202611, of other rules the position of the event in the case's record.
ALTER TABLE cards
	CHANGE clock rule	VARCHAR(16)	CHARACTER SET ascii NOT NULL,	-- rules/watch.h: answer (W01), promised (W02) …
	MODIFY task	INT UNSIGNED	NOT NULL DEFAULT 0,
	MODIFY colour	ENUM('yellow','red','none') NOT NULL,
	ADD item_code	VARCHAR(64)	NOT NULL DEFAULT '' AFTER case_id,
	ADD state	ENUM('open','replied','appealed','upheld','withdrawn','closed') NOT NULL DEFAULT 'open',
	ADD reply_by_on	DATE		NULL,		-- NULL: a warning, to which nobody owes a reply
	ADD appeal_by_on DATE		NULL,
	ADD replied_at	DATETIME(6)	NULL,		-- the last reply; what it says stands in watch_acts
	ADD appealed_at	DATETIME(6)	NULL,		-- once
	ADD ended_at	DATETIME(6)	NULL,		-- withdrawn or closed
	ADD version	INT UNSIGNED	NOT NULL DEFAULT 1,
	DROP KEY case_id,
	ADD UNIQUE KEY once (case_id, rule, task, colour, item_code),
	DROP KEY by_organ,
	ADD KEY by_organ (organ_code, given_on, rule, colour, state, id),	-- the desk, alone
	ADD KEY by_state (state, reply_by_on, organ_code, id),
	ADD KEY by_item (item_code, given_on);


-- What rules are looked up by.
ALTER TABLE cases ADD KEY by_outcome (organ_code, outcome_number);
ALTER TABLE corrections ADD KEY by_day (asked_at, case_id);

-- 督办工单: a matter, an end, and those who answer for it.
CREATE TABLE work_orders (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	number		VARCHAR(100)	NOT NULL,	-- 云政数督〔2026〕0001号, without a gap in each organ and year
	area_code	VARCHAR(12)	NOT NULL,	-- of who gave it; seen from there and above
	organ_code	VARCHAR(18)	NOT NULL,	-- who gave it
	class		VARCHAR(16)	CHARACTER SET ascii NOT NULL,	-- rules/watch.h
	title		VARCHAR(200)	NOT NULL,
	body		TEXT		NOT NULL,
	case_id		BIGINT UNSIGNED	NULL,
	card_id		BIGINT UNSIGNED	NULL,
	days		SMALLINT UNSIGNED NOT NULL,	-- working days to reply
	due_on		DATE		NOT NULL,	-- the last of them
	state		ENUM('open','closed','cancelled') NOT NULL DEFAULT 'open',
	made_by		BIGINT UNSIGNED	NOT NULL,
	made_name	VARCHAR(200)	NOT NULL,
	made_at		DATETIME(6)	NOT NULL,
	ended_at	DATETIME(6)	NULL,
	evidence	TEXT		NOT NULL DEFAULT '',	-- by what it is closed, or why it was cancelled
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (number),
	KEY by_area (area_code, state, due_on, id),
	KEY by_card (card_id),
	KEY by_case (case_id)
);

-- Parties: organs answer for themselves; what an enterprise, a utility or an agency says the supervisor enters.
CREATE TABLE work_order_parties (
	order_id	BIGINT UNSIGNED	NOT NULL,
	line		SMALLINT UNSIGNED NOT NULL,
	kind		ENUM('organ','enterprise','utility','agency','other') NOT NULL,
	organ_code	VARCHAR(18)	NULL,
	name		VARCHAR(200)	NOT NULL,	-- as it was called then
	contact		VARCHAR(200)	NOT NULL DEFAULT '',
	state		ENUM('waiting','received','replied','returned','released') NOT NULL DEFAULT 'waiting',
	due_on		DATE		NULL,		-- NULL: nothing is owed any more
	level		TINYINT UNSIGNED NOT NULL DEFAULT 0,	-- 0 its people, 1 its head, 2 the head of who gave the order
	escalated_on	DATE		NULL,
	replied_at	DATETIME(6)	NULL,		-- what was said stands in watch_acts
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (order_id, line),
	KEY by_organ (organ_code, state, due_on, order_id, line),
	KEY by_due (due_on, order_id, line)
);

-- 工作提示函, 问题交办单: one organ is written to, and takes receipt.
CREATE TABLE watch_letters (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	kind		ENUM('notice','assignment') NOT NULL,
	number		VARCHAR(100)	NOT NULL,	-- without a gap in each organ, kind and year
	area_code	VARCHAR(12)	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,	-- who writes
	organ_name	VARCHAR(200)	NOT NULL,
	to_organ	VARCHAR(18)	NOT NULL,
	to_name		VARCHAR(200)	NOT NULL,
	title		VARCHAR(200)	NOT NULL,
	body		TEXT		NOT NULL,
	demands		TEXT		NOT NULL DEFAULT '',
	case_id		BIGINT UNSIGNED	NULL,
	card_id		BIGINT UNSIGNED	NULL,
	order_id	BIGINT UNSIGNED	NULL,
	issued_on	DATE		NOT NULL,
	answer_by_on	DATE		NOT NULL,
	state		ENUM('sent','closed') NOT NULL DEFAULT 'sent',
	issuer_id	BIGINT UNSIGNED	NOT NULL,
	issuer_name	VARCHAR(200)	NOT NULL,
	issued_at	DATETIME(6)	NOT NULL,
	received_at	DATETIME(6)	NULL,
	receiver_name	VARCHAR(200)	NOT NULL DEFAULT '',
	receipt		TEXT		NOT NULL DEFAULT '',	-- what the organ says on taking receipt
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (number),
	KEY by_area (area_code, state, issued_on, id),
	KEY by_receiver (to_organ, state, answer_by_on, id)
);

-- Who did what to a card, an order, a letter.  Append-only: no account may UPDATE or DELETE it.
CREATE TABLE watch_acts (
	subject		ENUM('card','order','letter') NOT NULL,
	subject_id	BIGINT UNSIGNED	NOT NULL,
	position	INT UNSIGNED	NOT NULL,	-- 1, 2, 3 …: the version the act led to
	at		DATETIME(6)	NOT NULL,
	act		VARCHAR(16)	CHARACTER SET ascii NOT NULL,
	line		SMALLINT UNSIGNED NULL,		-- of an order: which party
	account_id	BIGINT UNSIGNED	NOT NULL,	-- 0: the clock
	name		VARCHAR(200)	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL DEFAULT '',
	note		TEXT		NOT NULL,
	PRIMARY KEY (subject, subject_id, position)
);
