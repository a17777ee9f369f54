-- The application form of an item, as its applicant or a clerk fills it in.  Accounts: public, office.

-- name: item_form_fields many
-- The form of the item with what has been answered; value is NULL where nothing was ever saved.
SELECT f.name, f.label, f.label_en, f.kind, f.required, f.max, f.choices, f.hint, f.hint_en, f.section, a.value
  FROM item_fields f
  LEFT JOIN case_answers a ON a.case_id = :id AND a.name = f.name
 WHERE f.version_id = :version_id
 ORDER BY f.position;
