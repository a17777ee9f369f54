-- Blank forms and filled samples that guides offer, by the file name a material gives.
CREATE TABLE forms (
	name		VARCHAR(200)	CHARACTER SET ascii NOT NULL,
	sha256		CHAR(64)	CHARACTER SET ascii NOT NULL,
	content_type	VARCHAR(100)	CHARACTER SET ascii NOT NULL,
	bytes		BIGINT UNSIGNED	NOT NULL,
	created_at	DATETIME(6)	NOT NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (name)
);
