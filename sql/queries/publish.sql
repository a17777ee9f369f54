-- Queries of the webmasters' pages.  Account: publish.
-- A colleague is shown what belongs to the own area and below (rules/reach.h): every query that finds a version, a document, a
-- batch or an act binds :area, what such areas are LIKE.  They belong where their organ lies; of no organ we know, where
-- their writer does.

-- ---- home ----

-- name: desk_counts many
-- How many versions of items stand in each state.
SELECT v.state, COUNT(*) AS count
  FROM item_versions v
  LEFT JOIN organs o ON o.code = v.organ_code
  LEFT JOIN accounts a ON a.id = v.author_id
 WHERE COALESCE(o.area_code, a.area_code) LIKE :area
 GROUP BY v.state;

-- name: desk_document_counts many
SELECT d.state, COUNT(*) AS count
  FROM documents d
  LEFT JOIN organs o ON o.code = d.organ_code
  LEFT JOIN accounts a ON a.id = d.author_id
 WHERE COALESCE(o.area_code, a.area_code) LIKE :area
 GROUP BY d.state;

-- name: desk_versions many
-- The latest work in one state.
SELECT v.id, v.item_code, v.number, v.title, v.effective_on, o.name AS organ_name, a.name AS author_name
  FROM item_versions v
  LEFT JOIN organs o ON o.code = v.organ_code
  LEFT JOIN accounts a ON a.id = v.author_id
 WHERE v.state = :state AND COALESCE(o.area_code, a.area_code) LIKE :area
 ORDER BY v.id DESC
 LIMIT 10;

-- name: desk_documents many
SELECT d.id, d.title, d.doc_number, a.name AS author_name
  FROM documents d
  LEFT JOIN organs o ON o.code = d.organ_code
  LEFT JOIN accounts a ON a.id = d.author_id
 WHERE d.state = :state AND COALESCE(o.area_code, a.area_code) LIKE :area
 ORDER BY d.id DESC
 LIMIT 10;

-- name: acts_list many
-- Of colleagues of the area, and of the clock; all that was done to one subject is asked for by who may see it: "%".
SELECT x.id, x.at, x.act, x.subject, x.reason, a.name
  FROM acts x
  LEFT JOIN accounts a ON a.id = x.account_id
 WHERE (:subject = '' OR x.subject = :subject) AND (x.account_id = 0 OR a.area_code LIKE :area)
 ORDER BY x.id DESC
 LIMIT :count OFFSET :start;

-- name: acts_count value
SELECT COUNT(*) AS count
  FROM acts x
  LEFT JOIN accounts a ON a.id = x.account_id
 WHERE (:subject = '' OR x.subject = :subject) AND (x.account_id = 0 OR a.area_code LIKE :area);

-- ---- items ----

-- name: versions_list many
SELECT v.id, v.item_code, v.number, v.state, v.title, v.effective_on, v.retired_on, o.name AS organ_name,
       a.name AS author_name
  FROM item_versions v
  LEFT JOIN organs o ON o.code = v.organ_code
  LEFT JOIN accounts a ON a.id = v.author_id
 WHERE COALESCE(o.area_code, a.area_code) LIKE :area
   AND (:state = '' OR v.state = :state)
   AND (:batch = 0 OR v.batch_id = :batch)
   AND (:like = '' OR v.title LIKE :like OR v.item_code LIKE :like
        OR CONVERT(v.initials USING utf8mb4) LIKE :like)
 ORDER BY v.id DESC
 LIMIT :count OFFSET :start;

-- name: versions_count value
SELECT COUNT(*) AS count
  FROM item_versions v
  LEFT JOIN organs o ON o.code = v.organ_code
  LEFT JOIN accounts a ON a.id = v.author_id
 WHERE COALESCE(o.area_code, a.area_code) LIKE :area
   AND (:state = '' OR v.state = :state)
   AND (:batch = 0 OR v.batch_id = :batch)
   AND (:like = '' OR v.title LIKE :like OR v.item_code LIKE :like
        OR CONVERT(v.initials USING utf8mb4) LIKE :like);

