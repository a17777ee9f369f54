-- The mobile number an applicant signs in with is sealed as his other numbers are (base/sealed.h, docs/privacy.md).  An account is
-- found by the blind index of its login, and one login is one account's by it.  What lies here already is sealed by
-- `yimenctl grants` once the rights are given, or `yimenctl rekey`: audit_searches was walked by none before, so all are walked again.

ALTER TABLE accounts
	MODIFY login		VARCHAR(160)	CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,	-- sealed; names of the house as they are
	ADD login_blind		BINARY(16)	NULL,
	DROP KEY login,
	ADD UNIQUE KEY by_login (login_blind);

-- Whose acts or sign-ins the auditor asked for.
ALTER TABLE audit_searches
	MODIFY who		VARCHAR(160)	NOT NULL DEFAULT '';	-- sealed as a login
