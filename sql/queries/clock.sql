-- Queries of the clock.  Account: clock.
-- What is due is found through a key that was made for it (sql/schema/0010-clock.sql), however many cases there are;
-- FORCE INDEX, because the order by id tempts the server to walk all cases.

-- ---- how it went ----

-- name: duty_done change
INSERT INTO clock_duties (name, every_s, last_at, last_count, failed_at, last_error)
VALUES (:name, :every_s, :now, :count, NULL, '')
ON DUPLICATE KEY UPDATE every_s = VALUES(every_s), last_at = VALUES(last_at), last_count = VALUES(last_count),
       failed_at = NULL, last_error = '';

-- name: duty_failed change
INSERT INTO clock_duties (name, every_s, failed_at, last_error)
VALUES (:name, :every_s, :now, LEFT(:error, 300))
ON DUPLICATE KEY UPDATE every_s = VALUES(every_s), failed_at = VALUES(failed_at), last_error = VALUES(last_error);

-- ---- calendars and settings ----

-- name: clock_calendar_latest value
SELECT MAX(version) AS version FROM calendars;

-- name: clock_calendar one
SELECT version, first_on, last_on FROM calendars WHERE version = :version;

-- name: clock_calendar_days many
SELECT day_on, works, notice_year FROM calendar_days WHERE calendar = :version ORDER BY day_on;

-- name: clock_setting value
SELECT value FROM settings WHERE name = :name;

-- ---- silence ----

-- name: deem_accepted_due many
-- Nobody answered in time.
SELECT c.id, c.state, c.version, c.due_on, c.submitted_at, v.kind AS item_kind, v.promised_limit, v.promised_unit,
       v.statutory_limit, v.statutory_unit,
       (SELECT MAX(r.answered_at) FROM corrections r WHERE r.case_id = c.id) AS answered_at
  FROM (SELECT id FROM cases FORCE INDEX (by_due)
         WHERE state IN ('submitted', 'resubmitted') AND due_on < :today AND id > :after
         ORDER BY id LIMIT :most) d
  JOIN cases c ON c.id = d.id
  JOIN item_versions v ON v.id = c.item_version_id
 ORDER BY c.id;

-- name: lapse_due many
-- The list was never answered.
SELECT id, state, version, due_on
  FROM cases FORCE INDEX (by_due)
 WHERE state = 'correction' AND due_on < :today AND id > :after
 ORDER BY id LIMIT :most;

-- name: terminate_due many
-- What was asked for during the review never came.
SELECT id, state, version, due_on
  FROM cases FORCE INDEX (by_due)
 WHERE state = 'supplement' AND due_on < :today AND id > :after
 ORDER BY id LIMIT :most;

-- name: promises_due many
-- What was promised at acceptance was not handed in.
SELECT c.id, c.state, c.version, MIN(p.promised_by_on) AS promised_by_on
  FROM case_promises p FORCE INDEX (by_due)
  JOIN cases c ON c.id = p.case_id
 WHERE p.kind = 'lack' AND p.kept_at IS NULL AND p.lapsed_at IS NULL AND p.promised_by_on < :today
   AND p.given_at IS NULL AND c.id > :after AND c.state IN ('accepted', 'reviewing', 'supplement', 'suspended')
 GROUP BY c.id, c.state, c.version
 ORDER BY c.id LIMIT :most;

-- name: promises_lapsed change
UPDATE case_promises
   SET lapsed_at = :now, version = version + 1
 WHERE case_id = :id AND kind = 'lack' AND kept_at IS NULL AND given_at IS NULL;

-- name: integrity_note change
-- Against the number, not the account: it holds wherever the holder applies.
INSERT INTO integrity_notes (id_kind, id_number, number_blind, name, case_id, organ_code, reason, at)
SELECT IF(applicant_kind = 'person', 'citizen', 'credit'), applicant_number, applicant_blind, applicant_name, id,
       organ_code, :reason, :now
  FROM cases
 WHERE id = :id AND applicant_number <> '';