-- name: versions_by_state many
SELECT v.state, COUNT(*) AS count
  FROM item_versions v
  LEFT JOIN organs o ON o.code = v.organ_code
  LEFT JOIN accounts a ON a.id = v.author_id
 WHERE COALESCE(o.area_code, a.area_code) LIKE :area
   AND (:batch = 0 OR v.batch_id = :batch)
   AND (:like = '' OR v.title LIKE :like OR v.item_code LIKE :like
        OR CONVERT(v.initials USING utf8mb4) LIKE :like)
 GROUP BY v.state;

-- name: item_versions_of many
SELECT v.id, v.number, v.state, v.title, v.effective_on, v.retired_on, v.published_at, a.name AS author_name,
       p.name AS publisher_name, v.batch_id
  FROM item_versions v
  LEFT JOIN organs o ON o.code = v.organ_code
  LEFT JOIN accounts a ON a.id = v.author_id
  LEFT JOIN accounts p ON p.id = v.publisher_id
 WHERE v.item_code = :code AND COALESCE(o.area_code, a.area_code) LIKE :area
 ORDER BY v.number DESC;

-- name: version_head one
SELECT v.id, v.item_code, v.number, v.state, v.title, v.author_id, v.publisher_id, v.version, v.effective_on,
       v.retired_on, v.published_at, v.batch_id, v.organ_code, o.name AS organ_name, a.name AS author_name,
       p.name AS publisher_name, b.mapping, i.published_id
  FROM item_versions v
  JOIN items i ON i.code = v.item_code
  LEFT JOIN organs o ON o.code = v.organ_code
  LEFT JOIN accounts a ON a.id = v.author_id
  LEFT JOIN accounts p ON p.id = v.publisher_id
  LEFT JOIN import_batches b ON b.id = v.batch_id
 WHERE v.id = :id AND COALESCE(o.area_code, a.area_code) LIKE :area;

-- name: version_take change
-- A draft is written to only as its webmaster saw it.
UPDATE item_versions SET version = version + 1 WHERE id = :id AND state = 'draft' AND version = :version;

-- name: version_save change
-- All columns of a draft, as native.h names them; the code and the days stay.
UPDATE item_versions
   SET title = :title, title_en = :title_en, base_code = :base_code, kind = :kind, level = :level,
       organ_code = :organ_code, area_code = :area_code, delegate = :delegate, joint_organs = :joint_organs,
       authority = :authority, audiences = :audiences, scope = :scope, handling = :handling, renewal = :renewal,
       statutory_limit = :statutory_limit, statutory_unit = :statutory_unit, statutory_note = :statutory_note,
       promised_limit = :promised_limit, promised_unit = :promised_unit, promised_note = :promised_note,
       visits = :visits, visit_reason = :visit_reason, online_depth = :online_depth, stars = :stars,
       channels = :channels, conditions = :conditions, process_note = :process_note,
       special_procedures = :special_procedures, intermediary = :intermediary, quantity_limit = :quantity_limit,
       lacking_days = :lacking_days, low_risk = :low_risk, promise_notice = :promise_notice,
       promise_text = :promise_text,
       outcome_name = :outcome_name, outcome_kind = :outcome_kind, outcome_validity = :outcome_validity,
       outcome_sample = :outcome_sample, supervising_organ = :supervising_organ, not_public = :not_public,
       charged = :charged, pay_online = :pay_online, courier = :courier,
       booking = :booking, kiosk = :kiosk, in_centre = :in_centre, consult_phone = :consult_phone,
       complaint_phone = :complaint_phone, consult_note = :consult_note, hours = :hours,
       online_address = :online_address, keywords = :keywords, brief = :brief, brief_en = :brief_en,
       rights_note = :rights_note, effective_on = :effective_on, retired_on = :retired_on, extras = :extras,
       item_code = :item_code
 WHERE id = :id AND state = 'draft';

