-- Figures of all organs together, kept as those of one are: with a province's organs their sums were most of a page's
-- time.  And the open cases of an organ by the day they are due, so that those overdue are counted from the index.
INSERT INTO figure_sums (item_code, intake_code, organ_code, month_on, received, accepted, returned, done, timed, late,
       refused, withdrawn, terminations)
SELECT item_code, intake_code, '*', month_on, SUM(received), SUM(accepted), SUM(returned), SUM(done), SUM(timed), SUM(late),
       SUM(refused), SUM(withdrawn), SUM(terminations)
  FROM figure_sums
 WHERE item_code = '*'
 GROUP BY item_code, intake_code, month_on;

INSERT INTO figure_days (item_code, intake_code, organ_code, month_on, kind, days, cases)
SELECT item_code, intake_code, '*', month_on, kind, days, SUM(cases)
  FROM figure_days
 WHERE item_code = '*'
 GROUP BY item_code, intake_code, month_on, kind, days;

CREATE INDEX by_open ON case_facts (ended_on, organ_code, due_on);
