-- Queries of results that are held.  Accounts: office, ctl.
-- The register, revocation, reuse, the holder's own list, the seals by area.
-- What is written is written in the transaction of an act, whose case is held; whoever reads says whose it may be.

-- ---- a result comes to be held (record/licence.c) ----

-- name: licence_due one
-- What a case holds from now on: granted, of a guide that names a result, its issuing done, and nothing held yet.
SELECT c.applicant_kind, c.applicant_name, open_number(c.applicant_number), c.item_code, c.title, c.organ_code,
       COALESCE(o.name, c.organ_code) AS organ_name, c.outcome_number, v.outcome_name, v.outcome_kind,
       v.outcome_validity, p.code AS paper_code, p.number AS document_number,
       JSON_VALUE(e.detail, '$.valid_from') AS valid_from, JSON_VALUE(e.detail, '$.valid_to') AS valid_to
  FROM cases c
  JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
  LEFT JOIN papers p ON p.id = (SELECT MAX(d.id) FROM papers d
                                 WHERE d.case_id = c.id AND d.kind IN ('licence_granted', 'granted') AND d.state = 'valid')
  LEFT JOIN case_events e ON e.id = (SELECT MAX(x.id) FROM case_events x WHERE x.case_id = c.id AND x.event = 'grant')
 WHERE c.id = :id
   AND c.state = 'granted'
   AND c.applicant_number <> ''
   AND v.outcome_name <> ''
   AND v.outcome_kind IN ('licence', 'approval', 'certificate', 'document')
   AND NOT EXISTS (SELECT 1 FROM licences l WHERE l.case_id = c.id)
   AND NOT EXISTS (SELECT 1 FROM case_tasks k
                    WHERE k.case_id = c.id AND k.kind = 'issue' AND k.state IN ('waiting', 'open'))
   AND NOT EXISTS (SELECT 1 FROM case_events r WHERE r.case_id = c.id AND r.event = 'revoke');

-- name: licence_kind_load value
-- As it stands now: who finds one that came meanwhile begins the transaction anew.
SELECT code FROM licence_kinds WHERE organ_code = :organ AND title = :title LOCK IN SHARE MODE;

-- name: licence_kind_add change
INSERT INTO licence_kinds (code, organ_code, title, outcome_kind, created_at)
VALUES (:code, :organ, :title, :outcome_kind, :now);

-- name: licence_before one
-- One of the same kind that was handed in with the application: what is granted takes its place.
SELECT l.id, l.kind, l.serial, l.edition
  FROM case_materials g
  JOIN licences l ON l.id = g.licence_id
 WHERE g.case_id = :id
   AND g.given = 'licence'
   AND l.title = :title
   AND l.organ_code = :organ
   AND l.number_blind = blind_number(:number)
   AND l.state IN ('valid', 'expired')
 ORDER BY l.id DESC
 LIMIT 1;

-- name: licence_add change
INSERT INTO licences (identifier, kind, serial, edition, title, outcome_kind, holder_kind, id_kind, id_number, number_blind,
       holder_name, case_id, item_code, item_title, organ_code, organ_name, outcome_number, paper_code, document_number,
       issued_on, signed_at, valid_from, valid_to)
VALUES (:identifier, :kind, :serial, :edition, :title, :outcome_kind, :holder_kind, :id_kind, seal_number(:id_number), blind_number(:id_number),
       :holder_name,
       :case_id, :item_code, :item_title, :organ, :organ_name, :outcome_number, :paper_code, :document_number,
       :issued_on, :signed_at, :valid_from, :valid_to);

-- name: licence_supersede change
UPDATE licences
   SET state = 'superseded', state_at = :now, replaced_by = :by, version = version + 1
 WHERE id = :id
   AND state IN ('valid', 'expired');

-- name: licence_note change
-- Accounts: office, clock, ctl.
INSERT INTO licence_acts (licence_id, at, act, case_id, account_id, actor_kind, actor_name, organ_code, reason)
VALUES (:id, :now, :act, :case_id, :account, :actor_kind, :actor_name, :organ, :reason);

-- ---- reuse: a holder's licence takes a material's place ----

