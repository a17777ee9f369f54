-- What a look-up by number shows, kept beside the case so that one row answers it (docs/performance.md).

-- course: a line an event, "2026-05-08 09:00:00.000000 submit person"; paper_list: a line a paper, tabs between kind,
-- state, day and number.  Both follow from case_events and papers; record_add and paper_list_renew alone write them, and
-- verify compares.  last_event: the id of the last row of its record.
ALTER TABLE cases
	ADD COLUMN course	MEDIUMTEXT	CHARACTER SET ascii NOT NULL DEFAULT '',
	ADD COLUMN paper_list	TEXT		NOT NULL DEFAULT '',
	ADD COLUMN last_event	BIGINT UNSIGNED	NULL;

-- Cases that are there already.  Where there are none yet, the right to change them is not given yet either, so that
-- nothing may be asked.
SET @filled = IF(EXISTS (SELECT 1 FROM case_events), "
UPDATE cases c
  JOIN (SELECT case_id, MAX(id) AS last_event,
               GROUP_CONCAT(CONCAT_WS(' ', at, event, actor_kind), '\n' ORDER BY position SEPARATOR '') AS course
          FROM case_events
         GROUP BY case_id) e ON e.case_id = c.id
  LEFT JOIN (SELECT case_id,
                    GROUP_CONCAT(CONCAT_WS('\t', kind, state, issued_on, number), '\n' ORDER BY id SEPARATOR '') AS list
               FROM papers
              GROUP BY case_id) p ON p.case_id = c.id
   SET c.course = e.course, c.last_event = e.last_event, c.paper_list = COALESCE(p.list, '')
", "DO 0");
EXECUTE IMMEDIATE @filled;