-- name: case_deem_accepted change
-- case_dates_write sets the dates.
UPDATE cases SET accepted_at = :accepted_at, claimed_by = NULL WHERE id = :id;

-- name: case_ended change
UPDATE cases SET closed_at = :now, due_on = NULL WHERE id = :id;

-- ---- what nobody asks for any more ----

-- name: nonces_sweep change
DELETE FROM nonces WHERE created_at < :before LIMIT :most;

-- name: sessions_sweep change
-- Those that have ended, and those of the future, which must not come back with it (session_load).
DELETE FROM sessions WHERE expires_at < :before OR seen_at > :before + INTERVAL 300 SECOND LIMIT :most;

-- name: throttles_sweep change
DELETE FROM throttles WHERE window_at < :before LIMIT :most;

-- name: sign_ins_sweep change
DELETE FROM sign_ins WHERE at < :before LIMIT :most;

-- name: claim_codes_sweep change
DELETE FROM claim_codes WHERE expires_at < :before LIMIT :most;

-- name: staff_codes_sweep change
DELETE FROM staff_codes WHERE expires_at < :before LIMIT :most;

-- name: drafts_old many
-- Begun, online or at a window, never filed, and touched by nobody for so long.
SELECT id
  FROM cases FORCE INDEX (by_saved)
 WHERE state = 'draft'
   AND saved_at < :today - INTERVAL :days DAY
   AND number IS NULL
   AND (contact_phone <> '' OR contact_name <> '' OR agent_name <> '')
   AND id > :after
 ORDER BY id
 LIMIT :most;

-- name: draft_old_forget change
-- Empty, it stays its owner's, to be thrown away or begun anew; one begun at a window is nobody's then.
UPDATE cases
   SET applicant_name = IF(applicant_id = 0, '', applicant_name), applicant_number = IF(applicant_id = 0, '', applicant_number),
       applicant_blind = IF(applicant_id = 0, NULL, applicant_blind), contact_name = '', contact_phone = '', delivery_address = '',
       agent_name = '', agent_number = '', version = version + 1
 WHERE id = :id
   AND state = 'draft'
   AND saved_at < :today - INTERVAL :days DAY
   AND number IS NULL;

-- name: draft_answers_forget change
DELETE FROM case_answers WHERE case_id = :id;

-- name: draft_materials_forget change
DELETE FROM case_materials WHERE case_id = :id;

-- name: draft_files_forget change
DELETE FROM case_files WHERE case_id = :id;

-- name: accounts_closing many
-- Their day has come.
SELECT id
  FROM accounts FORCE INDEX (by_closing)
 WHERE closes_on <= :today
   AND id > :after
 ORDER BY id
 LIMIT :most;

-- name: account_close change
-- Unless something stands against it, which own_closing tells its owner: then it is tried again.  The row stays, for cases name it;
-- it names nobody, and lets nobody in.  Its number and its login are free again.
UPDATE accounts a
   SET a.login = seal_login(:login), a.login_blind = blind_login(:login), a.name = '', a.id_number = NULL, a.number_blind = NULL,
       a.legal_name = '', a.phone = '', a.email = '', a.address = '', a.disabled = 1, a.closes_on = NULL, a.closed_on = :today,
       a.version = a.version + 1
 WHERE a.id = :id
   AND a.closes_on <= :today
   AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.applicant_id = a.id AND c.number IS NOT NULL
                      AND c.state NOT IN ('draft', 'not_accepted', 'delivered', 'withdrawn', 'terminated'))
   AND NOT EXISTS (SELECT 1 FROM delegations d WHERE d.holder_id = a.id AND d.still_open = 1)
   AND NOT EXISTS (SELECT 1 FROM delegations d WHERE d.delegate_id = a.id AND d.still_open = 1);

-- name: account_secrets_forget change
DELETE FROM secrets WHERE account_id = :id;

-- name: account_sessions_end change
DELETE FROM sessions WHERE account_id = :id;

-- name: account_codes_forget change
DELETE FROM claim_codes WHERE account_id = :id;

