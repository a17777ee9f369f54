-- The catalogue: items, their versions, and all the elements of a guide.
-- A case is bound to one version for ever; a version is not changed once published.

CREATE TABLE items (
	code		VARCHAR(64)	NOT NULL,	-- implementing code, as its owner writes it
	code_form	VARCHAR(32)	NOT NULL DEFAULT '',	-- rules/identity.h's name of the form
	organ_code	VARCHAR(18)	NOT NULL,
	published_id	BIGINT UNSIGNED	NULL,		-- the version the public sees now
	created_at	DATETIME(6)	NOT NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (code),
	KEY by_published (published_id),
	KEY by_organ (organ_code)
);

CREATE TABLE item_versions (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	item_code	VARCHAR(64)	NOT NULL,
	number		INT UNSIGNED	NOT NULL,	-- 1, 2, 3 … of this item
	state		ENUM('draft','review','scheduled','published','retired') NOT NULL DEFAULT 'draft',
	author_id	BIGINT UNSIGNED	NOT NULL,
	publisher_id	BIGINT UNSIGNED	NULL,		-- another person than the author
	effective_on	DATE		NULL,
	retired_on	DATE		NULL,
	published_at	DATETIME(6)	NULL,
	batch_id	BIGINT UNSIGNED	NULL,		-- the import that brought it

	title		VARCHAR(300)	NOT NULL,
	title_en	VARCHAR(500)	NOT NULL DEFAULT '',
	initials	VARCHAR(300)	CHARACTER SET ascii NOT NULL DEFAULT '',	-- pinyin initials of the title
	base_code	VARCHAR(64)	NOT NULL DEFAULT '',
	kind		VARCHAR(2)	NOT NULL DEFAULT '',	-- GB/T 39046 A.1
	level		CHAR(1)		NOT NULL DEFAULT '',	-- A.2
	organ_code	VARCHAR(18)	NOT NULL,
	area_code	VARCHAR(12)	NOT NULL DEFAULT '',
	delegate	VARCHAR(200)	NOT NULL DEFAULT '',
	joint_organs	VARCHAR(1000)	NOT NULL DEFAULT '',
	authority	ENUM('','statutory','delegated','entrusted') NOT NULL DEFAULT '',
	audiences	SET('1','2','3','4','5','6') NOT NULL DEFAULT '',	-- A.4
	scope		ENUM('','none','county','city','province','nation') NOT NULL DEFAULT '',
	handling	ENUM('','1','2','9') NOT NULL DEFAULT '',	-- A.6
	statutory_limit	SMALLINT UNSIGNED NULL,
	statutory_unit	ENUM('','workday','day','hour','month','year') NOT NULL DEFAULT '',
	statutory_note	TEXT		NOT NULL DEFAULT '',
	promised_limit	SMALLINT UNSIGNED NULL,
	promised_unit	ENUM('','workday','day','hour','month','year') NOT NULL DEFAULT '',
	promised_note	TEXT		NOT NULL DEFAULT '',
	visits		TINYINT UNSIGNED NULL,
	visit_reason	VARCHAR(1000)	NOT NULL DEFAULT '',
	online_depth	ENUM('','none','precheck','originals','full') NOT NULL DEFAULT '',
	stars		TINYINT UNSIGNED NULL,
	channels	SET('1','2','3','4','9') NOT NULL DEFAULT '',	-- A.5
	conditions	MEDIUMTEXT	NOT NULL DEFAULT '',
	process_note	TEXT		NOT NULL DEFAULT '',
	special_procedures TEXT		NOT NULL DEFAULT '',
	intermediary	TEXT		NOT NULL DEFAULT '',
	quantity_limit	TEXT		NOT NULL DEFAULT '',
	outcome_name	VARCHAR(500)	NOT NULL DEFAULT '',
	outcome_kind	ENUM('','licence','approval','certificate','document','other') NOT NULL DEFAULT '',
	outcome_validity VARCHAR(500)	NOT NULL DEFAULT '',
	outcome_sample	VARCHAR(500)	NOT NULL DEFAULT '',
	charged		TINYINT(1)	NULL,
	pay_online	TINYINT(1)	NULL,
	courier		TINYINT(1)	NULL,
	booking		TINYINT(1)	NULL,
	kiosk		TINYINT(1)	NULL,
	in_centre	TINYINT(1)	NULL,
	consult_phone	VARCHAR(300)	NOT NULL DEFAULT '',
	complaint_phone	VARCHAR(300)	NOT NULL DEFAULT '',
	consult_note	TEXT		NOT NULL DEFAULT '',
	hours		TEXT		NOT NULL DEFAULT '',
	online_address	VARCHAR(1000)	NOT NULL DEFAULT '',
	keywords	VARCHAR(500)	NOT NULL DEFAULT '',
	brief		TEXT		NOT NULL DEFAULT '',
	brief_en	TEXT		NOT NULL DEFAULT '',
	rights_note	TEXT		NOT NULL DEFAULT '',
	extras		MEDIUMTEXT	NOT NULL DEFAULT '',	-- JSON: what an import's source says beyond our elements
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (item_code, number),
	KEY by_state (state, effective_on),
	KEY by_batch (batch_id)
);

