-- A letter names its asker, and a queue's number who took it, for as long as that may be asked (docs/privacy.md).
ALTER TABLE enquiries
	ADD forgotten TINYINT(1) NOT NULL DEFAULT 0,
	ADD KEY by_forgotten (forgotten, state, answered_at, id);
ALTER TABLE tickets
	ADD forgotten TINYINT(1) NOT NULL DEFAULT 0,
	ADD KEY by_forgotten (forgotten, day_on, id);
