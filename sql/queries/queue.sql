-- Queue numbers: taking one, calling, serving, and what hangs in the hall.  Accounts: public, office.

-- name: queue_centres many
-- Account: public.  Halls that give numbers: those with hours.
SELECT c.code, c.name, c.name_en, c.address, c.hours
  FROM centres c
 WHERE c.retired_on IS NULL
   AND EXISTS (SELECT 1 FROM centre_hours h WHERE h.centre_code = c.code)
 ORDER BY c.id;

-- name: queue_hours many
-- Accounts: public, office.
SELECT weekday, from_minute, to_minute FROM centre_hours WHERE centre_code = :centre ORDER BY weekday, from_minute;

-- name: queue_items many
-- Account: public.  Anything that is handled today, by name or any part of it.
SELECT i.code, v.title, v.title_en, v.organ_code, o.name AS organ_name, o.name_en AS organ_name_en
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
  LEFT JOIN organs o ON o.code = v.organ_code
 WHERE (v.retired_on IS NULL OR v.retired_on > :today)
   AND EXISTS (SELECT 1 FROM windows w WHERE w.centre_code = :centre AND w.retired_on IS NULL)
   AND (i.code = :find OR v.title LIKE :like OR v.title_en LIKE :like OR v.keywords LIKE :like
        OR CONVERT(v.initials USING utf8mb4) LIKE :like)
 ORDER BY v.title, i.code
 LIMIT 20;

-- name: queue_items_chosen many
-- Accounts: public, office, ctl.
SELECT i.code, v.title, v.title_en, v.organ_code
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
 WHERE i.code IN (:item1, :item2, :item3, :item4, :item5)
   AND (v.retired_on IS NULL OR v.retired_on > :today)
 ORDER BY v.title, i.code;

-- name: queue_windows many
-- Accounts: public, office, ctl.
SELECT number, organ_code, letter FROM windows WHERE centre_code = :centre AND retired_on IS NULL ORDER BY number;

-- name: queue_services many
-- Accounts: public, office, ctl.
-- A retired window serves nothing, whatever stood beside it.
SELECT s.window_number, s.kind, s.code
  FROM window_services s
  JOIN windows w ON w.centre_code = s.centre_code AND w.number = s.window_number AND w.retired_on IS NULL
 WHERE s.centre_code = :centre;

