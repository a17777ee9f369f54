-- Who comes in: accounts, their secrets, sessions; and what stops double posts and guessing.

CREATE TABLE accounts (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	kind		ENUM('person','enterprise','staff') NOT NULL,
	login		VARCHAR(64)	CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
	name		VARCHAR(200)	NOT NULL,
	id_kind		ENUM('','citizen','credit') NOT NULL DEFAULT '',
	id_number	VARCHAR(32)	NULL,		-- citizen number or credit code
	legal_name	VARCHAR(100)	NOT NULL DEFAULT '',	-- an enterprise's legal representative
	phone		VARCHAR(32)	NOT NULL DEFAULT '',
	email		VARCHAR(200)	NOT NULL DEFAULT '',
	address		VARCHAR(300)	NOT NULL DEFAULT '',
	organ_code	VARCHAR(18)	NULL,		-- staff
	area_code	VARCHAR(12)	NULL,		-- staff: its organs and those below
	disabled	TINYINT(1)	NOT NULL DEFAULT 0,
	expires_on	DATE		NULL,
	created_at	DATETIME(6)	NOT NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (login),
	UNIQUE KEY (kind, id_number),
	KEY by_organ (organ_code)
);

CREATE TABLE account_roles (
	account_id	BIGINT UNSIGNED	NOT NULL,
	role		VARCHAR(32)	CHARACTER SET ascii NOT NULL,
	PRIMARY KEY (account_id, role)
);

-- Read by yimen-signin and nobody else.
CREATE TABLE secrets (
	account_id	BIGINT UNSIGNED	NOT NULL,
	password_hash	VARCHAR(200)	CHARACTER SET ascii NOT NULL,
	totp_secret	VARBINARY(64)	NULL,		-- staff
	totp_counter	BIGINT UNSIGNED	NOT NULL DEFAULT 0,	-- the last time step used
	failures	SMALLINT	NOT NULL DEFAULT 0,
	locked_until	DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (account_id)
);

CREATE TABLE sessions (
	token_hash	BINARY(32)	NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL,
	stage		ENUM('password','full') NOT NULL,	-- password: the second factor is still owed
	created_at	DATETIME(6)	NOT NULL,
	seen_at		DATETIME(6)	NOT NULL,
	expires_at	DATETIME(6)	NOT NULL,
	PRIMARY KEY (token_hash),
	KEY by_account (account_id),
	KEY by_expiry (expires_at)
);

-- One write, one nonce: a second post of the same form gets the first answer.
CREATE TABLE nonces (
	nonce		BINARY(16)	NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL,
	body_hash	BINARY(32)	NOT NULL,
	location	VARCHAR(500)	NOT NULL DEFAULT '',
	created_at	DATETIME(6)	NOT NULL,
	PRIMARY KEY (nonce),
	KEY by_age (created_at)
);

-- Counts of tries in a window of time, by whatever is limited.
CREATE TABLE throttles (
	bucket		VARBINARY(100)	NOT NULL,	-- e.g. "track:" and an address
	window_at	DATETIME(6)	NOT NULL,
	tries		INT UNSIGNED	NOT NULL,
	PRIMARY KEY (bucket)
);