CREATE TABLE item_themes (
	version_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	theme_code	VARCHAR(32)	NOT NULL,
	PRIMARY KEY (version_id, theme_code),
	KEY by_theme (theme_code)
);

CREATE TABLE item_places (
	version_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	name		VARCHAR(300)	NOT NULL,
	address		TEXT		NOT NULL DEFAULT '',
	window_name	VARCHAR(300)	NOT NULL DEFAULT '',
	hours		TEXT		NOT NULL DEFAULT '',
	phone		VARCHAR(300)	NOT NULL DEFAULT '',
	transport	TEXT		NOT NULL DEFAULT '',
	PRIMARY KEY (version_id, position)
);

CREATE TABLE item_bases (
	version_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	title		VARCHAR(500)	NOT NULL,
	article		VARCHAR(300)	NOT NULL DEFAULT '',
	body		TEXT		NOT NULL DEFAULT '',
	PRIMARY KEY (version_id, position)
);

CREATE TABLE item_materials (
	version_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	name		VARCHAR(1000)	NOT NULL,
	form		ENUM('','paper','electronic','either') NOT NULL DEFAULT '',
	necessity	ENUM('','required','optional','conditional') NOT NULL DEFAULT '',
	condition_note	VARCHAR(1000)	NOT NULL DEFAULT '',
	source		ENUM('','applicant','organ','third','shared') NOT NULL DEFAULT '',
	source_note	VARCHAR(500)	NOT NULL DEFAULT '',
	originals	TINYINT UNSIGNED NULL,
	copies		TINYINT UNSIGNED NULL,
	format		VARCHAR(500)	NOT NULL DEFAULT '',
	instructions	TEXT		NOT NULL DEFAULT '',
	acceptance	TEXT		NOT NULL DEFAULT '',
	basis		TEXT		NOT NULL DEFAULT '',
	blank_form	VARCHAR(300)	NOT NULL DEFAULT '',
	sample_form	VARCHAR(300)	NOT NULL DEFAULT '',
	promise_allowed	TINYINT(1)	NOT NULL DEFAULT 0,
	may_lack	TINYINT(1)	NOT NULL DEFAULT 0,
	PRIMARY KEY (version_id, position)
);

CREATE TABLE item_steps (
	version_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	name		VARCHAR(200)	NOT NULL,
	kind		ENUM('','accept','review','opinion','visit','collective','decide','seal','issue','deliver') NOT NULL DEFAULT '',
	role		VARCHAR(32)	NOT NULL DEFAULT '',
	organ_code	VARCHAR(18)	NOT NULL DEFAULT '',
	limit_count	SMALLINT UNSIGNED NULL,
	unit		ENUM('','workday','day','hour','month','year') NOT NULL DEFAULT '',
	content		TEXT		NOT NULL DEFAULT '',
	result		TEXT		NOT NULL DEFAULT '',
	PRIMARY KEY (version_id, position)
);

