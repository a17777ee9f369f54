-- Separated powers: the security administrator keeps the accounts, the auditor searches and verifies.
-- What administrators did stands in acts, which nobody changes or cuts.

ALTER TABLE acts
	ADD KEY by_account (account_id, id),
	ADD KEY by_time (at);

-- What auditors search the record by.
ALTER TABLE case_events
	ADD KEY by_time (at),
	ADD KEY by_account (account_id, at);

-- Void: only a code that was handed out (staff_codes) lets its owner set another.  The pages of the administrators set
-- these and read no secret; the door alone does.
ALTER TABLE secrets
	ADD password_void TINYINT(1)	NOT NULL DEFAULT 0,
	ADD second_void	TINYINT(1)	NOT NULL DEFAULT 0,
	ADD KEY by_lock (locked_until);

ALTER TABLE sign_ins
	MODIFY how	ENUM('password','second','opened','claimed','refused','renewed','enrolled') NOT NULL;

-- A code handed to a colleague: once, it sets a new password or a new second factor; that of a new account sets both,
-- one after the other.
CREATE TABLE staff_codes (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	account_id	BIGINT UNSIGNED	NOT NULL,
	kind		ENUM('open','password','second') NOT NULL,	-- open: the password first; then it is one of second
	was		ENUM('open','password','second') NOT NULL,	-- as it was given
	code_hash	BINARY(32)	NOT NULL,
	state		ENUM('open','used','worn_out','replaced') NOT NULL DEFAULT 'open',
	tries		SMALLINT UNSIGNED NOT NULL DEFAULT 0,
	given_by	BIGINT UNSIGNED	NOT NULL,
	given_name	VARCHAR(200)	NOT NULL,
	given_at	DATETIME(6)	NOT NULL,
	expires_at	DATETIME(6)	NOT NULL,
	used_at		DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	KEY by_account (account_id, state, id)
);

-- What takes two persons (rules/power.h) and waits for the second.
CREATE TABLE power_proposals (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	account_id	BIGINT UNSIGNED	NOT NULL,
	change_kind	VARCHAR(16)	CHARACTER SET ascii NOT NULL,	-- of rules/power.h
	roles		VARCHAR(200)	CHARACTER SET ascii NOT NULL DEFAULT '',	-- open, roles: what it is to hold
	reason		VARCHAR(500)	NOT NULL,
	account_version	INT UNSIGNED	NOT NULL,	-- the account as the proposal saw it
	state		ENUM('waiting','confirmed','declined') NOT NULL DEFAULT 'waiting',
	still_open	TINYINT(1)	NULL DEFAULT 1,	-- NULL when it is over: one at a time for an account
	made_by		BIGINT UNSIGNED	NOT NULL,
	made_name	VARCHAR(200)	NOT NULL,
	made_at		DATETIME(6)	NOT NULL,
	ended_by	BIGINT UNSIGNED	NULL,
	ended_name	VARCHAR(200)	NOT NULL DEFAULT '',
	ended_at	DATETIME(6)	NULL,
	note		VARCHAR(500)	NOT NULL DEFAULT '',
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (account_id, still_open),
	KEY by_state (state, id)
);

-- What an auditor asked of the record; the answer is made anew from it.  Only added to: a search is itself an act.
CREATE TABLE audit_searches (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	account_id	BIGINT UNSIGNED	NOT NULL,
	at		DATETIME(6)	NOT NULL,
	source		ENUM('events','acts','sign_ins') NOT NULL,
	from_on		DATE		NOT NULL,
	until_on	DATE		NOT NULL,
	who		VARCHAR(64)	NOT NULL DEFAULT '',	-- an account's name to sign in
	what		VARCHAR(64)	CHARACTER SET ascii NOT NULL DEFAULT '',	-- an event, an act, a way to sign in
	object		VARCHAR(100)	NOT NULL DEFAULT '',	-- a case's number; the beginning of an act's subject
	reason		VARCHAR(500)	NOT NULL,
	PRIMARY KEY (id),
	KEY by_account (account_id, id)
);

-- A verification of the record: asked for on a page and done by yimen-clock bit by bit, or done by yimenctl verify.
CREATE TABLE verifications (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	scope		ENUM('all','recent','case') NOT NULL,	-- recent: cases of these days, and the chain of these days
	case_number	VARCHAR(40)	CHARACTER SET ascii NOT NULL DEFAULT '',
	from_on		DATE		NULL,
	asked_by	BIGINT UNSIGNED	NOT NULL DEFAULT 0,	-- 0: yimenctl
	asked_name	VARCHAR(200)	NOT NULL,
	asked_at	DATETIME(6)	NOT NULL,
	state		ENUM('waiting','cases','links','events','rest','done','failed') NOT NULL DEFAULT 'waiting',
	case_next	BIGINT UNSIGNED	NOT NULL DEFAULT 0,	-- where each walk stands, and where it ends
	case_last	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	link_next	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	link_last	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	event_next	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	event_last	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	head		BINARY(32)	NULL,			-- of the last link walked
	cases		BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	rows_seen	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	links		BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	links_there	BIGINT UNSIGNED	NOT NULL DEFAULT 0,	-- links whose event is there
	events		BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	events_sealed	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	faults		BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	started_at	DATETIME(6)	NULL,
	ended_at	DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	KEY by_state (state, id)
);

-- The first hundred faults of one.
CREATE TABLE verification_faults (
	verification_id	BIGINT UNSIGNED	NOT NULL,
	line		INT UNSIGNED	NOT NULL,
	fault		VARCHAR(16)	CHARACTER SET ascii NOT NULL,	-- of record/verify.h or record/chain.h
	case_number	VARCHAR(40)	CHARACTER SET ascii NOT NULL DEFAULT '',
	position	BIGINT UNSIGNED	NOT NULL DEFAULT 0,	-- the row of the case, or the place in the chain
	what		VARCHAR(64)	CHARACTER SET ascii NOT NULL DEFAULT '',	-- a column's name, a day; never what stands there
	PRIMARY KEY (verification_id, line)
);
