-- The counter: which window serves what, appointments, queue numbers, and the kiosks in the halls.

-- Windows that share a letter share a queue: a ticket of that letter is called by any of them that serves all its items.
ALTER TABLE windows
	ADD letter	CHAR(1)		CHARACTER SET ascii NOT NULL DEFAULT 'A';

-- 专窗, 委托受理: what a window serves beyond the organ it belongs to.  For an item the most particular rows count: those
-- of the item, else those of its organ, else its organ's own windows, else the general ones (rules/queue.h).
CREATE TABLE window_services (
	centre_code	VARCHAR(32)	NOT NULL,
	window_number	VARCHAR(16)	NOT NULL,
	kind		ENUM('item','organ') NOT NULL,
	code		VARCHAR(64)	NOT NULL,	-- of the item or the organ
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (centre_code, window_number, kind, code)
);

-- When a hall is open, in minutes of the day.  A make-up working day is kept like a Monday; a holiday has no hours.
CREATE TABLE centre_hours (
	centre_code	VARCHAR(32)	NOT NULL,
	weekday		TINYINT		NOT NULL,	-- 1 Monday … 7 Sunday
	from_minute	SMALLINT	NOT NULL,
	to_minute	SMALLINT	NOT NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (centre_code, weekday, from_minute)
);

-- ---- appointments ----

-- When an organ sees people by appointment: each week on a day, or once on a date.  Nights, weekends and, where it says
-- so, holidays as well.
CREATE TABLE slot_plans (
	id		INT UNSIGNED	NOT NULL AUTO_INCREMENT,
	organ_code	VARCHAR(18)	NOT NULL,	-- whose plan it is, and who sees its bookings
	centre_code	VARCHAR(32)	NOT NULL,
	window_number	VARCHAR(16)	NOT NULL DEFAULT '',	-- '' for a home visit, or a window told on arrival
	kind		ENUM('window','visit') NOT NULL DEFAULT 'window',
	serves		ENUM('own','all','items') NOT NULL DEFAULT 'own',	-- the organ's items, any, or those listed
	weekday		TINYINT		NULL,		-- 1 Monday … 7 Sunday; NULL: once, on_on
	on_on		DATE		NULL,
	from_on		DATE		NULL,		-- from when to when a weekly plan holds; NULL: always
	until_on	DATE		NULL,
	from_minute	SMALLINT	NOT NULL,	-- of the day
	to_minute	SMALLINT	NOT NULL,
	slot_minutes	SMALLINT	NOT NULL,	-- how long one appointment is
	capacity	SMALLINT	NOT NULL,	-- how many at once
	holidays	TINYINT(1)	NOT NULL DEFAULT 0,
	officer_id	BIGINT UNSIGNED	NULL,		-- who is promised to be there; NULL: named later
	retired		TINYINT(1)	NOT NULL DEFAULT 0,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	KEY by_centre (centre_code, retired, kind),
	KEY by_organ (organ_code, retired)
);

CREATE TABLE slot_plan_items (
	plan_id		INT UNSIGNED	NOT NULL,
	item_code	VARCHAR(64)	NOT NULL,
	PRIMARY KEY (plan_id, item_code)
);

-- A day on which an organ keeps none of its plans at a centre.
CREATE TABLE slot_closures (
	centre_code	VARCHAR(32)	NOT NULL,
	organ_code	VARCHAR(18)	NOT NULL,
	closed_on	DATE		NOT NULL,
	reason		VARCHAR(300)	NOT NULL DEFAULT '',
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (centre_code, organ_code, closed_on)
);

-- How many of a slot are taken: the row that is locked when one is booked or given back.
CREATE TABLE slot_counts (
	plan_id		INT UNSIGNED	NOT NULL,
	day_on		DATE		NOT NULL,
	from_minute	SMALLINT	NOT NULL,
	taken		SMALLINT	NOT NULL DEFAULT 0,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (plan_id, day_on, from_minute)
);

