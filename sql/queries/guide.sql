-- The guide of one version of an item, element by element.  Accounts: public, office, publish, watch.
-- (What elements_keep reads: whoever puts a version into force as well.)

-- name: guide_published value
SELECT i.published_id AS id
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
 WHERE i.code = :code
   AND (v.retired_on IS NULL OR v.retired_on > :today);

-- name: guide_version_on value
-- The version in force on a day, whatever became of it since.
SELECT v.id
  FROM item_versions v
 WHERE v.item_code = :code
   AND v.state IN ('published', 'retired')
   AND v.effective_on <= :on
   AND (v.retired_on IS NULL OR v.retired_on > :on)
 ORDER BY v.number DESC
 LIMIT 1;

-- name: guide_load one
-- Accounts: public, office, publish, watch, admin, clock, ctl.  Its elements come with it where they are kept.
-- What stands before state is kept with them (ELEMENTS_HEAD_END).
SELECT v.id, v.item_code, v.number, v.effective_on, v.retired_on,
       v.title, v.title_en, v.base_code, v.kind, v.level, v.organ_code, v.area_code, v.delegate, v.joint_organs,
       v.authority, v.audiences, v.scope, v.handling, v.renewal, v.statutory_limit, v.statutory_unit, v.statutory_note,
       v.promised_limit, v.promised_unit, v.promised_note, v.visits, v.visit_reason, v.online_depth, v.stars,
       v.channels, v.conditions, v.process_note, v.special_procedures, v.intermediary, v.quantity_limit,
       v.lacking_days, v.low_risk, v.promise_notice, v.promise_text,
       v.outcome_name, v.outcome_kind, v.outcome_validity, v.outcome_sample, v.supervising_organ, v.not_public, v.charged, v.pay_online, v.courier,
       v.booking, v.kiosk, v.in_centre, v.consult_phone, v.complaint_phone, v.consult_note, v.hours,
       v.online_address, v.keywords, v.brief, v.brief_en, v.rights_note, i.code_form,
       v.state, v.published_at, v.version, o.name AS organ_name, o.name_en AS organ_name_en, o.phone AS organ_phone,
       o.address AS organ_address, a.name AS area_name, a.name_en AS area_name_en, e.body AS elements
  FROM item_versions v
  JOIN items i ON i.code = v.item_code
  LEFT JOIN organs o ON o.code = v.organ_code
  LEFT JOIN areas a ON a.code = v.area_code
  LEFT JOIN item_elements e ON e.version_id = v.id
 WHERE v.id = :id;

-- name: guide_now one
-- The version that stands before the public, as elements_keep put it together: the shelf knows which one it is.  Account: public.
SELECT body FROM item_elements WHERE version_id = :id;

-- name: guide_themes many
-- Accounts: public, office, publish, watch, admin, clock, ctl.
SELECT x.theme_code, t.name, t.name_en, t.side
  FROM item_themes x
  JOIN themes t ON t.code = x.theme_code
 WHERE x.version_id = :id
 ORDER BY x.position, x.theme_code;

-- name: guide_places many
-- Accounts: public, office, publish, watch, admin, clock, ctl.
SELECT position, name, address, window_name, hours, phone, transport
  FROM item_places
 WHERE version_id = :id
 ORDER BY position;

-- name: guide_bases many
-- Accounts: public, office, publish, watch, admin, clock, ctl.
SELECT position, title, article, body
  FROM item_bases
 WHERE version_id = :id
 ORDER BY position;

-- name: guide_materials many
-- Accounts: public, office, publish, watch, admin, clock, ctl.
SELECT m.position, m.name, m.form, m.necessity, m.condition_note, m.source, m.source_note, m.originals, m.copies,
       m.format, m.instructions, m.acceptance, m.basis, m.blank_form, m.sample_form, m.promise_allowed, m.may_lack,
       m.licence,
       b.name AS blank_there, s.name AS sample_there
  FROM item_materials m
  LEFT JOIN forms b ON b.name = CONVERT(m.blank_form USING ascii)
  LEFT JOIN forms s ON s.name = CONVERT(m.sample_form USING ascii)
 WHERE m.version_id = :id
 ORDER BY m.position;

-- name: guide_steps many
-- Accounts: public, office, publish, watch, admin, clock, ctl.
SELECT s.position, s.name, s.kind, s.role, s.organ_code, o.name AS organ_name, s.limit_count, s.unit,
       s.needs, s.back_to, s.silence, s.content, s.result
  FROM item_steps s
  LEFT JOIN organs o ON o.code = s.organ_code
 WHERE s.version_id = :id
 ORDER BY s.position;

-- name: guide_fees many
-- Accounts: public, office, publish, watch, admin, clock, ctl.
SELECT position, name, standard, basis, reducible, reduction_basis
  FROM item_fees
 WHERE version_id = :id
 ORDER BY position;

-- name: guide_questions many
-- Accounts: public, office, publish, watch, admin, clock, ctl.
SELECT position, question, answer
  FROM item_questions
 WHERE version_id = :id
 ORDER BY position;

-- name: guide_fields many
-- Accounts: public, office, publish, watch, admin, clock, ctl.
SELECT position, name, label, label_en, kind, required, max, choices, hint, hint_en, section
  FROM item_fields
 WHERE version_id = :id
 ORDER BY position;

-- name: guide_elements_keep change
-- Accounts: publish, admin, clock, ctl.
INSERT INTO item_elements (version_id, body) VALUES (:id, :body)
ON DUPLICATE KEY UPDATE body = VALUES(body), version = version + 1;

-- name: guide_elements_of_form many
-- Accounts: publish, ctl.  Versions in force or once in force that name a form.
SELECT DISTINCT m.version_id
  FROM item_materials m
  JOIN item_elements e ON e.version_id = m.version_id
 WHERE m.blank_form = :name OR m.sample_form = :name;

-- name: guide_elements_wanted many
-- Account: ctl.
SELECT id FROM item_versions WHERE state IN ('published', 'retired') ORDER BY id;