-- name: licence_choose change
-- Accounts: public, office.
-- For each material of a draft for which nothing is given yet.  Long-term before what ends, late before early.
INSERT INTO case_materials (case_id, position, given, licence_id)
SELECT c.id, m.position, 'licence',
       (SELECT l.id
          FROM licences l
         WHERE l.id_kind = IF(c.applicant_kind = 'person', 'citizen', 'credit')
           AND l.number_blind = c.applicant_blind
           AND l.state = 'valid'
           AND l.valid_from <= :today
           AND (l.valid_to IS NULL OR l.valid_to >= :today)
           AND m.licence IN (l.title, l.kind, l.item_code)
         ORDER BY l.valid_to IS NULL DESC, l.valid_to DESC, l.id DESC
         LIMIT 1) AS chosen
  FROM cases c
  JOIN item_materials m ON m.version_id = c.item_version_id
  LEFT JOIN case_materials g ON g.case_id = c.id AND g.position = m.position
 WHERE c.id = :id
   AND c.state = 'draft'
   AND c.applicant_number <> ''
   AND m.licence <> ''
   AND COALESCE(g.given, 'none') = 'none'
HAVING chosen IS NOT NULL
ON DUPLICATE KEY UPDATE given = 'licence', licence_id = VALUES(licence_id);

-- name: licence_uses many
-- Accounts: public, office.
-- What a case relies on, and whose case it is.
SELECT g.position, l.id, l.state, l.valid_from, l.valid_to, l.id_kind, open_number(l.id_number), c.applicant_kind,
       open_number(c.applicant_number)
  FROM case_materials g
  JOIN cases c ON c.id = g.case_id
  JOIN licences l ON l.id = g.licence_id
 WHERE g.case_id = :id
   AND g.given = 'licence'
 ORDER BY g.position;

-- name: licence_used change
-- Accounts: public, office.
INSERT INTO licence_acts (licence_id, at, act, case_id, account_id, actor_kind, actor_name, organ_code)
SELECT DISTINCT g.licence_id, :now, 'used', :id, :account, :actor_kind, :actor_name, :organ
  FROM case_materials g
 WHERE g.case_id = :id
   AND g.given = 'licence'
   AND g.licence_id IS NOT NULL;

-- name: licence_of_material many
-- Accounts: public, office.
-- Per material of a case whose place a licence may take: the one it relies on; where it relies on none, the one its
-- applicant could use today (position, offered).
SELECT m.position, COALESCE(g.given, 'none') = 'licence' AS relied_on, l.id, l.identifier, l.title, l.organ_name,
       l.outcome_number, l.document_number, l.issued_on, l.valid_from, l.valid_to, l.state, l.id_kind, open_number(l.id_number),
       l.paper_code
  FROM cases c
  JOIN item_materials m ON m.version_id = c.item_version_id
  LEFT JOIN case_materials g ON g.case_id = c.id AND g.position = m.position
  JOIN licences l ON l.id = IF(g.given = 'licence', g.licence_id,
       (SELECT h.id
          FROM licences h
         WHERE h.id_kind = IF(c.applicant_kind = 'person', 'citizen', 'credit')
           AND h.number_blind = c.applicant_blind
           AND h.state = 'valid'
           AND h.valid_from <= :today
           AND (h.valid_to IS NULL OR h.valid_to >= :today)
           AND m.licence IN (h.title, h.kind, h.item_code)
         ORDER BY h.valid_to IS NULL DESC, h.valid_to DESC, h.id DESC
         LIMIT 1))
 WHERE c.id = :id
   AND c.applicant_number <> ''
   AND (m.licence <> '' OR g.given = 'licence')
 ORDER BY m.position;

-- ---- the register, and one of it ----

-- name: licences many
-- Account: office.
-- The organ's own, the latest first.  A state column the clock has not set yet deceives nobody: the days are asked too.
SELECT l.id, l.identifier, l.title, l.outcome_kind, l.holder_kind, l.holder_name, l.id_kind, open_number(l.id_number), l.item_title,
       l.document_number, l.outcome_number, l.issued_on, l.signed_at, l.valid_from, l.valid_to, l.state, l.paper_code,
       c.number
  FROM (SELECT id
          FROM licences FORCE INDEX (by_organ)
         WHERE organ_code = :organ
           AND (:kind = '' OR title = :kind)
           AND (:state = 'any'
                OR (:state = 'valid' AND state = 'valid' AND (valid_to IS NULL OR valid_to >= :today))
                OR (:state = 'soon' AND state = 'valid' AND valid_to BETWEEN :today AND :soon)
                OR (:state = 'expired' AND (state = 'expired' OR (state = 'valid' AND valid_to < :today)))
                OR (:state IN ('revoked', 'superseded') AND state = :state))
           AND (:find = '' OR number_blind = blind_number(:find) OR identifier = :find OR document_number = :find
                OR outcome_number = :find OR holder_name LIKE :like)
         ORDER BY issued_on DESC, id DESC
         LIMIT :most OFFSET :skip) f
  JOIN licences l ON l.id = f.id
  JOIN cases c ON c.id = l.case_id
 ORDER BY l.issued_on DESC, l.id DESC;

