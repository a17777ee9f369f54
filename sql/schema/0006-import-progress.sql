-- How far a running import is.  Written by a connection of its own, so that others see it while the one transaction
-- that writes the rows is still open; import_batches itself stays locked by that transaction.
CREATE TABLE import_progress (
	batch_id	BIGINT UNSIGNED	NOT NULL,
	rows_done	INT UNSIGNED	NOT NULL,
	at		DATETIME(6)	NOT NULL,
	PRIMARY KEY (batch_id)
);
