-- Appointments: plans, what is left, bookings and what becomes of them.  Accounts: public, office.

-- ---- choosing (:item1 … :item5 are the items wanted, '' where there are fewer) ----

-- name: booking_centres many
-- Account: public.  Where one may book at all.
SELECT c.code, c.name, c.name_en, c.address, c.hours, c.phone
  FROM centres c
 WHERE c.retired_on IS NULL
   AND EXISTS (SELECT 1 FROM slot_plans p WHERE p.centre_code = c.code AND p.retired = 0)
 ORDER BY c.id;

-- name: booking_centre one
-- Accounts: public, office.
SELECT code, name, name_en, address, hours, phone FROM centres WHERE code = :centre;

-- name: booking_items many
-- Account: public.  Items that may be booked today at a centre, by name or any part of it.
SELECT i.code, v.title, v.title_en, v.organ_code, o.name AS organ_name, o.name_en AS organ_name_en
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
  LEFT JOIN organs o ON o.code = v.organ_code
 WHERE (v.retired_on IS NULL OR v.retired_on > :today)
   AND v.booking = 1
   AND EXISTS (SELECT 1 FROM slot_plans p WHERE p.centre_code = :centre AND p.retired = 0
         AND (p.serves = 'all' OR (p.serves = 'own' AND p.organ_code = i.organ_code)
              OR (p.serves = 'items' AND EXISTS (SELECT 1 FROM slot_plan_items s WHERE s.plan_id = p.id AND s.item_code = i.code))))
   AND (i.code = :find OR v.title LIKE :like OR v.title_en LIKE :like OR v.keywords LIKE :like
        OR CONVERT(v.initials USING utf8mb4) LIKE :like)
 ORDER BY v.title, i.code
 LIMIT 40;

-- name: booking_items_chosen many
-- Accounts: public, office, ctl.  Those named, as long as they are handled.
SELECT i.code, v.title, v.title_en, v.organ_code, v.booking, o.name AS organ_name, o.name_en AS organ_name_en
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
  LEFT JOIN organs o ON o.code = v.organ_code
 WHERE i.code IN (:item1, :item2, :item3, :item4, :item5)
   AND (v.retired_on IS NULL OR v.retired_on > :today)
 ORDER BY v.title, i.code;

-- name: slot_plans_open many
-- Account: public.  The plans of a centre that serve all the items.
SELECT p.id, p.organ_code, p.window_number, p.kind, p.weekday, p.on_on, p.from_on, p.until_on, p.from_minute, p.to_minute,
       p.slot_minutes, p.capacity, p.holidays, p.officer_id, a.name AS officer_name
  FROM slot_plans p
  LEFT JOIN accounts a ON a.id = p.officer_id
 WHERE p.centre_code = :centre
   AND p.retired = 0
   AND p.kind = :kind
   AND NOT EXISTS (SELECT 1 FROM items i
         WHERE i.code IN (:item1, :item2, :item3, :item4, :item5)
           AND NOT (p.serves = 'all' OR (p.serves = 'own' AND i.organ_code = p.organ_code)
                OR (p.serves = 'items' AND EXISTS (SELECT 1 FROM slot_plan_items s WHERE s.plan_id = p.id AND s.item_code = i.code))))
 ORDER BY p.from_minute, p.id
 LIMIT 100;

-- name: slot_closures_near many
-- Account: public.  Of no organ: the whole hall's, also for who had no plans there when it was closed.
SELECT DISTINCT IF(by_hall = 1, '', organ_code) AS organ_code, closed_on FROM slot_closures WHERE centre_code = :centre AND closed_on BETWEEN :from AND :until;

-- name: slot_counts_near many
-- Account: public.  What is taken of the plans of a centre.
SELECT c.plan_id, c.day_on, c.from_minute, c.taken
  FROM slot_plans p
  JOIN slot_counts c ON c.plan_id = p.id AND c.day_on BETWEEN :from AND :until
 WHERE p.centre_code = :centre AND p.retired = 0 AND p.kind = :kind AND c.taken > 0;

-- ---- booking ----

