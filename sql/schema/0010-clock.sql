-- What happens because a day or an hour has come: cards, messages, and how the clock itself stands.

-- What the clock looks for, each found by its own key, so that it reads what is due and no more.
ALTER TABLE cases
	ADD KEY by_due (state, due_on, submitted_at),
	ADD KEY by_promised (state, promised_on, accepted_at),
	ADD KEY by_statutory (state, statutory_on, accepted_at),
	ADD KEY by_saved (state, saved_at, id);
ALTER TABLE throttles ADD KEY by_window (window_at);

-- The language messages are written in.
ALTER TABLE accounts ADD language ENUM('zh','en') NOT NULL DEFAULT 'zh';

-- A term nears its end (yellow) or has passed it (red): once each for a clock of a case (rules/card.h).
CREATE TABLE cards (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	case_id		BIGINT UNSIGNED	NOT NULL,
	clock		VARCHAR(16)	CHARACTER SET ascii NOT NULL,	-- answer, promised, statutory, delivery, task
	task		SMALLINT UNSIGNED NOT NULL DEFAULT 0,	-- of tasks the position, of answers the corrections before
	colour		ENUM('yellow','red') NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,	-- whose clock it is
	account_id	BIGINT UNSIGNED	NULL,		-- who had the case in hand
	made_on		DATE		NOT NULL,
	due_on		DATE		NOT NULL,
	given_on	DATE		NOT NULL,	-- the day it was due to be given, however late the clock ran
	at		DATETIME(6)	NOT NULL,	-- when it was
	evidence	TEXT		NOT NULL,	-- JSON: what it was judged by
	PRIMARY KEY (id),
	UNIQUE KEY (case_id, clock, task, colour),
	KEY by_organ (organ_code, given_on, colour)
);

-- What is told to people, written in the transaction that gives the reason, sent afterwards.
CREATE TABLE outbox (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	case_id		BIGINT UNSIGNED	NOT NULL DEFAULT 0,	-- 0: about none
	account_id	BIGINT UNSIGNED	NOT NULL,
	channel		ENUM('site','email','sms') NOT NULL,
	kind		VARCHAR(32)	CHARACTER SET ascii NOT NULL,	-- words.notice.KIND
	occasion	VARCHAR(64)	CHARACTER SET ascii NOT NULL,	-- the same is told once: "e3" the third event …
	recipient	VARCHAR(200)	NOT NULL DEFAULT '',	-- a number, an address; '' on the site
	subject		VARCHAR(400)	NOT NULL,
	body		TEXT		NOT NULL,	-- as it was written then, in the receiver's language
	state		ENUM('waiting','sent','failed') NOT NULL,
	tries		SMALLINT UNSIGNED NOT NULL DEFAULT 0,
	next_at		DATETIME(6)	NULL,		-- waiting: not tried before
	last_error	VARCHAR(300)	NOT NULL DEFAULT '',
	created_at	DATETIME(6)	NOT NULL,
	sent_at		DATETIME(6)	NULL,
	read_at		DATETIME(6)	NULL,		-- on the site: opened by its receiver
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (case_id, account_id, channel, occasion),
	KEY by_turn (state, channel, next_at, id),
	KEY by_account (account_id, channel, id),
	KEY by_account_unread (account_id, channel, read_at)
);

-- What the clock does, and how it went.
CREATE TABLE clock_duties (
	name		VARCHAR(32)	CHARACTER SET ascii NOT NULL,
	every_s		INT UNSIGNED	NOT NULL,
	last_at		DATETIME(6)	NULL,		-- it was last done
	last_count	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	failed_at	DATETIME(6)	NULL,		-- NULL: the last time it went well
	last_error	VARCHAR(300)	NOT NULL DEFAULT '',
	seen		BIGINT UNSIGNED	NOT NULL DEFAULT 0,	-- how far it has read, where it reads in order
	PRIMARY KEY (name)
);

-- What colleagues are reminded of each week or month, by role.
CREATE TABLE reminders (
	name		VARCHAR(32)	CHARACTER SET ascii NOT NULL,
	every		ENUM('week','month') NOT NULL,
	day		TINYINT UNSIGNED NOT NULL,	-- 1 Monday … 7; or of the month, its last where it has no such day
	role		VARCHAR(32)	CHARACTER SET ascii NOT NULL,
	subject		VARCHAR(300)	NOT NULL,
	body		TEXT		NOT NULL,
	last_on		DATE		NULL,
	PRIMARY KEY (name)
);
