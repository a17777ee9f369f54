-- Sealing personal numbers anew (ctl/rekey.c).  Account: ctl.
-- Rows after a place, with the columns as they lie there; and one row put back, unless it was changed meanwhile.  The C holds the list; :newest is LIKE a text of the newest key.  No version moves: what
-- anybody sees stays the same, and a form somebody has open stays good.

-- name: rekey_seen one
SELECT key_version, seen, resealed, done_at IS NOT NULL AS done FROM rekey_progress WHERE name = :name;

-- name: rekey_seen_set change
INSERT INTO rekey_progress (name, key_version, seen, resealed, done_at)
VALUES (:name, :key_version, :seen, :resealed, :done_at)
ON DUPLICATE KEY UPDATE key_version = VALUES(key_version), seen = VALUES(seen), resealed = VALUES(resealed),
       done_at = VALUES(done_at), version = version + 1;

-- name: rekey_accounts many
SELECT id AS place, login, COALESCE(id_number, '') AS id_number, phone, email,
       login_blind IS NULL OR (id_number <> '' AND number_blind IS NULL) AS unfound
  FROM accounts
 WHERE id > :after
   AND (login_blind IS NULL OR login NOT LIKE :newest AND login REGEXP '^[^A-Za-z]'
        OR id_number <> '' AND (number_blind IS NULL OR id_number NOT LIKE :newest)
        OR phone <> '' AND phone NOT LIKE :newest OR email <> '' AND email NOT LIKE :newest)
 ORDER BY id
 LIMIT 200;

-- name: rekey_account change
UPDATE accounts
   SET login = :login, login_blind = blind_login(:login_plain), id_number = IF(id_number IS NULL, NULL, :id_number), number_blind = blind_number(:id_number_plain),
       phone = :phone, email = :email
 WHERE id = :place
   AND login = :login_was AND COALESCE(id_number, '') = :id_number_was AND phone = :phone_was AND email = :email_was;

-- name: rekey_cases many
SELECT id AS place, applicant_number, contact_phone, agent_number, applicant_blind IS NULL AS unfound
  FROM cases
 WHERE id > :after
   AND (applicant_number <> '' AND (applicant_blind IS NULL OR applicant_number NOT LIKE :newest)
        OR contact_phone <> '' AND contact_phone NOT LIKE :newest OR agent_number <> '' AND agent_number NOT LIKE :newest)
 ORDER BY id
 LIMIT 200;

-- name: rekey_case change
UPDATE cases
   SET applicant_number = :applicant_number, applicant_blind = blind_number(:applicant_number_plain),
       contact_phone = :contact_phone, agent_number = :agent_number
 WHERE id = :place
   AND applicant_number = :applicant_number_was AND contact_phone = :contact_phone_was
   AND agent_number = :agent_number_was;

-- name: rekey_answers many
-- Of personal kinds, and whatever looks like a citizen number or sealed.  All answers of one case are of one place.
SELECT a.case_id AS place, a.name, a.value
  FROM case_answers a
  JOIN cases c ON c.id = a.case_id
  LEFT JOIN item_fields f ON f.version_id = c.item_version_id AND f.name = a.name
 WHERE a.case_id > :after
   AND a.case_id <= :after + 200
   AND a.value <> ''
   AND a.value NOT LIKE :newest
   AND (f.kind IN ('citizen', 'phone', 'email') OR a.value LIKE '~%~%' OR a.value REGEXP '^[0-9]{17}[0-9X]$')
 ORDER BY a.case_id;

-- name: rekey_answer change
UPDATE case_answers SET value = :value WHERE case_id = :place AND name = :name AND value = :value_was;

-- name: rekey_answers_end value
SELECT COALESCE(MAX(case_id), 0) AS last FROM case_answers;

-- name: rekey_licences many
SELECT id AS place, id_number, number_blind IS NULL AS unfound
  FROM licences
 WHERE id > :after AND (number_blind IS NULL OR id_number NOT LIKE :newest)
 ORDER BY id
 LIMIT 200;