-- name: account_drafts_forget change
-- What was begun and never filed; what was filed is the file of an administrative act.
UPDATE cases
   SET applicant_name = '', applicant_number = '', applicant_blind = NULL, contact_name = '', contact_phone = '', delivery_address = '',
       agent_name = '', agent_number = '', version = version + 1
 WHERE applicant_id = :id
   AND state = 'draft'
   AND number IS NULL;

-- name: account_answers_forget change
DELETE a FROM cases c JOIN case_answers a ON a.case_id = c.id WHERE c.applicant_id = :id AND c.state = 'draft' AND c.number IS NULL;

-- name: account_materials_forget change
DELETE m FROM cases c JOIN case_materials m ON m.case_id = c.id WHERE c.applicant_id = :id AND c.state = 'draft' AND c.number IS NULL;

-- name: account_files_forget change
DELETE f FROM cases c JOIN case_files f ON f.case_id = c.id WHERE c.applicant_id = :id AND c.state = 'draft' AND c.number IS NULL;

-- name: account_messages_blind change
-- That it was told stays, where to does not: nor of what still waits, which would keep it for ever once it is sent.
UPDATE outbox SET recipient = '' WHERE account_id = :id;

-- name: bookings_old many
-- Over for so long that nobody asks any more who came.
SELECT id
  FROM bookings FORCE INDEX (by_forgotten)
 WHERE forgotten = 0
   AND day_on < :today - INTERVAL :days DAY
   AND id > :after
 ORDER BY id
 LIMIT :most;

-- name: booking_old_forget change
UPDATE bookings
   SET account_id = 0, holder = '', name = '', phone = '', address = '', visit_reason = '', forgotten = 1, version = version + 1
 WHERE id = :id
   AND forgotten = 0
   AND day_on < :today - INTERVAL :days DAY;

-- name: booking_items_forget change
UPDATE booking_items SET holder = '', standing = NULL WHERE booking_id = :id;

-- name: booking_acts_forget change
-- What the applicant did was done by the applicant; why was said in words of the applicant's.
UPDATE booking_acts SET account_id = 0, actor_name = '', reason = '' WHERE booking_id = :id AND actor_kind = 'applicant';

-- name: tickets_old many
SELECT id
  FROM tickets FORCE INDEX (by_forgotten)
 WHERE forgotten = 0
   AND day_on < :today - INTERVAL :days DAY
   AND id > :after
 ORDER BY id
 LIMIT :most;

-- name: ticket_old_forget change
UPDATE tickets
   SET account_id = 0, forgotten = 1, version = version + 1
 WHERE id = :id
   AND forgotten = 0
   AND day_on < :today - INTERVAL :days DAY;

-- name: ticket_acts_forget change
-- A colleague acts under his name; who took the number has none there.
UPDATE ticket_acts SET account_id = 0 WHERE ticket_id = :id AND actor_name = '';

-- name: enquiries_old many
-- Answered so long ago that nobody can bring a claim from it any more.
SELECT id
  FROM enquiries FORCE INDEX (by_forgotten)
 WHERE forgotten = 0
   AND state = 'answered'
   AND answered_at < :today - INTERVAL :days DAY
   AND id > :after
 ORDER BY id
 LIMIT :most;

-- name: enquiry_old_forget change
-- What was asked and answered is the organ's file and stays; who asked, how to reach them and the way in by a code do not.
UPDATE enquiries
   SET account_id = 0, asker_name = '', asker_phone = '', asker_email = '', query_code = '', forgotten = 1, version = version + 1
 WHERE id = :id
   AND forgotten = 0
   AND state = 'answered'
   AND answered_at < :today - INTERVAL :days DAY;

-- name: enquiry_acts_forget change
UPDATE enquiry_acts SET account_id = 0 WHERE enquiry_id = :id AND actor_kind = 'asker';

-- ---- cards: clocks that run ----
-- Those whose yellow card may be due (no later than :reach) or whose last day is over, and that lack a card.

