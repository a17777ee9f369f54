-- One's own space beyond cases: delegates, for whom one acts, what is to be done, what is kept.  Account: public.
-- Whoever asks sees what is his: queries bind :holder (whose space it is) or :person (the human being).

-- ---- for whom one acts ----

-- name: acting_choices many
-- Those who gave this person a right that is not over; whether it stands today is the rule's word.
SELECT d.id, d.holder_id, d.office, d.state, d.scope, d.all_items, d.answer_by_on, d.expires_on, a.name AS holder_name,
       a.kind AS holder_kind
  FROM delegations d
  JOIN accounts a ON a.id = d.holder_id AND a.disabled = 0
 WHERE d.delegate_id = :person
   AND d.state = 'standing'
 ORDER BY d.id DESC
 LIMIT 200;

-- name: acting_set change
-- Only to a right of this person's own, and only in this session; NULL: himself again.
UPDATE sessions
   SET acts_for = :delegation
 WHERE token_hash = :token_hash
   AND account_id = :person;

-- name: closing_day value
-- When the account of this person will be closed, if that was asked for.
SELECT closes_on FROM accounts WHERE id = :person;

-- ---- delegates ----

-- name: holder_load one
SELECT a.kind, a.name, open_number(a.id_number), a.legal_name,
       (SELECT COUNT(*) FROM delegations d WHERE d.holder_id = a.id AND d.still_open = 1) AS delegations_open
  FROM accounts a
 WHERE a.id = :holder;

-- name: delegations_given many
-- Whom this holder lets act, or let.
SELECT d.id, d.delegate_name, d.office, d.state, d.scope, d.all_items, d.answer_by_on, d.expires_on, d.invited_at,
       h.kind AS holder_kind
  FROM delegations d
  JOIN accounts h ON h.id = d.holder_id
 WHERE d.holder_id = :holder
 ORDER BY d.still_open DESC, d.id DESC
 LIMIT 100;

-- name: delegations_taken many
-- For whom this person may act, may have acted, or is invited to.  An invitation finds him by number and name.
SELECT d.id, d.office, d.state, d.scope, d.all_items, d.answer_by_on, d.expires_on, d.invited_at, h.name AS holder_name,
       h.kind AS holder_kind
  FROM delegations d
  JOIN accounts h ON h.id = d.holder_id
 WHERE d.id IN (SELECT t.id FROM delegations t WHERE t.delegate_id = :person
                UNION
                SELECT i.id FROM delegations i
                  JOIN accounts p ON p.id = :person AND p.kind = 'person' AND p.number_blind = i.number_blind
                                 AND p.name = i.delegate_name
                 WHERE i.state = 'invited')
 ORDER BY d.still_open DESC, d.id DESC
 LIMIT 100;

-- name: delegations_led many
-- Of the enterprises whose legal representative this person is: others' delegations that are not over.
SELECT d.id, d.delegate_name, d.office, d.state, d.scope, d.all_items, d.answer_by_on, d.expires_on, d.invited_at,
       h.name AS holder_name, h.kind AS holder_kind
  FROM delegations r
  JOIN delegations d ON d.holder_id = r.holder_id AND d.id <> r.id AND d.state IN ('invited', 'accepted', 'standing')
  JOIN accounts h ON h.id = d.holder_id
 WHERE r.delegate_id = :person
   AND r.office = 'representative'
   AND r.state = 'standing'
   AND r.expires_on >= :today
 ORDER BY d.id DESC
 LIMIT 100;

-- name: delegation_load one
-- With what the visitor is in it; what he has no part in is not there.
SELECT d.id, d.holder_id, d.delegate_name, open_number(d.delegate_number), d.office, d.state, d.scope, d.all_items, d.answer_by_on,
       d.expires_on, d.invited_at, d.accepted_at, d.standing_at, d.ended_at, d.version, h.name AS holder_name,
       h.kind AS holder_kind, p.verified_at IS NOT NULL AS verified, d.holder_id = :person AS is_holder,
       COALESCE(d.delegate_id = :person, p.kind = 'person' AND p.number_blind = d.number_blind
                AND p.name = d.delegate_name) AS is_delegate,
       EXISTS (SELECT 1 FROM delegations r
                WHERE r.holder_id = d.holder_id AND r.delegate_id = :person AND r.office = 'representative'
                  AND r.state = 'standing' AND r.expires_on >= :today) AS is_representative
  FROM delegations d
  JOIN accounts h ON h.id = d.holder_id
  JOIN accounts p ON p.id = :person
 WHERE d.id = :id
