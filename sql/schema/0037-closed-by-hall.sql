-- Who closed a day says who opens it: the hall its own, an organ its own.  What more than one organ closed for one reason, word
-- for word, was the hall's.
ALTER TABLE slot_closures ADD by_hall TINYINT(1) NOT NULL DEFAULT 0;
SET @filled = IF(EXISTS (SELECT 1 FROM slot_closures), "
UPDATE slot_closures x
  JOIN (SELECT centre_code, closed_on, reason FROM slot_closures GROUP BY centre_code, closed_on, reason HAVING COUNT(*) > 1) t
       ON t.centre_code = x.centre_code AND t.closed_on = x.closed_on AND t.reason = x.reason
   SET x.by_hall = 1
", "DO 0");
EXECUTE IMMEDIATE @filled;
