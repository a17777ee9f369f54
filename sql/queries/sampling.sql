-- Random samples of finished cases.  Account: watch.
-- A watcher sees the cases of the own area: every query that finds them binds :area, the pattern of watch_area().

-- name: sample_population_count value
-- How many were decided in these days.
SELECT COUNT(*) AS cases
  FROM cases c
  JOIN organs o ON o.code = c.organ_code AND o.area_code LIKE :area
 WHERE c.decided_at >= :from AND c.decided_at < :until AND (:organ = '' OR c.organ_code = :organ) AND c.number IS NOT NULL;

-- name: sample_population many
-- The list they are drawn from, by number.
SELECT c.id, c.number
  FROM cases c
  JOIN organs o ON o.code = c.organ_code AND o.area_code LIKE :area
 WHERE c.decided_at >= :from AND c.decided_at < :until AND (:organ = '' OR c.organ_code = :organ) AND c.number IS NOT NULL
 ORDER BY c.number
 LIMIT :most;

-- name: sample_add change
INSERT INTO samples (purpose, area_code, organ_code, from_on, to_on, seed, population, listing, size, note, drawn_by, drawn_name,
       drawn_at)
VALUES (:purpose, :area_code, :organ, :from_on, :to_on, :seed, :population, :listing, :size, :note, :me, :my_name, :now);

-- name: sample_case_add change
INSERT INTO sample_cases (sample_id, position, case_id) VALUES (:sample, :position, :case_id);

-- name: samples_list many
SELECT s.id, s.purpose, s.organ_code, s.from_on, s.to_on, s.seed, s.population, s.size, s.note, s.drawn_name, s.drawn_at,
       o.name AS organ_name, (SELECT COUNT(*) FROM sample_cases c WHERE c.sample_id = s.id AND c.result <> '') AS done
  FROM samples s
  LEFT JOIN organs o ON o.code = s.organ_code
 WHERE s.area_code LIKE :area
 ORDER BY s.id DESC
 LIMIT 100;

-- name: sample_load one
SELECT s.id, s.purpose, s.area_code, s.organ_code, s.from_on, s.to_on, s.seed, s.population, s.listing, s.size, s.note,
       s.drawn_name, s.drawn_at, o.name AS organ_name
  FROM samples s
  LEFT JOIN organs o ON o.code = s.organ_code
 WHERE s.id = :id AND s.area_code LIKE :area;

-- name: sample_rows many
SELECT r.position, r.case_id, r.result, r.note, r.by_name, r.at, r.version, c.number, c.title, c.state, c.decided_at,
       o.name AS organ_name
  FROM sample_cases r
  JOIN cases c ON c.id = r.case_id
  LEFT JOIN organs o ON o.code = c.organ_code
 WHERE r.sample_id = :sample
 ORDER BY r.position;

-- name: sample_result change
UPDATE sample_cases
   SET result = :result, note = :note, by_id = :me, by_name = :my_name, at = :now, version = version + 1
 WHERE sample_id = :sample AND position = :position AND version = :version;

-- name: sample_organs many
SELECT code, name, name_en FROM organs WHERE area_code LIKE :area ORDER BY position, code;