-- name: item_themes_clear change
DELETE FROM item_themes WHERE version_id = :id;

-- name: item_places_clear change
DELETE FROM item_places WHERE version_id = :id;

-- name: item_bases_clear change
DELETE FROM item_bases WHERE version_id = :id;

-- name: item_materials_clear change
DELETE FROM item_materials WHERE version_id = :id;

-- name: item_steps_clear change
DELETE FROM item_steps WHERE version_id = :id;

-- name: item_checks_clear change
DELETE FROM item_checks WHERE version_id = :id;

-- name: item_fees_clear change
DELETE FROM item_fees WHERE version_id = :id;

-- name: item_questions_clear change
DELETE FROM item_questions WHERE version_id = :id;

-- name: item_fields_clear change
DELETE FROM item_fields WHERE version_id = :id;

-- name: item_there value
SELECT COUNT(*) AS count FROM items WHERE code = :code;

-- name: organs_choice many
SELECT code AS value, name AS label FROM organs WHERE area_code LIKE :area AND retired_on IS NULL ORDER BY area_code, position, code;

-- name: areas_choice many
SELECT code AS value, name AS label FROM areas WHERE code LIKE :area AND retired_on IS NULL ORDER BY code;

-- name: themes_choice many
SELECT code AS value, name AS label, side FROM themes ORDER BY side, position, code;

-- name: steps_choice many
-- The steps of a draft but one (own 0: all).
SELECT position AS value, CONCAT(position, '. ', name) AS label
  FROM item_steps
 WHERE version_id = :id AND position <> :own
 ORDER BY position;

-- name: organ_there value
SELECT COUNT(*) AS count FROM organs WHERE code = :code AND area_code LIKE :area AND retired_on IS NULL;

-- name: area_there value
SELECT COUNT(*) AS count FROM areas WHERE code = :code AND code LIKE :area AND retired_on IS NULL;

-- ---- imports ----

-- name: batches_list many
SELECT b.id, b.kind, b.mapping, b.file_name, b.state, b.rows_total, b.error_count, b.warning_count, b.created_at,
       a.name AS account_name
  FROM import_batches b
  LEFT JOIN accounts a ON a.id = b.account_id
 WHERE a.area_code LIKE :area
 ORDER BY b.id DESC
 LIMIT :count OFFSET :start;

-- name: batches_count value
SELECT COUNT(*) AS count FROM import_batches b LEFT JOIN accounts a ON a.id = b.account_id WHERE a.area_code LIKE :area;

-- name: batch_show one
SELECT b.id, b.kind, b.mapping, b.file_name, b.sha256, b.state, b.rows_total, b.rows_done, b.error_count,
       b.warning_count, b.account_id, b.created_at, b.applied_at, b.version, a.name AS account_name,
       p.rows_done AS running_rows, p.at AS running_at
  FROM import_batches b
  LEFT JOIN accounts a ON a.id = b.account_id
  LEFT JOIN import_progress p ON p.batch_id = b.id
 WHERE b.id = :id AND a.area_code LIKE :area;

-- name: findings_list many
SELECT position, line, column_name, code, severity, value
  FROM import_findings
 WHERE batch_id = :batch AND (:severity = '' OR severity = :severity) AND (:code = '' OR code = :code)
 ORDER BY position
 LIMIT :count OFFSET :start;

-- name: findings_count value
SELECT COUNT(*) AS count
  FROM import_findings
 WHERE batch_id = :batch AND (:severity = '' OR severity = :severity) AND (:code = '' OR code = :code);

-- name: findings_by_code many
SELECT code, severity, COUNT(*) AS count, MIN(line) AS first_line
  FROM import_findings
 WHERE batch_id = :batch
 GROUP BY code, severity
 ORDER BY severity, count DESC, code;

