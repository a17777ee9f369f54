-- Figures: what counts on which day, one row a case, and the sums of months.  All of it follows from cases, corrections,
-- case_pauses and case_events (rules/figure.h says how) and is made anew by `yimenctl figures rebuild`.

-- A case that was handed in.
CREATE TABLE case_facts (
	case_id		BIGINT UNSIGNED	NOT NULL,
	number		VARCHAR(32)	CHARACTER SET ascii NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,	-- decides
	area_code	VARCHAR(12)	NOT NULL,
	item_code	VARCHAR(64)	NOT NULL,
	intake_code	VARCHAR(18)	NOT NULL,	-- the organ whose window took it in; '' filed online
	state		VARCHAR(32)	CHARACTER SET ascii NOT NULL,
	received_on	DATE		NOT NULL,
	accepted_on	DATE		NULL,
	returned_on	DATE		NULL,		-- the first list of what lacked
	returns		SMALLINT UNSIGNED NOT NULL,	-- how many lists
	ended_on	DATE		NULL,		-- decided, not accepted, withdrawn or terminated
	ended_as	ENUM('','done','refused','withdrawn','terminated') NOT NULL,
	due_on		DATE		NULL,		-- open: what the administration must keep now; done: what it had to
	timed		TINYINT(1)	NOT NULL,	-- done, and there was a last day
	late		TINYINT(1)	NOT NULL,	-- done after it
	taken_days	SMALLINT UNSIGNED NULL,		-- done: working days from acceptance, pauses left out
	promised_days	SMALLINT UNSIGNED NULL,		-- done: the same up to the promised day
	PRIMARY KEY (case_id),
	KEY by_received (received_on, organ_code, case_id),
	KEY by_accepted (accepted_on, organ_code, case_id),
	KEY by_returned (returned_on, organ_code, case_id),
	KEY by_ended (ended_on, ended_as, organ_code, case_id),
	KEY by_due (ended_on, due_on, organ_code)
);

-- How many in a month: of an organ, of its items, of the windows that took in, of both.  '*' stands for all of them.
CREATE TABLE figure_sums (
	item_code	VARCHAR(64)	NOT NULL,
	intake_code	VARCHAR(18)	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,
	month_on	DATE		NOT NULL,	-- its first day
	received	INT		NOT NULL,
	accepted	INT		NOT NULL,
	returned	INT		NOT NULL,
	done		INT		NOT NULL,
	timed		INT		NOT NULL,
	late		INT		NOT NULL,
	refused		INT		NOT NULL,
	withdrawn	INT		NOT NULL,
	terminations	INT		NOT NULL,
	PRIMARY KEY (item_code, intake_code, organ_code, month_on),
	KEY by_organ (organ_code, intake_code, item_code, month_on),
	KEY by_month (month_on, intake_code, received)
);

-- How many cases done in a month took, or were promised to take, so many working days: medians come of it.
CREATE TABLE figure_days (
	item_code	VARCHAR(64)	NOT NULL,
	intake_code	VARCHAR(18)	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,
	month_on	DATE		NOT NULL,
	kind		ENUM('taken','promised') NOT NULL,
	days		SMALLINT UNSIGNED NOT NULL,
	cases		INT		NOT NULL,
	PRIMARY KEY (item_code, intake_code, organ_code, month_on, kind, days),
	KEY by_organ (organ_code, intake_code, item_code, month_on)
);
