-- Areas, organs, centres and windows, as the system administrator keeps them.  Account: admin.
-- Each UPDATE repeats the version that was seen; what hangs on a thing (…_ties) stops its being retired.
-- Whose: :area is the pattern of the administrator's own area and below (rules/reach.h).  Everything begins with a …_list, …_choices
-- or …_load that binds it; what follows in the same transaction goes by the id that was loaded.

-- ---- areas ----

-- name: area_list many
SELECT a.code, a.parent, a.name, a.name_en, a.level, a.retired_on, p.name AS parent_name,
       (SELECT COUNT(*) FROM organs o WHERE o.area_code = a.code AND o.retired_on IS NULL) AS organs
  FROM areas a
  LEFT JOIN areas p ON p.code = a.parent
 WHERE a.code LIKE :area AND (a.code LIKE :like OR a.name LIKE :like OR a.name_en LIKE :like)
 ORDER BY a.code LIMIT :per_page OFFSET :skip;

-- name: area_found value
SELECT COUNT(*) AS found FROM areas WHERE code LIKE :area AND (code LIKE :like OR name LIKE :like OR name_en LIKE :like);

-- name: area_choices many
SELECT code AS value, CONCAT(code, ' ', name) AS label FROM areas WHERE code LIKE :area AND retired_on IS NULL ORDER BY code LIMIT 5000;

-- name: area_load one
SELECT a.code, a.parent, a.name, a.name_en, a.level, a.retired_on, a.version, COALESCE(p.name, '') AS parent_name
  FROM areas a
  LEFT JOIN areas p ON p.code = a.parent
 WHERE a.code = :id AND a.code LIKE :area;

-- name: area_add change
INSERT INTO areas (code, parent, name, name_en, level) VALUES (:code, NULLIF(:parent, ''), :name, :name_en, :level);

-- name: area_set change
UPDATE areas SET name = :name, name_en = :name_en, version = version + 1 WHERE code = :id AND version = :version;

-- name: area_retire change
UPDATE areas SET retired_on = :on, version = version + 1 WHERE code = :id AND version = :version;

-- name: area_ties many
SELECT 'areas' AS tie, COUNT(*) AS found FROM areas WHERE parent = :id AND retired_on IS NULL
UNION ALL SELECT 'organs', COUNT(*) FROM organs WHERE area_code = :id AND retired_on IS NULL
UNION ALL SELECT 'centres', COUNT(*) FROM centres WHERE area_code = :id AND retired_on IS NULL
UNION ALL SELECT 'staff', COUNT(*) FROM accounts WHERE kind = 'staff' AND area_code = :id AND disabled = 0
   AND (expires_on IS NULL OR expires_on >= :today);

-- ---- organs ----

-- name: organ_list many
SELECT o.code, o.name, o.name_en, o.short_name, o.area_code, o.retired_on, a.name AS area_name,
       (SELECT COUNT(*) FROM items i WHERE i.organ_code = o.code AND i.published_id IS NOT NULL) AS items
  FROM organs o
  LEFT JOIN areas a ON a.code = o.area_code
 WHERE o.area_code LIKE :area AND (o.code LIKE :like OR o.name LIKE :like OR o.name_en LIKE :like OR o.short_name LIKE :like)
 ORDER BY o.area_code, o.position, o.code LIMIT :per_page OFFSET :skip;

-- name: organ_found value
SELECT COUNT(*) AS found FROM organs
 WHERE area_code LIKE :area AND (code LIKE :like OR name LIKE :like OR name_en LIKE :like OR short_name LIKE :like);

-- name: organ_choices many
-- And the one that is chosen now, whosever it is.
SELECT code AS value, CONCAT(name, ' ', code) AS label FROM organs WHERE (area_code LIKE :area AND retired_on IS NULL) OR code = :kept ORDER BY area_code, position, code LIMIT 5000;

