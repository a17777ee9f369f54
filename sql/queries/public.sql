-- Queries of yimen-public.  Account: yimen_public.

-- name: catalogue_items many
-- Everything the lists, facets and counts need, once for every version of the catalogue.
SELECT v.id, v.item_code, v.title, v.title_en, v.initials, v.level, v.organ_code, v.area_code,
       v.audiences, v.online_depth, v.handling, v.promised_limit, v.promised_unit, v.visits, v.brief, v.brief_en,
       v.booking, v.stars, EXISTS (SELECT 1 FROM item_fields f WHERE f.version_id = v.id) AS applies
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
 WHERE v.retired_on IS NULL OR v.retired_on > :today
 ORDER BY v.initials, v.item_code;

-- name: catalogue_themes many
SELECT x.version_id, x.theme_code
  FROM item_themes x
  JOIN items i ON i.published_id = x.version_id
 ORDER BY x.version_id;

-- name: themes_all many
SELECT code, side, name, name_en, icon FROM themes ORDER BY side, position, code;

-- name: organs_all many
SELECT code, name, name_en, phone, address, area_code, position FROM organs ORDER BY position, code;

-- name: areas_all many
SELECT code, parent, name, name_en FROM areas ORDER BY code;

-- name: catalogue_search many
-- What the full text of guides says; titles and initials are compared in the worker.
SELECT version_id FROM item_terms WHERE MATCH (terms) AGAINST (:words IN BOOLEAN MODE) LIMIT 3000;

-- name: home_settings many
SELECT name, value FROM settings WHERE name IN ('home.hot', 'home.words');

-- name: home_documents many
SELECT index_number, title, title_en, published_on
  FROM documents
 WHERE state = 'published' AND published_on <= :today
 ORDER BY published_on DESC, id DESC
 LIMIT 6;

-- name: documents_list many
SELECT d.index_number, d.doc_number, d.category, d.title, d.title_en, d.published_on, d.issued_on, d.status,
       d.organ_name, o.name AS organ_full, o.name_en AS organ_name_en
  FROM documents d
  LEFT JOIN organs o ON o.code = d.organ_code
 WHERE d.state = 'published'
   AND d.published_on <= :today
   AND (:category IS NULL OR d.category = :category)
   AND (:organ IS NULL OR d.organ_code = :organ)
   AND (:year IS NULL OR (d.published_on >= MAKEDATE(:year, 1) AND d.published_on < MAKEDATE(:year + 1, 1)))
 ORDER BY d.published_on DESC, d.id DESC
 LIMIT :per_page OFFSET :skip;

-- name: documents_count value
SELECT COUNT(*) AS total
  FROM documents d
 WHERE d.state = 'published'
   AND d.published_on <= :today
   AND (:category IS NULL OR d.category = :category)
   AND (:organ IS NULL OR d.organ_code = :organ)
   AND (:year IS NULL OR (d.published_on >= MAKEDATE(:year, 1) AND d.published_on < MAKEDATE(:year + 1, 1)));

-- name: documents_search many
-- By words of the text, by document number (in any brackets) or by index number; category and year are told apart
-- by the caller, who counts them.
SELECT d.index_number, d.doc_number, d.category, d.title, d.title_en, d.published_on, d.issued_on, d.status,
       d.organ_name, o.name AS organ_full, o.name_en AS organ_name_en
  FROM documents d
  LEFT JOIN organs o ON o.code = d.organ_code
 WHERE d.state = 'published'
   AND d.published_on <= :today
   AND (:organ IS NULL OR d.organ_code = :organ)
   AND (d.doc_number_key = :number_key
        OR d.index_number = :typed
        OR d.source_index = :typed
        OR (:title_like IS NOT NULL AND d.title LIKE :title_like)
        OR (:words IS NOT NULL AND d.id IN
            (SELECT t.document_id FROM document_terms t WHERE MATCH (t.terms) AGAINST (:words IN BOOLEAN MODE))))
 ORDER BY (d.doc_number_key = :number_key) DESC, (d.index_number = :typed) DESC, d.published_on DESC, d.id DESC
 LIMIT 500;

-- name: documents_categories many
SELECT category AS value, COUNT(*) AS documents
  FROM documents
 WHERE state = 'published' AND published_on <= :today
   AND (:organ IS NULL OR organ_code = :organ)
   AND (:year IS NULL OR (published_on >= MAKEDATE(:year, 1) AND published_on < MAKEDATE(:year + 1, 1)))
 GROUP BY category
 ORDER BY documents DESC, category;

-- name: documents_years many
SELECT YEAR(published_on) AS value, COUNT(*) AS documents
  FROM documents
 WHERE state = 'published' AND published_on <= :today
   AND (:organ IS NULL OR organ_code = :organ)
   AND (:category IS NULL OR category = :category)
 GROUP BY YEAR(published_on)
 ORDER BY value DESC;

-- name: document_load one
SELECT d.id, d.index_number, d.source_index, d.doc_number, d.category, d.topic, d.organ_code, d.organ_name,
       d.title, d.title_en, d.issued_on, d.produced_on, d.published_on, d.valid_until, d.status, d.keywords,
       d.summary, d.source, d.body_kind, d.body, o.name AS organ_full, o.name_en AS organ_name_en
  FROM documents d
  LEFT JOIN organs o ON o.code = d.organ_code
 WHERE d.index_number = :index_number
   AND d.state = 'published'
   AND d.published_on <= :today;

-- name: document_files many
SELECT position, sha256, name, content_type, bytes
  FROM document_files
 WHERE document_id = :id
 ORDER BY position;

-- name: document_related many
-- The newest of the same kind and organ.
SELECT index_number, title, title_en, published_on
  FROM documents
 WHERE state = 'published' AND published_on <= :today
   AND category = :category AND id <> :id
 ORDER BY published_on DESC, id DESC
 LIMIT 5;

-- name: guide_last value
-- The last version of an item that is no longer handled.
SELECT id FROM item_versions
 WHERE item_code = :code
   AND state IN ('published', 'retired')
   AND effective_on <= :today
 ORDER BY number DESC
 LIMIT 1;

-- name: form_load one
SELECT name, sha256, content_type FROM forms WHERE name = :name;

-- name: retentions_set many
-- For how long is kept what names somebody, where an administration has said so.
SELECT name, value FROM settings WHERE name LIKE 'retention.%' ORDER BY name;

-- name: centres_all many
SELECT code, name, name_en, address, hours, phone FROM centres WHERE retired_on IS NULL ORDER BY id;
