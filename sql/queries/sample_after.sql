-- What comes after the cases of the sample: ratings, call-backs, enquiries, a random sample.  Account: ctl.

-- name: sample_rating_add change
INSERT INTO ratings (case_id, round, level, channel, words, item_code, organ_code, area_code, by_code, at)
VALUES (:id, :round, :level, :channel, :words, :item, :organ, :area, :by_code, :at);

-- name: sample_rating_tag_add change
INSERT INTO rating_tags (rating_id, tag) VALUES (:rating, :tag);

-- name: sample_callback_add change
INSERT INTO callbacks (rating_id, case_id, organ_code, area_code, state, opened_at, assign_by_on, call_by_on, mend_by_on, due_on,
       assigned_to, assigned_name, assigned_at, called_by, called_at, verdict, mended, reply, closed_at)
VALUES (:rating, :id, :organ, :area, :state, :at, :assign_by_on, :call_by_on, :mend_by_on, :due_on, :assigned_to, :assigned_name,
        :assigned_at, :called_by, :called_at, :verdict, :mended, :reply, :closed_at);

-- name: sample_callback_act_add change
INSERT INTO callback_acts (callback_id, position, at, act, account_id, actor_name, note)
SELECT :callback, COALESCE(MAX(position), 0) + 1, :at, :act, :account, :name, :note FROM callback_acts WHERE callback_id = :callback;

-- name: sample_enquiry_add change
INSERT INTO enquiries (number, query_code, kind, account_id, asker_name, asker_phone, item_code, first_organ_code, organ_code,
       area_code, against, title, body, state, asked_at, opened_on, due_on, claimed_by, answer, answered_at, answered_by, level,
       public, public_title, public_body, public_answer, public_at)
VALUES (:number, :query_code, :kind, :account, :asker_name, seal_phone(:asker_phone), :item, :first_organ, :organ, :area, :against, :title,
        :body, :state, :at, DATE(:at), :due_on, :claimed_by, :answer, :answered_at, :claimed_by, :level, :public,
        IF(:public = 'shown', :title, ''), IF(:public = 'shown', :body, ''), IF(:public = 'shown', :answer, ''),
        IF(:public = 'shown', :answered_at, NULL));

-- name: sample_enquiry_act_add change
INSERT INTO enquiry_acts (enquiry_id, position, at, act, account_id, actor_kind, actor_name, organ_code, to_organ_code, note)
SELECT :id, COALESCE(MAX(position), 0) + 1, :at, :act, :account, :kind, :name, :organ, :to_organ, :note
  FROM enquiry_acts WHERE enquiry_id = :id;

-- name: sample_decided many
SELECT id, number FROM cases
 WHERE decided_at >= :from AND decided_at < :until AND area_code LIKE '9901%' AND number IS NOT NULL
 ORDER BY number;

-- name: sample_drawn_add change
INSERT INTO samples (purpose, area_code, from_on, to_on, seed, population, listing, size, note, drawn_by, drawn_name, drawn_at)
VALUES ('call_back', '990100', :from_on, :to_on, :seed, :population, :listing, :size, :note, :account, :name, :at);

-- name: sample_drawn_case_add change
INSERT INTO sample_cases (sample_id, position, case_id, result, note, by_id, by_name, at)
VALUES (:sample, :position, :case_id, :result, :note, IF(:result = '', NULL, :account), IF(:result = '', '', :name),
        IF(:result = '', NULL, :at));

-- name: sample_supervisor value
SELECT id FROM accounts WHERE login = 'qin.jingming';
