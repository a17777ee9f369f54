-- The catalogue as it is imported, exported, judged and published.  Accounts: publish, ctl.

-- name: catalogue_moved change
-- Accounts: publish, admin, clock, ctl.
-- Whatever workers keep of the catalogue is dropped when this moves.
UPDATE catalogue SET version = version + 1 WHERE id = 1;

-- ---- places ----

-- name: organs_known many
-- Accounts: publish, clock, ctl.
SELECT code, name, area_code FROM organs ORDER BY code;

-- name: organ_area value
SELECT area_code FROM organs WHERE code = :code;

-- name: areas_known many
-- Accounts: publish, clock, ctl.
SELECT code, name FROM areas ORDER BY code;

-- name: themes_known many
-- Accounts: publish, clock, ctl.
SELECT code, name, side FROM themes ORDER BY code;

-- name: organ_add change
INSERT INTO organs (code, name, area_code, doubtful) VALUES (:code, :name, :area, :doubtful);

-- name: area_add change
INSERT INTO areas (code, parent, name, level) VALUES (:code, :parent, :name, :level);

-- name: theme_add change
INSERT INTO themes (code, side, name) VALUES (:code, :side, :name);

-- ---- settings ----

-- name: guide_settings many
SELECT name, value FROM settings WHERE name LIKE 'guide.%';

-- name: setting_load value
SELECT value FROM settings WHERE name = :name;

-- ---- items ----

-- name: item_add change
INSERT INTO items (code, code_form, organ_code, created_at) VALUES (:code, :form, :organ, :now);

-- name: item_known one
SELECT i.code, i.published_id, COALESCE(MAX(v.number), 0) AS last_number
  FROM items i
  LEFT JOIN item_versions v ON v.item_code = i.code
 WHERE i.code = :code
 GROUP BY i.code, i.published_id;

-- name: items_known many
SELECT i.code, COALESCE(MAX(v.number), 0) AS last_number, o.area_code
  FROM items i
  LEFT JOIN item_versions v ON v.item_code = i.code
  LEFT JOIN organs o ON o.code = i.organ_code
 GROUP BY i.code;

-- name: item_version_add change
INSERT INTO item_versions (item_code, number, author_id, batch_id, title, title_en, base_code, kind, level,
       organ_code, area_code, delegate, joint_organs, authority, audiences, scope, handling, renewal, statutory_limit,
       statutory_unit, statutory_note, promised_limit, promised_unit, promised_note, visits, visit_reason,
       online_depth, stars, channels, conditions, process_note, special_procedures, intermediary, quantity_limit,
       lacking_days, low_risk, promise_notice, promise_text, outcome_name, outcome_kind, outcome_validity, outcome_sample, supervising_organ, not_public, charged, pay_online, courier, booking, kiosk,
       in_centre, consult_phone, complaint_phone, consult_note, hours, online_address, keywords, brief, brief_en,
       rights_note, effective_on, retired_on, extras)
VALUES (:item_code, :number, :author_id, :batch_id, :title, :title_en, :base_code, :kind, :level,
       :organ_code, :area_code, :delegate, :joint_organs, :authority, :audiences, :scope, :handling, :renewal, :statutory_limit,
       :statutory_unit, :statutory_note, :promised_limit, :promised_unit, :promised_note, :visits, :visit_reason,
       :online_depth, :stars, :channels, :conditions, :process_note, :special_procedures, :intermediary,
       :quantity_limit, :lacking_days, :low_risk, :promise_notice, :promise_text, :outcome_name, :outcome_kind, :outcome_validity, :outcome_sample, :supervising_organ, :not_public, :charged, :pay_online,
       :courier, :booking, :kiosk, :in_centre, :consult_phone, :complaint_phone, :consult_note, :hours,
       :online_address, :keywords, :brief, :brief_en, :rights_note, :effective_on, :retired_on, :extras);

-- name: item_version_load one
-- Accounts: publish, clock, ctl.
SELECT v.id, v.item_code, v.number, v.state, v.author_id, v.batch_id, v.version, v.title, v.title_en, v.base_code,
       v.kind, v.level, v.organ_code, v.area_code, v.delegate, v.joint_organs, v.authority, v.audiences, v.scope,
       v.handling, v.renewal, v.statutory_limit, v.statutory_unit, v.statutory_note, v.promised_limit, v.promised_unit,
       v.promised_note, v.visits, v.visit_reason, v.online_depth, v.stars, v.channels, v.conditions,
       v.process_note, v.special_procedures, v.intermediary, v.quantity_limit, v.lacking_days, v.low_risk,
       v.promise_notice, v.promise_text, v.outcome_name, v.outcome_kind,
       v.outcome_validity, v.outcome_sample, v.supervising_organ, v.not_public, v.charged, v.pay_online, v.courier, v.booking, v.kiosk, v.in_centre,
       v.consult_phone, v.complaint_phone, v.consult_note, v.hours, v.online_address, v.keywords, v.brief,
       v.brief_en, v.rights_note, v.effective_on, v.retired_on, v.extras
  FROM item_versions v
 WHERE v.id = :id;