HAVING is_holder = 1 OR is_delegate = 1 OR is_representative = 1;

-- name: delegation_history many
SELECT position, at, event, actor_name, reason FROM delegation_events WHERE delegation_id = :id ORDER BY position;

-- name: delegation_items many
SELECT i.item_code, v.title, v.title_en
  FROM delegation_items i
  LEFT JOIN items t ON t.code = i.item_code
  LEFT JOIN item_versions v ON v.id = t.published_id
 WHERE i.delegation_id = :id
 ORDER BY i.item_code
 LIMIT 100;

-- name: delegation_add change
INSERT INTO delegations (holder_id, delegate_number, number_blind, delegate_name, office, state, scope, all_items, answer_by_on,
       expires_on, invited_at)
VALUES (:holder, seal_number(:number), blind_number(:number), :name, :office, 'invited', :scope, :all_items, :answer_by_on,
        :expires_on, :now);

-- name: delegation_items_add change
-- Only items there are: how many rows were added tells whether all were.
INSERT INTO delegation_items (delegation_id, item_code)
SELECT :id, i.code
  FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(64) PATH '$')) j
  JOIN items i ON i.code = j.code;

-- name: delegation_move change
-- From the state and version that were seen; the delegate is known from when he accepts.
UPDATE delegations
   SET state = :state, version = version + 1,
       delegate_id = IF(:event = 'accept', :person, delegate_id),
       accepted_at = IF(:event = 'accept', :now, accepted_at),
       standing_at = IF(:state = 'standing', :now, standing_at),
       ended_at = IF(:over = 1, :now, NULL),
       still_open = IF(:over = 1, NULL, 1)
 WHERE id = :id
   AND state = :was
   AND version = :version;

-- name: delegation_event_add change
INSERT INTO delegation_events (delegation_id, position, at, event, state_after, account_id, actor_name, reason)
SELECT d.id, d.version, :now, :event, d.state, :person, :name, :reason
  FROM delegations d
 WHERE d.id = :id;

-- name: own_items many
-- Items this holder has to do with.
SELECT DISTINCT c.item_code, c.title, v.title_en
  FROM cases c
  LEFT JOIN item_versions v ON v.id = c.item_version_id
 WHERE c.applicant_id = :holder
 ORDER BY c.title
 LIMIT 50;

-- ---- what is to be done (fcgi/public/my_todo.c): each answers url, title, title_en, about, due_on ----

-- name: todo_corrections many
-- Lists of defects to be answered, before acceptance or in the review.
SELECT CONCAT('/my/cases/', c.number) AS url, c.title, COALESCE(v.title_en, '') AS title_en, c.number AS about,
       (SELECT MAX(k.answer_by_on) FROM corrections k WHERE k.case_id = c.id AND k.answered_at IS NULL) AS due_on
  FROM cases c
  LEFT JOIN item_versions v ON v.id = c.item_version_id
 WHERE c.applicant_id = :holder
   AND c.state IN ('correction', 'supplement')
   AND (:limited = 0 OR c.item_code IN (SELECT i.item_code FROM delegation_items i WHERE i.delegation_id = :limited))
 ORDER BY c.id
 LIMIT 30;

-- name: todo_promises many
-- What was promised and has not come yet.
SELECT CONCAT('/my/cases/', c.number, '/promises/', p.material) AS url, CONCAT(m.name, ' · ', c.title) AS title,
       '' AS title_en, c.number AS about, p.promised_by_on AS due_on
  FROM cases c
  JOIN case_promises p ON p.case_id = c.id AND p.kind = 'lack' AND p.promised_by_on IS NOT NULL AND p.given_at IS NULL
                      AND p.kept_at IS NULL AND p.lapsed_at IS NULL
  LEFT JOIN item_materials m ON m.version_id = c.item_version_id AND m.position = p.material
 WHERE c.applicant_id = :holder
   AND c.state IN ('accepted', 'reviewing', 'suspended')
   AND (:limited = 0 OR c.item_code IN (SELECT i.item_code FROM delegation_items i WHERE i.delegation_id = :limited))
 ORDER BY p.promised_by_on
 LIMIT 30;

