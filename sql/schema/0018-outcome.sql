-- What follows the decision: fees, delivery, publicity of results, and the organ that supervises afterwards.

-- The organ that supervises what is granted under the item (审管分离); '': the organ that decides does so itself.
-- not_public: the ground on which no result of the item is published (rules/publicity.h); '': all are.
ALTER TABLE item_versions
	ADD supervising_organ VARCHAR(18) NOT NULL DEFAULT '',
	ADD not_public	VARCHAR(32)	CHARACTER SET ascii NOT NULL DEFAULT '';

-- ---- fees ----

-- What is asked of an applicant, from the list of the guide and from nothing else.  Amounts are fen.
CREATE TABLE fee_bills (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	case_id		BIGINT UNSIGNED	NOT NULL,
	line		SMALLINT UNSIGNED NOT NULL,	-- 1, 2, 3 … of the case
	position	SMALLINT	NOT NULL,	-- item_fees.position of the case's version
	name		VARCHAR(300)	NOT NULL,	-- as the guide said then, with standard and basis
	standard	VARCHAR(1000)	NOT NULL DEFAULT '',
	basis		TEXT		NOT NULL DEFAULT '',
	price		BIGINT		NOT NULL,	-- of one
	quantity	INT UNSIGNED	NOT NULL DEFAULT 1,
	working		VARCHAR(500)	NOT NULL DEFAULT '',	-- how it was computed, where the standard names no such price
	amount		BIGINT		NOT NULL,	-- to be paid: reduced, it is less than price times quantity
	organ_code	VARCHAR(18)	NOT NULL,
	slip_number	VARCHAR(32)	CHARACTER SET ascii NOT NULL,	-- 缴款单号: gap-free in each organ and year
	state		ENUM('asked','paid','waived','cancelled') NOT NULL DEFAULT 'asked',
	asked_at	DATETIME(6)	NOT NULL,
	asked_by	BIGINT UNSIGNED	NOT NULL,
	asked_name	VARCHAR(200)	NOT NULL,
	paid_at		DATETIME(6)	NULL,		-- by the bank's word, or the till's
	channel		ENUM('','window','bank') NOT NULL DEFAULT '',
	receipt_number	VARCHAR(64)	NOT NULL DEFAULT '',	-- of the till, or the bank's serial
	ended_at	DATETIME(6)	NULL,		-- noted as paid, waived or cancelled
	ended_name	VARCHAR(200)	NOT NULL DEFAULT '',
	reason		VARCHAR(1000)	NOT NULL DEFAULT '',	-- of a reduction, a waiver, a cancellation
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (case_id, line),
	UNIQUE KEY (slip_number),
	KEY by_organ (organ_code, state, asked_at)
);

-- Every act on a bill.  Only added to.
CREATE TABLE fee_history (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	bill_id		BIGINT UNSIGNED	NOT NULL,
	at		DATETIME(6)	NOT NULL,
	act		ENUM('ask','pay','reduce','waive','cancel') NOT NULL,
	amount		BIGINT		NOT NULL,	-- the bill's from then on
	account_id	BIGINT UNSIGNED	NOT NULL,	-- 0: the clock
	actor_name	VARCHAR(200)	NOT NULL,
	reason		VARCHAR(1000)	NOT NULL DEFAULT '',
	PRIMARY KEY (id),
	KEY by_bill (bill_id, id)
);

-- What banks sent: a file is known by its content, so that one sent twice is read once.
CREATE TABLE payment_files (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	sha256		CHAR(64)	CHARACTER SET ascii NOT NULL,
	name		VARCHAR(255)	NOT NULL,
	read_at		DATETIME(6)	NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY (sha256)
);

-- A row each; what fits no bill stays here until somebody has settled it.
CREATE TABLE payments (
	file_id		BIGINT UNSIGNED	NOT NULL,
	line		INT UNSIGNED	NOT NULL,
	bank_serial	VARCHAR(64)	CHARACTER SET ascii NULL,	-- NULL: unreadable, or a serial that is known already
	row_text	VARCHAR(500)	NOT NULL,	-- as it came
	slip_number	VARCHAR(32)	CHARACTER SET ascii NOT NULL DEFAULT '',
	amount		BIGINT		NULL,
	paid_at		DATETIME(6)	NULL,
	organ_code	VARCHAR(18)	NOT NULL DEFAULT '',	-- whose slip it is; '': nobody's
	state		ENUM('waiting','matched','wrong','again') NOT NULL DEFAULT 'waiting',	-- again: the same row came before
	why		VARCHAR(32)	CHARACTER SET ascii NOT NULL DEFAULT '',	-- rules/fee.h: what is wrong
	settled_at	DATETIME(6)	NULL,
	settled_name	VARCHAR(200)	NOT NULL DEFAULT '',
	settled_note	VARCHAR(1000)	NOT NULL DEFAULT '',
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (file_id, line),
	UNIQUE KEY (bank_serial),
	KEY by_state (state, settled_at, organ_code)
);

-- ---- delivery ----