-- name: slot_open change
-- Accounts: public, ctl.  The slot's row, made if need be and held until the transaction ends; read as it stands now, not as
-- it stood when this transaction began, else of several at once all but one would fail.
SET STATEMENT innodb_snapshot_isolation = OFF FOR
INSERT INTO slot_counts (plan_id, day_on, from_minute, taken) VALUES (:plan, :day, :from, 0)
ON DUPLICATE KEY UPDATE taken = taken;

-- name: slot_take change
-- Accounts: public, ctl.  None when it is full.
SET STATEMENT innodb_snapshot_isolation = OFF FOR
UPDATE slot_counts SET taken = taken + 1, version = version + 1
 WHERE plan_id = :plan AND day_on = :day AND from_minute = :from AND taken < :capacity;

-- name: slot_give_back change
-- Accounts: public, office.
SET STATEMENT innodb_snapshot_isolation = OFF FOR
UPDATE slot_counts SET taken = taken - 1, version = version + 1
 WHERE plan_id = :plan AND day_on = :day AND from_minute = :from AND taken > 0;

-- name: booking_add change
-- Accounts: public, ctl.
INSERT INTO bookings (number, code, account_id, holder, name, phone, language, organ_code, plan_id, centre_code,
       window_number, kind, day_on, from_minute, to_minute, officer_id, officer_name, address, visit_reason, acts, created_at)
VALUES (:number, :code, :account, :holder, :name, seal_phone(:phone), :language, :organ, :plan, :centre, :window, :kind, :day, :from,
        :to, :officer, :officer_name, :address, :visit_reason, 1, :now);

-- name: booking_item_add change
-- Accounts: public, ctl.  A duplicate: this person has a booking for it.
INSERT INTO booking_items (booking_id, position, item_code, title, title_en, holder)
VALUES (:id, :position, :item, :title, :title_en, :holder);

-- name: booking_act_add change
-- Accounts: public, office, clock, ctl.  After the booking was changed: its acts counts this one.
INSERT INTO booking_acts (booking_id, position, at, act, account_id, actor_kind, actor_name, reason, day_on, from_minute,
       officer_name)
SELECT b.id, b.acts, :now, :act, :account, :kind, :name, :reason, b.day_on, b.from_minute, b.officer_name
  FROM bookings b
 WHERE b.id = :id;

-- name: booking_missed many
-- Account: public.  The days on which this person did not come.
SELECT day_on FROM bookings WHERE holder = :holder AND state = 'missed' AND day_on >= :since ORDER BY day_on DESC LIMIT 50;

-- name: booking_own_contact one
-- Account: public.
SELECT name, open_phone(phone), address FROM accounts WHERE id = :account;

-- ---- one that was made ----

-- name: booking_load one
-- Accounts: public.  By its address.
SELECT b.id, b.number, b.code, b.account_id, b.holder, b.name, open_phone(b.phone), b.organ_code, b.plan_id, b.centre_code,
       b.window_number, b.kind, b.day_on, b.from_minute, b.to_minute, b.state, b.officer_name, b.address, b.visit_reason,
       b.version, b.created_at, c.name AS centre_name, c.name_en AS centre_name_en, c.address AS centre_address,
       c.phone AS centre_phone, o.name AS organ_name, o.name_en AS organ_name_en, t.code AS ticket_code
  FROM bookings b
  LEFT JOIN centres c ON c.code = b.centre_code
  LEFT JOIN organs o ON o.code = b.organ_code
  LEFT JOIN tickets t ON t.booking_id = b.id
 WHERE b.code = :code;

-- name: booking_found one
-- Account: public.  The address of a booking, by what is said at the desk.
SELECT code, open_phone(phone) FROM bookings WHERE number = :number;

-- name: booking_items_of many
-- Accounts: public, office, clock.
SELECT item_code, title, title_en FROM booking_items WHERE booking_id = :id ORDER BY position;

-- name: booking_acts_of many
-- Accounts: public, office.
SELECT position, at, act, actor_kind, actor_name, reason, day_on, from_minute, officer_name
  FROM booking_acts
 WHERE booking_id = :id
 ORDER BY position;

