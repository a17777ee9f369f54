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
