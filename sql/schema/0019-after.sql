-- What comes after a result: ratings 好差评 and their call-backs, enquiries 互动, random samples of finished cases.

-- A rating by the applicant (GB/T 39046 table 9): the first one stays for ever; after a bad one was mended there may be one more.
CREATE TABLE ratings (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	case_id		BIGINT UNSIGNED	NOT NULL,
	round		TINYINT UNSIGNED NOT NULL,	-- 评价次数: 1 the rating, 2 the follow-up
	level		TINYINT UNSIGNED NOT NULL,	-- 满意度 A.8: 1 very satisfied … 5 very dissatisfied; 4 and 5 are bad
	channel		ENUM('pc','mobile','qr','tablet','terminal','phone','sms') NOT NULL,
	words		VARCHAR(1000)	NOT NULL DEFAULT '',
	item_code	VARCHAR(64)	NOT NULL,	-- of the case then: figures read these rows alone
	organ_code	VARCHAR(18)	NOT NULL,
	area_code	VARCHAR(12)	NOT NULL,
	by_code		TINYINT(1)	NOT NULL DEFAULT 0,	-- by whoever holds number and query code, not by the account
	at		DATETIME(6)	NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY (case_id, round),
	KEY by_organ (organ_code, at, round, level),
	KEY by_item (item_code, at, round, level),
	KEY by_day (at, round, level)
);

CREATE TABLE rating_tags (
	rating_id	BIGINT UNSIGNED	NOT NULL,
	tag		VARCHAR(32)	CHARACTER SET ascii NOT NULL,	-- words.rating_tag
	PRIMARY KEY (rating_id, tag)
);

-- A bad rating is called back: assigned, asked, mended or found false, told (rules/rating.h).  As it now stands …
CREATE TABLE callbacks (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	rating_id	BIGINT UNSIGNED	NOT NULL,
	case_id		BIGINT UNSIGNED	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,
	area_code	VARCHAR(12)	NOT NULL,
	state		ENUM('open','assigned','mending','appealed','mended','mistaken','false') NOT NULL DEFAULT 'open',
	opened_at	DATETIME(6)	NOT NULL,
	assign_by_on	DATE		NOT NULL,
	call_by_on	DATE		NOT NULL,
	mend_by_on	DATE		NOT NULL,
	due_on		DATE		NULL,		-- the one of these that is next; NULL: closed
	assigned_to	BIGINT UNSIGNED	NULL,
	assigned_name	VARCHAR(200)	NOT NULL DEFAULT '',
	assigned_at	DATETIME(6)	NULL,
	called_by	BIGINT UNSIGNED	NULL,
	called_at	DATETIME(6)	NULL,
	verdict		ENUM('','true','mistaken','false') NOT NULL DEFAULT '',
	mended		VARCHAR(1000)	NOT NULL DEFAULT '',	-- what was
	reply		VARCHAR(1000)	NOT NULL DEFAULT '',	-- as the applicant was told
	closed_at	DATETIME(6)	NULL,
	told_on		DATE		NULL,		-- the clock last reminded somebody …
	told_due_on	DATE		NULL,		-- … of this day
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (rating_id),
	KEY by_organ (organ_code, closed_at, due_on, id),
	KEY by_due (due_on, id),
	KEY by_case (case_id)
);

-- … and how it came to that: append-only.
CREATE TABLE callback_acts (
	callback_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT UNSIGNED NOT NULL,
	at		DATETIME(6)	NOT NULL,
	act		ENUM('open','assign','call','mend','appeal','uphold','reject','remind') NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL,	-- 0: the clock; the applicant is not named
	actor_name	VARCHAR(200)	NOT NULL DEFAULT '',
	note		VARCHAR(1000)	NOT NULL DEFAULT '',
	PRIMARY KEY (callback_id, position)
);

