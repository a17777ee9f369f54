-- One's own space: who may act for whom, and who somebody is.

-- A right to act for a person or an enterprise (rules/delegation.h).
CREATE TABLE delegations (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	holder_id	BIGINT UNSIGNED	NOT NULL,	-- whose cases they are
	delegate_number	VARCHAR(32)	NOT NULL,	-- the person who is to act, as the holder named him
	delegate_name	VARCHAR(100)	NOT NULL,
	delegate_id	BIGINT UNSIGNED	NULL,		-- once accepted: nobody is looked up before
	office		ENUM('agent','representative') NOT NULL,	-- representative: the legal one of an enterprise
	state		ENUM('invited','accepted','standing','declined','revoked','given_up') NOT NULL,
	still_open	TINYINT(1)	NULL DEFAULT 1,	-- NULL when it is over: one at a time for the two
	scope		SET('look','apply','collect','pay') NOT NULL,
	all_items	TINYINT(1)	NOT NULL DEFAULT 1,	-- 0: those of delegation_items
	answer_by_on	DATE		NOT NULL,	-- an invitation is open through this day
	expires_on	DATE		NOT NULL,	-- the last day it is good for
	invited_at	DATETIME(6)	NOT NULL,
	accepted_at	DATETIME(6)	NULL,
	standing_at	DATETIME(6)	NULL,
	ended_at	DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (holder_id, delegate_number, still_open),
	KEY by_holder (holder_id, state, id),
	KEY by_delegate (delegate_id, state, id),
	KEY by_number (delegate_number, state, id)
);

CREATE TABLE delegation_items (
	delegation_id	BIGINT UNSIGNED	NOT NULL,
	item_code	VARCHAR(64)	NOT NULL,
	PRIMARY KEY (delegation_id, item_code)
);

-- What became of it: only added to.
CREATE TABLE delegation_events (
	delegation_id	BIGINT UNSIGNED	NOT NULL,
	position	INT UNSIGNED	NOT NULL,	-- its version then
	at		DATETIME(6)	NOT NULL,
	event		VARCHAR(16)	CHARACTER SET ascii NOT NULL,
	state_after	VARCHAR(16)	CHARACTER SET ascii NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL,
	actor_name	VARCHAR(200)	NOT NULL,
	reason		VARCHAR(500)	NOT NULL DEFAULT '',
	PRIMARY KEY (delegation_id, position)
);

-- The delegation under which this session acts for another; NULL: each for himself.  And where it was begun.
ALTER TABLE sessions
	ADD acts_for	BIGINT UNSIGNED	NULL,
	ADD address	VARCHAR(45)	CHARACTER SET ascii NOT NULL DEFAULT '';

-- Who came in, and who tried to under a name that is known.  Only added to; the clock forgets it after a year.
CREATE TABLE sign_ins (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	account_id	BIGINT UNSIGNED	NOT NULL,
	at		DATETIME(6)	NOT NULL,
	how		ENUM('password','second','opened','claimed','refused') NOT NULL,
	address		VARCHAR(45)	CHARACTER SET ascii NOT NULL,
	PRIMARY KEY (id),
	KEY by_account (account_id, id),
	KEY by_age (at)
);

-- Who an account's owner is was seen by somebody: at a window, by its code, by the sample.
ALTER TABLE accounts
	ADD verified_at	DATETIME(6)	NULL,
	ADD verified_how ENUM('','window','code') NOT NULL DEFAULT '';

-- A code handed out at a window to whoever showed the document: it opens an account made there, or verifies one.
CREATE TABLE claim_codes (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	account_id	BIGINT UNSIGNED	NOT NULL,
	code_hash	BINARY(32)	NOT NULL,
	state		ENUM('open','used','worn_out','replaced') NOT NULL DEFAULT 'open',
	tries		SMALLINT UNSIGNED NOT NULL DEFAULT 0,
	identity_seen	VARCHAR(16)	CHARACTER SET ascii NOT NULL,	-- which document the clerk saw
	given_by	BIGINT UNSIGNED	NOT NULL,
	given_name	VARCHAR(200)	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,
	given_at	DATETIME(6)	NOT NULL,
	expires_at	DATETIME(6)	NOT NULL,
	used_at		DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	KEY by_account (account_id, state, id),
	KEY by_organ (organ_code, id)
);

-- Reminders are edited in the office.
ALTER TABLE reminders ADD version INT UNSIGNED NOT NULL DEFAULT 1;