-- name: booking_state_set change
-- Accounts: public, office, clock.
UPDATE bookings
   SET state = :state, acts = acts + 1, version = version + 1
 WHERE id = :id AND state = :was AND version = :version;

-- name: booking_items_over change
-- Accounts: public, office, clock.  Its person may book these items again.
UPDATE booking_items SET standing = NULL WHERE booking_id = :id;

-- name: booking_move change
-- Account: public.
UPDATE bookings
   SET plan_id = :plan, organ_code = :organ, window_number = :window, kind = :kind, day_on = :day, from_minute = :from,
       to_minute = :to, officer_id = :officer, officer_name = :officer_name, acts = acts + 1, version = version + 1
 WHERE id = :id AND state = 'booked' AND version = :version;

-- name: my_bookings many
-- Account: public.
SELECT b.code, b.number, b.kind, b.day_on, b.from_minute, b.state, b.officer_name, c.name AS centre_name,
       c.name_en AS centre_name_en,
       (SELECT GROUP_CONCAT(i.title ORDER BY i.position SEPARATOR '、') FROM booking_items i WHERE i.booking_id = b.id) AS items,
       (SELECT GROUP_CONCAT(IF(i.title_en = '', i.title, i.title_en) ORDER BY i.position SEPARATOR ', ')
          FROM booking_items i WHERE i.booking_id = b.id) AS items_en
  FROM bookings b
  LEFT JOIN centres c ON c.code = b.centre_code
 WHERE b.account_id = :account
 ORDER BY b.id DESC
 LIMIT 100;

-- ---- messages ----

-- name: booking_letter one
-- Accounts: public, office, clock.  What a message says of a booking, and the ways to its person.
SELECT b.number, b.code, b.account_id, b.name, open_phone(b.phone) AS contact_phone, b.kind, b.day_on, b.from_minute, b.address,
       b.officer_name, b.acts, b.window_number, COALESCE(a.language, b.language) AS language, open_phone(a.phone), open_email(a.email),
       c.name AS centre_name, c.name_en AS centre_name_en, c.address AS centre_address,
       (SELECT GROUP_CONCAT(i.title ORDER BY i.position SEPARATOR '、') FROM booking_items i WHERE i.booking_id = b.id) AS items,
       (SELECT GROUP_CONCAT(IF(i.title_en = '', i.title, i.title_en) ORDER BY i.position SEPARATOR ', ')
          FROM booking_items i WHERE i.booking_id = b.id) AS items_en,
       (SELECT s.value FROM settings s WHERE s.name = 'site.name') AS site,
       (SELECT s.value FROM settings s WHERE s.name = 'site.name_en') AS site_en,
       (SELECT s.value FROM settings s WHERE s.name = 'notice.channels') AS channels
  FROM bookings b
  LEFT JOIN centres c ON c.code = b.centre_code
  LEFT JOIN accounts a ON a.id = b.account_id AND b.account_id <> 0
 WHERE b.id = :id;

-- ---- the office ----

-- name: office_bookings many
-- Account: office.  An organ's day, or that of one officer or window of it.
SELECT b.id, b.number, b.name, open_phone(b.phone), b.kind, b.day_on, b.from_minute, b.to_minute, b.state, b.window_number, b.officer_id,
       b.officer_name, b.address, b.version, c.name AS centre_name,
       (SELECT GROUP_CONCAT(i.title ORDER BY i.position SEPARATOR '、') FROM booking_items i WHERE i.booking_id = b.id) AS items
  FROM bookings b
  LEFT JOIN centres c ON c.code = b.centre_code
 WHERE b.organ_code = :organ
   AND b.day_on = :day
   AND (:officer = 0 OR b.officer_id = :officer)
   AND (:window = '' OR b.window_number = :window)
 ORDER BY b.from_minute, b.id
 LIMIT 300;

-- name: office_booking_days many
-- Account: office.  How many stand on the days from one on.
SELECT day_on, COUNT(*) AS bookings
  FROM bookings
 WHERE organ_code = :organ AND day_on >= :from AND state IN ('booked', 'arrived', 'done')
 GROUP BY day_on
 ORDER BY day_on
 LIMIT 14;

