-- Queries of nobody: what tools/queries.awk must get right.  Account: none.

-- name: case_accept change
-- Moves the case only from the state the officer saw.
-- It ends /* here */ too.
UPDATE cases
   SET state = :state, due_on = :due_on,
       note = 'it''s :no "parameter"; \' -- no comment', title = "a\"b:c?"
 WHERE number = :number  -- the :number again
   AND office = :office /* a long
   :comment; */ AND `odd:name;` = 1
   AND state = :number AND level - 1 = depth --1;

-- name: case_count value
SELECT COUNT(*) FROM cases WHERE title = 'two
   lines :here' AND id > :id;   -- the end
-- name: window_next one

# A comment of the other kind.
SELECT a.id, 2 * :n AS twice FROM a WHERE @x := 1 OR a.b = '??' LIMIT :n;

-- name: grown many
WITH RECURSIVE up (code) AS (SELECT :code UNION SELECT parent FROM areas JOIN up USING (code))
SELECT code FROM up;

-- name: draft_add one
INSERT INTO drafts (id) VALUES (:id) RETURNING id;

-- name: person_add change
INSERT INTO people (number, number_blind, phone, note)
VALUES (seal_number(:number), blind_number(:number),
seal_phone(:phone), 'seal_phone(:phone)');

-- name: person_found one
SELECT p.id, open_number(p.number), open_phone(p.phone) AS call_on, open_answer(a.value, a.name), p.open_hours
  FROM people p JOIN answers a WHERE p.number_blind = blind_number(:number) AND p.id > :id;
