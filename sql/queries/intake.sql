-- Queries of intake: the window, the register, what a second list may say, what may lack.  Account: office.
-- As in office.sql, what hangs on a case is asked for by its id, after the case was found for this officer.

-- name: setting_load value
SELECT value FROM settings WHERE name = :name;

-- ---- the second list ----

-- name: defect_subjects many
-- What a list may name, each with the round it was last changed in and the last list that named it; the form as a whole
-- has no position.
SELECT m.position, m.necessity = 'conditional' AS conditional,
       m.source = 'shared' OR COALESCE(g.given, 'none') <> 'none' AS given,
       GREATEST(COALESCE(g.round, 0), COALESCE((SELECT MAX(f.round) FROM case_files f
         WHERE f.case_id = :id AND f.material = m.position AND f.removed_at IS NULL), 0)) AS changed,
       COALESCE((SELECT MAX(l.round) FROM correction_lines l
         WHERE l.case_id = :id AND l.material = m.position), 0) AS named
  FROM item_materials m
  LEFT JOIN case_materials g ON g.case_id = :id AND g.position = m.position
 WHERE m.version_id = :item_version
 UNION ALL
SELECT NULL, 0, 1, COALESCE((SELECT MAX(a.round) FROM case_answers a WHERE a.case_id = :id), 0),
       COALESCE((SELECT MAX(l.round) FROM correction_lines l WHERE l.case_id = :id AND l.material IS NULL), 0)
  FROM DUAL;