-- name: item_themes_list many
-- Accounts: publish, clock, ctl.
SELECT theme_code FROM item_themes WHERE version_id = :id ORDER BY position;

-- name: item_themes_add change
INSERT INTO item_themes (version_id, position, theme_code) VALUES (:version_id, :position, :theme_code);

-- name: item_places_list many
-- Accounts: publish, clock, ctl.
SELECT name, address, window_name, hours, phone, transport FROM item_places WHERE version_id = :id ORDER BY position;

-- name: item_places_add change
INSERT INTO item_places (version_id, position, name, address, window_name, hours, phone, transport)
VALUES (:version_id, :position, :name, :address, :window_name, :hours, :phone, :transport);

-- name: item_bases_list many
-- Accounts: publish, clock, ctl.
SELECT title, article, body FROM item_bases WHERE version_id = :id ORDER BY position;

-- name: item_bases_add change
INSERT INTO item_bases (version_id, position, title, article, body)
VALUES (:version_id, :position, :title, :article, :body);

-- name: item_materials_list many
-- Accounts: publish, clock, ctl.
SELECT name, form, necessity, condition_note, source, source_note, originals, copies, format, instructions,
       acceptance, basis, blank_form, sample_form, promise_allowed, may_lack, licence
  FROM item_materials
 WHERE version_id = :id
 ORDER BY position;

-- name: item_materials_add change
INSERT INTO item_materials (version_id, position, name, form, necessity, condition_note, source, source_note,
       originals, copies, format, instructions, acceptance, basis, blank_form, sample_form, promise_allowed, may_lack,
       licence)
VALUES (:version_id, :position, :name, :form, :necessity, :condition_note, :source, :source_note, :originals,
       :copies, :format, :instructions, :acceptance, :basis, :blank_form, :sample_form, :promise_allowed, :may_lack,
       :licence);

-- name: item_steps_list many
-- Accounts: publish, clock, ctl.
SELECT name, kind, role, organ_code, limit_count, unit, needs, back_to, silence, content, result
  FROM item_steps
 WHERE version_id = :id
 ORDER BY position;

-- name: item_steps_add change
INSERT INTO item_steps (version_id, position, name, kind, role, organ_code, limit_count, unit, needs, back_to, silence,
       content, result)
VALUES (:version_id, :position, :name, :kind, :role, :organ_code, :limit_count, :unit, :needs, :back_to, :silence,
       :content, :result);

-- name: item_checks_list many
-- Accounts: publish, clock, ctl.
-- The handbook: never the public's.
SELECT step, point, standard FROM item_checks WHERE version_id = :id ORDER BY position;

-- name: item_checks_add change
INSERT INTO item_checks (version_id, position, step, point, standard)
VALUES (:version_id, :position, :step, :point, :standard);

-- name: item_fees_list many
-- Accounts: publish, clock, ctl.
SELECT name, standard, basis, reducible, reduction_basis FROM item_fees WHERE version_id = :id ORDER BY position;

-- name: item_fees_add change
INSERT INTO item_fees (version_id, position, name, standard, basis, reducible, reduction_basis)
VALUES (:version_id, :position, :name, :standard, :basis, :reducible, :reduction_basis);

-- name: item_questions_list many
-- Accounts: publish, clock, ctl.
SELECT question, answer FROM item_questions WHERE version_id = :id ORDER BY position;

-- name: item_questions_add change
INSERT INTO item_questions (version_id, position, question, answer)
VALUES (:version_id, :position, :question, :answer);

-- name: item_fields_list many
-- Accounts: publish, clock, ctl.
SELECT name, label, label_en, kind, required, max, choices, hint, hint_en, section
  FROM item_fields
 WHERE version_id = :id
 ORDER BY position;

-- name: item_fields_add change
INSERT INTO item_fields (version_id, position, name, label, label_en, kind, required, max, choices, hint, hint_en,
       section)
VALUES (:version_id, :position, :name, :label, :label_en, :kind, :required, :max, :choices, :hint, :hint_en,
       :section);