-- name: todo_results many
-- Finished, and to be fetched at a window.
SELECT CONCAT('/my/cases/', c.number) AS url, c.title, COALESCE(v.title_en, '') AS title_en, c.number AS about,
       NULL AS due_on
  FROM cases c
  LEFT JOIN item_versions v ON v.id = c.item_version_id
 WHERE c.applicant_id = :holder
   AND c.state = 'closed'
   AND c.delivery IN ('', 'window')
   AND (:limited = 0 OR c.item_code IN (SELECT i.item_code FROM delegation_items i WHERE i.delegation_id = :limited))
 ORDER BY c.id
 LIMIT 30;

-- name: todo_invitations many
SELECT CONCAT('/my/delegates/', d.id) AS url, h.name AS title, '' AS title_en, '' AS about, d.answer_by_on AS due_on
  FROM accounts p
  JOIN delegations d ON d.number_blind = p.number_blind AND d.delegate_name = p.name AND d.state = 'invited'
                    AND d.answer_by_on >= :today AND d.expires_on >= :today
  JOIN accounts h ON h.id = d.holder_id
 WHERE p.id = :person
   AND p.kind = 'person'
 ORDER BY d.id
 LIMIT 20;

-- name: todo_confirmations many
-- Delegates of enterprises whose legal representative this person is.
SELECT CONCAT('/my/delegates/', d.id) AS url, CONCAT(d.delegate_name, ' · ', h.name) AS title, '' AS title_en,
       '' AS about, d.expires_on AS due_on
  FROM delegations r
  JOIN delegations d ON d.holder_id = r.holder_id AND d.state = 'accepted' AND d.expires_on >= :today
  JOIN accounts h ON h.id = d.holder_id
 WHERE r.delegate_id = :person
   AND r.office = 'representative'
   AND r.state = 'standing'
   AND r.expires_on >= :today
 ORDER BY d.id
 LIMIT 20;

-- name: todo_fees many
-- Fees that are asked and not paid: the result waits for them.
SELECT CONCAT('/my/cases/', c.number, '/fees/', b.line) AS url, CONCAT(b.name, ' · ', c.title) AS title, '' AS title_en,
       b.slip_number AS about, NULL AS due_on
  FROM cases c
  JOIN fee_bills b ON b.case_id = c.id AND b.state = 'asked'
 WHERE c.applicant_id = :holder
   AND c.state IN ('accepted', 'reviewing', 'supplement', 'suspended', 'granted', 'closed')
   AND (:limited = 0 OR c.item_code IN (SELECT i.item_code FROM delegation_items i WHERE i.delegation_id = :limited))
 ORDER BY c.id, b.line
 LIMIT 30;

-- name: todo_bookings many
-- When and where one is awaited.
SELECT CONCAT('/bookings/', b.code) AS url, COALESCE(e.name, b.centre_code) AS title, COALESCE(e.name_en, '') AS title_en,
       b.number AS about, b.day_on AS due_on
  FROM bookings b
  LEFT JOIN centres e ON e.code = b.centre_code
 WHERE b.account_id = :person
   AND b.state = 'booked'
   AND b.day_on >= :today
 ORDER BY b.id DESC
 LIMIT 10;

-- name: todo_ratings many
-- What ended in the last month and was not rated; nobody has to.
SELECT CONCAT('/my/cases/', c.number, '/rate') AS url, c.title, COALESCE(v.title_en, '') AS title_en, c.number AS about,
       NULL AS due_on
  FROM cases c
  LEFT JOIN item_versions v ON v.id = c.item_version_id
 WHERE c.applicant_id = :person
   AND c.state = 'delivered'
   AND c.delivered_at >= DATE_SUB(:today, INTERVAL 30 DAY)
   AND NOT EXISTS (SELECT 1 FROM ratings r WHERE r.case_id = c.id)
 ORDER BY c.id DESC
 LIMIT 3;

-- ---- files handed in before ----