-- A question 咨询, a complaint 投诉 or a suggestion 建议 (GB/T 39046 table 10).
CREATE TABLE enquiries (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	number		VARCHAR(16)	CHARACTER SET ascii NOT NULL,	-- rules/enquiry.h
	query_code	CHAR(8)		CHARACTER SET ascii NOT NULL,
	kind		ENUM('question','complaint','suggestion') NOT NULL,
	source		ENUM('web','phone','window','letter') NOT NULL DEFAULT 'web',
	account_id	BIGINT UNSIGNED	NOT NULL DEFAULT 0,	-- 0: without an account
	asker_name	VARCHAR(100)	NOT NULL,
	asker_phone	VARCHAR(32)	NOT NULL DEFAULT '',
	asker_email	VARCHAR(200)	NOT NULL DEFAULT '',
	item_code	VARCHAR(64)	NOT NULL DEFAULT '',
	case_id		BIGINT UNSIGNED	NOT NULL DEFAULT 0,	-- what it is about, where it is the asker's own case
	first_organ_code VARCHAR(18)	NOT NULL,	-- 首问负责: who received it …
	organ_code	VARCHAR(18)	NOT NULL,	-- … and who has it now
	area_code	VARCHAR(12)	NOT NULL,
	against		VARCHAR(100)	NOT NULL DEFAULT '',	-- 被投诉人, as the asker calls them
	title		VARCHAR(100)	NOT NULL,
	body		TEXT		NOT NULL,
	state		ENUM('open','answered') NOT NULL DEFAULT 'open',
	asked_at	DATETIME(6)	NOT NULL,	-- reopened: since when the present limit runs is opened_on
	opened_on	DATE		NOT NULL,
	calendar	INT UNSIGNED	NULL,
	due_on		DATE		NOT NULL,	-- the last day to answer; kept when it is answered
	extended_days	SMALLINT UNSIGNED NOT NULL DEFAULT 0,
	claimed_by	BIGINT UNSIGNED	NULL,
	answer		TEXT		NOT NULL DEFAULT '',	-- the last one
	answered_at	DATETIME(6)	NULL,
	answered_by	BIGINT UNSIGNED	NULL,
	reopened	TINYINT UNSIGNED NOT NULL DEFAULT 0,	-- once at most
	level		TINYINT UNSIGNED NULL,		-- what the asker thinks of the last answer: 1 … 5
	public		ENUM('no','asked','shown','refused') NOT NULL DEFAULT 'no',
	public_title	VARCHAR(100)	NOT NULL DEFAULT '',
	public_body	TEXT		NOT NULL DEFAULT '',	-- as an officer let it out, personal data taken away
	public_answer	TEXT		NOT NULL DEFAULT '',
	public_at	DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (number),
	KEY by_account (account_id, id),
	KEY by_organ (organ_code, state, due_on, id),
	KEY by_due (state, due_on, id),
	KEY by_public (public, public_at, id),
	KEY by_asked (asked_at, kind, state)
);

-- How it went: append-only.
CREATE TABLE enquiry_acts (
	enquiry_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT UNSIGNED NOT NULL,
	at		DATETIME(6)	NOT NULL,
	act		ENUM('ask','claim','transfer','extend','answer','rate','reopen','show','refuse_show','hide','remind') NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	actor_kind	ENUM('asker','staff','clock') NOT NULL,
	actor_name	VARCHAR(200)	NOT NULL DEFAULT '',	-- staff
	organ_code	VARCHAR(18)	NOT NULL DEFAULT '',
	to_organ_code	VARCHAR(18)	NOT NULL DEFAULT '',	-- transfer
	note		TEXT		NOT NULL DEFAULT '',	-- an answer, a reason
	PRIMARY KEY (enquiry_id, position)
);

-- An enquiry's own yellow and red, as of cards: once each for a limit; an extension and a reopening make another.
CREATE TABLE enquiry_cards (
	enquiry_id	BIGINT UNSIGNED	NOT NULL,
	colour		ENUM('yellow','red') NOT NULL,
	due_on		DATE		NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,
	given_on	DATE		NOT NULL,	-- the day it was due to be given
	at		DATETIME(6)	NOT NULL,
	PRIMARY KEY (enquiry_id, due_on, colour),
	KEY by_organ (organ_code, given_on, colour)
);

-- Finished cases drawn at random for call-back or inspection; anyone who has the seed can draw them again (rules/sampling.h).
CREATE TABLE samples (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	purpose		ENUM('call_back','inspection') NOT NULL,
	area_code	VARCHAR(12)	NOT NULL,	-- whose cases: those within it …
	organ_code	VARCHAR(18)	NOT NULL DEFAULT '',	-- … or of one organ
	from_on		DATE		NOT NULL,	-- decided from … to, both counted
	to_on		DATE		NOT NULL,
	seed		VARCHAR(64)	CHARACTER SET ascii NOT NULL,
	population	INT UNSIGNED	NOT NULL,
	listing		CHAR(16)	CHARACTER SET ascii NOT NULL,	-- a sum over the numbers it was drawn from
	size		SMALLINT UNSIGNED NOT NULL,
	note		VARCHAR(300)	NOT NULL DEFAULT '',
	drawn_by	BIGINT UNSIGNED	NOT NULL,
	drawn_name	VARCHAR(200)	NOT NULL,
	drawn_at	DATETIME(6)	NOT NULL,
	PRIMARY KEY (id),
	KEY by_area (area_code, id)
);

CREATE TABLE sample_cases (
	sample_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT UNSIGNED NOT NULL,
	case_id		BIGINT UNSIGNED	NOT NULL,
	result		ENUM('','fine','fault','not_reached') NOT NULL DEFAULT '',
	note		VARCHAR(1000)	NOT NULL DEFAULT '',
	by_id		BIGINT UNSIGNED	NULL,
	by_name		VARCHAR(200)	NOT NULL DEFAULT '',
	at		DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (sample_id, position),
	KEY by_case (case_id)
);
