-- Disclosure 政府信息公开: documents with index numbers given once.

CREATE TABLE documents (
	id		BIGINT UNSIGNED	NOT NULL AUTO_INCREMENT,
	index_number	VARCHAR(64)	NULL,		-- given at publishing, never reused; unique among ours
	source_index	VARCHAR(64)	NOT NULL DEFAULT '',	-- as its source numbers it; may repeat there
	doc_number	VARCHAR(100)	NOT NULL DEFAULT '',	-- 文号
	doc_number_key	VARCHAR(100)	NOT NULL DEFAULT '',	-- rules/document.h: brackets and widths made one
	category	VARCHAR(32)	NOT NULL,
	topic		VARCHAR(200)	NOT NULL DEFAULT '',	-- 主题分类
	organ_code	VARCHAR(18)	NULL,
	organ_name	VARCHAR(200)	NOT NULL DEFAULT '',
	title		VARCHAR(500)	NOT NULL,
	title_en	VARCHAR(800)	NOT NULL DEFAULT '',
	issued_on	DATE		NULL,		-- 发文/成文日期
	produced_on	DATE		NULL,		-- 生成日期
	published_on	DATE		NULL,
	valid_until	DATE		NULL,
	status		ENUM('in_force','amended','repealed') NOT NULL DEFAULT 'in_force',
	keywords	VARCHAR(500)	NOT NULL DEFAULT '',
	summary		TEXT		NOT NULL DEFAULT '',
	source		VARCHAR(200)	NOT NULL DEFAULT '',
	body_kind	ENUM('markdown','text') NOT NULL DEFAULT 'text',
	body		MEDIUMTEXT	NOT NULL,
	extras		MEDIUMTEXT	NOT NULL DEFAULT '',
	state		ENUM('draft','review','published','withdrawn') NOT NULL DEFAULT 'draft',
	author_id	BIGINT UNSIGNED	NOT NULL,
	publisher_id	BIGINT UNSIGNED	NULL,
	published_at	DATETIME(6)	NULL,
	batch_id	BIGINT UNSIGNED	NULL,
	version		INT UNSIGNED	NOT NULL DEFAULT 1,
	PRIMARY KEY (id),
	UNIQUE KEY (index_number),
	KEY by_number (doc_number_key),
	KEY by_list (state, category, published_on, id)
);

CREATE TABLE document_files (
	document_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	sha256		CHAR(64)	CHARACTER SET ascii NOT NULL,
	name		VARCHAR(255)	NOT NULL,
	content_type	VARCHAR(100)	CHARACTER SET ascii NOT NULL,
	bytes		BIGINT UNSIGNED	NOT NULL,
	PRIMARY KEY (document_id, position)
);

CREATE TABLE document_terms (
	document_id	BIGINT UNSIGNED	NOT NULL,
	terms		MEDIUMTEXT	CHARACTER SET ascii NOT NULL,
	PRIMARY KEY (document_id),
	FULLTEXT KEY by_terms (terms)
);

-- Honest counts, written in the background by the clock from the access log; never by a page.
CREATE TABLE document_views (
	document_id	BIGINT UNSIGNED	NOT NULL,
	views		BIGINT UNSIGNED	NOT NULL DEFAULT 0,
	PRIMARY KEY (document_id)
);
