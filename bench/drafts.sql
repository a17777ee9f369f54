-- drafts.sql - applications of 林晓雨 that lack nothing but one more file, for measurements.  @COUNT@ is filled in by
-- bench/run.  Prints case and material, a line each.
SET sql_log_bin = 0, max_statement_time = 0;
USE yimen;

SET @at = NOW(6);
SET @who = (SELECT id FROM accounts WHERE login = 'lin.xiaoyu');
SET @like = (SELECT c.id FROM cases c
              WHERE c.applicant_id = @who AND c.number IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM corrections r WHERE r.case_id = c.id)
                AND EXISTS (SELECT 1 FROM case_materials g
                              JOIN item_materials m ON m.version_id = c.item_version_id AND m.position = g.position
                             WHERE g.case_id = c.id AND g.given = 'files' AND m.source <> 'shared')
              ORDER BY c.id LIMIT 1);
SET @material = (SELECT MIN(g.position) FROM case_materials g
                   JOIN cases c ON c.id = g.case_id
                   JOIN item_materials m ON m.version_id = c.item_version_id AND m.position = g.position
                  WHERE g.case_id = @like AND g.given = 'files' AND m.source <> 'shared');

INSERT INTO cases (item_code, item_version_id, title, organ_code, area_code, applicant_id, applicant_kind, applicant_name,
       applicant_number, applicant_blind, contact_name, contact_phone, delivery, delivery_address, created_at, saved_at)
SELECT c.item_code, c.item_version_id, c.title, c.organ_code, c.area_code, c.applicant_id, c.applicant_kind,
       c.applicant_name, c.applicant_number, c.applicant_blind, c.contact_name, c.contact_phone, 'window', '', @at, @at
  FROM cases c JOIN seq_1_to_@COUNT@
 WHERE c.id = @like;
CREATE TEMPORARY TABLE bench_drafts (id BIGINT UNSIGNED NOT NULL PRIMARY KEY)
SELECT id FROM cases WHERE applicant_id = @who AND state = 'draft' AND created_at = @at;
INSERT INTO case_answers (case_id, name, value)
SELECT d.id, a.name, a.value FROM bench_drafts d JOIN case_answers a ON a.case_id = @like;
INSERT INTO case_materials (case_id, position, given, note)
SELECT d.id, g.position, g.given, g.note FROM bench_drafts d JOIN case_materials g ON g.case_id = @like;
INSERT INTO case_files (case_id, material, round, sha256, name, content_type, bytes, uploaded_at)
SELECT d.id, f.material, 0, f.sha256, f.name, f.content_type, f.bytes, @at
  FROM bench_drafts d JOIN case_files f ON f.case_id = @like;
SELECT id, @material FROM bench_drafts ORDER BY id;
