-- What a version says of its flow, of its internal handbook, and of what may be promised or may lack.

-- needs, back_to: positions of other steps, "1,2".  No needs: the step before it in the list.
-- silence: what an opinion not given in time counts as (超时默许).
ALTER TABLE item_steps
	ADD needs	VARCHAR(100)	CHARACTER SET ascii NOT NULL DEFAULT '',
	ADD back_to	VARCHAR(100)	CHARACTER SET ascii NOT NULL DEFAULT '',
	ADD silence	ENUM('wait','consent') NOT NULL DEFAULT 'wait';

-- The points a reviewer goes through (业务手册), each with its standard (裁量标准).  Never shown to the public.
CREATE TABLE item_checks (
	version_id	BIGINT UNSIGNED	NOT NULL,
	position	SMALLINT	NOT NULL,
	step		SMALLINT	NOT NULL,	-- item_steps.position
	point		VARCHAR(500)	NOT NULL,
	standard	TEXT		NOT NULL DEFAULT '',
	PRIMARY KEY (version_id, position)
);

-- lacking_days: working days within which a material that lacks must be supplied (容缺); NULL: none may lack.
-- low_risk: a promise may take the place of the materials that allow it (告知承诺); notice and words of the promise.
-- renewal: a permit held already is prolonged; not a first-time permit.
ALTER TABLE item_versions
	ADD lacking_days SMALLINT UNSIGNED NULL,
	ADD low_risk	TINYINT(1)	NOT NULL DEFAULT 0,
	ADD promise_notice TEXT		NOT NULL DEFAULT '',
	ADD promise_text TEXT		NOT NULL DEFAULT '',
	ADD renewal	TINYINT(1)	NOT NULL DEFAULT 0;