CREATE TABLE bookings (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	number		VARCHAR(16)	CHARACTER SET ascii NOT NULL,	-- said at the desk: 26112400012
	code		VARCHAR(32)	CHARACTER SET ascii NOT NULL,	-- its address, known to whom it was given
	account_id	BIGINT UNSIGNED	NOT NULL DEFAULT 0,	-- 0: booked without an account
	holder		VARCHAR(64)	CHARACTER SET ascii NOT NULL,	-- who it is for: "a" and the account, or "p" and the phone
	name		VARCHAR(200)	NOT NULL,
	phone		VARCHAR(32)	NOT NULL,
	language	ENUM('zh','en')	NOT NULL DEFAULT 'zh',
	organ_code	VARCHAR(18)	NOT NULL,
	plan_id		INT UNSIGNED	NOT NULL,
	centre_code	VARCHAR(32)	NOT NULL,
	window_number	VARCHAR(16)	NOT NULL DEFAULT '',
	kind		ENUM('window','visit') NOT NULL,
	day_on		DATE		NOT NULL,
	from_minute	SMALLINT	NOT NULL,
	to_minute	SMALLINT	NOT NULL,
	state		ENUM('booked','cancelled','arrived','missed','done') NOT NULL DEFAULT 'booked',
	officer_id	BIGINT UNSIGNED	NULL,
	officer_name	VARCHAR(200)	NOT NULL DEFAULT '',
	address		VARCHAR(300)	NOT NULL DEFAULT '',	-- of a home visit
	visit_reason	VARCHAR(500)	NOT NULL DEFAULT '',	-- why somebody cannot come
	acts		SMALLINT UNSIGNED NOT NULL DEFAULT 0,	-- rows of booking_acts
	created_at	DATETIME(6)	NOT NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (number),
	UNIQUE KEY (code),
	KEY by_holder (holder, state, day_on),
	KEY by_account (account_id, id),
	KEY by_day (organ_code, day_on, from_minute),
	KEY by_state (state, day_on, id)
);

CREATE TABLE booking_items (
	booking_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	item_code	VARCHAR(64)	NOT NULL,
	title		VARCHAR(300)	NOT NULL,
	title_en	VARCHAR(500)	NOT NULL DEFAULT '',
	holder		VARCHAR(64)	CHARACTER SET ascii NOT NULL,
	standing	TINYINT(1)	NULL DEFAULT 1,	-- NULL once it is over
	PRIMARY KEY (booking_id, position),
	UNIQUE KEY one_at_once (holder, item_code, standing)
);

-- What was done with a booking, by whom and why.  Only added to.
CREATE TABLE booking_acts (
	booking_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT UNSIGNED NOT NULL,
	at		DATETIME(6)	NOT NULL,
	act		VARCHAR(16)	CHARACTER SET ascii NOT NULL,	-- book, change, cancel, assign, arrive, miss, finish
	account_id	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	actor_kind	VARCHAR(16)	CHARACTER SET ascii NOT NULL,	-- applicant, staff, clock
	actor_name	VARCHAR(200)	NOT NULL DEFAULT '',
	reason		VARCHAR(500)	NOT NULL DEFAULT '',
	day_on		DATE		NOT NULL,	-- as it was to be from then on
	from_minute	SMALLINT	NOT NULL,
	officer_name	VARCHAR(200)	NOT NULL DEFAULT '',
	PRIMARY KEY (booking_id, position)
);

-- ---- queue numbers ----

-- The last number given in a queue on a day; locked while one is given or called.
CREATE TABLE queue_days (
	centre_code	VARCHAR(32)	NOT NULL,
	day_on		DATE		NOT NULL,
	letter		CHAR(1)		CHARACTER SET ascii NOT NULL,
	serial		SMALLINT UNSIGNED NOT NULL DEFAULT 0,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (centre_code, day_on, letter)
);

