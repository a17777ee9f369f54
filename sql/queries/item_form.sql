-- The application form of an item, as its applicant or a clerk fills it in.  Accounts: public, office.

-- name: item_form_fields many
-- The form of the item with what has been answered; value is NULL where nothing was ever saved.
SELECT f.name, f.label, f.label_en, f.kind, f.required, f.max, f.choices, f.hint, f.hint_en, f.section,
       open_answer(a.value, f.name)
  FROM item_fields f
  LEFT JOIN case_answers a ON a.case_id = :id AND a.name = f.name
 WHERE f.version_id = :version_id
 ORDER BY f.position;

-- ---- a draft and a newer guide: a case is bound to the one in force on the day it is filed ----

-- name: guide_changes many
-- What one version asks for and the other does not; is_new: the newer does.
SELECT 'material' AS kind, name, MAX(version_id = :new) AS is_new
  FROM item_materials
 WHERE version_id IN (:old, :new)
 GROUP BY name
HAVING COUNT(DISTINCT version_id) = 1
 UNION ALL
SELECT 'field', MAX(label), MAX(version_id = :new)
  FROM item_fields
 WHERE version_id IN (:old, :new)
 GROUP BY name
HAVING COUNT(DISTINCT version_id) = 1
 LIMIT 100;

-- name: draft_materials_move change
-- Materials go by their names.  A promise was given in the old guide's words, and is asked for again; what a
-- licence takes the place of is chosen anew, by what the new guide says.
INSERT INTO case_materials (case_id, position, given, note, originals, copies)
SELECT :id, b.position, IF(g.given IS NULL OR g.given IN ('promise', 'lack', 'licence'), 'none', g.given), COALESCE(g.note, ''),
       g.originals, g.copies
  FROM item_materials b
  LEFT JOIN item_materials a ON a.version_id = :old AND a.name = b.name
  LEFT JOIN case_materials g ON g.case_id = :id AND g.position = a.position
 WHERE b.version_id = :new
ON DUPLICATE KEY UPDATE given = VALUES(given), note = VALUES(note), originals = VALUES(originals), copies = VALUES(copies);

-- name: draft_files_move change
UPDATE case_files f
  JOIN item_materials a ON a.version_id = :old AND a.position = f.material
  LEFT JOIN item_materials b ON b.version_id = :new AND b.name = a.name
   SET f.removed_at = IF(b.position IS NULL, :now, NULL), f.material = COALESCE(b.position, f.material)
 WHERE f.case_id = :id
   AND f.removed_at IS NULL;

-- name: draft_move change
UPDATE cases c
  JOIN item_versions v ON v.id = :new
   SET c.item_version_id = v.id, c.title = v.title, c.saved_at = :now, c.version = c.version + 1
 WHERE c.id = :id
   AND c.item_version_id = :old
   AND c.state = 'draft';