-- ---- documents ----

-- name: documents_list many
SELECT d.id, d.index_number, d.doc_number, d.title, d.category, d.state, d.published_on, d.issued_on,
       COALESCE(o.name, d.organ_name) AS organ_name, a.name AS author_name
  FROM documents d
  LEFT JOIN organs o ON o.code = d.organ_code
  LEFT JOIN accounts a ON a.id = d.author_id
 WHERE COALESCE(o.area_code, a.area_code) LIKE :area
   AND (:state = '' OR d.state = :state)
   AND (:like = '' OR d.title LIKE :like OR d.index_number LIKE :like OR d.source_index LIKE :like
        OR (:key <> '' AND d.doc_number_key LIKE :key))
 ORDER BY d.id DESC
 LIMIT :count OFFSET :start;

-- name: documents_count value
SELECT COUNT(*) AS count
  FROM documents d
  LEFT JOIN organs o ON o.code = d.organ_code
  LEFT JOIN accounts a ON a.id = d.author_id
 WHERE COALESCE(o.area_code, a.area_code) LIKE :area
   AND (:state = '' OR d.state = :state)
   AND (:like = '' OR d.title LIKE :like OR d.index_number LIKE :like OR d.source_index LIKE :like
        OR (:key <> '' AND d.doc_number_key LIKE :key));

-- name: documents_by_state many
SELECT d.state, COUNT(*) AS count
  FROM documents d
  LEFT JOIN organs o ON o.code = d.organ_code
  LEFT JOIN accounts a ON a.id = d.author_id
 WHERE COALESCE(o.area_code, a.area_code) LIKE :area
   AND (:like = '' OR d.title LIKE :like OR d.index_number LIKE :like OR d.source_index LIKE :like
        OR (:key <> '' AND d.doc_number_key LIKE :key))
 GROUP BY d.state;

-- name: document_head one
SELECT d.id, d.index_number, d.source_index, d.doc_number, d.category, d.topic, d.organ_code, d.organ_name, d.title,
       d.title_en, d.issued_on, d.produced_on, d.published_on, d.valid_until, d.status, d.keywords, d.summary,
       d.source, d.body_kind, d.body, d.state, d.author_id, d.version, o.name AS organ_full_name,
       a.name AS author_name, p.name AS publisher_name, d.published_at
  FROM documents d
  LEFT JOIN organs o ON o.code = d.organ_code
  LEFT JOIN accounts a ON a.id = d.author_id
  LEFT JOIN accounts p ON p.id = d.publisher_id
 WHERE d.id = :id AND COALESCE(o.area_code, a.area_code) LIKE :area;

-- name: document_take change
UPDATE documents SET version = version + 1 WHERE id = :id AND state = 'draft' AND version = :version;

-- name: document_save change
UPDATE documents
   SET doc_number = :doc_number, doc_number_key = :doc_number_key, category = :category, topic = :topic,
       organ_code = :organ_code, organ_name = :organ_name, title = :title, title_en = :title_en,
       issued_on = :issued_on, produced_on = :produced_on, published_on = :published_on,
       valid_until = :valid_until, status = :status, keywords = :keywords, summary = :summary, source = :source,
       body_kind = :body_kind, body = :body, source_index = :source_index, extras = :extras,
       index_number = :index_number
 WHERE id = :id AND state = 'draft';

-- name: document_files_show many
SELECT position, sha256, name, content_type, bytes FROM document_files WHERE document_id = :id ORDER BY position;

-- name: document_file_load one
SELECT sha256, name, content_type FROM document_files WHERE document_id = :id AND position = :position;

-- name: document_files_last value
SELECT COALESCE(MAX(position), 0) AS last FROM document_files WHERE document_id = :id;

-- name: document_file_drop change
DELETE FROM document_files WHERE document_id = :id AND position = :position;