-- ---- the life of a version ----

-- name: item_version_state one
-- Accounts: publish, clock, ctl.
SELECT v.item_code, v.number, v.state, v.author_id, v.publisher_id, v.effective_on, v.retired_on, v.batch_id,
       v.version, i.published_id, b.mapping
  FROM item_versions v
  JOIN items i ON i.code = v.item_code
  LEFT JOIN import_batches b ON b.id = v.batch_id
 WHERE v.id = :id
   FOR UPDATE;

-- name: item_version_move change
-- Between draft and review.
UPDATE item_versions
   SET state = :state, version = version + 1
 WHERE id = :id AND state = :was AND version = :version;

-- name: item_version_schedule change
UPDATE item_versions
   SET state = 'scheduled', publisher_id = :publisher, effective_on = :effective_on, initials = :initials,
       version = version + 1
 WHERE id = :id AND state = :was AND version = :version;

-- name: item_version_publish change
-- Accounts: publish, clock, ctl.
UPDATE item_versions
   SET state = 'published', publisher_id = :publisher, effective_on = :effective_on, published_at = :now,
       initials = :initials, version = version + 1
 WHERE id = :id AND state = :was AND version = :version;

-- name: item_version_replace change
-- Accounts: publish, clock, ctl.
-- The version that stood before another took its place.
UPDATE item_versions
   SET state = 'retired', retired_on = :on, version = version + 1
 WHERE id = :id AND state = 'published';

-- name: item_version_retire change
UPDATE item_versions
   SET retired_on = :on, version = version + 1
 WHERE id = :id AND state = 'published' AND version = :version;

-- name: item_version_end change
-- Accounts: publish, clock, ctl.
UPDATE item_versions SET state = 'retired', version = version + 1 WHERE id = :id AND state = 'published';

-- name: item_point change
-- Accounts: publish, clock, ctl.
UPDATE items SET published_id = :published_id, organ_code = :organ, version = version + 1 WHERE code = :code;

-- name: item_unpoint change
-- Accounts: publish, clock, ctl.
UPDATE items SET published_id = NULL, version = version + 1 WHERE code = :code AND published_id = :was;

-- name: item_terms_set change
-- Accounts: publish, clock, ctl.
REPLACE INTO item_terms (version_id, terms) VALUES (:id, :terms);

-- name: item_terms_drop change
-- Accounts: publish, clock, ctl.
DELETE FROM item_terms WHERE version_id = :id;

-- name: versions_due many
-- Accounts: publish, clock, ctl.
-- What a day that has come makes effective.
SELECT id, version, publisher_id, effective_on FROM item_versions
 WHERE state = 'scheduled' AND effective_on <= :today ORDER BY effective_on, id;

-- name: versions_over many
-- Accounts: publish, clock, ctl.
SELECT id, item_code FROM item_versions WHERE state = 'published' AND retired_on <= :today ORDER BY id;

-- ---- exports ----

-- name: versions_published many
-- For whom is shown the areas that are LIKE :area (rules/reach.h); so are the others that list for an export.
SELECT v.id
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
  LEFT JOIN organs o ON o.code = v.organ_code
  LEFT JOIN accounts a ON a.id = v.author_id
 WHERE COALESCE(o.area_code, a.area_code, '') LIKE :area
 ORDER BY i.code;

-- name: versions_of_batch_out many
SELECT v.id
  FROM item_versions v
  LEFT JOIN organs o ON o.code = v.organ_code
  LEFT JOIN accounts a ON a.id = v.author_id
 WHERE v.batch_id = :batch AND COALESCE(o.area_code, a.area_code, '') LIKE :area
 ORDER BY v.id;

-- name: versions_of_batch many
SELECT id, item_code, number, state, version FROM item_versions WHERE batch_id = :batch ORDER BY id;

-- ---- batches ----

-- name: batch_add change
INSERT INTO import_batches (kind, mapping, file_name, sha256, state, rows_total, error_count, warning_count,
       account_id, created_at)
VALUES (:kind, :mapping, :file_name, :sha256, :state, :rows_total, :error_count, :warning_count, :account, :now);

-- name: batch_load one
SELECT b.id, b.kind, b.mapping, b.file_name, b.sha256, b.state, b.rows_total, b.rows_done, b.error_count,
       b.warning_count, b.account_id, b.created_at, b.applied_at, b.version
  FROM import_batches b
 WHERE b.id = :id;

-- name: batch_take one
-- Held until the transaction ends: two colleagues cannot apply one batch.
SELECT state, kind, mapping, file_name, sha256, rows_total, account_id, version
  FROM import_batches
 WHERE id = :id
   FOR UPDATE;

