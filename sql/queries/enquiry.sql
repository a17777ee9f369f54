-- Questions, complaints and suggestions, as their askers and the public see them.  Account: public.
-- One of one's own is found by number and account; without an account, by its number against the query code or a ticket
-- made after it (ticket.h).  The public sees what an officer let out, and the asker's name is masked before it is printed.

-- name: ask_organs many
SELECT code, name, name_en FROM organs WHERE retired_on IS NULL ORDER BY position, code;

-- name: ask_organ one
SELECT code, name, name_en, area_code FROM organs WHERE code = :organ;

-- name: ask_item one
-- An item that is published, and the organ that handles it.
SELECT i.code, v.title, v.title_en, v.organ_code
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
 WHERE i.code = :item;

-- name: ask_case one
-- The asker's own.
SELECT id, number, title, item_code, organ_code FROM cases WHERE number = :number AND applicant_id = :applicant AND state <> 'draft';

-- name: ask_person one
SELECT name, kind, legal_name, open_phone(phone), open_email(email) FROM accounts WHERE id = :applicant;

-- name: enquiry_add change
INSERT INTO enquiries (number, query_code, kind, account_id, asker_name, asker_phone, asker_email, item_code, case_id,
       first_organ_code, organ_code, area_code, against, title, body, asked_at, opened_on, calendar, due_on, public)
VALUES (:number, :query_code, :kind, :applicant, :asker_name, seal_phone(:asker_phone), seal_email(:asker_email), :item, :case_id, :organ, :organ, :area,
        :against, :title, :body, :now, :today, :calendar, :due_on, IF(:may_show = 1, 'asked', 'no'));

-- name: enquiry_act change
-- Accounts: public, office, clock.  The next row of how it went; the enquiry's own row is held by the transaction.
INSERT INTO enquiry_acts (enquiry_id, position, at, act, account_id, actor_kind, actor_name, organ_code, to_organ_code, note)
SELECT :id, COALESCE(MAX(position), 0) + 1, :now, :act, :account, :actor_kind, :actor_name, :organ, :to_organ, :note
  FROM enquiry_acts
 WHERE enquiry_id = :id;

-- name: enquiry_load one
-- By number: shown only to its account, or after its code was given.
SELECT e.id, e.number, e.query_code, e.kind, e.account_id, e.asker_name, e.item_code, e.title, e.body, e.state, e.asked_at, e.opened_on,
       e.due_on, e.extended_days, e.answer, e.answered_at, e.reopened, e.level, e.public, e.against, e.version, o.name AS organ_name,
       o.name_en AS organ_name_en, o.phone AS organ_phone, f.name AS first_organ_name, f.name_en AS first_organ_name_en
  FROM enquiries e
  LEFT JOIN organs o ON o.code = e.organ_code
  LEFT JOIN organs f ON f.code = e.first_organ_code
 WHERE e.number = :number;

-- name: enquiry_seen_acts many
-- What its asker is told: not who had it in hand, and no colleague's name.
SELECT a.at, a.act, a.actor_kind, a.note, o.name AS organ_name, o.name_en AS organ_name_en, t.name AS to_organ_name,
       t.name_en AS to_organ_name_en
  FROM enquiry_acts a
  LEFT JOIN organs o ON o.code = a.organ_code
  LEFT JOIN organs t ON t.code = a.to_organ_code
 WHERE a.enquiry_id = :id AND a.act NOT IN ('claim', 'remind')
 ORDER BY a.position;

-- name: enquiry_rate change
UPDATE enquiries SET level = :level, version = version + 1 WHERE id = :id AND state = 'answered' AND level IS NULL;

-- name: enquiry_reopen change
-- The limit runs anew; what had been let out stays as it was.
UPDATE enquiries
   SET state = 'open', reopened = reopened + 1, opened_on = :today, due_on = :due_on, extended_days = 0, level = NULL,
       version = version + 1
 WHERE id = :id AND state = 'answered' AND reopened = 0;

-- name: own_enquiries many
SELECT e.number, e.kind, e.title, e.state, e.asked_at, e.opened_on, e.due_on, e.answered_at, o.name AS organ_name, o.name_en AS organ_name_en
  FROM enquiries e
  LEFT JOIN organs o ON o.code = e.organ_code
 WHERE e.account_id = :applicant
 ORDER BY e.id DESC
 LIMIT :per_page OFFSET :skip;

-- name: own_enquiries_count value
SELECT COUNT(*) AS enquiries FROM enquiries WHERE account_id = :applicant;

-- ---- public answers ----

-- name: answers_list many
SELECT e.number, e.kind, e.asker_name, e.public_title, e.public_at, e.asked_at, e.item_code, o.name AS organ_name,
       o.name_en AS organ_name_en
  FROM enquiries e FORCE INDEX (by_public)
  LEFT JOIN organs o ON o.code = e.organ_code
 WHERE e.public = 'shown' AND (:kind = '' OR e.kind = :kind) AND (:organ = '' OR e.organ_code = :organ)
   AND (:item = '' OR e.item_code = :item)
   AND (:typed = '' OR LOCATE(:typed, e.public_title) > 0 OR LOCATE(:typed, e.public_body) > 0
        OR LOCATE(:typed, e.public_answer) > 0)
 ORDER BY e.public_at DESC, e.id DESC
 LIMIT :per_page OFFSET :skip;

-- name: answers_found value
SELECT COUNT(*) AS found
  FROM enquiries e FORCE INDEX (by_public)
 WHERE e.public = 'shown' AND (:kind = '' OR e.kind = :kind) AND (:organ = '' OR e.organ_code = :organ)
   AND (:item = '' OR e.item_code = :item)
   AND (:typed = '' OR LOCATE(:typed, e.public_title) > 0 OR LOCATE(:typed, e.public_body) > 0
        OR LOCATE(:typed, e.public_answer) > 0);

-- name: answers_counts one
SELECT COUNT(*) AS asked, COALESCE(SUM(state = 'answered'), 0) AS answered, COALESCE(SUM(public = 'shown'), 0) AS shown
  FROM enquiries;

-- name: answer_load one
SELECT e.number, e.kind, e.asker_name, e.public_title, e.public_body, e.public_answer, e.public_at, e.asked_at, e.answered_at,
       e.item_code, v.title AS item_title, v.title_en AS item_title_en, o.name AS organ_name, o.name_en AS organ_name_en
  FROM enquiries e
  LEFT JOIN organs o ON o.code = e.organ_code
  LEFT JOIN items i ON i.code = e.item_code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE e.number = :number AND e.public = 'shown';

-- name: enquiry_tries value
-- Wrong codes in the last while.
SELECT tries FROM throttles WHERE bucket = :bucket AND window_at >= :since;