-- name: office_booking_load one
-- Account: office.
SELECT b.id, b.number, b.name, open_phone(b.phone), b.kind, b.plan_id, b.centre_code, b.day_on, b.from_minute, b.to_minute, b.state,
       b.window_number, b.officer_id, b.officer_name, b.address, b.visit_reason, b.version, b.created_at,
       c.name AS centre_name, t.id AS ticket_id, t.letter, t.serial
  FROM bookings b
  LEFT JOIN centres c ON c.code = b.centre_code
  LEFT JOIN tickets t ON t.booking_id = b.id
 WHERE b.id = :id AND b.organ_code = :organ;

-- name: office_colleagues many
-- Account: office.  Who may be named: colleagues who handle cases.
SELECT DISTINCT a.id, a.name
  FROM accounts a
  JOIN account_roles r ON r.account_id = a.id AND r.role IN ('clerk', 'reviewer', 'approver', 'helper')
 WHERE a.organ_code = :organ AND a.kind = 'staff' AND a.disabled = 0 AND (a.expires_on IS NULL OR a.expires_on >= :today)
 ORDER BY a.name
 LIMIT 200;

-- name: office_booking_assign change
-- Account: office.
UPDATE bookings
   SET officer_id = :officer, officer_name = :name, acts = acts + 1, version = version + 1
 WHERE id = :id AND state = 'booked' AND version = :version;

-- ---- plans ----

-- name: office_plans many
-- Account: office.
SELECT p.id, p.centre_code, p.window_number, p.kind, p.serves, p.weekday, p.on_on, p.from_on, p.until_on, p.from_minute,
       p.to_minute, p.slot_minutes, p.capacity, p.holidays, p.officer_id, p.version, c.name AS centre_name, a.name AS officer_name
  FROM slot_plans p
  LEFT JOIN centres c ON c.code = p.centre_code
  LEFT JOIN accounts a ON a.id = p.officer_id
 WHERE p.organ_code = :organ AND p.retired = 0 AND (p.on_on IS NULL OR p.on_on >= :today)
 ORDER BY p.on_on IS NOT NULL, p.on_on, p.weekday, p.from_minute, p.id
 LIMIT 300;

-- name: office_plan_add change
-- Accounts: office, ctl.
INSERT INTO slot_plans (organ_code, centre_code, window_number, kind, serves, weekday, on_on, from_on, until_on, from_minute,
       to_minute, slot_minutes, capacity, holidays, officer_id)
VALUES (:organ, :centre, :window, :kind, :serves, :weekday, :on, :from_on, :until_on, :from, :to, :each, :capacity,
        :holidays, :officer);

-- name: office_plan_item_add change
-- Accounts: office, ctl.
INSERT INTO slot_plan_items (plan_id, item_code) VALUES (:plan, :item);

-- name: office_plan_retire change
-- Account: office.  What was booked under it stands.
UPDATE slot_plans SET retired = 1, version = version + 1 WHERE id = :id AND organ_code = :organ AND retired = 0;

-- name: office_week_copy change
-- Account: office.  The plans that stand on dates of one week, on the same weekdays of another, where there is none yet.
INSERT INTO slot_plans (organ_code, centre_code, window_number, kind, serves, weekday, on_on, from_minute, to_minute,
       slot_minutes, capacity, holidays, officer_id)
SELECT p.organ_code, p.centre_code, p.window_number, p.kind, p.serves, NULL, DATE_ADD(p.on_on, INTERVAL :days DAY),
       p.from_minute, p.to_minute, p.slot_minutes, p.capacity, p.holidays, p.officer_id
  FROM slot_plans p
 WHERE p.organ_code = :organ AND p.retired = 0 AND p.serves <> 'items' AND p.on_on BETWEEN :monday AND DATE_ADD(:monday, INTERVAL 6 DAY)
   AND NOT EXISTS (SELECT 1 FROM slot_plans q WHERE q.organ_code = p.organ_code AND q.retired = 0 AND q.centre_code = p.centre_code
         AND q.kind = p.kind AND q.window_number = p.window_number AND q.on_on = DATE_ADD(p.on_on, INTERVAL :days DAY)
         AND q.from_minute = p.from_minute);