-- name: licences_found value
-- Account: office.  Counted to a thousand.
SELECT COUNT(*) AS found
  FROM (SELECT 1
          FROM licences FORCE INDEX (by_organ)
         WHERE organ_code = :organ
           AND (:kind = '' OR title = :kind)
           AND (:state = 'any'
                OR (:state = 'valid' AND state = 'valid' AND (valid_to IS NULL OR valid_to >= :today))
                OR (:state = 'soon' AND state = 'valid' AND valid_to BETWEEN :today AND :soon)
                OR (:state = 'expired' AND (state = 'expired' OR (state = 'valid' AND valid_to < :today)))
                OR (:state IN ('revoked', 'superseded') AND state = :state))
           AND (:find = '' OR number_blind = blind_number(:find) OR identifier = :find OR document_number = :find
                OR outcome_number = :find OR holder_name LIKE :like)
         LIMIT 1000) t;

-- name: licence_kinds many
-- Account: office.
SELECT title FROM licence_kinds WHERE organ_code = :organ ORDER BY title LIMIT 200;

-- name: licence_load one
-- Account: office.
SELECT l.id, l.identifier, l.edition, l.title, l.outcome_kind, l.holder_kind, l.holder_name, l.id_kind, open_number(l.id_number),
       l.item_code, l.item_title, l.organ_code, l.organ_name, l.outcome_number, l.document_number, l.issued_on,
       l.signed_at, l.valid_from, l.valid_to, l.state, l.state_at, l.reason, l.replaced_by, l.paper_code, c.number,
       c.state AS case_state,
       (SELECT COUNT(*) FROM case_events e WHERE e.case_id = c.id AND e.event = 'revoke') AS revocations
  FROM licences l
  JOIN cases c ON c.id = l.case_id
 WHERE l.id = :id
   AND l.organ_code = :organ;

-- name: licence_of_case one
-- Account: office.  Of a case that was found for this officer; a row without id where nothing is held.
SELECT l.id, l.identifier, l.edition, l.title, l.outcome_kind, l.holder_name, l.id_kind, open_number(l.id_number), c.organ_code,
       l.organ_name, l.outcome_number, l.document_number, l.issued_on, l.signed_at, l.valid_from, l.valid_to, l.state,
       l.state_at, l.reason, l.paper_code, c.number, c.state AS case_state,
       (SELECT COUNT(*) FROM case_events e WHERE e.case_id = c.id AND e.event = 'revoke') AS revocations
  FROM cases c
  LEFT JOIN licences l ON l.case_id = c.id
 WHERE c.id = :case_id;

-- name: licence_history many
-- Account: office.
SELECT a.at, a.act, a.actor_kind, a.actor_name, a.reason, c.title AS case_title
  FROM licence_acts a
  LEFT JOIN cases c ON c.id = a.case_id
 WHERE a.licence_id = :id
 ORDER BY a.id
 LIMIT 500;

-- name: licence_revoke change
UPDATE licences
   SET state = 'revoked', state_at = :now, reason = :reason, version = version + 1
 WHERE id = :id
   AND state IN ('valid', 'expired');

-- name: revoke_paper change
-- The decision that granted it.
UPDATE papers
   SET state = 'recalled', state_code = 'revoked', state_note = :note, state_at = :now, version = version + 1
 WHERE case_id = :case_id
   AND kind IN ('licence_granted', 'granted')
   AND state = 'valid';

-- ---- the holder's own ----

