-- Queries of what follows a decision: fees, delivery, publicity, follow-up.  Accounts: office.
-- The page of a case has found it for its visitor before (case_load, own_by_number); what hangs on it is asked for by
-- its id.  Lists bind :organ.

-- ---- fees: what is granted is held while a bill waits (record/fee.h) ----

-- name: fees_hold value
-- Accounts: public, office, clock, ctl.
SELECT COUNT(*) AS held
  FROM fee_bills b
 WHERE b.case_id = :id
   AND b.state = 'asked'
   AND EXISTS (SELECT 1 FROM case_events e WHERE e.case_id = b.case_id AND e.event = 'grant');

-- name: fees_drop_note change
-- Accounts: public, office, clock, ctl.
INSERT INTO fee_history (bill_id, at, act, amount, account_id, actor_name)
SELECT id, :now, 'cancel', amount, :account, :name
  FROM fee_bills
 WHERE case_id = :id
   AND state = 'asked';

-- name: fees_drop change
-- Accounts: public, office, clock, ctl.
UPDATE fee_bills
   SET state = 'cancelled', ended_at = :now, ended_name = :name, version = version + 1
 WHERE case_id = :id
   AND state = 'asked';
