-- The elements of a published version in one row, so that a guide is read by one statement (catalogue/elements.h).
-- It follows from item_themes … item_fields, which no longer change then; yimenctl renew-guides writes it anew.
CREATE TABLE item_elements (
	version_id	BIGINT UNSIGNED	NOT NULL,
	body		MEDIUMTEXT	NOT NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (version_id)
);
