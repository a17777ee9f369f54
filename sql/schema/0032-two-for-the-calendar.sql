-- A draft of the calendar is one person's: offered by its maker with a reason, and published, or given back, by another.
ALTER TABLE calendar_drafts
	MODIFY state	ENUM('draft','offered','published','dropped') NOT NULL DEFAULT 'draft',
	ADD base	INT UNSIGNED	NULL,			-- the version it was offered to follow
	ADD offered_at	DATETIME(6)	NULL,
	ADD reason	VARCHAR(1000)	NOT NULL DEFAULT '',	-- why it was offered
	ADD ended_name	VARCHAR(200)	NOT NULL DEFAULT '';	-- who published or dropped it
