-- Queries every program that answers nginx has in common.  Accounts: public, office, publish, signin, papers, watch, admin.
-- (What writes is for those who take posts.)

-- name: session_load one
-- Who holds this session; stage 'password' still owes the second factor.  One of the future is none: the clock was set
-- back, and would give it time that it never had.
SELECT s.account_id, s.stage, s.seen_at, s.acts_for, a.kind, a.name, a.organ_code, a.area_code, o.name AS organ_name,
       (SELECT GROUP_CONCAT(r.role) FROM account_roles r WHERE r.account_id = a.id) AS roles
  FROM sessions s
  JOIN accounts a ON a.id = s.account_id
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE s.token_hash = :token_hash
   AND s.expires_at > :now
   AND s.seen_at > IF(a.kind = 'staff', :idle_staff, :idle_public)
   AND s.seen_at <= :soon
   AND a.disabled = 0
   AND (a.expires_on IS NULL OR a.expires_on >= :today);

-- name: session_seen change
UPDATE sessions SET seen_at = :now WHERE token_hash = :token_hash;

-- name: acting_load one
-- Accounts: public, signin, papers.
-- For whom a session acts, and by which right.
SELECT d.holder_id, d.office, d.state, d.scope, d.all_items, d.answer_by_on, d.expires_on, a.kind, a.name,
       a.disabled = 1 OR COALESCE(a.expires_on < :today, 0) AS closed
  FROM delegations d
  JOIN accounts a ON a.id = d.holder_id
 WHERE d.id = :delegation
   AND d.delegate_id = :person;

-- name: acting_still value
-- Accounts: public.
-- Held until the transaction ends, so that who takes the right away waits for what was begun under it.
SELECT state FROM delegations WHERE id = :delegation LOCK IN SHARE MODE;

-- name: acting_item value
-- Accounts: public, papers.
SELECT COUNT(*) AS count FROM delegation_items WHERE delegation_id = :delegation AND item_code = :item_code;

-- name: acting_case value
-- Accounts: public.
-- Is this case of the holder's about an item of the delegation?
SELECT COUNT(*) AS count
  FROM cases c
  JOIN delegation_items i ON i.delegation_id = :delegation AND i.item_code = c.item_code
 WHERE c.id = :id
   AND c.applicant_id = :holder;

-- name: acting_case_by_number value
-- Accounts: public.
SELECT COUNT(*) AS count
  FROM cases c
  JOIN delegation_items i ON i.delegation_id = :delegation AND i.item_code = c.item_code
 WHERE c.number = :number
   AND c.applicant_id = :holder;

-- name: acting_paper value
-- Accounts: papers.
SELECT COUNT(*) AS count
  FROM papers p
  JOIN cases c ON c.id = p.case_id
  JOIN delegation_items i ON i.delegation_id = :delegation AND i.item_code = c.item_code
 WHERE p.code = :code
   AND c.applicant_id = :holder;

-- name: nonce_take change
-- Accounts: public, office, publish, signin, watch, admin.
INSERT INTO nonces (nonce, account_id, body_hash, created_at)
VALUES (:nonce, :account, :body_hash, :now);

-- name: nonce_load one
-- Accounts: public, office, publish, signin, watch, admin.
SELECT account_id, body_hash, location FROM nonces WHERE nonce = :nonce;

-- name: nonce_answer change
-- Accounts: public, office, publish, signin, watch, admin.
UPDATE nonces SET location = :location WHERE nonce = :nonce;

-- name: throttle_count change
-- Accounts: public, office, publish, signin, watch, admin.
-- Counts one more try; an old window is begun anew, and so is one of the future: the clock was set back.
INSERT INTO throttles (bucket, window_at, tries)
VALUES (:bucket, :now, 1)
ON DUPLICATE KEY UPDATE
       tries = IF(window_at < :since OR window_at > :now, 1, tries + 1),
       window_at = IF(window_at < :since OR window_at > :now, VALUES(window_at), window_at);

-- name: throttle_load value
-- Accounts: public, office, publish, signin, watch, admin.
SELECT tries FROM throttles WHERE bucket = :bucket;

-- name: catalogue_version value
SELECT version FROM catalogue WHERE id = 1;

-- name: site_settings many
SELECT name, value FROM settings WHERE name LIKE 'site.%';

-- name: calendar_latest value
SELECT MAX(version) AS version FROM calendars;

-- name: calendar_load one
SELECT version, first_on, last_on FROM calendars WHERE version = :version;

-- name: calendar_days many
SELECT day_on, works, notice_year FROM calendar_days WHERE calendar = :version ORDER BY day_on;

-- name: reach_whole value
-- Accounts: office, admin.
-- Whether no administrator, in office or not, is of an area outside the pattern.  Areas and colleagues alone do not count: they come
-- with another administration's guides and cases.
SELECT :area = '%' OR (:area <> '' AND NOT EXISTS (SELECT 1 FROM account_roles r JOIN accounts a ON a.id = r.account_id
        WHERE r.role IN ('system_admin', 'security_admin', 'auditor') AND a.area_stem NOT LIKE :area)) AS whole;
