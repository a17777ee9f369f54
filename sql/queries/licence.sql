-- Queries of results that are held.  Accounts: office, ctl.
-- The register, revocation, reuse, the holder's own list, the seals by area.
-- What is written is written in the transaction of an act, whose case is held; whoever reads says whose it may be.

-- ---- a result comes to be held (record/licence.c) ----

-- name: licence_due one
-- What a case holds from now on: granted, of a guide that names a result, its issuing done, and nothing held yet.
SELECT c.applicant_kind, c.applicant_name, c.applicant_number, c.item_code, c.title, c.organ_code,
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
   AND l.id_number = :number
   AND l.state IN ('valid', 'expired')
 ORDER BY l.id DESC
 LIMIT 1;

-- name: licence_add change
INSERT INTO licences (identifier, kind, serial, edition, title, outcome_kind, holder_kind, id_kind, id_number,
       holder_name, case_id, item_code, item_title, organ_code, organ_name, outcome_number, paper_code, document_number,
       issued_on, signed_at, valid_from, valid_to)
VALUES (:identifier, :kind, :serial, :edition, :title, :outcome_kind, :holder_kind, :id_kind, :id_number, :holder_name,
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
           AND l.id_number = c.applicant_number
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
SELECT g.position, l.id, l.state, l.valid_from, l.valid_to, l.id_kind, l.id_number, c.applicant_kind, c.applicant_number
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
       l.outcome_number, l.document_number, l.issued_on, l.valid_from, l.valid_to, l.state, l.id_kind, l.id_number,
       l.paper_code
  FROM cases c
  JOIN item_materials m ON m.version_id = c.item_version_id
  LEFT JOIN case_materials g ON g.case_id = c.id AND g.position = m.position
  JOIN licences l ON l.id = IF(g.given = 'licence', g.licence_id,
       (SELECT h.id
          FROM licences h
         WHERE h.id_kind = IF(c.applicant_kind = 'person', 'citizen', 'credit')
           AND h.id_number = c.applicant_number
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
