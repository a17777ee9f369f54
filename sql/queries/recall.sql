-- Recalling a paper that was issued by mistake.  Account: office.

-- name: recall_paper one
-- A paper, for the organ that issued it.
SELECT p.code, p.kind, p.case_id, p.number, p.title, p.applicant_shown, p.issued_on, p.state, p.version,
       c.number AS case_number
  FROM papers p
  JOIN cases c ON c.id = p.case_id
 WHERE p.code = :code
   AND p.organ_code = :organ;

-- name: recall_one change
-- Only as the colleague saw it, and while it stands.
UPDATE papers
   SET state = 'recalled', state_code = 'mistaken', state_note = :note, state_at = :now, version = version + 1
 WHERE code = :code
   AND version = :version
   AND state = 'valid';

-- name: recall_act change
INSERT INTO acts (at, account_id, act, subject) VALUES (:now, :account, 'paper_recall', :subject);
