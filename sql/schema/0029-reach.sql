-- A colleague of whom no area was said has the organ's.  Where nobody is there yet, the right to change them is not given
-- yet either, so that nothing may be asked.
SET @filled = IF(EXISTS (SELECT 1 FROM accounts), "
UPDATE accounts a JOIN organs o ON o.code = a.organ_code SET a.area_code = o.area_code WHERE a.kind = 'staff' AND a.area_code IS NULL
", "DO 0");
EXECUTE IMMEDIATE @filled;

-- How far an account of staff reaches (rules/reach.h): the digits every division of its area begins with, "9901" of a city.
-- It follows from area_code and is written by nobody, so that statements that ask "who watches this area?" all ask alike:
-- CONCAT(area_stem, '%').  NULL, which nothing is like, for what is no division.  (rules/code.c division_stem is the same law;
-- tests/access/lists.mjs holds them together.)
ALTER TABLE accounts ADD area_stem VARCHAR(12) CHARACTER SET ascii AS (CASE
	WHEN area_code IS NULL OR area_code NOT REGEXP '^([0-9]{6}|[0-9]{9}|[0-9]{12})$' THEN NULL
	WHEN SUBSTR(area_code, 10, 3) NOT IN ('', '000') THEN area_code
	WHEN SUBSTR(area_code, 7, 3) NOT IN ('', '000') THEN LEFT(area_code, 9)
	WHEN SUBSTR(area_code, 5, 2) <> '00' THEN LEFT(area_code, 6)
	WHEN SUBSTR(area_code, 3, 2) <> '00' THEN LEFT(area_code, 4)
	WHEN LEFT(area_code, 2) <> '00' THEN LEFT(area_code, 2)
	ELSE '' END) PERSISTENT;
