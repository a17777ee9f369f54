-- Messages as they are written, in the transaction of an act.  Accounts: public, office, clock.

-- name: notice_case one
-- What a message can say of a case, and the ways to its applicant; language is NULL where there is no account.
SELECT c.number, c.title, v.title_en, c.applicant_id, c.applicant_name, c.contact_phone, c.due_on, c.events,
       o.name AS organ_name, o.name_en AS organ_name_en, o.phone AS organ_phone,
       a.phone, a.email, a.language,
       (SELECT s.value FROM settings s WHERE s.name = 'site.name') AS site,
       (SELECT s.value FROM settings s WHERE s.name = 'site.name_en') AS site_en,
       (SELECT s.value FROM settings s WHERE s.name = 'notice.channels') AS channels
  FROM cases c
  LEFT JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
  LEFT JOIN accounts a ON a.id = c.applicant_id
 WHERE c.id = :id;

-- name: outbox_add change
-- One row a way, [{"c": channel, "r": recipient, "b": body}, …]; an occasion that was told already is a duplicate, and told no
-- more: its rows were all written then.
INSERT INTO outbox (case_id, account_id, channel, kind, occasion, recipient, subject, body, state, next_at, created_at,
       sent_at)
SELECT :case_id, :account, j.channel, :kind, :occasion, j.recipient, :subject, j.body,
       IF(j.channel = 'site', 'sent', 'waiting'), IF(j.channel = 'site', NULL, :now), :now,
       IF(j.channel = 'site', :now, NULL)
  FROM JSON_TABLE(:rows, '$[*]' COLUMNS (channel VARCHAR(8) PATH '$.c', recipient VARCHAR(200) PATH '$.r',
                  body TEXT PATH '$.b')) j;
