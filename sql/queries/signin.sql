-- Queries of the door.  Account: signin.

-- name: sign_in_load one
-- Everything that decides on a sign-in, in one look.
SELECT a.id, a.kind, a.disabled, a.expires_on, s.password_hash, s.locked_until, s.password_void,
       (SELECT GROUP_CONCAT(r.role) FROM account_roles r WHERE r.account_id = a.id) AS roles
  FROM accounts a
  JOIN secrets s ON s.account_id = a.id
 WHERE a.login_blind = blind_login(:login);

-- name: sign_in_failed change
-- One more failure; the last one allowed locks the account for a while, and the count begins anew.
UPDATE secrets
   SET locked_until = IF(failures + 1 >= :most, :until, locked_until),
       failures = IF(failures + 1 >= :most, 0, failures + 1)
 WHERE account_id = :account;

-- name: sign_in_failed_unknown change
-- As much work as for a known name, so that time tells nothing.
INSERT INTO throttles (bucket, window_at, tries)
VALUES ('sign_in_unknown', :now, 1)
ON DUPLICATE KEY UPDATE tries = IF(tries < 1000000, tries + 1, 1), window_at = VALUES(window_at);

-- name: device_failures value
-- Wrong passwords in a browser that the account knows.
SELECT tries FROM throttles WHERE bucket = :bucket AND window_at >= :since;

-- name: sign_in_passed change
-- Who came in by a browser that the account knows leaves the lock of strangers as it is.
UPDATE secrets
   SET failures = 0, locked_until = NULL
 WHERE account_id = :account
   AND (locked_until IS NULL OR locked_until <= :now);

-- name: password_set change
UPDATE secrets
   SET password_hash = :hash, failures = 0, locked_until = NULL, version = version + 1
 WHERE account_id = :account;

-- name: session_add change
INSERT INTO sessions (token_hash, account_id, stage, created_at, seen_at, expires_at, address)
VALUES (:token_hash, :account, :stage, :now, :now, :expires_at, :address);

-- name: session_end change
DELETE FROM sessions WHERE token_hash = :token_hash;

-- name: sessions_end_expired change
DELETE FROM sessions WHERE account_id = :account AND expires_at <= :now;

-- name: sessions_end_all change
-- A new password ends every session that the old one opened.
DELETE FROM sessions WHERE account_id = :account;

-- name: second_load one
-- Whoever has given the password and owes the code.
SELECT s.account_id, x.totp_secret, x.locked_until, x.second_void = 1 OR x.totp_secret IS NULL AS owes_new
  FROM sessions s
  JOIN secrets x ON x.account_id = s.account_id
 WHERE s.token_hash = :token_hash
   AND s.stage = 'password'
   AND s.expires_at > :now;

-- name: second_use change
-- A code is good once: its time step must be later than the last one used.
UPDATE secrets
   SET totp_counter = :counter, failures = 0, locked_until = IF(locked_until > :now, locked_until, NULL)
 WHERE account_id = :account
   AND totp_counter < :counter;

-- name: password_load one
SELECT s.password_hash, s.locked_until, open_login(a.login), a.kind, open_number(a.id_number), open_phone(a.phone)
  FROM secrets s
  JOIN accounts a ON a.id = s.account_id
 WHERE s.account_id = :account;

-- name: password_words value
-- Words of the house that no password is made of.
SELECT value FROM settings WHERE name = 'password.words';

-- name: account_taken one
SELECT (SELECT COUNT(*) FROM accounts WHERE login_blind = blind_login(:login)) AS login_taken,
       (SELECT COUNT(*) FROM accounts WHERE kind = :kind AND number_blind = blind_number(:id_number)) AS number_taken;

-- name: account_open change
INSERT INTO accounts (kind, login, login_blind, name, id_kind, id_number, number_blind, legal_name, phone, address, created_at)
VALUES (:kind, seal_login(:login), blind_login(:login), :name, :id_kind, seal_number(:id_number), blind_number(:id_number), :legal_name,
        seal_phone(:phone), :address, :now);

-- name: secret_add change
INSERT INTO secrets (account_id, password_hash) VALUES (:account, :hash);

-- name: sign_in_add change
-- What the account's owner sees of who came in, or tried to.
INSERT INTO sign_ins (account_id, at, how, address) VALUES (:account, :now, :how, :address);

-- ---- one's own account ----

-- name: own_account one
SELECT open_login(login), name, open_number(id_number), legal_name, open_phone(phone), open_email(email), address, language
  FROM accounts
 WHERE id = :account;

-- name: account_set change
UPDATE accounts
   SET phone = seal_phone(:phone), email = seal_email(:email), address = :address,
       language = IF(:language = '', language, :language), version = version + 1
 WHERE id = :account;

-- ---- closing one's own account ----

-- name: own_closing one
-- What was asked for, and what stands against it: cases that have not ended, and rights given or taken to act for another.
SELECT a.closes_on,
       (SELECT s.value FROM settings s WHERE s.name = 'retention.closing_days') AS days,
       (SELECT COUNT(*) FROM cases c WHERE c.applicant_id = a.id AND c.number IS NOT NULL
           AND c.state NOT IN ('draft', 'not_accepted', 'delivered', 'withdrawn', 'terminated')) AS cases_open,
       (SELECT COUNT(*) FROM delegations d WHERE d.holder_id = a.id AND d.still_open = 1) AS delegations_given,
       (SELECT COUNT(*) FROM delegations d WHERE d.delegate_id = a.id AND d.still_open = 1) AS delegations_taken
  FROM accounts a
 WHERE a.id = :account;

-- name: closing_set change
-- Asked for twice, the first day stands.
UPDATE accounts SET closes_on = :day, version = version + 1 WHERE id = :account AND closes_on IS NULL;

-- name: closing_drop change
UPDATE accounts SET closes_on = NULL, version = version + 1 WHERE id = :account AND closes_on IS NOT NULL;

-- ---- codes handed out at a window ----

-- name: claim_of_number one
SELECT c.code_hash, c.id, c.account_id, open_login(a.login), a.name, open_number(a.id_number)
  FROM accounts a
  JOIN claim_codes c ON c.account_id = a.id AND c.state = 'open' AND c.expires_at > :now
 WHERE a.kind IN ('person', 'enterprise')
   AND a.number_blind = blind_number(:number)
   AND a.disabled = 0
 ORDER BY c.id DESC
 LIMIT 1;

-- name: claim_of_account one
SELECT c.code_hash, c.id, c.account_id
  FROM claim_codes c
 WHERE c.account_id = :account
   AND c.state = 'open'
   AND c.expires_at > :now
 ORDER BY c.id DESC
 LIMIT 1;

-- name: claim_missed change
-- The last try allowed wears it out.
UPDATE claim_codes
   SET state = IF(tries + 1 >= :most, 'worn_out', state), tries = tries + 1, version = version + 1
 WHERE id = :id
   AND state = 'open';

-- name: claim_use change
UPDATE claim_codes
   SET state = 'used', used_at = :now, version = version + 1
 WHERE id = :id
   AND state = 'open'
   AND expires_at > :now;

-- name: account_verified change
UPDATE accounts SET verified_at = :now, verified_how = 'code', version = version + 1 WHERE id = :account;

-- name: sessions_end_others change
DELETE FROM sessions WHERE account_id = :account AND token_hash <> :token_hash;