-- name: cards_answer many
SELECT c.id, c.id AS case_id, c.state, c.version, c.organ_code, c.claimed_by AS account_id, c.due_on,
       DATE(GREATEST(c.submitted_at, COALESCE((SELECT MAX(r.answered_at) FROM corrections r WHERE r.case_id = c.id),
                                              c.submitted_at))) AS made_on,
       (SELECT COUNT(r.answered_at) FROM corrections r WHERE r.case_id = c.id) AS task
  FROM cases c FORCE INDEX (by_due)
  LEFT JOIN cards k ON k.case_id = c.id AND k.rule = 'answer'
       AND k.colour = IF(c.due_on < :today, 'red', 'yellow') AND k.due_on = c.due_on
 WHERE c.state IN ('submitted', 'resubmitted') AND c.due_on <= :reach AND c.id > :after
   AND k.id IS NULL
 ORDER BY c.id LIMIT :most;

-- name: cards_promised many
SELECT c.id, c.id AS case_id, c.state, c.version, c.organ_code, c.claimed_by AS account_id, c.promised_on AS due_on,
       DATE(c.accepted_at) AS made_on, 0 AS task
  FROM cases c FORCE INDEX (by_promised)
  LEFT JOIN cards k ON k.case_id = c.id AND k.rule = 'promised' AND k.task = 0
       AND k.colour = IF(c.promised_on < :today, 'red', 'yellow')
 WHERE c.state IN ('accepted', 'reviewing') AND c.promised_on <= :reach AND c.id > :after
   AND k.id IS NULL
 ORDER BY c.id LIMIT :most;

-- name: cards_statutory many
SELECT c.id, c.id AS case_id, c.state, c.version, c.organ_code, c.claimed_by AS account_id, c.statutory_on AS due_on,
       DATE(c.accepted_at) AS made_on, 0 AS task
  FROM cases c FORCE INDEX (by_statutory)
  LEFT JOIN cards k ON k.case_id = c.id AND k.rule = 'statutory' AND k.task = 0
       AND k.colour = IF(c.statutory_on < :today, 'red', 'yellow')
 WHERE c.state IN ('accepted', 'reviewing') AND c.statutory_on <= :reach AND c.id > :after
   AND k.id IS NULL
 ORDER BY c.id LIMIT :most;

-- name: cards_delivery many
SELECT c.id, c.id AS case_id, c.state, c.version, c.organ_code, c.claimed_by AS account_id, c.due_on,
       DATE(c.decided_at) AS made_on, 0 AS task
  FROM cases c FORCE INDEX (by_due)
  LEFT JOIN cards k ON k.case_id = c.id AND k.rule = 'delivery' AND k.task = 0
       AND k.colour = IF(c.due_on < :today, 'red', 'yellow')
 WHERE c.state IN ('granted', 'denied', 'closed') AND c.due_on <= :reach AND c.id > :after
   AND k.id IS NULL
 ORDER BY c.id LIMIT :most;

-- name: cards_task many
-- A case that stands still has no task that is late.  A task done anew in a further round is another clock.
SELECT t.case_id * 1000000 + t.round * 1000 + t.position AS id, t.case_id, c.state, c.version, t.organ_code,
       t.claimed_by AS account_id, t.due_on, DATE(t.opened_at) AS made_on, t.position + 1000 * (t.round - 1) AS task
  FROM case_tasks t FORCE INDEX (by_silence)
  JOIN cases c ON c.id = t.case_id
  LEFT JOIN cards k ON k.case_id = t.case_id AND k.rule = 'task' AND k.task = t.position + 1000 * (t.round - 1)
       AND k.colour = IF(t.due_on < :today, 'red', 'yellow')
 WHERE t.state = 'open' AND t.silence IN ('wait', 'consent') AND t.due_on <= :reach
   AND t.case_id * 1000000 + t.round * 1000 + t.position > :after
   AND c.state IN ('accepted', 'reviewing', 'granted', 'denied')
   AND k.id IS NULL
 ORDER BY id LIMIT :most;

