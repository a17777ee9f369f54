-- Ratings by applicants.  Account: public.
-- A case is found by its applicant, or by its number against a ticket that only who gave its query code holds (ticket.h);
-- what follows is asked by its id.

-- name: rating_case one
-- By number: what a rating says of its case.  Shown to nobody: track.c and the ticket have judged who asks.
SELECT c.id, c.number, c.state, c.version, c.title, v.title_en, c.item_code, c.organ_code, c.area_code, c.applicant_id,
       c.applicant_kind, c.applicant_name, o.name AS organ_name, o.name_en AS organ_name_en
  FROM cases c
  LEFT JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
 WHERE c.number = :number
   AND c.state <> 'draft';

-- name: rating_given many
-- What was said of a case, and what became of it.
SELECT r.id, r.round, r.level, r.words, r.at, b.state AS callback, b.reply, b.mended, b.mend_by_on,
       (SELECT GROUP_CONCAT(t.tag ORDER BY t.tag) FROM rating_tags t WHERE t.rating_id = r.id) AS tags
  FROM ratings r
  LEFT JOIN callbacks b ON b.rating_id = r.id
 WHERE r.case_id = :id
 ORDER BY r.round;

-- name: rating_add change
INSERT INTO ratings (case_id, round, level, channel, words, item_code, organ_code, area_code, by_code, at)
VALUES (:id, :round, :level, :channel, :words, :item, :organ, :area, :by_code, :now);

-- name: rating_tag_add change
INSERT INTO rating_tags (rating_id, tag) VALUES (:rating, :tag);

-- name: callback_open change
INSERT INTO callbacks (rating_id, case_id, organ_code, area_code, opened_at, assign_by_on, call_by_on, mend_by_on, due_on)
VALUES (:rating, :id, :organ, :area, :now, :assign_by_on, :call_by_on, :mend_by_on, :assign_by_on);

-- name: callback_opened change
INSERT INTO callback_acts (callback_id, position, at, act, account_id, actor_name, note)
VALUES (:callback, 1, :now, 'open', 0, '', '');

-- name: after_settings many
-- Accounts: public, office.  The limits of what comes after.
SELECT name, value FROM settings WHERE name LIKE 'rating.%' OR name LIKE 'enquiry.%';

-- name: rating_figures many
-- Of an organ or an item, first ratings by level; who shows them masks small numbers (rating_figures_shown).
SELECT organ_code, level, COUNT(*) AS ratings
  FROM ratings
 WHERE round = 1 AND (:organ = '' OR organ_code = :organ) AND (:item = '' OR item_code = :item) AND at >= :since
 GROUP BY organ_code, level;
