-- Reviews that stand still, limits the head extends, limits that end at an instant, and calendars that move dates.

-- A limit in hours ends at an instant; one in days or longer has none.
ALTER TABLE cases
	ADD COLUMN promised_at	DATETIME(6)	NULL AFTER promised_on,
	ADD COLUMN statutory_at	DATETIME(6)	NULL AFTER statutory_on,
	ADD COLUMN extended_days SMALLINT UNSIGNED NULL AFTER due_on;	-- working days the head added, once: Licensing Law 42

-- Time that no limit includes (Licensing Law 45).  It holds from its first day up to the day work resumes.
CREATE TABLE case_pauses (
	case_id		BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,	-- 1, 2, 3 … within the case
	kind		ENUM('hearing','tender','auction','inspection','testing','quarantine','appraisal',
			     'expert_review','publicity','other','supplement') NOT NULL,
	from_on		DATE		NOT NULL,
	to_on		DATE		NULL,		-- the day work resumed; NULL: it stands still
	expected_days	SMALLINT UNSIGNED NULL,		-- working days, as the applicant was told; NULL: until the supplement comes
	reason		TEXT		NOT NULL,
	opened_by	BIGINT UNSIGNED	NOT NULL,
	opened_event	INT UNSIGNED	NOT NULL,	-- case_events.position
	closed_by	BIGINT UNSIGNED	NULL,
	closed_event	INT UNSIGNED	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	open		TINYINT AS (IF(to_on IS NULL, 1, NULL)) VIRTUAL,
	PRIMARY KEY (case_id, position),
	UNIQUE KEY one_open (case_id, open)
);

-- A list of what is missing is asked for before acceptance (correction) or in the review (supplement).
ALTER TABLE corrections
	ADD COLUMN kind		ENUM('correction','supplement') NOT NULL DEFAULT 'correction' AFTER round;

-- When the open cases were last computed anew with this version; NULL: not yet.
ALTER TABLE calendars
	ADD COLUMN recomputed_at DATETIME(6)	NULL;