CREATE TABLE item_fees (
	version_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	name		VARCHAR(300)	NOT NULL,
	standard	VARCHAR(1000)	NOT NULL DEFAULT '',
	basis		TEXT		NOT NULL DEFAULT '',
	reducible	TINYINT(1)	NOT NULL DEFAULT 0,
	reduction_basis	TEXT		NOT NULL DEFAULT '',
	PRIMARY KEY (version_id, position)
);

CREATE TABLE item_questions (
	version_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	question	TEXT		NOT NULL,
	answer		TEXT		NOT NULL,
	PRIMARY KEY (version_id, position)
);

-- The application form of an item, field by field.
CREATE TABLE item_fields (
	version_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	name		VARCHAR(64)	CHARACTER SET ascii NOT NULL,
	label		VARCHAR(200)	NOT NULL,
	label_en	VARCHAR(300)	NOT NULL DEFAULT '',
	kind		ENUM('text','lines','number','money','day','choice','many','flag','phone','email','citizen','credit','postcode') NOT NULL,
	required	TINYINT(1)	NOT NULL DEFAULT 0,
	max		INT UNSIGNED	NULL,
	choices		TEXT		NOT NULL DEFAULT '',	-- JSON: [{value,label,label_en}]
	hint		VARCHAR(500)	NOT NULL DEFAULT '',
	hint_en		VARCHAR(500)	NOT NULL DEFAULT '',
	section		VARCHAR(200)	NOT NULL DEFAULT '',
	PRIMARY KEY (version_id, position),
	UNIQUE KEY (version_id, name)
);

-- What is searched: words coded as bigrams in ASCII (base/bigram.h).  Published versions only.
CREATE TABLE item_terms (
	version_id	BIGINT UNSIGNED	NOT NULL,
	terms		MEDIUMTEXT	CHARACTER SET ascii NOT NULL,	-- title, keywords, organ, materials …
	PRIMARY KEY (version_id),
	FULLTEXT KEY by_terms (terms)
);

-- Moves at every change the public can see; what is kept in workers is dropped when it does.
CREATE TABLE catalogue (
	id		TINYINT		NOT NULL,
	version		BIGINT UNSIGNED	NOT NULL,
	PRIMARY KEY (id)
);
INSERT INTO catalogue (id, version) VALUES (1, 1);

CREATE TABLE import_batches (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	kind		ENUM('items','documents') NOT NULL DEFAULT 'items',
	mapping		VARCHAR(64)	NOT NULL DEFAULT 'native',
	file_name	VARCHAR(255)	NOT NULL,
	sha256		CHAR(64)	CHARACTER SET ascii NOT NULL,
	state		ENUM('checking','refused','ready','applying','applied','published','undone') NOT NULL,
	rows_total	INT UNSIGNED	NOT NULL DEFAULT 0,
	rows_done	INT UNSIGNED	NOT NULL DEFAULT 0,
	error_count	INT UNSIGNED	NOT NULL DEFAULT 0,
	warning_count	INT UNSIGNED	NOT NULL DEFAULT 0,
	account_id	BIGINT UNSIGNED	NOT NULL,
	created_at	DATETIME(6)	NOT NULL,
	applied_at	DATETIME(6)	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id)
);

CREATE TABLE import_findings (
	batch_id	BIGINT UNSIGNED	NOT NULL,
	position	INT UNSIGNED	NOT NULL,
	line		INT UNSIGNED	NOT NULL,
	column_name	VARCHAR(100)	NOT NULL DEFAULT '',
	code		VARCHAR(64)	CHARACTER SET ascii NOT NULL,
	severity	ENUM('error','warning') NOT NULL,
	value		VARCHAR(300)	NOT NULL DEFAULT '',
	PRIMARY KEY (batch_id, position)
);

-- What webmasters and administrators did, and why.
CREATE TABLE acts (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	at		DATETIME(6)	NOT NULL,
	account_id	BIGINT UNSIGNED	NOT NULL,
	act		VARCHAR(64)	CHARACTER SET ascii NOT NULL,
	subject		VARCHAR(100)	NOT NULL,
	reason		VARCHAR(2000)	NOT NULL DEFAULT '',
	detail		MEDIUMTEXT	NOT NULL DEFAULT '',
	PRIMARY KEY (id),
	KEY by_subject (subject, id)
);
