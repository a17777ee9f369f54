-- generate.sql - a few years of cases, for measurements.  @COUNT@ and @PEOPLE@ are filled in by bench/run.
--
-- Every item that is published gets cases; more than half are those of organs with staff.  Seven in a hundred are
-- open, filed in the last weeks; the others are over, filed in three years before.  Numbers are right (rules/number.h), query codes are eight hex digits.
-- Rows of the record are left out (verify would say so): of what is measured only the look-up reads them, and half of
-- the cases it asks for are the sample's, which have them all.
SET sql_log_bin = 0, unique_checks = 0, max_statement_time = 0;
USE yimen;

CREATE TEMPORARY TABLE bench_items (
	n INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, staffed TINYINT NOT NULL, item_code VARCHAR(64) NOT NULL,
	version_id BIGINT UNSIGNED NOT NULL, title VARCHAR(300) NOT NULL, organ_code VARCHAR(18) NOT NULL,
	area_code VARCHAR(12) NOT NULL
);
INSERT INTO bench_items (staffed, item_code, version_id, title, organ_code, area_code)
SELECT EXISTS (SELECT 1 FROM accounts a WHERE a.organ_code = v.organ_code) AS staffed, i.code, v.id, v.title,
       v.organ_code, v.area_code
  FROM items i JOIN item_versions v ON v.id = i.published_id
 ORDER BY staffed DESC, i.code;
SET @staffed = (SELECT SUM(staffed) FROM bench_items), @items = (SELECT COUNT(*) FROM bench_items);

-- Their numbers lie unsealed, with blind indexes that are of the right length.
INSERT INTO accounts (kind, login, name, id_kind, id_number, number_blind, phone, address, created_at)
SELECT 'person', CONCAT('bench', LPAD(seq, 7, '0')),
       CONCAT(ELT(1 + seq % 12, '王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙'),
              ELT(1 + (seq DIV 12) % 9, '谷', '清', '晓', '文', '若', '景', '思', '明', '知'),
              ELT(1 + (seq DIV 108) % 9, '雨', '和', '棠', '渊', '兰', '行', '源', '远', '秋')),
       'citizen', CONCAT('9', LPAD(seq, 17, '0')), UNHEX(MD5(seq)), CONCAT('199', LPAD(seq, 8, '0')), '云川市', NOW(6)
  FROM seq_1_to_@PEOPLE@;
SET @person = (SELECT id FROM accounts WHERE login = 'bench0000001');

-- h: 32 bits that look drawn by lot; age: days since it was filed; open: 1 not accepted yet, 3 not decided, 5 not
-- closed, 6 not delivered, 8 over.
INSERT INTO cases (number, query_code, state, item_code, item_version_id, title, organ_code, area_code, applicant_id,
       applicant_kind, applicant_name, applicant_number, applicant_blind, contact_name, contact_phone, delivery, created_at, saved_at,
       submitted_at, accepted_at, decided_at, closed_at, delivered_at, calendar, promised_on, statutory_on, due_on)
SELECT CONCAT(d.digits, SUBSTR('ABCDEFGHJKLMNPQRSTUVWXY', 1 + (
         SUBSTR(d.digits, 1, 1) * 5 + SUBSTR(d.digits, 2, 1) * 2 + SUBSTR(d.digits, 3, 1) * 10 +
         SUBSTR(d.digits, 4, 1) * 4 + SUBSTR(d.digits, 5, 1) * 20 + SUBSTR(d.digits, 6, 1) * 8 +
         SUBSTR(d.digits, 7, 1) * 17 + SUBSTR(d.digits, 8, 1) * 16 + SUBSTR(d.digits, 9, 1) * 11 +
         SUBSTR(d.digits, 10, 1) * 9 + SUBSTR(d.digits, 11, 1) * 22 + SUBSTR(d.digits, 12, 1) * 18 +
         SUBSTR(d.digits, 13, 1) * 21 + SUBSTR(d.digits, 14, 1) * 13 + SUBSTR(d.digits, 15, 1) * 19 +
         SUBSTR(d.digits, 16, 1) * 3 + SUBSTR(d.digits, 17, 1) * 15 + SUBSTR(d.digits, 18, 1) * 6) % 23, 1)),
       LPAD(HEX(d.h), 8, '0'), d.state, i.item_code, i.version_id, i.title, i.organ_code, i.area_code, a.id, a.kind,
       a.name, a.id_number, a.number_blind, a.name, a.phone, 'online', d.filed_at - INTERVAL 1 HOUR, d.filed_at, d.filed_at,
       IF(d.open < 3, NULL, d.filed_at + INTERVAL 2 DAY), IF(d.open < 5, NULL, d.filed_at + INTERVAL 6 DAY),
       IF(d.open < 6, NULL, d.filed_at + INTERVAL 7 DAY), IF(d.state = 'delivered', d.filed_at + INTERVAL 8 DAY, NULL),
       (SELECT MAX(version) FROM calendars), IF(d.open < 3, NULL, DATE(d.filed_at) + INTERVAL 14 DAY),
       IF(d.open < 3, NULL, DATE(d.filed_at) + INTERVAL 30 DAY),
       IF(d.open > 6, NULL, DATE(d.filed_at) + INTERVAL IF(d.open < 3, 7, 14) DAY)
  FROM (SELECT r.*, NOW(6) - INTERVAL r.age DAY - INTERVAL r.h % 28800 SECOND AS filed_at,
               CONCAT('990100', DATE_FORMAT(NOW() - INTERVAL r.age DAY, '%y%m%d'),
                      LPAD(IF(r.open < 8, 100000 + r.seq DIV 100 * 7 + r.seq % 100, 1000 + r.seq DIV 1000), 6, '0')) AS digits
          FROM (SELECT seq, CRC32(seq * 7919) AS h,
                       CASE seq % 100 WHEN 0 THEN 1 WHEN 1 THEN 1 WHEN 2 THEN 1 WHEN 3 THEN 3 WHEN 4 THEN 3
                            WHEN 5 THEN 5 WHEN 6 THEN 6 ELSE 8 END AS open,
                       IF(seq % 100 < 7, 1 + seq DIV 100 % 19, 20 + seq % 1000) AS age,
                       ELT(1 + LEAST(seq % 100, 9), 'submitted', 'correction', 'resubmitted', 'accepted', 'reviewing',
                           'granted', 'closed', 'withdrawn', 'not_accepted', 'delivered') AS state
                  FROM seq_1_to_@COUNT@) r) d
  JOIN bench_items i ON i.n = IF(d.h & 1, 1 + (d.h DIV 2) % @staffed, 1 + (d.h DIV 2) % @items)
  JOIN accounts a ON a.id = @person + d.h % @PEOPLE@;

ANALYZE TABLE accounts, items, item_versions, item_terms, cases, case_answers, case_materials, case_files, case_events;