-- name: organ_load one
SELECT o.code, o.name, o.name_en, o.short_name, o.mark, o.area_code, o.nature, o.phone, o.address, o.position, o.retired_on, o.version
  FROM organs o
 WHERE o.code = :id AND o.area_code LIKE :area;

-- name: organ_add change
INSERT INTO organs (code, name, name_en, short_name, mark, area_code, nature, phone, address, position)
VALUES (:code, :name, :name_en, :short_name, :mark, :area_code, :nature, :phone, :address, :position);

-- name: organ_set change
UPDATE organs
   SET name = :name, name_en = :name_en, short_name = :short_name, mark = :mark, area_code = :area_code, nature = :nature,
       phone = :phone, address = :address, position = :position, version = version + 1
 WHERE code = :id AND version = :version;

-- name: organ_retire change
UPDATE organs SET retired_on = :on, version = version + 1 WHERE code = :id AND version = :version;

-- name: organ_ties many
-- Cases are counted along their key, to a thousand; nothing of them is read.
SELECT 'cases' AS tie, (SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE organ_code = :id AND state IN ('submitted',
         'correction', 'resubmitted', 'accepted', 'reviewing', 'supplement', 'suspended', 'granted', 'denied', 'closed') LIMIT 1000) t) AS found
UNION ALL SELECT 'items', COUNT(*) FROM items WHERE organ_code = :id AND published_id IS NOT NULL
UNION ALL SELECT 'windows', COUNT(*) FROM windows WHERE organ_code = :id AND retired_on IS NULL
UNION ALL SELECT 'plans', COUNT(*) FROM slot_plans WHERE organ_code = :id AND retired = 0 AND (on_on IS NULL OR on_on >= :today)
UNION ALL SELECT 'bookings', COUNT(*) FROM bookings WHERE organ_code = :id AND day_on >= :today AND state = 'booked'
UNION ALL SELECT 'staff', COUNT(*) FROM accounts WHERE organ_code = :id AND kind = 'staff' AND disabled = 0
   AND (expires_on IS NULL OR expires_on >= :today);

-- name: organ_guides many
-- The guides in force in whose steps an organ is named: its name stands in their elements.
SELECT DISTINCT s.version_id FROM item_steps s JOIN item_elements e ON e.version_id = s.version_id WHERE s.organ_code = :id LIMIT 5000;

-- ---- centres ----

-- name: centre_list many
SELECT c.code, c.name, c.name_en, c.address, c.area_code, c.retired_on, a.name AS area_name,
       (SELECT COUNT(*) FROM windows w WHERE w.centre_code = c.code AND w.retired_on IS NULL) AS windows
  FROM centres c
  LEFT JOIN areas a ON a.code = c.area_code
 WHERE c.area_code LIKE :area AND (c.code LIKE :like OR c.name LIKE :like OR c.name_en LIKE :like)
 ORDER BY c.id LIMIT :per_page OFFSET :skip;

-- name: centre_found value
SELECT COUNT(*) AS found FROM centres WHERE area_code LIKE :area AND (code LIKE :like OR name LIKE :like OR name_en LIKE :like);

-- name: centre_load one
SELECT code, name, name_en, area_code, address, hours, phone, retired_on, version FROM centres WHERE code = :id AND area_code LIKE :area;

-- name: centre_add change
INSERT INTO centres (code, name, name_en, area_code, address, hours, phone)
VALUES (:code, :name, :name_en, :area_code, :address, :hours, :phone);

-- name: centre_set change
UPDATE centres
   SET name = :name, name_en = :name_en, area_code = :area_code, address = :address, hours = :hours, phone = :phone,
       version = version + 1
 WHERE code = :id AND version = :version;

-- name: centre_touch change
-- Its hours are rows of their own; who changes them holds its version.
UPDATE centres SET version = version + 1 WHERE code = :id AND version = :version;

-- name: centre_retire change
UPDATE centres SET retired_on = :on, version = version + 1 WHERE code = :id AND version = :version;

