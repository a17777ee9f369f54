-- Personal numbers sealed at rest (base/sealed.h, docs/privacy.md): room for the sealed texts, and blind indexes to look
-- numbers up by.  What lies here already is sealed by `yimenctl grants` once the rights are given, or `yimenctl rekey`.

ALTER TABLE accounts
	MODIFY id_number	VARCHAR(160)	NULL,		-- sealed; of an organisation as it is
	MODIFY phone		VARCHAR(160)	NOT NULL DEFAULT '',	-- sealed
	MODIFY email		VARCHAR(400)	NOT NULL DEFAULT '',	-- sealed
	ADD number_blind	BINARY(16)	NULL,
	DROP KEY kind,
	ADD UNIQUE KEY by_number (kind, number_blind);

ALTER TABLE cases
	MODIFY applicant_number	VARCHAR(160)	NOT NULL DEFAULT '',	-- sealed
	MODIFY contact_phone	VARCHAR(160)	NOT NULL DEFAULT '',	-- sealed
	MODIFY agent_number	VARCHAR(160)	NOT NULL DEFAULT '',	-- sealed
	ADD applicant_blind	BINARY(16)	NULL;

ALTER TABLE licences
	MODIFY id_number	VARCHAR(160)	NOT NULL,	-- sealed
	ADD number_blind	BINARY(16)	NULL,
	DROP KEY by_holder,
	ADD KEY by_holder (id_kind, number_blind, state, valid_to);

ALTER TABLE integrity_notes
	MODIFY id_number	VARCHAR(160)	NOT NULL,	-- sealed
	ADD number_blind	BINARY(16)	NULL,
	DROP KEY by_subject,
	ADD KEY by_subject (id_kind, number_blind, lifted_at);

ALTER TABLE delegations
	MODIFY delegate_number	VARCHAR(160)	NOT NULL,	-- sealed
	ADD number_blind	BINARY(16)	NULL,
	DROP KEY holder_id,
	ADD UNIQUE KEY one_at_a_time (holder_id, number_blind, still_open),
	DROP KEY by_number,
	ADD KEY by_number (number_blind, state, id);

ALTER TABLE case_deliveries
	MODIFY phone		VARCHAR(160)	NOT NULL DEFAULT '';	-- sealed

ALTER TABLE delivery_changes
	MODIFY contact_phone	VARCHAR(160)	NOT NULL DEFAULT '';	-- sealed

ALTER TABLE bookings
	MODIFY phone		VARCHAR(160)	NOT NULL;	-- sealed; holder has its blind index

ALTER TABLE enquiries
	MODIFY asker_phone	VARCHAR(160)	NOT NULL DEFAULT '',	-- sealed
	MODIFY asker_email	VARCHAR(400)	NOT NULL DEFAULT '';	-- sealed

ALTER TABLE outbox
	MODIFY recipient	VARCHAR(400)	NOT NULL DEFAULT '';	-- sealed

-- How far a walk that seals anew has come, so that one that was cut goes on.
CREATE TABLE rekey_progress (
	name		VARCHAR(32)	CHARACTER SET ascii NOT NULL,	-- of the table
	key_version	INT UNSIGNED	NOT NULL,	-- that it is sealed with
	seen		BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	resealed	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	done_at		DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (name)
);
