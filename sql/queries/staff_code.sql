-- Codes handed to colleagues (fcgi/admin), at the door.  Account: signin.

-- name: staff_code_of_login one
-- The open code of a colleague's account; bytes stand first.
SELECT c.code_hash, c.id, c.kind, c.account_id, open_login(a.login), a.name
  FROM accounts a
  JOIN staff_codes c ON c.account_id = a.id AND c.state = 'open' AND c.expires_at > :now
 WHERE a.login_blind = blind_login(:login)
   AND a.kind = 'staff'
   AND a.disabled = 0
   AND (a.expires_on IS NULL OR a.expires_on >= :today)
 ORDER BY c.id DESC
 LIMIT 1;

-- name: staff_code_of_account one
SELECT code_hash, id, kind, account_id FROM staff_codes
 WHERE account_id = :account AND kind = 'second' AND state = 'open' AND expires_at > :now
 ORDER BY id DESC
 LIMIT 1;

-- name: staff_code_missed change
-- The last try allowed wears it out.
UPDATE staff_codes
   SET state = IF(tries + 1 >= :most, 'worn_out', state), tries = tries + 1, version = version + 1
 WHERE id = :id
   AND state = 'open';

-- name: staff_code_spend change
-- That of a new account goes on to be one of the second factor.
UPDATE staff_codes
   SET state = IF(kind = 'open', 'open', 'used'), used_at = IF(kind = 'open', NULL, :now), kind = IF(kind = 'open', 'second', kind),
       version = version + 1
 WHERE id = :id
   AND kind = :kind
   AND state = 'open'
   AND expires_at > :now;

-- name: staff_password_set change
UPDATE secrets
   SET password_hash = :hash, password_void = 0, failures = 0, locked_until = NULL, version = version + 1
 WHERE account_id = :account;

-- name: staff_secret_add change
-- A new account: a password, and no second factor yet.
INSERT INTO secrets (account_id, password_hash, second_void) VALUES (:account, :hash, 1);

-- name: staff_second_set change
UPDATE secrets
   SET totp_secret = :secret, totp_counter = :counter, second_void = 0, failures = 0, locked_until = NULL, version = version + 1
 WHERE account_id = :account;

-- name: staff_second_owed one
-- Has given the password and is to bring a second factor.
SELECT s.account_id, open_login(a.login)
  FROM sessions s
  JOIN accounts a ON a.id = s.account_id
  JOIN secrets x ON x.account_id = s.account_id
 WHERE s.token_hash = :token_hash
   AND s.stage = 'password'
   AND s.expires_at > :now
   AND a.kind = 'staff'
   AND (x.second_void = 1 OR x.totp_secret IS NULL);