-- name: card_case value
-- Only while the case stands as it was seen; it is held until the card is given.
SELECT id FROM cases WHERE id = :case_id AND version = :version FOR UPDATE;

-- name: card_add change
-- A row of VALUES: INSERT … SELECT would hold the whole table's counter, and two would stop each other.
INSERT INTO cards (case_id, item_code, rule, task, colour, organ_code, account_id, made_on, due_on, given_on, at, evidence,
                   reply_by_on, appeal_by_on)
VALUES (:case_id, :item, :rule, :task, :colour, :organ, :account, :made_on, :due_on, :on, :now, :evidence,
        :reply_by_on, :appeal_by_on);

-- name: leaders many
SELECT a.id
  FROM accounts a
  JOIN account_roles r ON r.account_id = a.id
 WHERE a.organ_code = :organ AND r.role = 'leader' AND a.disabled = 0
   AND (a.expires_on IS NULL OR a.expires_on >= :today)
 ORDER BY a.id LIMIT :most;

-- ---- cards: clocks that ended, found in the order of the chain ----

-- name: chain_seen one
SELECT COALESCE((SELECT seen FROM clock_duties WHERE name = :name), 0) AS seen,
       COALESCE((SELECT MAX(position) FROM record_chain), 0) AS position;

-- name: duty_seen change
INSERT INTO clock_duties (name, every_s, seen) VALUES (:name, 0, :seen)
ON DUPLICATE KEY UPDATE seen = VALUES(seen);

-- name: cards_ended_answer many
-- Whether an application is accepted was said, or silence said it.  When it was received and by when the answer was
-- due, the record of the case tells.
SELECT p.position AS id, e.case_id, 'answer' AS clock, c.state, c.organ_code,
       IF(e.actor_kind = 'staff', e.account_id, NULL) AS account_id, DATE(e.at) AS finished_on,
       (SELECT DATE(s.at) FROM case_events s
         WHERE s.case_id = e.case_id AND s.position < e.position AND s.event IN ('submit', 'receive', 'resubmit')
         ORDER BY s.position DESC LIMIT 1) AS made_on,
       (SELECT CAST(NULLIF(JSON_VALUE(s.detail, '$.due_on'), '') AS DATE) FROM case_events s
         WHERE s.case_id = e.case_id AND s.position < e.position AND JSON_VALUE(s.detail, '$.due_on') IS NOT NULL
         ORDER BY s.position DESC LIMIT 1) AS due_on,
       (SELECT COUNT(*) FROM case_events s
         WHERE s.case_id = e.case_id AND s.position < e.position AND s.event = 'resubmit') AS task
  FROM record_chain p
  JOIN case_events e ON e.id = p.event_id
  JOIN cases c ON c.id = e.case_id
 WHERE p.position BETWEEN :first AND :last AND p.position > :after
   AND e.event IN ('accept', 'ask_correction', 'refuse_acceptance', 'deem_accepted')
   AND :today IS NOT NULL
 ORDER BY p.position LIMIT :most;

-- name: cards_ended_decision many
-- Decided after the promise, or after the law's limit.
SELECT p.position * 2 + k.n AS id, e.case_id, k.clock, c.state, c.organ_code, e.account_id,
       DATE(e.at) AS finished_on, DATE(c.accepted_at) AS made_on,
       IF(k.n = 0, c.promised_on, c.statutory_on) AS due_on, 0 AS task
  FROM record_chain p
  JOIN case_events e ON e.id = p.event_id
  JOIN cases c ON c.id = e.case_id
  JOIN (SELECT 0 AS n, 'promised' AS clock UNION ALL SELECT 1, 'statutory') k
 WHERE p.position BETWEEN :first AND :last AND p.position * 2 + k.n > :after
   AND e.event IN ('grant', 'deny')
   AND DATE(e.at) > IF(k.n = 0, c.promised_on, c.statutory_on)
   AND :today IS NOT NULL
 ORDER BY p.position, k.n LIMIT :most;

