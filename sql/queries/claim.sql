-- Codes handed out at a window (fcgi/office/claims.c).  Account: office.

-- name: claim_account value
-- By number and name, so that a slip of the pen gives nobody else's code.
SELECT id FROM accounts
 WHERE kind IN ('person', 'enterprise')
   AND number_blind = blind_number(:number)
   AND name = :name
   AND disabled = 0
 LIMIT 1;

-- name: claim_replace change
UPDATE claim_codes SET state = 'replaced', version = version + 1 WHERE account_id = :account AND state = 'open';

-- name: claim_add change
INSERT INTO claim_codes (account_id, code_hash, identity_seen, given_by, given_name, organ_code, given_at, expires_at)
VALUES (:account, :code_hash, :identity_seen, :by, :name, :organ, :now, :expires_at);

-- name: claims_given many
-- Of this organ, the latest.
SELECT c.id, a.name AS account_name, c.state, c.identity_seen, c.given_name, c.given_at, c.expires_at
  FROM claim_codes c
  JOIN accounts a ON a.id = c.account_id
 WHERE c.organ_code = :organ
 ORDER BY c.id DESC
 LIMIT 20;