-- name: batch_move change
UPDATE import_batches
   SET state = :state, rows_done = :rows_done, applied_at = COALESCE(applied_at, :now), version = version + 1
 WHERE id = :id AND state = :was;

-- name: batch_progress_set change
-- In a transaction of its own, so that others see it while the rows are being written.
INSERT INTO import_progress (batch_id, rows_done, at) VALUES (:id, :rows_done, :now)
ON DUPLICATE KEY UPDATE rows_done = VALUES(rows_done), at = VALUES(at);

-- name: batch_progress_load one
SELECT rows_done, at FROM import_progress WHERE batch_id = :id;

-- name: finding_add change
INSERT INTO import_findings (batch_id, position, line, column_name, code, severity, value)
VALUES (:batch, :position, :line, :column, :code, :severity, :value);

-- name: batch_filed value
-- Cases filed under versions of a batch.
SELECT COUNT(*) AS n FROM cases c JOIN item_versions v ON v.id = c.item_version_id WHERE v.batch_id = :batch;

-- name: batch_versions_out value
-- Of a batch, what has left the hands of its webmaster.
SELECT COUNT(*) AS n FROM item_versions WHERE batch_id = :batch AND state IN ('scheduled', 'published', 'retired');

-- name: batch_documents_out value
SELECT COUNT(*) AS n FROM documents WHERE batch_id = :batch AND state IN ('published', 'withdrawn');

-- name: batch_superseded value
-- Versions written after those of a batch.
SELECT COUNT(*) AS n FROM item_versions v JOIN item_versions w ON w.item_code = v.item_code AND w.number > v.number
 WHERE v.batch_id = :batch;

-- name: batch_replaced many
-- The versions that this batch took the place of.
SELECT w.id, w.item_code, w.organ_code
  FROM item_versions v
  JOIN item_versions w ON w.item_code = v.item_code AND w.number < v.number AND w.state = 'retired'
                      AND w.retired_on = v.effective_on
 WHERE v.batch_id = :batch AND v.published_at IS NOT NULL
 ORDER BY w.item_code, w.number;

-- name: version_restore change
UPDATE item_versions SET state = 'published', retired_on = NULL, version = version + 1 WHERE id = :id;

-- name: batch_drop_themes change
DELETE x FROM item_themes x JOIN item_versions v ON v.id = x.version_id WHERE v.batch_id = :batch;

-- name: batch_drop_places change
DELETE x FROM item_places x JOIN item_versions v ON v.id = x.version_id WHERE v.batch_id = :batch;

-- name: batch_drop_bases change
DELETE x FROM item_bases x JOIN item_versions v ON v.id = x.version_id WHERE v.batch_id = :batch;

-- name: batch_drop_materials change
DELETE x FROM item_materials x JOIN item_versions v ON v.id = x.version_id WHERE v.batch_id = :batch;

-- name: batch_drop_steps change
DELETE x FROM item_steps x JOIN item_versions v ON v.id = x.version_id WHERE v.batch_id = :batch;

-- name: batch_drop_checks change
DELETE x FROM item_checks x JOIN item_versions v ON v.id = x.version_id WHERE v.batch_id = :batch;

-- name: batch_drop_fees change
DELETE x FROM item_fees x JOIN item_versions v ON v.id = x.version_id WHERE v.batch_id = :batch;

-- name: batch_drop_questions change
DELETE x FROM item_questions x JOIN item_versions v ON v.id = x.version_id WHERE v.batch_id = :batch;

-- name: batch_drop_fields change
DELETE x FROM item_fields x JOIN item_versions v ON v.id = x.version_id WHERE v.batch_id = :batch;

-- name: batch_drop_terms change
DELETE x FROM item_terms x JOIN item_versions v ON v.id = x.version_id WHERE v.batch_id = :batch;

-- name: batch_unpoint change
UPDATE items i JOIN item_versions v ON v.id = i.published_id
   SET i.published_id = NULL, i.version = i.version + 1
 WHERE v.batch_id = :batch;

-- name: batch_drop_versions change
DELETE FROM item_versions WHERE batch_id = :batch;

-- name: items_drop_empty change
DELETE i FROM items i LEFT JOIN item_versions v ON v.item_code = i.code
 WHERE v.id IS NULL AND i.published_id IS NULL;

-- name: batch_drop_documents change
DELETE FROM documents WHERE batch_id = :batch AND state IN ('draft', 'review');

