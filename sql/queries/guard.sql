-- The security administrator's pages: accounts, roles, locks, sessions.  Account: admin.
-- Whose accounts: :area is the pattern of the administrator's own area and below (rules/reach.h).  An account acts for its area and
-- in its organ: both lie there, or giving it a role would reach further than the giver does.  Applicants are of no area:
-- who reaches every area (:whole) is shown them.

-- name: guard_lock change
-- One change of powers at a time: of two at once the second is told so by the server and begins anew, so that nobody
-- shuts out the last but one while another does the same to the last.
INSERT INTO counters (name, value) VALUES ('powers', 1) ON DUPLICATE KEY UPDATE value = value + 1;

-- name: accounts_list many
SELECT a.id, open_login(a.login), a.name, a.disabled, a.expires_on, COALESCE(o.name, '') AS organ_name, COALESCE(s.locked_until, '') AS locked_until,
       s.account_id IS NULL AS unopened,
       COALESCE((SELECT GROUP_CONCAT(r.role ORDER BY r.role) FROM account_roles r WHERE r.account_id = a.id), '') AS roles
  FROM accounts a
  LEFT JOIN organs o ON o.code = a.organ_code
  LEFT JOIN secrets s ON s.account_id = a.id
 WHERE a.kind = 'staff'
   AND COALESCE(a.area_code, o.area_code, '') LIKE :area AND COALESCE(o.area_code, a.area_code, '') LIKE :area
   AND (CONVERT(a.login USING utf8mb4) LIKE :like OR a.name LIKE :like)
   AND (:organ = '' OR a.organ_code = :organ)
   AND (:role = '' OR EXISTS (SELECT 1 FROM account_roles r WHERE r.account_id = a.id AND r.role = :role))
   AND (:state = '' OR (:state = 'disabled' AND a.disabled = 1) OR (:state = 'expired' AND a.expires_on < :today)
        OR (:state = 'locked' AND s.locked_until > :now)
        OR (:state = 'open' AND a.disabled = 0 AND (a.expires_on IS NULL OR a.expires_on >= :today)))
 ORDER BY a.login
 LIMIT :per_page OFFSET :skip;

-- name: accounts_found value
SELECT COUNT(*) AS found
  FROM accounts a
  LEFT JOIN organs o ON o.code = a.organ_code
  LEFT JOIN secrets s ON s.account_id = a.id
 WHERE a.kind = 'staff'
   AND COALESCE(a.area_code, o.area_code, '') LIKE :area AND COALESCE(o.area_code, a.area_code, '') LIKE :area
   AND (CONVERT(a.login USING utf8mb4) LIKE :like OR a.name LIKE :like)
   AND (:organ = '' OR a.organ_code = :organ)
   AND (:role = '' OR EXISTS (SELECT 1 FROM account_roles r WHERE r.account_id = a.id AND r.role = :role))
   AND (:state = '' OR (:state = 'disabled' AND a.disabled = 1) OR (:state = 'expired' AND a.expires_on < :today)
        OR (:state = 'locked' AND s.locked_until > :now)
        OR (:state = 'open' AND a.disabled = 0 AND (a.expires_on IS NULL OR a.expires_on >= :today)));

-- name: account_one one
SELECT a.id, open_login(a.login), a.name, COALESCE(a.organ_code, '') AS organ_code, COALESCE(o.name, '') AS organ_name,
       COALESCE(a.area_code, o.area_code, '') AS area_code, COALESCE(r.name, '') AS area_name, a.disabled, a.expires_on, a.created_at, a.version, s.locked_until,
       COALESCE(s.failures, 0) AS failures, COALESCE(s.password_void, 0) AS password_void, COALESCE(s.second_void, 0) AS second_void,
       s.account_id IS NULL AS unopened,
       COALESCE((SELECT GROUP_CONCAT(x.role ORDER BY x.role) FROM account_roles x WHERE x.account_id = a.id), '') AS roles
  FROM accounts a
  LEFT JOIN organs o ON o.code = a.organ_code
  LEFT JOIN areas r ON r.code = COALESCE(a.area_code, o.area_code)
  LEFT JOIN secrets s ON s.account_id = a.id
 WHERE a.id = :id
   AND a.kind = 'staff'
   AND COALESCE(a.area_code, o.area_code, '') LIKE :area AND COALESCE(o.area_code, a.area_code, '') LIKE :area;