-- name: saved_files many
-- Each content and name once, but for what the case :id has already.
SELECT MAX(f.id) AS id, MAX(f.case_id) AS case_id, f.name, f.content_type, MAX(f.bytes) AS bytes,
       MAX(DATE(f.uploaded_at)) AS uploaded_on, COALESCE(MAX(m.name), '') AS material_name, MAX(c.title) AS title
  FROM cases c
  JOIN case_files f ON f.case_id = c.id AND f.removed_at IS NULL
  LEFT JOIN item_materials m ON m.version_id = c.item_version_id AND m.position = f.material
 WHERE c.applicant_id = :applicant
   AND c.id <> :id
   AND (:limited = 0 OR c.item_code IN (SELECT i.item_code FROM delegation_items i WHERE i.delegation_id = :limited))
 GROUP BY f.sha256, f.name, f.content_type
 ORDER BY id DESC
 LIMIT 60;

-- name: saved_file_pick change
-- The same bytes once more, for this material: nothing is stored but the row.
INSERT INTO case_files (case_id, material, round, sha256, name, content_type, bytes, uploaded_at)
SELECT :id, :material, :round, f.sha256, f.name, f.content_type, f.bytes, :now
  FROM case_files f
  JOIN cases c ON c.id = f.case_id
 WHERE f.id = :file
   AND f.removed_at IS NULL
   AND c.applicant_id = :applicant
   AND (:limited = 0 OR c.item_code IN (SELECT i.item_code FROM delegation_items i WHERE i.delegation_id = :limited));

-- name: own_unverified value
-- Of the applicant and of who acts for him, how many nobody has seen.
SELECT COUNT(*) AS unverified FROM accounts WHERE id IN (:holder, :person) AND verified_at IS NULL;

-- ---- one's account ----

-- name: own_sessions many
SELECT seen_at, address, token_hash = :token_hash AS current
  FROM sessions
 WHERE account_id = :person
   AND expires_at > :now
 ORDER BY seen_at DESC
 LIMIT 50;

-- name: own_sign_ins many
SELECT at, how, address FROM sign_ins WHERE account_id = :person ORDER BY id DESC LIMIT 30;

-- ---- what is held of me: a column is a member of a JSON object (fcgi/public/account.c) ----

-- name: export_account many
SELECT open_login(a.login), a.kind, a.name, open_number(a.id_number), a.legal_name, open_phone(a.phone), open_email(a.email), a.address,
       a.language, a.verified_at, a.verified_how, a.closes_on
  FROM accounts a
 WHERE a.id = :holder;

-- name: export_cases many
SELECT c.number, c.state, c.item_code, c.title, c.applicant_name, open_number(c.applicant_number), c.contact_name,
       open_phone(c.contact_phone), c.channel, c.delivery, c.delivery_address, c.created_at, c.submitted_at, c.accepted_at,
       c.decided_at, c.closed_at, c.delivered_at, c.due_on, c.decision_reason, c.outcome_number
  FROM cases c
 WHERE c.applicant_id = :holder
 ORDER BY c.id
 LIMIT 5000;

-- name: export_answers many
SELECT COALESCE(c.number, CONCAT('draft ', c.id)) AS `case`, w.name, open_answer(w.value, w.name)
  FROM cases c
  JOIN case_answers w ON w.case_id = c.id
 WHERE c.applicant_id = :holder
 ORDER BY c.id, w.name
 LIMIT 20000;

-- name: export_files many
SELECT COALESCE(c.number, CONCAT('draft ', c.id)) AS `case`, f.name, f.bytes, f.sha256, f.uploaded_at
  FROM cases c
  JOIN case_files f ON f.case_id = c.id AND f.removed_at IS NULL
 WHERE c.applicant_id = :holder
 ORDER BY f.id
 LIMIT 10000;

-- name: export_messages many
SELECT m.created_at AS at, m.channel, open_recipient(m.recipient), m.subject, m.body
  FROM outbox m
 WHERE m.account_id = :holder
 ORDER BY m.id
 LIMIT 5000;

-- name: export_delegations many
SELECT h.name AS given_by, d.delegate_name AS delegate, d.office, d.state, d.scope, d.expires_on, d.invited_at, d.ended_at
  FROM delegations d
  JOIN accounts h ON h.id = d.holder_id
 WHERE d.id IN (SELECT g.id FROM delegations g WHERE g.holder_id = :holder
                UNION SELECT t.id FROM delegations t WHERE t.delegate_id = :holder)
 ORDER BY d.id
 LIMIT 1000;

-- name: export_sign_ins many
SELECT s.at, s.how, s.address
  FROM sign_ins s
 WHERE s.account_id = :holder
 ORDER BY s.id
 LIMIT 5000;
