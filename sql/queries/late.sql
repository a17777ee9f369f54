-- Who was late, and what scores weigh.  Account: watch.

-- name: late_open many
-- In hand after their day, with the colleague who has them.
SELECT f.number, COALESCE(v.title, f.item_code) AS title, o.name AS organ_name, f.due_on, f.ended_on,
       COALESCE(a.name, '') AS officer_name, c.applicant_name, c.applicant_kind
  FROM case_facts f
  JOIN organs o ON o.code = f.organ_code
  JOIN cases c ON c.id = f.case_id
  LEFT JOIN accounts a ON a.id = c.claimed_by
  LEFT JOIN items i ON i.code = f.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE f.ended_on IS NULL AND f.due_on < :today AND (:organ = '' OR f.organ_code = :organ) AND o.area_code LIKE :area
   AND (:item = '*' OR f.item_code = :item) AND (:intake = '*' OR f.intake_code = :intake)
 ORDER BY f.due_on, f.organ_code, f.case_id
 LIMIT :most;

-- name: late_done many
-- Done after their day, with who decided.
SELECT f.number, COALESCE(v.title, f.item_code) AS title, o.name AS organ_name, f.due_on, f.ended_on,
       COALESCE((SELECT e.actor_name FROM case_events e WHERE e.case_id = f.case_id AND e.event IN ('grant', 'deny')
                  ORDER BY e.position DESC LIMIT 1), '') AS officer_name, c.applicant_name, c.applicant_kind
  FROM case_facts f
  JOIN organs o ON o.code = f.organ_code
  JOIN cases c ON c.id = f.case_id
  LEFT JOIN items i ON i.code = f.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE f.ended_on >= :from AND f.ended_on < :end AND f.ended_as = 'done' AND f.late = 1
   AND (:organ = '' OR f.organ_code = :organ) AND o.area_code LIKE :area AND (:item = '*' OR f.item_code = :item)
   AND (:intake = '*' OR f.intake_code = :intake)
 ORDER BY f.ended_on DESC, f.organ_code, f.case_id
 LIMIT :most;

-- name: score_weights value
SELECT value FROM settings WHERE name = 'scores.weights';
