-- The numbered papers of cases, as they were issued; and the mark an organ's document numbers begin with.

-- 机关代字, as in 云市监; '' : its short name stands there.
ALTER TABLE organs ADD COLUMN mark VARCHAR(30) NOT NULL DEFAULT '' AFTER short_name;

CREATE TABLE papers (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	code		CHAR(16)	CHARACTER SET ascii NOT NULL,	-- printed on it; who holds it may verify it (rules/paper.h)
	kind		VARCHAR(32)	CHARACTER SET ascii NOT NULL,	-- rules/paper.h
	case_id		BIGINT UNSIGNED	NOT NULL,
	position	INT UNSIGNED	NOT NULL,	-- of the act's row in the record
	number		VARCHAR(160)	NOT NULL,	-- 云市监受〔2026〕000123号
	organ_code	VARCHAR(18)	NOT NULL,	-- whose paper it is
	organ_name	VARCHAR(200)	NOT NULL,
	title		VARCHAR(300)	NOT NULL,	-- of the item
	applicant_shown	VARCHAR(300)	NOT NULL,	-- as anybody may see it: persons masked
	issued_on	DATE		NOT NULL,	-- the date it bears
	signed_at	DATETIME(6)	NOT NULL,	-- when it was in truth issued; nobody may change it
	issuer_id	BIGINT UNSIGNED	NOT NULL,	-- 0: the clock
	issuer_name	VARCHAR(200)	NOT NULL,
	issuer_organ	VARCHAR(18)	NOT NULL DEFAULT '',
	content		MEDIUMTEXT	NOT NULL,	-- JSON: every fact printed on it
	content_hash	BINARY(32)	NOT NULL,	-- SHA-256 of content
	chain_position	BIGINT UNSIGNED	NULL,		-- the last sealed row of the record when it was issued
	chain_head	CHAR(64)	CHARACTER SET ascii NOT NULL DEFAULT '',
	mac		BINARY(32)	NOT NULL,	-- over all of the above
	state		ENUM('valid','recalled','superseded') NOT NULL DEFAULT 'valid',
	state_code	VARCHAR(32)	CHARACTER SET ascii NOT NULL DEFAULT '',	-- why, as words.paper_state_code says it
	state_note	VARCHAR(1000)	NOT NULL DEFAULT '',	-- why, in somebody's own words
	state_at	DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (code),
	UNIQUE KEY (organ_code, number),
	KEY by_case (case_id, id)
);