-- name: batch_documents_published value
SELECT COUNT(*) AS n FROM documents WHERE batch_id = :batch AND index_number IS NOT NULL;

-- ---- documents ----

-- name: document_add change
INSERT INTO documents (index_number, source_index, doc_number, doc_number_key, category, topic, organ_code, organ_name, title,
       title_en, issued_on, produced_on, published_on, valid_until, status, keywords, summary, source, body_kind,
       body, extras, author_id, batch_id)
VALUES (:index_number, :source_index, :doc_number, :doc_number_key, :category, :topic, :organ_code, :organ_name, :title,
       :title_en, :issued_on, :produced_on, :published_on, :valid_until, :status, :keywords, :summary, :source,
       :body_kind, :body, :extras, :author_id, :batch_id);

-- name: document_load one
SELECT id, index_number, source_index, doc_number, category, topic, organ_code, organ_name, title, title_en,
       issued_on, produced_on, published_on, valid_until, status, keywords, summary, source, body_kind, body,
       extras, state, author_id, publisher_id, batch_id, version
  FROM documents
 WHERE id = :id;

-- name: document_files_list many
SELECT name, sha256, content_type, bytes FROM document_files WHERE document_id = :id ORDER BY position;

-- name: document_files_add change
INSERT INTO document_files (document_id, position, name, sha256, content_type, bytes)
VALUES (:version_id, :position, :name, :sha256, :content_type, :bytes);

-- name: document_state one
SELECT d.index_number, d.state, d.author_id, d.version, d.category, d.organ_code, d.published_on, d.issued_on,
       o.area_code
  FROM documents d
  LEFT JOIN organs o ON o.code = d.organ_code
 WHERE d.id = :id
   FOR UPDATE;

-- name: document_move change
UPDATE documents SET state = :state, version = version + 1 WHERE id = :id AND state = :was AND version = :version;

-- name: document_publish change
UPDATE documents
   SET state = 'published', index_number = :index_number, publisher_id = :publisher, published_at = :now,
       published_on = COALESCE(published_on, :today), doc_number_key = :doc_number_key, version = version + 1
 WHERE id = :id AND state = :was AND version = :version;

-- name: document_terms_set change
REPLACE INTO document_terms (document_id, terms) VALUES (:id, :terms);

-- name: document_terms_drop change
DELETE FROM document_terms WHERE document_id = :id;

-- name: documents_published many
SELECT d.id
  FROM documents d
  LEFT JOIN organs o ON o.code = d.organ_code
  LEFT JOIN accounts a ON a.id = d.author_id
 WHERE d.state = 'published' AND COALESCE(o.area_code, a.area_code, '') LIKE :area
 ORDER BY d.id;

-- name: documents_of_batch_out many
SELECT d.id
  FROM documents d
  LEFT JOIN organs o ON o.code = d.organ_code
  LEFT JOIN accounts a ON a.id = d.author_id
 WHERE d.batch_id = :batch AND COALESCE(o.area_code, a.area_code, '') LIKE :area
 ORDER BY d.id;

-- name: documents_of_batch many
SELECT id, state, version FROM documents WHERE batch_id = :batch ORDER BY id;

-- name: document_indexed value
SELECT COUNT(*) AS n FROM documents WHERE index_number = :index_number;

-- name: counter_next change
-- The row stays locked until the transaction ends, so that no number is lost or given twice.
INSERT INTO counters (name, value) VALUES (:name, 1) ON DUPLICATE KEY UPDATE value = value + 1;

-- name: counter_load value
SELECT value FROM counters WHERE name = :name;

-- ---- files ----

-- name: blob_add change
INSERT INTO blobs (sha256, bytes, created_at) VALUES (:sha256, :bytes, :now);

-- name: form_set change
-- A form of the same name takes the place of the one before.
INSERT INTO forms (name, sha256, content_type, bytes, created_at)
VALUES (:name, :sha256, :content_type, :bytes, :now)
ON DUPLICATE KEY UPDATE sha256 = VALUES(sha256), content_type = VALUES(content_type), bytes = VALUES(bytes),
       version = version + 1;

-- ---- acts ----

-- name: act_add change
-- Accounts: publish, clock, ctl.
INSERT INTO acts (at, account_id, act, subject, reason, detail)
VALUES (:now, :account, :act, :subject, :reason, :detail);

-- name: act_wrote value
-- Whether somebody had a hand in what stands before review.
SELECT COUNT(*) AS n FROM acts
 WHERE subject = :subject AND account_id = :account
   AND act IN ('item_draft', 'item_edit', 'document_draft', 'document_edit');
