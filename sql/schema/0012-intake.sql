-- Intake: who took a case in and where, what was received on paper, what is promised, and the register of all that
-- comes in and goes out.

ALTER TABLE cases
	ADD intake_organ_code	VARCHAR(18)	NULL,		-- the organ whose window took it in; NULL: the applicant filed it
	ADD intake_area		VARCHAR(12)	NULL,
	ADD received_by		BIGINT UNSIGNED	NULL,		-- the first receiver (首问负责), kept for ever
	ADD received_name	VARCHAR(200)	NOT NULL DEFAULT '',
	ADD identity_seen	VARCHAR(16)	CHARACTER SET ascii NOT NULL DEFAULT '',	-- which document the clerk saw
	ADD agent_name		VARCHAR(100)	NOT NULL DEFAULT '',	-- who came instead of the applicant
	ADD agent_number	VARCHAR(32)	NOT NULL DEFAULT '',
	ADD agent_seen		VARCHAR(16)	CHARACTER SET ascii NOT NULL DEFAULT '',
	ADD precheck_at		DATETIME(6)	NULL,		-- in order online: the originals are awaited
	ADD KEY by_intake (intake_organ_code, submitted_at, id),
	ADD KEY by_receiver (received_by, state, id);

ALTER TABLE case_materials
	MODIFY given		ENUM('none','files','promise','paper','not_needed','lack') NOT NULL DEFAULT 'none',
	ADD originals		SMALLINT UNSIGNED NULL,		-- received on paper
	ADD copies		SMALLINT UNSIGNED NULL,
	ADD seen_at		DATETIME(6)	NULL,		-- the original was laid beside the copy
	ADD seen_name		VARCHAR(200)	NOT NULL DEFAULT '',
	ADD round		SMALLINT	NOT NULL DEFAULT 0;	-- of the list it was last changed for; 0: as first filed

-- Of the list an answer was last changed for.
ALTER TABLE case_answers
	ADD round		SMALLINT	NOT NULL DEFAULT 0;

-- A later list names what the first could have named (rules/defect.h); allowed only where settings say "flag".
ALTER TABLE correction_lines
	ADD visible_before	TINYINT(1)	NOT NULL DEFAULT 0;

-- What an applicant promised: to bring a material by a day (容缺), or that a fact is so instead of its proof (告知承诺).
CREATE TABLE case_promises (
	case_id		BIGINT UNSIGNED	NOT NULL,
	material	SMALLINT	NOT NULL,
	kind		ENUM('lack','proof') NOT NULL,
	body		VARCHAR(2000)	NOT NULL,	-- the text that was agreed to
	signed_at	DATETIME(6)	NOT NULL,
	signed_how	ENUM('online','paper') NOT NULL,
	recorded_by	BIGINT UNSIGNED	NOT NULL,	-- the applicant, or the clerk who has the signed paper
	promised_by_on	DATE		NULL,		-- of a lack, fixed at acceptance
	given_at	DATETIME(6)	NULL,		-- handed in by the applicant, not yet looked at
	kept_at		DATETIME(6)	NULL,
	checked_by	BIGINT UNSIGNED	NULL,
	checked_name	VARCHAR(200)	NOT NULL DEFAULT '',
	lapsed_at	DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (case_id, material),
	KEY by_due (kind, kept_at, lapsed_at, promised_by_on)
);

-- Who broke a promise: barred from further ones until it is lifted.
CREATE TABLE integrity_notes (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	id_kind		ENUM('citizen','credit') NOT NULL,
	id_number	VARCHAR(32)	NOT NULL,
	name		VARCHAR(200)	NOT NULL,
	case_id		BIGINT UNSIGNED	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,
	reason		VARCHAR(1000)	NOT NULL,
	at		DATETIME(6)	NOT NULL,
	lifted_at	DATETIME(6)	NULL,
	lifted_by	BIGINT UNSIGNED	NULL,
	lifted_name	VARCHAR(200)	NOT NULL DEFAULT '',
	lift_reason	VARCHAR(1000)	NOT NULL DEFAULT '',
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (case_id),
	KEY by_subject (id_kind, id_number, lifted_at),
	KEY by_organ (organ_code, lifted_at, id)
);

-- 收发件登记: all that comes in and goes out, numbered without a gap in each organ and year.  Only added to.
CREATE TABLE register_rows (
	organ_code	VARCHAR(18)	NOT NULL,	-- at whose desk; the owner's where no officer acted
	year		SMALLINT	NOT NULL,
	serial		INT UNSIGNED	NOT NULL,
	direction	ENUM('in','out') NOT NULL,
	case_id		BIGINT UNSIGNED	NOT NULL,
	event		VARCHAR(32)	CHARACTER SET ascii NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL,
	actor_kind	VARCHAR(16)	CHARACTER SET ascii NOT NULL,
	actor_name	VARCHAR(200)	NOT NULL,
	at		DATETIME(6)	NOT NULL,
	PRIMARY KEY (organ_code, year, serial),
	KEY by_day (organ_code, at, direction),
	KEY by_case (case_id)
);

-- What was done before there was a register stands in it from the beginning.
INSERT INTO register_rows (organ_code, year, serial, direction, case_id, event, account_id, actor_kind, actor_name, at)
SELECT t.organ_code, YEAR(t.at), ROW_NUMBER() OVER (PARTITION BY t.organ_code, YEAR(t.at) ORDER BY t.at, t.id),
       IF(t.event IN ('submit', 'resubmit'), 'in', 'out'), t.case_id, t.event, t.account_id, t.actor_kind, t.actor_name, t.at
  FROM (SELECT e.id, IF(e.organ_code <> '', e.organ_code, c.organ_code) AS organ_code, e.case_id, e.event, e.account_id,
               e.actor_kind, e.actor_name, e.at
          FROM case_events e
          JOIN cases c ON c.id = e.case_id
         WHERE e.event IN ('submit', 'resubmit', 'ask_correction', 'refuse_acceptance', 'accept', 'deem_accepted', 'grant',
                           'deny', 'deliver')) t;

INSERT INTO counters (name, value)
SELECT CONCAT('register:', organ_code, ':', year), MAX(serial) FROM register_rows GROUP BY organ_code, year;