-- name: queue_number_next change
-- Accounts: public, office, ctl.  The next number is its id; the row is held until the transaction ends, and read as it
-- stands now.
SET STATEMENT innodb_snapshot_isolation = OFF FOR
INSERT INTO queue_days (centre_code, day_on, letter, serial) VALUES (:centre, :day, :letter, LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE serial = LAST_INSERT_ID(serial + 1), version = version + 1;

-- name: ticket_add change
-- Accounts: public, office, ctl.
INSERT INTO tickets (code, centre_code, day_on, letter, serial, priority, source, account_id, booking_id, taken_at)
VALUES (:code, :centre, :day, :letter, :serial, :priority, :source, :account, :booking, :now);

-- name: ticket_item_add change
-- Accounts: public, office, ctl.
INSERT INTO ticket_items (ticket_id, position, item_code, title, title_en) VALUES (:id, :position, :item, :title, :title_en);

-- name: ticket_window_add change
-- Accounts: public, office, ctl.
INSERT INTO ticket_windows (ticket_id, window_number) VALUES (:id, :window);

-- name: ticket_act_add change
-- Accounts: public, office, clock, ctl.
UPDATE tickets SET acts = acts + 1 WHERE id = :id;

-- name: ticket_act_row change
-- Accounts: public, office, clock, ctl.
INSERT INTO ticket_acts (ticket_id, position, at, act, account_id, actor_name, window_number, reason)
SELECT t.id, t.acts, :now, :act, :account, :name, t.window_number, :reason FROM tickets t WHERE t.id = :id;

-- name: ticket_standing value
-- Account: public.  A number this person waits with already.
SELECT code FROM tickets
 WHERE account_id = :account AND centre_code = :centre AND day_on = :day AND state IN ('waiting', 'called') ORDER BY id LIMIT 1;

-- name: ticket_load one
-- Account: public.
SELECT t.id, t.code, t.centre_code, t.day_on, t.letter, t.serial, t.priority, t.state, t.window_number, t.taken_at,
       t.called_at, t.version, c.name AS centre_name, c.name_en AS centre_name_en, c.address AS centre_address,
       c.hours AS centre_hours,
       (SELECT GROUP_CONCAT(w.window_number ORDER BY w.window_number SEPARATOR ', ') FROM ticket_windows w
         WHERE w.ticket_id = t.id) AS windows,
       (SELECT COUNT(*) FROM tickets a WHERE a.centre_code = t.centre_code AND a.day_on = t.day_on AND a.state = 'waiting'
           AND a.letter = t.letter AND (a.priority > t.priority OR (a.priority = t.priority AND a.id < t.id))) AS ahead
  FROM tickets t
  LEFT JOIN centres c ON c.code = t.centre_code
 WHERE t.code = :code;

-- name: ticket_items_of many
-- Accounts: public, office.
SELECT item_code, title, title_en, opened_at, case_id FROM ticket_items WHERE ticket_id = :id ORDER BY position;

-- name: ticket_leave change
-- Account: public.
UPDATE tickets SET state = 'left', ended_at = :now, version = version + 1 WHERE id = :id AND state = 'waiting' AND version = :version;

-- ---- the hall's screen ----

-- name: screen_called many
-- Account: public.
SELECT t.letter, t.serial, t.window_number, t.state, t.called_at
  FROM tickets t
 WHERE t.centre_code = :centre AND t.day_on = :today AND t.state IN ('called', 'open')
 ORDER BY t.state = 'called' DESC, t.called_at DESC, t.id DESC
 LIMIT 12;

-- name: screen_counts one
-- Accounts: public, office.  Who waits, and how long those waited who were called today.
SELECT COUNT(IF(state = 'waiting', 1, NULL)) AS waiting,
       COUNT(IF(state = 'done', 1, NULL)) AS done,
       COUNT(IF(after_hours = 1, 1, NULL)) AS late,
       CAST(COALESCE(ROUND(AVG(IF(started_at IS NULL, NULL, TIMESTAMPDIFF(SECOND, taken_at, started_at))) / 60), 0) AS SIGNED) AS wait_minutes
  FROM tickets
 WHERE centre_code = :centre AND day_on = :today;

-- ---- the desk ----

-- name: seat_load one
-- Account: office.
SELECT s.centre_code, s.window_number, c.name AS centre_name, w.name AS window_name, w.letter, w.organ_code
  FROM window_seats s
  JOIN centres c ON c.code = s.centre_code
  JOIN windows w ON w.centre_code = s.centre_code AND w.number = s.window_number
 WHERE s.account_id = :account;

-- name: seat_window one
-- Account: office.  A window at which this organ may sit.
SELECT number FROM windows WHERE centre_code = :centre AND number = :window AND retired_on IS NULL AND (organ_code = :organ OR organ_code IS NULL);

-- name: seat_set change
-- Account: office.
INSERT INTO window_seats (account_id, centre_code, window_number, since_at) VALUES (:account, :centre, :window, :now)
ON DUPLICATE KEY UPDATE centre_code = :centre, window_number = :window, since_at = :now, version = version + 1;

-- name: desk_seats many
-- Account: office.  Windows at which this organ may sit: its own and the general ones.
SELECT w.centre_code, w.number, w.name, w.name_en, w.letter, c.name AS centre_name
  FROM windows w
  JOIN centres c ON c.code = w.centre_code
 WHERE w.retired_on IS NULL AND (w.organ_code = :organ OR w.organ_code IS NULL)
 ORDER BY c.id, w.number;

-- name: desk_current one
-- Account: office.  What this officer has called or opened, today.
SELECT t.id, t.letter, t.serial, t.priority, t.state, t.centre_code, t.window_number, t.calls, t.taken_at, t.called_at,
       t.started_at, t.version, b.number AS booking_number, b.name AS booking_name
  FROM tickets t
  LEFT JOIN bookings b ON b.id = t.booking_id
 WHERE t.officer_id = :account AND t.day_on = :today AND t.state IN ('called', 'open')
 ORDER BY t.id
 LIMIT 1;

-- name: desk_ticket one
-- Account: office.
SELECT t.id, t.letter, t.serial, t.state, t.centre_code, t.day_on, t.window_number, t.officer_id, t.calls, t.started_at,
       t.booking_id, t.version
  FROM tickets t
 WHERE t.id = :id AND t.officer_id = :account;

-- name: desk_waiting many
-- Account: office.  Who waits for this window, in the order of being called.
SELECT t.id, t.letter, t.serial, t.priority, t.taken_at,
       (SELECT GROUP_CONCAT(i.title ORDER BY i.position SEPARATOR '、') FROM ticket_items i WHERE i.ticket_id = t.id) AS items
  FROM tickets t
  JOIN ticket_windows w ON w.ticket_id = t.id AND w.window_number = :window
 WHERE t.centre_code = :centre AND t.day_on = :today AND t.state = 'waiting'
 ORDER BY t.priority DESC, t.id
 LIMIT 30;

-- name: desk_served many
-- Account: office.  What this officer did today.
SELECT t.letter, t.serial, t.state, t.started_at, t.ended_at, t.after_hours,
       (SELECT GROUP_CONCAT(i.title ORDER BY i.position SEPARATOR '、') FROM ticket_items i WHERE i.ticket_id = t.id) AS items
  FROM tickets t
 WHERE t.officer_id = :account AND t.day_on = :today AND t.state IN ('done', 'missed')
 ORDER BY t.id DESC
 LIMIT 30;

-- name: ticket_call change
-- Account: office.  The next that waits for this window; its id is the answer's.  Read as it stands now and held: another
-- window that calls at this moment gets the one after it.
SET STATEMENT innodb_snapshot_isolation = OFF FOR
UPDATE tickets
   SET state = IF(LAST_INSERT_ID(id), 'called', 'called'), window_number = :window, officer_id = :account,
       officer_name = :name, calls = 1, called_at = :now, version = version + 1
 WHERE centre_code = :centre AND day_on = :today AND state = 'waiting'
   AND EXISTS (SELECT 1 FROM ticket_windows w WHERE w.ticket_id = tickets.id AND w.window_number = :window)
 ORDER BY priority DESC, id
 LIMIT 1;

-- name: ticket_recall change
-- Account: office.
UPDATE tickets SET calls = calls + 1, called_at = :now, version = version + 1
 WHERE id = :id AND state = 'called' AND version = :version;

-- name: ticket_start change
-- Account: office.
UPDATE tickets SET state = 'open', started_at = :now, version = version + 1
 WHERE id = :id AND state = 'called' AND version = :version;

-- name: ticket_items_open change
-- Account: office.  Called once, all its matters are open.
UPDATE ticket_items SET opened_at = :now, version = version + 1 WHERE ticket_id = :ticket_id AND opened_at IS NULL;

-- name: ticket_pass change
-- Account: office.
UPDATE tickets
   SET state = 'waiting', priority = 1, window_number = '', officer_id = NULL, officer_name = '', calls = 0, version = version + 1
 WHERE id = :id AND state = :was AND version = :version;

-- name: ticket_windows_drop change
-- Account: office.
DELETE FROM ticket_windows WHERE ticket_id = :id;

-- name: ticket_end change
-- Account: office.
UPDATE tickets SET state = :state, ended_at = :now, after_hours = :late, version = version + 1
 WHERE id = :id AND state = :was AND version = :version;

-- name: ticket_case_set change
-- Account: office.  What the window began for one of its items.
UPDATE ticket_items i
  JOIN tickets t ON t.id = i.ticket_id
   SET i.case_id = :case_id, i.version = i.version + 1
 WHERE i.ticket_id = :ticket AND i.item_code = :item AND i.case_id IS NULL AND t.officer_id = :account AND t.state = 'open';

-- name: desk_windows many
-- Account: office.  The windows of a hall, to pass somebody on to.
SELECT number, name, name_en, letter FROM windows WHERE centre_code = :centre AND retired_on IS NULL ORDER BY number;

-- ---- the clock ----

-- name: tickets_past many
-- Account: clock.  Left over from a day that is over.
SELECT t.id, t.version, t.state
  FROM tickets t
 WHERE t.day_on < :today AND t.state IN ('waiting', 'called') AND t.id > :after
 ORDER BY t.id
 LIMIT :most;

-- name: ticket_close change
-- Account: clock.
UPDATE tickets SET state = 'missed', ended_at = :now, version = version + 1 WHERE id = :id AND version = :version;

-- ---- kiosks ----

-- name: kiosk_load one
-- Account: public.
SELECT k.id, k.centre_code, k.name, c.name AS centre_name, c.name_en AS centre_name_en
  FROM kiosks k
  LEFT JOIN centres c ON c.code = k.centre_code
 WHERE k.token_hash = :token_hash AND k.retired_at IS NULL;

-- name: kiosk_session_end change
-- Account: public.  Whoever had signed in there is signed out.
UPDATE sessions SET expires_at = :now WHERE token_hash = :token_hash;

-- name: kiosk_add change
-- Account: ctl.
INSERT INTO kiosks (centre_code, name, token_hash, registered_at) VALUES (:centre, :name, :token_hash, :now);

-- name: kiosk_retire change
-- Account: ctl.
UPDATE kiosks SET retired_at = :now, version = version + 1 WHERE id = :id AND retired_at IS NULL;

-- name: kiosks many
-- Account: ctl.
SELECT id, centre_code, name, registered_at, retired_at FROM kiosks ORDER BY id;

-- ---- the sample ----

-- name: sample_ticket_state change
-- Account: ctl.
UPDATE tickets
   SET state = :state, window_number = :window, officer_id = (SELECT a.id FROM accounts a WHERE a.login_blind = blind_login(:officer)),
       officer_name = COALESCE((SELECT a.name FROM accounts a WHERE a.login_blind = blind_login(:officer)), ''), calls = 1, called_at = :called,
       started_at = :started, ended_at = :ended, after_hours = :late, version = version + 1
 WHERE id = :id;

-- name: sample_ticket_items_open change
-- Account: ctl.
UPDATE ticket_items SET opened_at = :now WHERE ticket_id = :id;
