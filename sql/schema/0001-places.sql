-- Where approvals happen: areas, organs, centres, windows, themes; settings; the calendar.

-- A division of GB/T 2260, to town level.
CREATE TABLE areas (
	code		VARCHAR(12)	NOT NULL,	-- 6, 9 or 12 digits
	parent		VARCHAR(12)	NULL,
	name		VARCHAR(100)	NOT NULL,
	name_en		VARCHAR(200)	NOT NULL DEFAULT '',
	level		TINYINT		NOT NULL,	-- 1 nation … 6 village
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (code),
	KEY by_parent (parent)
);

-- An authority that decides or serves.
CREATE TABLE organs (
	code		VARCHAR(18)	NOT NULL,	-- credit code, or the organ's interim code
	name		VARCHAR(200)	NOT NULL,
	name_en		VARCHAR(300)	NOT NULL DEFAULT '',
	short_name	VARCHAR(100)	NOT NULL DEFAULT '',
	area_code	VARCHAR(12)	NOT NULL,
	nature		CHAR(1)		NOT NULL DEFAULT '1',	-- GB/T 39046 A.3
	phone		VARCHAR(100)	NOT NULL DEFAULT '',
	address		VARCHAR(300)	NOT NULL DEFAULT '',
	doubtful	TINYINT(1)	NOT NULL DEFAULT 0,	-- its code fails the check digit, yet it is in use
	position	INT		NOT NULL DEFAULT 0,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (code),
	KEY by_area (area_code)
);

CREATE TABLE centres (
	id		INT UNSIGNED	NOT NULL AUTO_INCREMENT,
	code		VARCHAR(32)	NOT NULL,
	name		VARCHAR(200)	NOT NULL,
	name_en		VARCHAR(300)	NOT NULL DEFAULT '',
	area_code	VARCHAR(12)	NOT NULL,
	address		VARCHAR(300)	NOT NULL DEFAULT '',
	hours		VARCHAR(300)	NOT NULL DEFAULT '',
	phone		VARCHAR(100)	NOT NULL DEFAULT '',
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (code)
);

CREATE TABLE windows (
	id		INT UNSIGNED	NOT NULL AUTO_INCREMENT,
	centre_code	VARCHAR(32)	NOT NULL,
	number		VARCHAR(16)	NOT NULL,
	name		VARCHAR(200)	NOT NULL,
	name_en		VARCHAR(300)	NOT NULL DEFAULT '',
	organ_code	VARCHAR(18)	NULL,		-- NULL: a general window
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (centre_code, number)
);

CREATE TABLE themes (
	code		VARCHAR(32)	NOT NULL,
	side		ENUM('person','enterprise') NOT NULL,
	name		VARCHAR(100)	NOT NULL,
	name_en		VARCHAR(200)	NOT NULL DEFAULT '',
	icon		VARCHAR(32)	NOT NULL DEFAULT '',
	position	INT		NOT NULL DEFAULT 0,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (code)
);

-- What differs between administrations and is not a file's business.
CREATE TABLE settings (
	name		VARCHAR(64)	NOT NULL,
	value		TEXT		NOT NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (name)
);

-- A version of the working-day calendar: what was known when it was published.
CREATE TABLE calendars (
	version		INT UNSIGNED	NOT NULL,
	source		VARCHAR(300)	NOT NULL,
	first_on	DATE		NOT NULL,
	last_on		DATE		NOT NULL,	-- later days are provisional
	created_at	DATETIME(6)	NOT NULL,
	PRIMARY KEY (version)
);

CREATE TABLE calendar_days (
	calendar	INT UNSIGNED	NOT NULL,
	day_on		DATE		NOT NULL,
	works		TINYINT(1)	NOT NULL,	-- 1 a make-up working day, 0 a day off
	name		VARCHAR(50)	NOT NULL DEFAULT '',
	notice_year	SMALLINT	NOT NULL,
	PRIMARY KEY (calendar, day_on)
);

-- Gap-free numbers, taken under a row lock (case numbers, index numbers).
CREATE TABLE counters (
	name		VARCHAR(100)	NOT NULL,
	value		BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	PRIMARY KEY (name)
);
