-- The history of what administrators did (record/admin_act.h).  Accounts: admin, ctl.

-- name: admin_act_next change
-- Account: admin.  The number is its id; the row is held until the transaction ends (see case_counter_next).
SET STATEMENT innodb_snapshot_isolation = OFF FOR
INSERT INTO counters (name, value) VALUES ('admin_acts', LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + 1);

-- name: admin_act_mac value
-- As it stands now; where the row came while this one waited for the lock, the server says so and all is done again.
SELECT mac FROM admin_acts WHERE number = :number LOCK IN SHARE MODE;

-- name: admin_act_add change
-- Account: admin.
INSERT INTO admin_acts (number, at, power, account_id, actor_name, act, subject, subject_id, subject_name, reason, was, became, mac)
VALUES (:number, :at, :power, :account, :actor_name, :act, :subject, :subject_id, :subject_name, :reason, :was, :became, :mac);

-- name: admin_acts_counted one
SELECT value FROM counters WHERE name = 'admin_acts';

-- name: admin_acts_from many
SELECT number, at, power, account_id, actor_name, act, subject, subject_id, subject_name, reason, was, became, mac
  FROM admin_acts
 WHERE number >= :number
 ORDER BY number LIMIT 500;