-- name: account_last many
-- Administrators' roles of this account that nobody else holds who may sign in and reaches as far.
SELECT r.role
  FROM account_roles r
  JOIN accounts a ON a.id = r.account_id
 WHERE r.account_id = :id
   AND r.role IN ('system_admin', 'security_admin', 'auditor')
   AND NOT EXISTS (SELECT 1
                     FROM account_roles x
                     JOIN accounts b ON b.id = x.account_id
                     JOIN secrets s ON s.account_id = b.id
                    WHERE x.role = r.role
                      AND x.account_id <> r.account_id
                      AND a.area_code LIKE CONCAT(b.area_stem, '%')
                      AND b.disabled = 0
                      AND s.password_void = 0
                      AND s.second_void = 0
                      AND (b.expires_on IS NULL OR b.expires_on >= :today));

-- name: account_login_taken value
SELECT COUNT(*) AS taken FROM accounts WHERE login_blind = blind_login(:login);

-- name: account_organs many
SELECT code, name, area_code FROM organs WHERE area_code LIKE :area AND retired_on IS NULL ORDER BY area_code, code LIMIT 2000;

-- name: account_add change
INSERT INTO accounts (kind, login, login_blind, name, organ_code, area_code, expires_on, created_at)
VALUES ('staff', seal_login(:login), blind_login(:login), :name, :organ, :its_area, :expires_on, :now);

-- name: account_place_set change
UPDATE accounts SET name = :name, organ_code = :organ, area_code = :its_area, version = version + 1
 WHERE id = :id AND version = :version;

-- name: account_expiry_set change
UPDATE accounts SET expires_on = :expires_on, version = version + 1 WHERE id = :id AND version = :version;

-- name: account_disabled_set change
UPDATE accounts SET disabled = :disabled, version = version + 1 WHERE id = :id AND version = :version;

-- name: account_touch change
-- What is changed beside the row: roles, codes.
UPDATE accounts SET version = version + 1 WHERE id = :id AND version = :version;

-- name: roles_drop change
DELETE FROM account_roles WHERE account_id = :id;

-- name: roles_give change
INSERT INTO account_roles (account_id, role) VALUES (:id, :role);

-- ---- secrets: voided, never seen ----

-- name: password_void change
UPDATE secrets SET password_void = 1, version = version + 1 WHERE account_id = :id;

-- name: second_void change
UPDATE secrets SET second_void = 1, version = version + 1 WHERE account_id = :id;

-- name: staff_code_replace change
UPDATE staff_codes SET state = 'replaced', version = version + 1 WHERE account_id = :id AND state = 'open';

-- name: staff_code_add change
INSERT INTO staff_codes (account_id, kind, was, code_hash, given_by, given_name, given_at, expires_at)
VALUES (:id, :kind, :kind, :code_hash, :by, :by_name, :now, :expires_at);

-- name: staff_codes_of many
SELECT was, state, given_name, given_at, expires_at, expires_at <= :now AS lapsed FROM staff_codes WHERE account_id = :id ORDER BY id DESC LIMIT 5;

-- name: staff_code_since value
SELECT COUNT(*) AS given FROM staff_codes WHERE account_id = :id AND was = :was AND given_at > :since;

-- ---- proposals ----

-- name: proposal_add change
INSERT INTO power_proposals (account_id, change_kind, roles, reason, account_version, made_by, made_name, made_at)
VALUES (:id, :change, :roles, :reason, :version, :by, :by_name, :now);

-- name: proposals_list many
SELECT p.id, p.account_id, p.change_kind, p.roles, p.reason, p.state, p.made_by, p.made_name, p.made_at, p.ended_name, p.ended_at,
       p.note, p.version, open_login(a.login), a.name, COALESCE(o.name, '') AS organ_name,
       COALESCE((SELECT GROUP_CONCAT(x.role ORDER BY x.role) FROM account_roles x WHERE x.account_id = a.id), '') AS held
  FROM power_proposals p
  JOIN accounts a ON a.id = p.account_id
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE COALESCE(a.area_code, o.area_code, '') LIKE :area AND COALESCE(o.area_code, a.area_code, '') LIKE :area
   AND (p.state = 'waiting') = :waiting
 ORDER BY p.id DESC
 LIMIT :per_page OFFSET :skip;

-- name: proposals_found value
SELECT COUNT(*) AS found
  FROM power_proposals p
  JOIN accounts a ON a.id = p.account_id
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE COALESCE(a.area_code, o.area_code, '') LIKE :area AND COALESCE(o.area_code, a.area_code, '') LIKE :area
   AND (p.state = 'waiting') = :waiting;

-- name: proposal_one one
SELECT id, account_id, change_kind, roles, reason, account_version, state, made_by, made_name, made_at, version
  FROM power_proposals WHERE id = :id;

-- name: proposal_of_account one
SELECT id, made_at, version FROM power_proposals WHERE account_id = :id AND still_open = 1;

-- name: proposal_end change
UPDATE power_proposals
   SET state = :state, still_open = NULL, ended_by = :by, ended_name = :by_name, ended_at = :now, note = :note, version = version + 1
 WHERE id = :id
   AND state = 'waiting'
   AND version = :version;

