-- 电子证照: what was granted and is held; the seals of an organ by area; materials a result takes the place of.

-- A kind of result an organ issues: the catalogue the identifiers of GB/T 36901 refer to.
CREATE TABLE licence_kinds (
	code		VARCHAR(21)	CHARACTER SET ascii NOT NULL,	-- the organ's code and three digits
	organ_code	VARCHAR(18)	NOT NULL,
	title		VARCHAR(300)	NOT NULL,	-- 食品经营许可证
	outcome_kind	ENUM('licence','approval','certificate','document') NOT NULL,
	created_at	DATETIME(6)	NOT NULL,
	PRIMARY KEY (code),
	UNIQUE KEY (organ_code, title)
);

-- The result register: a row a granted result.  state is as it was last set; whether it holds on a day is the word of
-- rules/licence.h, so that a clock that is late makes nothing valid.
CREATE TABLE licences (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	identifier	VARCHAR(100)	CHARACTER SET ascii NULL,	-- NULL: granted before there was a register
	kind		VARCHAR(21)	CHARACTER SET ascii NOT NULL DEFAULT '',
	serial		VARCHAR(20)	CHARACTER SET ascii NOT NULL DEFAULT '',
	edition		SMALLINT UNSIGNED NOT NULL DEFAULT 1,	-- 版本: one more each time it is renewed
	title		VARCHAR(300)	NOT NULL,
	outcome_kind	ENUM('licence','approval','certificate','document') NOT NULL,
	holder_kind	ENUM('person','enterprise') NOT NULL,
	id_kind		ENUM('citizen','credit') NOT NULL,
	id_number	VARCHAR(32)	NOT NULL,
	holder_name	VARCHAR(200)	NOT NULL,
	case_id		BIGINT UNSIGNED	NOT NULL,
	item_code	VARCHAR(64)	NOT NULL,
	item_title	VARCHAR(300)	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,	-- issues it
	organ_name	VARCHAR(200)	NOT NULL,
	outcome_number	VARCHAR(100)	NOT NULL DEFAULT '',	-- as printed on it
	paper_code	CHAR(16)	CHARACTER SET ascii NOT NULL DEFAULT '',	-- the decision
	document_number	VARCHAR(160)	NOT NULL DEFAULT '',
	issued_on	DATE		NOT NULL,	-- the date it bears
	signed_at	DATETIME(6)	NOT NULL,	-- when it was in truth issued; nobody may change it
	valid_from	DATE		NOT NULL,
	valid_to	DATE		NULL,		-- the last day; NULL: long-term
	state		ENUM('valid','expired','revoked','superseded') NOT NULL DEFAULT 'valid',
	state_at	DATETIME(6)	NULL,
	reason		VARCHAR(2000)	NOT NULL DEFAULT '',
	replaced_by	BIGINT UNSIGNED	NULL,
	reminded_at	DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (identifier),
	UNIQUE KEY (case_id),
	KEY by_holder (id_kind, id_number, state, valid_to),
	KEY by_organ (organ_code, issued_on, id),
	KEY by_organ_state (organ_code, state, valid_to, id),
	KEY by_expiry (state, valid_to, id),
	KEY by_paper (paper_code)
);

-- What became of it.  Only added to.
CREATE TABLE licence_acts (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	licence_id	BIGINT UNSIGNED	NOT NULL,
	at		DATETIME(6)	NOT NULL,
	act		ENUM('issued','carried_over','used','reminded','expired','revoked','superseded') NOT NULL,
	case_id		BIGINT UNSIGNED	NULL,		-- of the act: where it was used, what took its place
	account_id	BIGINT UNSIGNED	NOT NULL,	-- 0: the clock, or a migration
	actor_kind	VARCHAR(16)	CHARACTER SET ascii NOT NULL,
	actor_name	VARCHAR(200)	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL DEFAULT '',
	reason		VARCHAR(2000)	NOT NULL DEFAULT '',
	PRIMARY KEY (id),
	KEY by_licence (licence_id, id)
);

-- 审批专用章: an organ may have a seal for an area; none: its own name stands on it.
CREATE TABLE seals (
	organ_code	VARCHAR(18)	NOT NULL,
	area_code	VARCHAR(12)	NOT NULL,	-- of the project: this division and those below
	name		VARCHAR(200)	NOT NULL,	-- along the arc
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (organ_code, area_code)
);

-- The result that takes a material's place (免提交): its name, the code of its kind, or of the item it results from.
ALTER TABLE item_materials
	ADD licence	VARCHAR(300)	NOT NULL DEFAULT '';

ALTER TABLE case_materials
	MODIFY given	ENUM('none','files','promise','paper','not_needed','lack','licence') NOT NULL DEFAULT 'none',
	ADD licence_id	BIGINT UNSIGNED	NULL,		-- of the holder's own, when given is licence
	ADD KEY by_licence (licence_id);

-- What was granted before and can be said truthfully: its decision paper stands, and its guide says in so many words
-- how long it holds (5年, 五年 and the like, 长期), or nothing at all.  The rest stays in its case alone.
INSERT INTO licences (title, outcome_kind, holder_kind, id_kind, id_number, holder_name, case_id, item_code, item_title,
       organ_code, organ_name, outcome_number, paper_code, document_number, issued_on, signed_at, valid_from, valid_to)
SELECT v.outcome_name, v.outcome_kind, c.applicant_kind, IF(c.applicant_kind = 'person', 'citizen', 'credit'),
       c.applicant_number, c.applicant_name, c.id, c.item_code, c.title, p.organ_code, p.organ_name, c.outcome_number,
       p.code, p.number, p.issued_on, p.signed_at, p.issued_on,
       IF(t.years IS NULL, NULL, p.issued_on + INTERVAL t.years YEAR - INTERVAL 1 DAY)
  FROM cases c
  JOIN item_versions v ON v.id = c.item_version_id
  JOIN papers p ON p.id = (SELECT MAX(d.id) FROM papers d
                            WHERE d.case_id = c.id AND d.kind IN ('licence_granted', 'granted') AND d.state = 'valid')
  JOIN (SELECT '' AS said, NULL AS years UNION ALL SELECT '长期', NULL UNION ALL SELECT '长期有效', NULL
        UNION ALL SELECT '一年', 1 UNION ALL SELECT '1年', 1 UNION ALL SELECT '二年', 2 UNION ALL SELECT '两年', 2
        UNION ALL SELECT '2年', 2 UNION ALL SELECT '三年', 3 UNION ALL SELECT '3年', 3 UNION ALL SELECT '四年', 4
        UNION ALL SELECT '4年', 4 UNION ALL SELECT '五年', 5 UNION ALL SELECT '5年', 5 UNION ALL SELECT '六年', 6
        UNION ALL SELECT '6年', 6 UNION ALL SELECT '十年', 10 UNION ALL SELECT '10年', 10) t
    ON t.said = v.outcome_validity
 WHERE c.state IN ('granted', 'closed', 'delivered')
   AND v.outcome_name <> ''
   AND v.outcome_kind IN ('licence', 'approval', 'certificate', 'document')
   AND c.applicant_number <> ''
   AND NOT EXISTS (SELECT 1 FROM case_tasks k
                    WHERE k.case_id = c.id AND k.kind = 'issue' AND k.state IN ('waiting', 'open'));

INSERT INTO licence_acts (licence_id, at, act, case_id, account_id, actor_kind, actor_name, organ_code)
SELECT id, signed_at, 'carried_over', case_id, 0, 'clock', 'clock', organ_code FROM licences;