-- name: cards_ended_delivery many
SELECT p.position AS id, e.case_id, 'delivery' AS clock, c.state, c.organ_code, e.account_id,
       DATE(e.at) AS finished_on, DATE(c.decided_at) AS made_on,
       (SELECT CAST(NULLIF(JSON_VALUE(s.detail, '$.due_on'), '') AS DATE) FROM case_events s
         WHERE s.case_id = e.case_id AND s.position < e.position AND JSON_VALUE(s.detail, '$.due_on') IS NOT NULL
         ORDER BY s.position DESC LIMIT 1) AS due_on,
       0 AS task
  FROM record_chain p
  JOIN case_events e ON e.id = p.event_id
  JOIN cases c ON c.id = e.case_id
 WHERE p.position BETWEEN :first AND :last AND p.position > :after
   AND e.event = 'deliver'
   AND :today IS NOT NULL
 ORDER BY p.position LIMIT :most;

-- name: cards_ended_task many
-- Tasks of the cases that moved, ended after their day; skipped ones were nobody's any more.
SELECT DISTINCT t.case_id * 1000000 + t.round * 1000 + t.position AS id, t.case_id, 'task' AS clock, c.state,
       t.organ_code, t.account_id, DATE(t.done_at) AS finished_on, DATE(t.opened_at) AS made_on, t.due_on,
       t.position + 1000 * (t.round - 1) AS task
  FROM record_chain p
  JOIN case_events e ON e.id = p.event_id
  JOIN cases c ON c.id = e.case_id
  JOIN case_tasks t ON t.case_id = e.case_id
 WHERE p.position BETWEEN :first AND :last
   AND t.case_id * 1000000 + t.round * 1000 + t.position > :after
   AND e.event IN ('task', 'opinion', 'send_back', 'deem_consent')
   AND t.state IN ('done', 'returned', 'deemed') AND DATE(t.done_at) > t.due_on
   AND :today IS NOT NULL
 ORDER BY id LIMIT :most;

-- ---- the outbox ----

-- name: outbox_due many
SELECT id, open_recipient(recipient), subject, body, created_at, tries
  FROM outbox FORCE INDEX (by_turn)
 WHERE state = 'waiting' AND channel = :channel AND next_at <= :now
 ORDER BY next_at, id LIMIT :most;

-- name: outbox_take change
UPDATE outbox
   SET tries = tries + 1, next_at = :next_at, version = version + 1
 WHERE id = :id AND state = 'waiting' AND tries = :tries;

-- name: outbox_sent change
UPDATE outbox SET state = 'sent', sent_at = :now, next_at = NULL, last_error = '', version = version + 1
 WHERE id = :id AND state = 'waiting';

-- name: outbox_failed change
UPDATE outbox SET state = :state, last_error = LEFT(:why, 300), version = version + 1
 WHERE id = :id AND state = 'waiting';

-- ---- reminders ----

-- name: remind_answers many
-- A list, or what was asked for in the review, is due soon, and nobody was told for this day.
SELECT c.id, c.state, c.due_on, CONCAT('remind:', c.due_on) AS occasion
  FROM cases c FORCE INDEX (by_due)
  JOIN accounts a ON a.id = c.applicant_id
  LEFT JOIN outbox m ON m.case_id = c.id AND m.account_id = c.applicant_id AND m.channel = 'site'
       AND m.occasion = CONCAT('remind:', c.due_on)
 WHERE c.state IN ('correction', 'supplement') AND c.due_on BETWEEN :today AND :reach AND c.id > :after
   AND m.id IS NULL
 ORDER BY c.id LIMIT :most;

-- name: remind_drafts many
SELECT c.id, CONCAT('draft:', DATE(c.saved_at)) AS occasion
  FROM cases c FORCE INDEX (by_saved)
  JOIN accounts a ON a.id = c.applicant_id
  LEFT JOIN outbox m ON m.case_id = c.id AND m.account_id = c.applicant_id AND m.channel = 'site'
       AND m.occasion = CONCAT('draft:', DATE(c.saved_at))
 WHERE c.state = 'draft' AND c.saved_at BETWEEN :from AND :until AND c.id > :after AND :today IS NOT NULL
   AND m.id IS NULL
 ORDER BY c.id LIMIT :most;

