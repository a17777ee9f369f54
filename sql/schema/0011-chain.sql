-- The record sealed: every event of every case in one chain, and the heads of its days.

-- Events that wait to be sealed.  Ids are given early and committed late, and out of order, so that a sealer that went
-- by ids would pass some over; a row here is there exactly when its event is.
CREATE TABLE record_queue (
	event_id	BIGINT UNSIGNED	NOT NULL,
	PRIMARY KEY (event_id)
);

-- Append-only: no account may UPDATE or DELETE it.  docs/record.md says what leaf and head are made of.
CREATE TABLE record_chain (
	position	BIGINT UNSIGNED	NOT NULL,	-- 1, 2, 3 … no gap
	event_id	BIGINT UNSIGNED	NOT NULL,
	leaf		BINARY(32)	NOT NULL,
	head		BINARY(32)	NOT NULL,
	at		DATETIME(6)	NOT NULL,	-- sealed; never before the row before it
	PRIMARY KEY (position),
	UNIQUE KEY (event_id),
	KEY by_time (at)
);

-- The last head of each day on which anything was sealed, once the day is over; append-only too.
CREATE TABLE record_heads (
	day_on		DATE		NOT NULL,
	position	BIGINT UNSIGNED	NOT NULL,
	head		BINARY(32)	NOT NULL,
	at		DATETIME(6)	NOT NULL,	-- published
	PRIMARY KEY (day_on)
);

-- What was recorded before there was a chain.
INSERT INTO record_queue (event_id) SELECT id FROM case_events;
