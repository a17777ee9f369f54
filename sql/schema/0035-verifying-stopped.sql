-- A verification of the record may be stopped: an auditor asks, yimen-clock stops before its next stretch.
ALTER TABLE verifications
	MODIFY state	ENUM('waiting','cases','links','events','rest','done','failed','stopped') NOT NULL DEFAULT 'waiting',
	ADD case_first	BIGINT UNSIGNED	NOT NULL DEFAULT 0,	-- where each walk began, to tell how far it is
	ADD link_first	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	ADD event_first	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	ADD stretch_at	DATETIME(6)	NULL,			-- the last stretch; none for long: yimen-clock does not run
	ADD stop_at	DATETIME(6)	NULL,			-- the page sets these, the clock never, and so they are apart from version
	ADD stop_by	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	ADD stop_name	VARCHAR(200)	NOT NULL DEFAULT '';