-- name: my_licences many
-- Account: public.  By the number of the account, so that what was granted at a window is there as well.
SELECT l.id, l.identifier, l.title, l.outcome_kind, l.holder_name, l.id_kind, open_number(l.id_number), l.item_code, l.item_title,
       l.organ_name, l.outcome_number, l.document_number, l.issued_on, l.valid_from, l.valid_to, l.state, l.state_at,
       l.reason, l.paper_code, c.number, c.applicant_id = :applicant AS own_case, i.published_id IS NOT NULL AS offered
  FROM accounts a
  JOIN licences l ON l.id_kind = IF(a.kind = 'person', 'citizen', 'credit') AND l.number_blind = a.number_blind
  JOIN cases c ON c.id = l.case_id
  LEFT JOIN items i ON i.code = l.item_code
 WHERE a.id = :applicant
 ORDER BY l.state = 'valid' DESC, l.issued_on DESC, l.id DESC
 LIMIT 200;

-- name: todo_licences many
-- Account: public.  What ends within thirty days (Licensing Law 50: renewal is asked for thirty days before).
SELECT CONCAT('/items/', l.item_code) AS url, l.title, '' AS title_en, COALESCE(l.identifier, l.document_number) AS about,
       l.valid_to AS due_on
  FROM accounts a
  JOIN licences l ON l.id_kind = IF(a.kind = 'person', 'citizen', 'credit') AND l.number_blind = a.number_blind
                 AND l.state = 'valid' AND l.valid_to BETWEEN :today AND :today + INTERVAL 30 DAY
  JOIN items i ON i.code = l.item_code AND i.published_id IS NOT NULL
 WHERE a.id = :holder
   AND (:limited = 0 OR l.item_code IN (SELECT d.item_code FROM delegation_items d WHERE d.delegation_id = :limited))
 ORDER BY l.valid_to
 LIMIT 30;

-- name: licence_of_paper one
-- Account: public.  For anybody who holds the paper's code: the result it granted, and how it stands.
SELECT identifier, title, id_kind, open_number(id_number), valid_from, valid_to, state FROM licences WHERE paper_code = :code;

-- ---- the clock ----

-- name: licences_ending many
-- Account: clock.  Their last day is near, and nobody was told.
SELECT l.id, l.case_id, l.valid_to
  FROM (SELECT id FROM licences FORCE INDEX (by_expiry)
         WHERE state = 'valid' AND valid_to BETWEEN :today AND :reach AND reminded_at IS NULL AND id > :after
         ORDER BY id LIMIT :most) d
  JOIN licences l ON l.id = d.id
 ORDER BY l.id;

-- name: licence_reminded change
-- Account: clock.
UPDATE licences SET reminded_at = :now, version = version + 1 WHERE id = :id AND reminded_at IS NULL AND state = 'valid';

-- name: licences_ended many
-- Account: clock.
SELECT l.id, l.case_id, l.valid_to
  FROM (SELECT id FROM licences FORCE INDEX (by_expiry)
         WHERE state = 'valid' AND valid_to < :today AND id > :after
         ORDER BY id LIMIT :most) d
  JOIN licences l ON l.id = d.id
 ORDER BY l.id;

-- name: licence_expire change
-- Account: clock.
UPDATE licences
   SET state = 'expired', state_at = :now, version = version + 1
 WHERE id = :id
   AND state = 'valid'
   AND valid_to < :today;

-- name: material_licence_set change
-- Accounts: public, office.
UPDATE case_materials SET licence_id = :licence WHERE case_id = :id AND position = :position AND given = 'licence';

-- name: material_licences_clear change
-- Account: office.  The draft is another applicant's now.
UPDATE case_materials SET given = 'none', licence_id = NULL WHERE case_id = :id AND given = 'licence';

-- name: held_before many
-- Account: office.
-- Row 6: what others issued (organ, third) and this organ has in hand from a case of the same applicant it accepted
-- since a day.  The latest copy of each.
SELECT m.position, e.number, MAX(f.id) AS file
  FROM cases c
  JOIN item_materials m ON m.version_id = c.item_version_id AND m.source IN ('organ', 'third')
  JOIN cases e FORCE INDEX (by_applicant) ON e.applicant_id = c.applicant_id AND e.id <> c.id
  JOIN item_materials n ON n.version_id = e.item_version_id AND n.name = m.name
  JOIN case_files f ON f.case_id = e.id AND f.material = n.position AND f.removed_at IS NULL
 WHERE c.id = :id
   AND c.applicant_id <> 0
   AND e.organ_code = c.organ_code
   AND e.accepted_at >= :since
   AND e.state NOT IN ('draft', 'withdrawn', 'terminated')
 GROUP BY m.position, e.number
 ORDER BY m.position, file;