-- name: office_closures many
-- Account: office.
SELECT x.centre_code, x.closed_on, x.reason, x.by_hall, c.name AS centre_name
  FROM slot_closures x
  LEFT JOIN centres c ON c.code = x.centre_code
 WHERE x.organ_code = :organ AND x.closed_on >= :today
 ORDER BY x.closed_on, x.centre_code
 LIMIT 100;

-- name: office_close change
-- Accounts: office, ctl.
INSERT INTO slot_closures (centre_code, organ_code, closed_on, reason) VALUES (:centre, :organ, :day, :reason);

-- name: office_open_again change
-- Account: office.  What the hall closed is the hall's to open.
DELETE FROM slot_closures WHERE centre_code = :centre AND organ_code = :organ AND closed_on = :day AND by_hall = 0;

-- name: office_centres many
-- Account: office.
SELECT code, name, name_en FROM centres WHERE retired_on IS NULL ORDER BY id;

-- ---- the clock ----

-- name: bookings_tomorrow many
-- Account: clock.  Whom to remind: those of the day after :today, told once.
SELECT b.id, b.version
  FROM bookings b
 WHERE b.state = 'booked' AND b.day_on = DATE_ADD(:today, INTERVAL 1 DAY) AND b.id > :after
   AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.case_id = 0 AND o.account_id = b.account_id AND o.channel IN ('site', 'sms')
         AND o.occasion = CONCAT('b', b.id, ':reminder:', b.acts))
 ORDER BY b.id
 LIMIT :most;

-- name: bookings_past many
-- Account: clock.  Booked for a day that is over, and nobody said that they came.
SELECT b.id, b.version
  FROM bookings b
 WHERE b.state = 'booked' AND b.day_on < :today AND b.id > :after
 ORDER BY b.id
 LIMIT :most;

-- name: booking_limits value
-- Account: public.  Six numbers, as rules/slot.h reads them.
SELECT value FROM settings WHERE name = 'book.limits';

-- ---- the sample ----

-- name: sample_plan_add change
-- Account: ctl.
INSERT INTO slot_plans (organ_code, centre_code, window_number, kind, serves, weekday, from_minute, to_minute, slot_minutes,
       capacity, holidays, officer_id)
SELECT :organ, :centre, :window, :kind, :serves, :weekday, :from, :to, :each, :capacity, :holidays,
       (SELECT a.id FROM accounts a WHERE a.login_blind = blind_login(:officer))
  FROM DUAL;

-- name: sample_plans many
-- Account: ctl.  With an item of the organ that may be booked.
SELECT p.id, p.organ_code, p.centre_code, p.window_number, p.kind, p.weekday, p.from_minute, p.to_minute, p.slot_minutes,
       p.capacity, p.holidays, p.officer_id, a.name AS officer_name
  FROM slot_plans p
  LEFT JOIN accounts a ON a.id = p.officer_id
 ORDER BY p.id;

-- name: sample_bookable many
-- Account: ctl.
SELECT i.code, v.title, v.title_en, v.organ_code
  FROM items i
  JOIN item_versions v ON v.id = i.published_id
 WHERE v.booking = 1
 ORDER BY i.code;

-- name: sample_booking_state change
-- Account: ctl.
UPDATE bookings SET state = :state, acts = acts + 1, version = version + 1 WHERE id = :id;

-- name: sample_items_over change
-- Account: ctl.
UPDATE booking_items SET standing = NULL WHERE booking_id = :id;

-- name: sample_service_add change
-- Account: ctl.
INSERT INTO window_services (centre_code, window_number, kind, code) VALUES (:centre, :window, :kind, :code);

-- name: sample_hours_add change
-- Account: ctl.
INSERT INTO centre_hours (centre_code, weekday, from_minute, to_minute) VALUES (:centre, :weekday, :from, :to);

-- name: sample_letters change
-- Account: ctl.  Windows A01, A02 … share a queue.
UPDATE windows SET letter = LEFT(number, 1), version = version + 1 WHERE number REGEXP '^[A-Z]';