CREATE TABLE tickets (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	code		VARCHAR(32)	CHARACTER SET ascii NOT NULL,	-- its address
	centre_code	VARCHAR(32)	NOT NULL,
	day_on		DATE		NOT NULL,
	letter		CHAR(1)		CHARACTER SET ascii NOT NULL,
	serial		SMALLINT UNSIGNED NOT NULL,
	priority	TINYINT		NOT NULL DEFAULT 0,	-- 1: came by appointment
	state		ENUM('waiting','called','open','done','missed','left') NOT NULL DEFAULT 'waiting',
	source		ENUM('phone','kiosk','desk') NOT NULL DEFAULT 'phone',
	account_id	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	booking_id	BIGINT UNSIGNED	NULL,
	window_number	VARCHAR(16)	NOT NULL DEFAULT '',	-- that called it
	officer_id	BIGINT UNSIGNED	NULL,
	officer_name	VARCHAR(200)	NOT NULL DEFAULT '',
	calls		TINYINT UNSIGNED NOT NULL DEFAULT 0,
	taken_at	DATETIME(6)	NOT NULL,
	called_at	DATETIME(6)	NULL,		-- the last time
	started_at	DATETIME(6)	NULL,
	ended_at	DATETIME(6)	NULL,
	after_hours	TINYINT(1)	NOT NULL DEFAULT 0,	-- 延时服务: begun in the hours of the hall, finished after them
	acts		SMALLINT UNSIGNED NOT NULL DEFAULT 0,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (code),
	UNIQUE KEY (centre_code, day_on, letter, serial),
	UNIQUE KEY (booking_id),
	KEY by_state (centre_code, day_on, state, id),
	KEY by_officer (officer_id, day_on, state)
);

-- One number for several matters.  case_id: what the window began for it.
CREATE TABLE ticket_items (
	ticket_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	item_code	VARCHAR(64)	NOT NULL,
	title		VARCHAR(300)	NOT NULL,
	title_en	VARCHAR(500)	NOT NULL DEFAULT '',
	opened_at	DATETIME(6)	NULL,
	case_id		BIGINT UNSIGNED	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (ticket_id, position)
);

-- The windows that serve all of it.
CREATE TABLE ticket_windows (
	ticket_id	BIGINT UNSIGNED	NOT NULL,
	window_number	VARCHAR(16)	NOT NULL,
	PRIMARY KEY (ticket_id, window_number)
);

-- Only added to.
CREATE TABLE ticket_acts (
	ticket_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT UNSIGNED NOT NULL,
	at		DATETIME(6)	NOT NULL,
	act		VARCHAR(16)	CHARACTER SET ascii NOT NULL,	-- take, call, recall, start, pass, finish, miss, leave
	account_id	BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	actor_name	VARCHAR(200)	NOT NULL DEFAULT '',
	window_number	VARCHAR(16)	NOT NULL DEFAULT '',
	reason		VARCHAR(500)	NOT NULL DEFAULT '',
	PRIMARY KEY (ticket_id, position)
);

-- Who sits where.
CREATE TABLE window_seats (
	account_id	BIGINT UNSIGNED	NOT NULL,
	centre_code	VARCHAR(32)	NOT NULL,
	window_number	VARCHAR(16)	NOT NULL,
	since_at	DATETIME(6)	NOT NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (account_id),
	KEY by_window (centre_code, window_number)
);

-- ---- kiosks ----

-- A machine in a hall, known by a cookie it was given once.
CREATE TABLE kiosks (
	id		INT UNSIGNED	NOT NULL AUTO_INCREMENT,
	centre_code	VARCHAR(32)	NOT NULL,
	name		VARCHAR(100)	NOT NULL,
	token_hash	BINARY(32)	NOT NULL,	-- SHA-256 of the cookie's token
	registered_at	DATETIME(6)	NOT NULL,
	retired_at	DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (token_hash)
);