-- name: rekey_licence change
UPDATE licences
   SET id_number = :id_number, number_blind = blind_number(:id_number_plain)
 WHERE id = :place AND id_number = :id_number_was;

-- name: rekey_notes many
SELECT id AS place, id_number, number_blind IS NULL AS unfound
  FROM integrity_notes
 WHERE id > :after AND (number_blind IS NULL OR id_number NOT LIKE :newest)
 ORDER BY id
 LIMIT 200;

-- name: rekey_note change
UPDATE integrity_notes
   SET id_number = :id_number, number_blind = blind_number(:id_number_plain)
 WHERE id = :place AND id_number = :id_number_was;

-- name: rekey_delegations many
SELECT id AS place, delegate_number, number_blind IS NULL AS unfound
  FROM delegations
 WHERE id > :after AND (number_blind IS NULL OR delegate_number NOT LIKE :newest)
 ORDER BY id
 LIMIT 200;

-- name: rekey_delegation change
UPDATE delegations
   SET delegate_number = :delegate_number, number_blind = blind_number(:delegate_number_plain)
 WHERE id = :place AND delegate_number = :delegate_number_was;

-- name: rekey_deliveries many
SELECT case_id AS place, round, phone
  FROM case_deliveries
 WHERE case_id > :after AND case_id <= :after + 200 AND phone <> '' AND phone NOT LIKE :newest
 ORDER BY case_id, round;

-- name: rekey_delivery change
UPDATE case_deliveries SET phone = :phone WHERE case_id = :place AND round = :round AND phone = :phone_was;

-- name: rekey_deliveries_end value
SELECT COALESCE(MAX(case_id), 0) AS last FROM case_deliveries;

-- name: rekey_changes many
SELECT id AS place, contact_phone
  FROM delivery_changes
 WHERE id > :after AND contact_phone <> '' AND contact_phone NOT LIKE :newest
 ORDER BY id
 LIMIT 200;

-- name: rekey_change change
UPDATE delivery_changes SET contact_phone = :contact_phone WHERE id = :place AND contact_phone = :contact_phone_was;

-- name: rekey_bookings many
SELECT id AS place, phone FROM bookings WHERE id > :after AND phone <> '' AND phone NOT LIKE :newest ORDER BY id LIMIT 200;

-- name: rekey_booking change
UPDATE bookings SET phone = :phone WHERE id = :place AND phone = :phone_was;

-- name: rekey_holders many
-- Bookings of a telephone, from before there were blind indexes: "p" and digits.
SELECT id AS place, holder FROM bookings WHERE id > :after AND holder REGEXP '^p[0-9]{1,20}$' ORDER BY id LIMIT 200;

-- name: rekey_holder change
UPDATE bookings SET holder = :holder WHERE id = :place AND holder = :holder_was;

-- name: rekey_holder_items change
UPDATE booking_items SET holder = :holder WHERE booking_id = :place AND holder = :holder_was;

-- name: rekey_enquiries many
SELECT id AS place, asker_phone, asker_email
  FROM enquiries
 WHERE id > :after AND (asker_phone <> '' AND asker_phone NOT LIKE :newest OR asker_email <> '' AND asker_email NOT LIKE :newest)
 ORDER BY id
 LIMIT 200;

-- name: rekey_enquiry change
UPDATE enquiries
   SET asker_phone = :asker_phone, asker_email = :asker_email
 WHERE id = :place AND asker_phone = :asker_phone_was AND asker_email = :asker_email_was;

-- name: rekey_outbox many
SELECT id AS place, recipient FROM outbox WHERE id > :after AND recipient <> '' AND recipient NOT LIKE :newest
 ORDER BY id LIMIT 200;

-- name: rekey_message change
UPDATE outbox SET recipient = :recipient WHERE id = :place AND recipient = :recipient_was;

-- name: rekey_searches many
SELECT id AS place, who FROM audit_searches WHERE id > :after AND who REGEXP '^[^A-Za-z]' AND who NOT LIKE :newest
 ORDER BY id LIMIT 200;

-- name: rekey_search change
UPDATE audit_searches SET who = :who WHERE id = :place AND who = :who_was;