-- ---- locks ----

-- name: locks_accounts many
SELECT a.id, a.kind, open_login(a.login), a.name, s.locked_until, s.failures
  FROM secrets s
  JOIN accounts a ON a.id = s.account_id
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE s.locked_until > :now
   AND IF(a.kind = 'staff', COALESCE(a.area_code, o.area_code, '') LIKE :area, :whole)
 ORDER BY s.locked_until DESC
 LIMIT 200;

-- name: lock_account one
SELECT a.id, a.kind, open_login(a.login), a.name, s.locked_until
  FROM secrets s
  JOIN accounts a ON a.id = s.account_id
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE a.id = :id
   AND IF(a.kind = 'staff', COALESCE(a.area_code, o.area_code, '') LIKE :area, :whole);

-- name: lock_release change
UPDATE secrets SET failures = 0, locked_until = NULL, version = version + 1 WHERE account_id = :id;

-- name: locks_addresses many
-- Addresses that tried to sign in too often within the window.
SELECT CONVERT(SUBSTRING(bucket, 9) USING utf8mb4) AS address, tries, window_at
  FROM throttles
 WHERE bucket LIKE 'sign_in:%'
   AND tries > :most
   AND window_at > :since
   AND :whole
 ORDER BY tries DESC
 LIMIT 200;

-- name: lock_address_release change
UPDATE throttles SET tries = 0 WHERE bucket = :bucket AND tries > :most AND :whole;

-- ---- sessions and sign-ins ----

-- name: sessions_list many
SELECT LOWER(LEFT(HEX(s.token_hash), 16)) AS mark, s.account_id, a.kind, open_login(a.login), a.name, s.stage, s.created_at, s.seen_at, s.address,
       s.token_hash = :own AS own
  FROM sessions s
  JOIN accounts a ON a.id = s.account_id
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE s.expires_at > :now
   AND (:account = 0 OR s.account_id = :account)
   AND ((a.kind = 'staff' AND :kind <> 'applicant' AND COALESCE(a.area_code, o.area_code, '') LIKE :area)
        OR (a.kind <> 'staff' AND :kind = 'applicant' AND :whole))
 ORDER BY s.seen_at DESC, s.token_hash
 LIMIT :per_page OFFSET :skip;

-- name: sessions_found value
SELECT COUNT(*) AS found
  FROM sessions s
  JOIN accounts a ON a.id = s.account_id
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE s.expires_at > :now
   AND (:account = 0 OR s.account_id = :account)
   AND ((a.kind = 'staff' AND :kind <> 'applicant' AND COALESCE(a.area_code, o.area_code, '') LIKE :area)
        OR (a.kind <> 'staff' AND :kind = 'applicant' AND :whole));

-- name: session_whose one
SELECT a.id, a.kind, open_login(a.login), a.name
  FROM accounts a
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE a.id = :account
   AND IF(a.kind = 'staff', COALESCE(a.area_code, o.area_code, '') LIKE :area, :whole);

-- name: session_end_one change
DELETE FROM sessions WHERE account_id = :account AND LOWER(LEFT(HEX(token_hash), 16)) = :mark;

-- name: sessions_end_of change
DELETE FROM sessions WHERE account_id = :account;

-- name: sign_ins_list many
SELECT i.at, i.how, i.address, a.kind, open_login(a.login), a.name
  FROM sign_ins i
  JOIN accounts a ON a.id = i.account_id
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE i.at >= :from AND i.at < :until
   AND (:account = 0 OR i.account_id = :account)
   AND (:what = '' OR i.how = :what)
   AND IF(a.kind = 'staff', COALESCE(a.area_code, o.area_code, '') LIKE :area, :whole)
 ORDER BY i.id DESC
 LIMIT :per_page OFFSET :skip;

-- name: sign_ins_found value
SELECT COUNT(*) AS found
  FROM (SELECT 1
          FROM sign_ins i
          JOIN accounts a ON a.id = i.account_id
          LEFT JOIN organs o ON o.code = a.organ_code
         WHERE i.at >= :from AND i.at < :until
           AND (:account = 0 OR i.account_id = :account)
           AND (:what = '' OR i.how = :what)
           AND IF(a.kind = 'staff', COALESCE(a.area_code, o.area_code, '') LIKE :area, :whole)
         LIMIT 20000) t;

-- name: account_of_login value
-- 0: none of that name, or none within reach.
SELECT COALESCE(MAX(a.id), 0) AS id
  FROM accounts a
  LEFT JOIN organs o ON o.code = a.organ_code
 WHERE a.login_blind = blind_login(:login)
   AND IF(a.kind = 'staff', COALESCE(a.area_code, o.area_code, '') LIKE :area, :whole);