-- name: centre_ties many
SELECT 'windows' AS tie, COUNT(*) AS found FROM windows WHERE centre_code = :id AND retired_on IS NULL
UNION ALL SELECT 'plans', COUNT(*) FROM slot_plans WHERE centre_code = :id AND retired = 0 AND (on_on IS NULL OR on_on >= :today)
UNION ALL SELECT 'bookings', COUNT(*) FROM bookings b JOIN slot_plans p ON p.id = b.plan_id
   WHERE p.centre_code = :id AND b.state = 'booked' AND b.day_on >= :today;

-- name: centre_windows many
SELECT w.id, w.number, w.name, w.name_en, w.letter, w.organ_code, w.retired_on, o.name AS organ_name,
       (SELECT COUNT(*) FROM window_services s WHERE s.centre_code = w.centre_code AND s.window_number = w.number) AS services
  FROM windows w
  LEFT JOIN organs o ON o.code = w.organ_code
 WHERE w.centre_code = :id
 ORDER BY w.retired_on IS NOT NULL, w.number LIMIT 500;

-- name: centre_hours_of many
SELECT weekday, from_minute, to_minute FROM centre_hours WHERE centre_code = :id ORDER BY weekday, from_minute;

-- name: centre_hours_forget change
DELETE FROM centre_hours WHERE centre_code = :id;

-- name: centre_hour_add change
INSERT INTO centre_hours (centre_code, weekday, from_minute, to_minute) VALUES (:id, :weekday, :from, :to);

-- ---- the plans of a hall, whichever organ's; its own closed days ----

-- name: hall_plans many
SELECT p.id, p.window_number, p.kind, p.weekday, p.on_on, p.until_on, p.from_minute, p.to_minute, p.slot_minutes, p.capacity,
       p.version, o.name AS organ_name,
       (SELECT COUNT(*) FROM bookings b WHERE b.organ_code = p.organ_code AND b.plan_id = p.id AND b.state = 'booked' AND b.day_on >= :today) AS booked
  FROM slot_plans p
  LEFT JOIN organs o ON o.code = p.organ_code
 WHERE p.centre_code = :id AND p.retired = 0 AND (p.on_on IS NULL OR p.on_on >= :today)
 ORDER BY o.position, p.organ_code, p.weekday, p.on_on, p.from_minute LIMIT 500;

-- name: hall_plan_load one
SELECT p.id, p.version, CONCAT(c.name, ' ', o.name) AS name
  FROM slot_plans p
  JOIN centres c ON c.code = p.centre_code
  LEFT JOIN organs o ON o.code = p.organ_code
 WHERE p.id = :plan AND p.centre_code = :id AND p.retired = 0;

-- name: hall_plan_retire change
UPDATE slot_plans SET retired = 1, version = version + 1 WHERE id = :plan AND retired = 0;

-- name: hall_closures many
SELECT x.closed_on, COALESCE(MIN(IF(x.by_hall = 1, x.reason, NULL)), MIN(x.reason)) AS reason, COUNT(*) AS organs, SUM(x.by_hall) AS by_hall
  FROM slot_closures x
 WHERE x.centre_code = :id AND x.closed_on >= :today
 GROUP BY x.closed_on
 ORDER BY x.closed_on LIMIT 100;

-- name: hall_booked many
-- How many are booked, by day.
SELECT b.day_on, COUNT(*) AS booked
  FROM bookings b
  JOIN slot_plans p ON p.id = b.plan_id
 WHERE p.centre_code = :id AND b.state = 'booked' AND b.day_on >= :today
 GROUP BY b.day_on
 ORDER BY b.day_on LIMIT 60;

-- name: hall_close change
-- Every organ that has plans there and has not closed the day itself.
INSERT INTO slot_closures (centre_code, organ_code, closed_on, reason, by_hall)
SELECT DISTINCT p.centre_code, p.organ_code, :day, :reason, 1
  FROM slot_plans p
 WHERE p.centre_code = :id AND p.retired = 0
   AND NOT EXISTS (SELECT 1 FROM slot_closures x WHERE x.centre_code = p.centre_code AND x.organ_code = p.organ_code AND x.closed_on = :day);

