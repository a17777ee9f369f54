-- Messages as they are written, in the transaction of an act.  Accounts: public, office, clock.

-- name: notice_case one
-- What a message can say of a case, and the ways to its applicant; language is NULL where there is no account.
SELECT c.number, c.title, v.title_en, c.applicant_id, c.applicant_name, open_phone(c.contact_phone), c.due_on, c.events,
       o.name AS organ_name, o.name_en AS organ_name_en, o.phone AS organ_phone,
       open_phone(a.phone), open_email(a.email), a.language,
       (SELECT s.value FROM settings s WHERE s.name = 'site.name') AS site,
       (SELECT s.value FROM settings s WHERE s.name = 'site.name_en') AS site_en,
       (SELECT s.value FROM settings s WHERE s.name = 'notice.channels') AS channels
  FROM cases c
  LEFT JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
  LEFT JOIN accounts a ON a.id = c.applicant_id
 WHERE c.id = :id;

-- name: notice_owner one
-- Account: signin.  The ways to the owner of an account, so that nobody else asks anything of it in silence.
SELECT open_phone(a.phone), open_email(a.email), a.language, a.version,
       (SELECT s.value FROM settings s WHERE s.name = 'site.name') AS site,
       (SELECT s.value FROM settings s WHERE s.name = 'site.name_en') AS site_en,
       (SELECT s.value FROM settings s WHERE s.name = 'notice.channels') AS channels
  FROM accounts a
 WHERE a.id = :account;

-- name: outbox_add change
-- Accounts: public, office, clock, signin.  One way to its receiver; an occasion that was told already is a duplicate, and told no
-- more.  A row of VALUES: INSERT … SELECT would hold the whole table's counter, and two acts would stop each other.
INSERT INTO outbox (case_id, account_id, channel, kind, occasion, recipient, subject, body, state, next_at, created_at,
       sent_at)
VALUES (:case_id, :account, :channel, :kind, :occasion, seal_recipient(:recipient), :subject, :body,
        IF(:channel = 'site', 'sent', 'waiting'), IF(:channel = 'site', NULL, :now), :now,
        IF(:channel = 'site', :now, NULL));

-- ---- reading them ----

-- name: messages_counts one
-- Accounts: public.  One's own on the site; a thousand unread are as many as anybody counts.
SELECT (SELECT COUNT(*) FROM outbox WHERE account_id = :account AND channel = 'site') AS messages,
       (SELECT COUNT(*) FROM outbox WHERE account_id = :account AND channel = 'site' AND read_at IS NULL) AS unread;

-- name: messages many
-- Accounts: public, office.
SELECT m.id, m.case_id, m.kind, m.subject, m.body, m.created_at, m.read_at IS NULL AS unread, c.number,
       c.state AS case_state
  FROM (SELECT id FROM outbox WHERE account_id = :account AND channel = 'site'
         ORDER BY id DESC LIMIT :per_page OFFSET :skip) f
  JOIN outbox m ON m.id = f.id
  LEFT JOIN cases c ON c.id = m.case_id
 ORDER BY m.id DESC;

-- name: messages_read change
-- Accounts: public, office.
UPDATE outbox SET read_at = :now WHERE account_id = :account AND channel = 'site' AND read_at IS NULL;

-- name: outbox_counts one
-- Account: office.  One's own, and of the organ's cases what waits and what failed, counted to a thousand.
SELECT (SELECT COUNT(*) FROM outbox WHERE account_id = :account AND channel = 'site') AS messages,
       (SELECT COUNT(*) FROM outbox WHERE account_id = :account AND channel = 'site' AND read_at IS NULL) AS unread,
       (SELECT COUNT(*) FROM (SELECT 1 FROM outbox m JOIN cases c ON c.id = m.case_id
         WHERE m.state = 'waiting' AND c.organ_code = :organ LIMIT 1000) w) AS waiting,
       (SELECT COUNT(*) FROM (SELECT 1 FROM outbox m JOIN cases c ON c.id = m.case_id
         WHERE m.state = 'failed' AND c.organ_code = :organ LIMIT 1000) f) AS failed;

-- name: outbox_list many
-- Account: office.  Those of the organ's cases in one state, the latest first.
SELECT m.id, m.channel, m.kind, open_recipient(m.recipient), m.subject, m.tries, m.next_at, m.last_error, m.created_at, m.version,
       c.number
  FROM outbox m
  JOIN cases c ON c.id = m.case_id
 WHERE m.state = :state AND m.channel IN ('email', 'sms') AND c.organ_code = :organ
 ORDER BY m.id DESC
 LIMIT :per_page OFFSET :skip;

-- name: outbox_own value
-- Account: office.
SELECT m.id FROM outbox m JOIN cases c ON c.id = m.case_id WHERE m.id = :id AND c.organ_code = :organ;

-- name: outbox_retry change
-- Account: office.
UPDATE outbox
   SET state = 'waiting', tries = 0, next_at = :now, version = version + 1
 WHERE id = :id AND state = 'failed' AND version = :version;

-- name: outbox_act change
-- Account: office.
INSERT INTO acts (at, account_id, act, subject) VALUES (:now, :account, 'outbox_retry', :subject);

-- name: case_messages many
-- Account: office.  All that was told about a case, to its applicant.
SELECT m.channel, m.kind, m.subject, m.state, m.tries, m.last_error, m.created_at, m.sent_at, m.read_at
  FROM outbox m
  JOIN cases c ON c.id = m.case_id AND c.applicant_id = m.account_id
 WHERE m.case_id = :id
 ORDER BY m.id DESC
 LIMIT 100;
