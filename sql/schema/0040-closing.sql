-- Who asks to close his account has it closed some days later, and may think better of it until then (docs/privacy.md).
ALTER TABLE accounts
	ADD closes_on	DATE	NULL,		-- asked for
	ADD closed_on	DATE	NULL,		-- done: the row names nobody any more
	ADD KEY by_closing (closes_on);