-- name: hall_planned value
SELECT COUNT(*) AS found FROM slot_plans WHERE centre_code = :id AND retired = 0;

-- name: hall_open change
-- What an organ closed itself stays closed.
DELETE FROM slot_closures WHERE centre_code = :id AND closed_on = :day AND by_hall = 1;

-- ---- windows ----

-- name: window_load one
SELECT w.id, w.centre_code, w.number, w.name, w.name_en, COALESCE(w.organ_code, '') AS organ_code, w.letter, w.retired_on, w.version,
       c.name AS centre_name
  FROM windows w
  JOIN centres c ON c.code = w.centre_code
 WHERE w.id = :id AND c.area_code LIKE :area;

-- name: window_row_add change
INSERT INTO windows (centre_code, number, name, name_en, organ_code, letter)
VALUES (:centre, :number, :name, :name_en, NULLIF(:organ_code, ''), :letter);

-- name: window_set change
UPDATE windows
   SET name = :name, name_en = :name_en, organ_code = NULLIF(:organ_code, ''), letter = :letter, version = version + 1
 WHERE id = :id AND version = :version;

-- name: window_touch_row change
-- What it serves are rows of their own; who changes them holds its version.
UPDATE windows SET version = version + 1 WHERE id = :id AND version = :version;

-- name: window_retire change
UPDATE windows SET retired_on = :on, version = version + 1 WHERE id = :id AND version = :version;

-- name: window_ties many
SELECT 'seats' AS tie, COUNT(*) AS found FROM windows w JOIN window_seats s ON s.centre_code = w.centre_code AND s.window_number = w.number
   WHERE w.id = :id AND s.since_at >= :today
UNION ALL SELECT 'tickets', COUNT(*) FROM windows w JOIN tickets t ON t.centre_code = w.centre_code AND t.day_on = :today AND t.state IN ('waiting', 'called', 'open')
   JOIN ticket_windows k ON k.ticket_id = t.id AND k.window_number = w.number WHERE w.id = :id
UNION ALL SELECT 'plans', COUNT(*) FROM windows w JOIN slot_plans p ON p.centre_code = w.centre_code AND p.window_number = w.number
   WHERE w.id = :id AND p.retired = 0 AND (p.on_on IS NULL OR p.on_on >= :today);

-- name: window_services_of many
SELECT s.kind, s.code, IF(s.kind = 'organ', o.name, v.title) AS name
  FROM windows w
  JOIN window_services s ON s.centre_code = w.centre_code AND s.window_number = w.number
  LEFT JOIN organs o ON s.kind = 'organ' AND o.code = s.code
  LEFT JOIN items i ON s.kind = 'item' AND i.code = s.code
  LEFT JOIN item_versions v ON v.id = i.published_id
 WHERE w.id = :id
 ORDER BY s.kind DESC, s.code LIMIT 500;

-- name: window_service_known one
-- What may be served: an item before the public, or an organ in use; whoever gives what others handle to a window gives it of his own.
SELECT v.title AS name FROM items i JOIN item_versions v ON v.id = i.published_id JOIN organs k ON k.code = i.organ_code
 WHERE :kind = 'item' AND i.code = :code AND k.area_code LIKE :area
UNION ALL SELECT o.name FROM organs o WHERE :kind = 'organ' AND o.code = :code AND o.area_code LIKE :area AND o.retired_on IS NULL;

-- name: window_row_service_add change
INSERT INTO window_services (centre_code, window_number, kind, code)
SELECT centre_code, number, :kind, :code FROM windows WHERE id = :id;

-- name: window_service_remove change
DELETE s FROM window_services s JOIN windows w ON w.centre_code = s.centre_code AND w.number = s.window_number
 WHERE w.id = :id AND s.kind = :kind AND s.code = :code;