-- name: reminders many
SELECT name, every, day, role, subject, body, last_on FROM reminders ORDER BY name;

-- name: reminder_people many
SELECT a.id
  FROM account_roles r
  JOIN accounts a ON a.id = r.account_id
 WHERE r.role = :role AND a.kind = 'staff' AND a.disabled = 0 AND (a.expires_on IS NULL OR a.expires_on >= :today)
 ORDER BY a.id LIMIT :most;

-- name: reminder_done change
UPDATE reminders SET last_on = :on WHERE name = :name;

-- ---- files ----

-- name: files_known many
SELECT sha256 FROM blobs WHERE sha256 >= :first AND sha256 < :last ORDER BY sha256;

-- name: file_spoken_of value
SELECT EXISTS (SELECT 1 FROM blobs WHERE sha256 = :sha256)
    OR EXISTS (SELECT 1 FROM case_files WHERE sha256 = :sha256)
    OR EXISTS (SELECT 1 FROM case_task_files WHERE sha256 = :sha256)
    OR EXISTS (SELECT 1 FROM document_files WHERE sha256 = :sha256)
    OR EXISTS (SELECT 1 FROM forms WHERE sha256 = :sha256) AS spoken;

-- ---- what comes after: call-backs and enquiries ----

-- name: callbacks_due many
-- Due today or past it, and not told of that yet.
SELECT id, case_id, organ_code, area_code, due_on, assigned_to
  FROM callbacks FORCE INDEX (by_due)
 WHERE due_on <= :today AND id > :after
   AND (told_due_on IS NULL OR told_due_on <> due_on OR (due_on < :today AND told_on <= due_on))
 ORDER BY id LIMIT :most;

-- name: callback_told change
UPDATE callbacks SET told_on = :today, told_due_on = due_on WHERE id = :id AND due_on IS NOT NULL;

-- name: callback_reminded change
INSERT INTO callback_acts (callback_id, position, at, act, account_id, actor_name, note)
SELECT :id, COALESCE(MAX(position), 0) + 1, :now, 'remind', 0, '', '' FROM callback_acts WHERE callback_id = :id;

-- name: after_people many
-- The heads of an organ, its clerks where it has none; and when something is late the supervisors of its area.
SELECT a.id
  FROM accounts a
 WHERE a.kind = 'staff' AND a.disabled = 0 AND (a.expires_on IS NULL OR a.expires_on >= :today)
   AND ((a.organ_code = :organ AND EXISTS (SELECT 1 FROM account_roles r WHERE r.account_id = a.id AND r.role IN ('leader', 'clerk')))
        OR (:late = 1 AND (SELECT o.area_code FROM organs o WHERE o.code = :organ) LIKE CONCAT(a.area_stem, '%')
            AND EXISTS (SELECT 1 FROM account_roles r WHERE r.account_id = a.id AND r.role = 'supervisor')));

-- name: enquiries_due many
-- Near their last day or past it, and without the card of that.
SELECT e.id, e.number, e.organ_code, e.area_code, e.title, e.opened_on, e.due_on, e.claimed_by
  FROM enquiries e FORCE INDEX (by_due)
  LEFT JOIN enquiry_cards k ON k.enquiry_id = e.id AND k.due_on = e.due_on AND k.colour = IF(e.due_on < :today, 'red', 'yellow')
 WHERE e.state = 'open' AND e.due_on <= :reach AND e.id > :after AND k.enquiry_id IS NULL
 ORDER BY e.id LIMIT :most;

-- name: enquiry_card_add change
INSERT INTO enquiry_cards (enquiry_id, colour, due_on, organ_code, given_on, at)
VALUES (:id, :colour, :due_on, :organ, :given_on, :now);