-- How a result went to its applicant, time after time: a courier may bring it back.
CREATE TABLE case_deliveries (
	case_id		BIGINT UNSIGNED	NOT NULL,
	round		SMALLINT UNSIGNED NOT NULL,	-- 1, 2, 3 … of the case
	method		ENUM('window','courier','online') NOT NULL,
	state		ENUM('sent','signed','returned') NOT NULL,
	company		VARCHAR(100)	NOT NULL DEFAULT '',
	tracking_number	VARCHAR(64)	NOT NULL DEFAULT '',
	addressee	VARCHAR(100)	NOT NULL DEFAULT '',	-- to whom and where it was sent
	phone		VARCHAR(32)	NOT NULL DEFAULT '',
	address		VARCHAR(300)	NOT NULL DEFAULT '',
	sent_at		DATETIME(6)	NULL,
	sent_name	VARCHAR(200)	NOT NULL DEFAULT '',
	signed_on	DATE		NULL,
	receiver	VARCHAR(100)	NOT NULL DEFAULT '',	-- who took it
	relation	ENUM('','self','agent','family','colleague','other') NOT NULL DEFAULT '',
	identity_seen	VARCHAR(16)	CHARACTER SET ascii NOT NULL DEFAULT '',
	identity_tail	VARCHAR(8)	CHARACTER SET ascii NOT NULL DEFAULT '',	-- the last four of its number
	ended_at	DATETIME(6)	NULL,
	ended_name	VARCHAR(200)	NOT NULL DEFAULT '',
	reason		VARCHAR(500)	NOT NULL DEFAULT '',	-- why it came back
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (case_id, round),
	KEY by_state (state, case_id)
);

-- What an applicant changed about the delivery after filing.  Only added to.
CREATE TABLE delivery_changes (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	case_id		BIGINT UNSIGNED	NOT NULL,
	at		DATETIME(6)	NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL,
	delivery_before	VARCHAR(16)	CHARACTER SET ascii NOT NULL,
	delivery	VARCHAR(16)	CHARACTER SET ascii NOT NULL,
	delivery_address VARCHAR(300)	NOT NULL DEFAULT '',
	contact_name	VARCHAR(100)	NOT NULL DEFAULT '',
	contact_phone	VARCHAR(32)	NOT NULL DEFAULT '',
	PRIMARY KEY (id),
	KEY by_case (case_id, id)
);

-- ---- publicity of results 双公示 ----

-- One of each case that was granted: published within the set limit, or withheld on a stated ground.  Everything the
-- public sees is frozen here, persons masked.
CREATE TABLE result_notices (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	case_id		BIGINT UNSIGNED	NOT NULL,
	state		ENUM('waiting','valid','revoked','withdrawn','withheld') NOT NULL DEFAULT 'waiting',
	item_code	VARCHAR(64)	NOT NULL,
	item_kind	VARCHAR(2)	NOT NULL DEFAULT '',	-- 01 permits, 02 penalties: the two that must be public
	title		VARCHAR(300)	NOT NULL,	-- of the item
	outcome_name	VARCHAR(500)	NOT NULL DEFAULT '',
	organ_code	VARCHAR(18)	NOT NULL,
	organ_name	VARCHAR(200)	NOT NULL,
	area_code	VARCHAR(12)	NOT NULL,
	subject_kind	ENUM('person','enterprise') NOT NULL,
	subject_shown	VARCHAR(300)	NOT NULL,	-- persons masked
	credit_code	VARCHAR(32)	NOT NULL DEFAULT '',	-- enterprises alone
	document_number	VARCHAR(160)	NOT NULL DEFAULT '',	-- of the decision
	outcome_number	VARCHAR(100)	NOT NULL DEFAULT '',
	decided_on	DATE		NOT NULL,
	validity	VARCHAR(500)	NOT NULL DEFAULT '',	-- as the guide says it
	valid_until	DATE		NULL,		-- of the licence, where there is one
	publish_on	DATE		NOT NULL,	-- the day it is published, unless a ground is stated before
	due_on		DATE		NOT NULL,	-- the last day of the set limit
	published_at	DATETIME(6)	NULL,
	ground		VARCHAR(32)	CHARACTER SET ascii NOT NULL DEFAULT '',	-- why it is withheld
	note		VARCHAR(1000)	NOT NULL DEFAULT '',	-- of the last act: why it was corrected, withdrawn, revoked …
	state_at	DATETIME(6)	NOT NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (case_id),
	KEY by_turn (state, publish_on, id),
	KEY by_list (published_at, id),
	KEY by_organ (organ_code, published_at, id),
	KEY by_item (item_code, published_at, id),
	KEY by_subject (subject_shown),
	KEY by_credit (credit_code),
	KEY by_document (document_number)
);

-- Every act on a notice, with what stood there before.  Only added to.
CREATE TABLE result_notice_history (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	notice_id	BIGINT UNSIGNED	NOT NULL,
	at		DATETIME(6)	NOT NULL,
	act		ENUM('make','publish','withhold','release','correct','withdraw','revoke') NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL,	-- 0: the clock
	actor_name	VARCHAR(200)	NOT NULL,
	ground		VARCHAR(32)	CHARACTER SET ascii NOT NULL DEFAULT '',
	reason		VARCHAR(1000)	NOT NULL DEFAULT '',
	before_text	TEXT		NOT NULL DEFAULT '',	-- JSON: the columns a correction changed
	PRIMARY KEY (id),
	KEY by_notice (notice_id, id)
);

-- ---- follow-up by the organ that supervises ----

CREATE TABLE case_followups (
	case_id		BIGINT UNSIGNED	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,	-- the one that supervises
	made_at		DATETIME(6)	NOT NULL,
	due_on		DATE		NOT NULL,	-- by then it should have taken note
	acknowledged_at	DATETIME(6)	NULL,
	acknowledged_by	BIGINT UNSIGNED	NULL,
	acknowledged_name VARCHAR(200)	NOT NULL DEFAULT '',
	note		VARCHAR(1000)	NOT NULL DEFAULT '',	-- what it will do
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (case_id),
	KEY by_organ (organ_code, acknowledged_at, due_on, case_id),
	KEY by_due (acknowledged_at, due_on)
);
