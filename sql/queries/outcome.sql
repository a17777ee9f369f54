-- Queries of what follows a decision: fees, delivery, publicity, follow-up.  Accounts: office.
-- The page of a case has found it for its visitor before (case_load, own_by_number); what hangs on it is asked for by
-- its id.  Lists bind :organ.

-- ---- fees: what is granted is held while a bill waits (record/fee.h) ----

-- name: fees_hold value
-- Accounts: public, office, clock, ctl.
SELECT COUNT(*) AS held
  FROM fee_bills b
 WHERE b.case_id = :id
   AND b.state = 'asked'
   AND EXISTS (SELECT 1 FROM case_events e WHERE e.case_id = b.case_id AND e.event = 'grant');

-- name: fees_drop_note change
-- Accounts: public, office, clock, ctl.
INSERT INTO fee_history (bill_id, at, act, amount, account_id, actor_name)
SELECT id, :now, 'cancel', amount, :account, :name
  FROM fee_bills
 WHERE case_id = :id
   AND state = 'asked';

-- name: fees_drop change
-- Accounts: public, office, clock, ctl.
UPDATE fee_bills
   SET state = 'cancelled', ended_at = :now, ended_name = :name, version = version + 1
 WHERE case_id = :id
   AND state = 'asked';

-- name: fees_listed many
-- What the guide of a case lets be asked.  An item that says nothing of being charged is, if it lists fees.
SELECT f.position, f.name, f.standard, f.basis, f.reducible, f.reduction_basis, COALESCE(v.charged, 1) AS charged
  FROM item_fees f
  JOIN item_versions v ON v.id = f.version_id
 WHERE f.version_id = :version_id
 ORDER BY f.position;

-- name: bills_of_case many
-- Accounts: public, office.
SELECT id, line, position, name, standard, basis, price, quantity, working, amount, slip_number, state, asked_at,
       asked_name, paid_at, channel, receipt_number, ended_at, ended_name, reason
  FROM fee_bills
 WHERE case_id = :id
 ORDER BY line;

-- name: bill_of_case one
-- Accounts: public, office.
SELECT b.id, b.line, b.position, b.name, b.standard, b.basis, b.price, b.quantity, b.working, b.amount, b.slip_number,
       b.state, b.asked_at, b.asked_name, b.paid_at, b.channel, b.receipt_number, b.ended_at, b.ended_name, b.reason,
       b.version AS bill_version, f.position IS NOT NULL AS listed, COALESCE(f.reducible, 0) AS reducible,
       COALESCE(f.reduction_basis, '') AS reduction_basis, COALESCE(v.charged, 1) AS charged
  FROM fee_bills b
  JOIN item_versions v ON v.id = :version_id
  LEFT JOIN item_fees f ON f.version_id = v.id AND f.position = b.position
 WHERE b.case_id = :id
   AND b.line = :line;

-- name: bill_history many
SELECT at, act, amount, actor_name, reason FROM fee_history WHERE bill_id = :bill ORDER BY id;

-- name: slip_next change
-- The next serial is its id; the row is held until the transaction ends (see case_counter_next).
SET STATEMENT innodb_snapshot_isolation = OFF FOR
INSERT INTO counters (name, value) VALUES (:name, LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + 1);

-- name: bill_line value
SELECT COALESCE(MAX(line), 0) + 1 AS line FROM fee_bills WHERE case_id = :id;

-- name: bill_add change
INSERT INTO fee_bills (case_id, line, position, name, standard, basis, price, quantity, working, amount, organ_code,
                       slip_number, asked_at, asked_by, asked_name)
VALUES (:id, :line, :position, :name, :standard, :basis, :price, :quantity, :working, :amount, :organ, :slip_number,
        :now, :account, :asked_name);

-- name: bill_note change
-- Accounts: office, clock.
INSERT INTO fee_history (bill_id, at, act, amount, account_id, actor_name, reason)
VALUES (:bill, :now, :act, :amount, :account, :name, :reason);

-- name: bill_paid change
-- Accounts: office, clock.  Only while it waits, and as it was seen.
UPDATE fee_bills
   SET state = 'paid', paid_at = :paid_at, channel = :channel, receipt_number = :receipt_number, ended_at = :now,
       ended_name = :name, version = version + 1
 WHERE id = :bill
   AND state = 'asked'
   AND version = :version;

-- name: bill_reduced change
UPDATE fee_bills
   SET amount = :amount, reason = :reason, version = version + 1
 WHERE id = :bill
   AND state = 'asked'
   AND version = :version;

-- name: bill_ended change
-- Waived, or cancelled.
UPDATE fee_bills
   SET state = :state, reason = :reason, ended_at = :now, ended_name = :name, version = version + 1
 WHERE id = :bill
   AND state = 'asked'
   AND version = :version;

-- name: bill_paper_end change
-- The paper by which a bill was asked, once nothing is asked by it any more.
UPDATE papers
   SET state = 'recalled', state_code = :code, state_note = :note, state_at = :now, version = version + 1
 WHERE case_id = :id
   AND kind = 'fee'
   AND state = 'valid'
   AND position = (SELECT MIN(e.position) FROM case_events e
                    WHERE e.case_id = :id AND e.event = 'bill' AND JSON_VALUE(e.detail, '$.slip_number') = :slip_number);

-- name: bills_waiting many
-- What an organ waits for, the oldest first.
SELECT b.line, b.name, b.amount, b.slip_number, b.asked_at, c.number, c.title, c.state, c.applicant_name,
       COUNT(*) OVER () AS found
  FROM fee_bills b
  JOIN cases c ON c.id = b.case_id
 WHERE b.organ_code = :organ
   AND b.state = 'asked'
 ORDER BY b.asked_at, b.id
 LIMIT :per_page OFFSET :skip;

-- name: payments_wrong many
-- What a bank sent that fits no bill and that nobody has settled: the own organ's.  What names no organ is the organ's that keeps the
-- account it was paid into (setting payments.organ).
SELECT p.file_id, p.line, p.row_text, p.slip_number, p.amount, p.paid_at, p.bank_serial, p.why, p.version, f.name AS file_name,
       f.read_at, COUNT(*) OVER () AS found
  FROM payments p
  JOIN payment_files f ON f.id = p.file_id
 WHERE p.state = 'wrong'
   AND p.settled_at IS NULL
   AND :organ = IF(p.organ_code <> '', p.organ_code, (SELECT value FROM settings WHERE name = 'payments.organ'))
 ORDER BY p.file_id, p.line
 LIMIT :per_page OFFSET :skip;

-- name: payment_settle change
UPDATE payments
   SET settled_at = :now, settled_name = :name, settled_note = :note, version = version + 1
 WHERE file_id = :file
   AND line = :line
   AND version = :version
   AND state = 'wrong'
   AND settled_at IS NULL
   AND :organ = IF(organ_code <> '', organ_code, (SELECT value FROM settings WHERE name = 'payments.organ'));

-- ---- delivery ----

-- name: deliveries_of_case many
-- Accounts: public, office.
SELECT round, method, state, company, tracking_number, addressee, address, sent_at, sent_name, signed_on, receiver,
       relation, identity_seen, ended_at, ended_name, reason
  FROM case_deliveries
 WHERE case_id = :id
 ORDER BY round;

-- name: delivery_last one
-- Accounts: public, office.  How the result last went out, and whether it is on its way now.
SELECT round, method, state, company, tracking_number, sent_at, version
  FROM case_deliveries
 WHERE case_id = :id
 ORDER BY round DESC
 LIMIT 1;

-- name: delivery_add change
-- Accounts: public, office.
INSERT INTO case_deliveries (case_id, round, method, state, company, tracking_number, addressee, phone, address, sent_at,
       sent_name, signed_on, receiver, relation, identity_seen, identity_tail, ended_at, ended_name)
VALUES (:id, :round, :method, :state, :company, :tracking_number, :addressee, seal_phone(:phone), :address, :sent_at, :sent_name,
        :signed_on, :receiver, :relation, :identity_seen, :identity_tail, :ended_at, :ended_name);

-- name: delivery_signed change
-- What was sent has been signed for.
UPDATE case_deliveries
   SET state = 'signed', signed_on = :signed_on, receiver = :receiver, relation = :relation, ended_at = :now,
       ended_name = :name, version = version + 1
 WHERE case_id = :id
   AND round = :round
   AND state = 'sent';

-- name: delivery_returned change
UPDATE case_deliveries
   SET state = 'returned', reason = :reason, ended_at = :now, ended_name = :name, version = version + 1
 WHERE case_id = :id
   AND round = :round
   AND state = 'sent';

-- name: deliveries_waiting many
-- What an organ has to hand over by one method, the most urgent first; sent: what is on its way.
SELECT c.number, c.title, c.applicant_name, c.contact_name, open_phone(c.contact_phone), c.delivery_address, c.closed_at, c.due_on,
       c.decided_at, c.calendar, d.state AS delivery_state, d.company, d.tracking_number, d.sent_at, d.reason,
       (SELECT COUNT(*) FROM fee_bills b WHERE b.case_id = c.id AND b.state = 'asked') AS unpaid,
       COUNT(*) OVER () AS found
  FROM cases c FORCE INDEX (by_organ)
  LEFT JOIN case_deliveries d ON d.case_id = c.id
       AND d.round = (SELECT MAX(x.round) FROM case_deliveries x WHERE x.case_id = c.id)
 WHERE c.organ_code = :organ
   AND c.state = 'closed'
   AND IF(c.delivery = '', 'window', c.delivery) = :method
   AND (:only_unsent = 0 OR d.state IS NULL OR d.state <> 'sent')
 ORDER BY c.due_on, c.id
 LIMIT :per_page OFFSET :skip;

-- name: deliveries_counts one
SELECT SUM(delivery IN ('', 'window')) AS window, SUM(delivery = 'courier') AS courier, SUM(delivery = 'online') AS online
  FROM cases
 WHERE organ_code = :organ
   AND state = 'closed';

-- name: own_delivery_set change
-- Account: public.  Until the result is on its way; the version moves, so that an officer who saw the other is told.
UPDATE cases
   SET delivery = :delivery, delivery_address = :delivery_address, contact_name = :contact_name,
       contact_phone = seal_phone(:contact_phone), version = version + 1
 WHERE id = :id
   AND applicant_id = :applicant
   AND version = :version
   AND state IN ('submitted', 'correction', 'resubmitted', 'accepted', 'reviewing', 'supplement', 'suspended', 'granted',
                 'denied', 'closed');

-- name: own_delivery_note change
-- Account: public.
INSERT INTO delivery_changes (case_id, at, account_id, delivery_before, delivery, delivery_address, contact_name,
       contact_phone)
VALUES (:id, :now, :applicant, :before, :delivery, :delivery_address, :contact_name, seal_phone(:contact_phone));

-- name: own_delivered change
-- Account: public.  After case_act.
UPDATE cases SET delivered_at = :now, due_on = NULL WHERE id = :id AND applicant_id = :applicant;

-- name: own_result_paper value
-- Account: public.  The decision, as it stands.
SELECT code
  FROM papers
 WHERE case_id = :id
   AND kind IN ('licence_granted', 'granted', 'licence_denied', 'denied')
   AND state = 'valid'
 ORDER BY id DESC
 LIMIT 1;

-- name: delivery_sender one
-- Whose name stands on a label as the sender.
SELECT name, address, phone FROM organs WHERE code = :organ;

-- name: case_delivered change
-- After case_act.
UPDATE cases SET delivered_at = :now, due_on = NULL WHERE id = :id;

-- ---- follow-up: by the organ that supervises what another granted ----

-- name: followups_list many
-- The most urgent first; done: those it took note of, the latest first.
SELECT c.number, c.title, c.applicant_name, c.outcome_number, c.decided_at, o.name AS organ_name, f.made_at, f.due_on,
       f.acknowledged_at, f.acknowledged_name, f.note, COUNT(*) OVER () AS found
  FROM case_followups f
  JOIN cases c ON c.id = f.case_id
  LEFT JOIN organs o ON o.code = c.organ_code
 WHERE f.organ_code = :organ
   AND (f.acknowledged_at IS NULL) = (:done = 0)
 ORDER BY IF(:done, NULL, f.due_on), f.acknowledged_at DESC, f.case_id
 LIMIT :per_page OFFSET :skip;

-- name: followups_counts one
SELECT SUM(acknowledged_at IS NULL) AS waiting, SUM(acknowledged_at IS NULL AND due_on < :today) AS late,
       SUM(acknowledged_at IS NOT NULL) AS done
  FROM case_followups
 WHERE organ_code = :organ;

-- name: followup_load one
-- What the organ that supervises needs of what was granted, and no more of the case.
SELECT c.id, c.number, c.state, c.version, c.title, c.applicant_kind, c.applicant_name, open_number(c.applicant_number), c.contact_name,
       open_phone(c.contact_phone), c.decided_at, c.decision_reason, c.outcome_number, v.outcome_name, v.outcome_validity,
       o.name AS organ_name, o.phone AS organ_phone, f.made_at, f.due_on, f.acknowledged_at, f.acknowledged_name, f.note,
       f.version AS followup_version
  FROM case_followups f
  JOIN cases c ON c.id = f.case_id
  JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
 WHERE c.number = :number
   AND f.organ_code = :organ;

-- name: followup_of_case one
-- For the organ that granted: who supervises, and whether it has taken note.
SELECT o.name AS organ_name, f.due_on, f.acknowledged_at, f.acknowledged_name, f.note
  FROM case_followups f
  LEFT JOIN organs o ON o.code = f.organ_code
 WHERE f.case_id = :id;

-- name: followup_acknowledge change
UPDATE case_followups
   SET acknowledged_at = :now, acknowledged_by = :account, acknowledged_name = :name, note = :note, version = version + 1
 WHERE case_id = :id
   AND version = :version
   AND acknowledged_at IS NULL;

-- ---- publicity, as the organ keeps it ----

-- name: notices_of_organ many
SELECT n.id, n.title, n.subject_shown, n.document_number, n.outcome_number, n.decided_on, n.publish_on, n.due_on,
       n.published_at, n.state, n.ground, n.note, c.number, COUNT(*) OVER () AS found
  FROM result_notices n
  JOIN cases c ON c.id = n.case_id
 WHERE n.organ_code = :organ
   AND n.state = :state
 ORDER BY n.id DESC
 LIMIT :per_page OFFSET :skip;

-- name: notices_counts many
SELECT state, COUNT(*) AS notices FROM result_notices WHERE organ_code = :organ GROUP BY state;

-- name: notice_of_case one
SELECT id, case_id, state, item_kind, title, outcome_name, organ_name, subject_kind, subject_shown, credit_code,
       document_number, outcome_number, decided_on, validity, valid_until, publish_on, due_on, published_at, ground, note,
       state_at, version AS notice_version
  FROM result_notices
 WHERE case_id = :id;

-- name: notice_history many
SELECT at, act, actor_name, ground, reason FROM result_notice_history WHERE notice_id = :notice ORDER BY id;

-- name: notice_state_set change
UPDATE result_notices
   SET state = :state, ground = :ground, note = :note, state_at = :now, version = version + 1
 WHERE id = :notice
   AND state = :was
   AND version = :version;

-- name: notice_correct change
UPDATE result_notices
   SET document_number = :document_number, outcome_number = :outcome_number, validity = :validity, note = :note,
       state_at = :now, version = version + 1
 WHERE id = :notice
   AND state = :was
   AND version = :version;

-- name: notice_note_add change
-- Accounts: office, clock.
INSERT INTO result_notice_history (notice_id, at, act, account_id, actor_name, ground, reason, before_text)
VALUES (:notice, :now, :act, :account, :name, :ground, :reason, :before);

-- ---- publicity, as everybody sees it ----

-- name: results_list many
-- Account: public.  The latest published first.  :find: the beginning of a name, or a whole number or code.
SELECT id, state, item_code, item_kind, title, outcome_name, organ_code, organ_name, subject_kind, subject_shown,
       credit_code, document_number, outcome_number, decided_on, validity, valid_until, published_at
  FROM result_notices
 WHERE state IN ('valid', 'revoked')
   AND published_at IS NOT NULL
   AND (:organ = '' OR organ_code = :organ)
   AND (:item = '' OR item_code = :item)
   AND (:kind = '' OR item_kind = :kind)
   AND (:from IS NULL OR published_at >= :from)
   AND (:until IS NULL OR published_at < :until)
   AND (:find = '' OR document_number = :find OR outcome_number = :find OR credit_code = :find
        OR subject_shown LIKE :like OR title LIKE :like)
 ORDER BY published_at DESC, id DESC
 LIMIT :per_page OFFSET :skip;

-- name: results_count value
-- Account: public.  How many there are under these conditions, counted to two thousand.
SELECT COUNT(*) AS found
  FROM (SELECT 1
          FROM result_notices
         WHERE state IN ('valid', 'revoked')
           AND published_at IS NOT NULL
           AND (:organ = '' OR organ_code = :organ)
           AND (:item = '' OR item_code = :item)
           AND (:kind = '' OR item_kind = :kind)
           AND (:from IS NULL OR published_at >= :from)
           AND (:until IS NULL OR published_at < :until)
           AND (:find = '' OR document_number = :find OR outcome_number = :find OR credit_code = :find
                OR subject_shown LIKE :like OR title LIKE :like)
         LIMIT 2000) t;

-- name: results_organs many
-- Account: public.  Those that have published results: found along the key by_organ.
SELECT o.code, o.name, o.name_en
  FROM organs o
 WHERE EXISTS (SELECT 1 FROM result_notices n WHERE n.organ_code = o.code AND n.published_at IS NOT NULL)
 ORDER BY o.position, o.code
 LIMIT 200;

-- name: result_load one
-- Account: public.
SELECT id, state, item_code, item_kind, title, outcome_name, organ_name, subject_kind, subject_shown, credit_code,
       document_number, outcome_number, decided_on, validity, valid_until, published_at, note, state_at
  FROM result_notices
 WHERE id = :id
   AND state IN ('valid', 'revoked')
   AND published_at IS NOT NULL;

-- ---- what the clock does (clock/outcomes.c, clock/payments.c) ----

-- name: outcomes_seen many
-- Account: clock.  Grants and revocations in the order of the chain.
SELECT p.position AS id, e.case_id, e.event, e.at, c.item_code, c.title, c.organ_code, COALESCE(o.name, c.organ_code) AS organ_name,
       c.area_code, c.applicant_kind, c.applicant_name, open_number(c.applicant_number), c.outcome_number, v.kind AS item_kind,
       v.outcome_name, v.outcome_validity, v.supervising_organ, v.not_public
  FROM record_chain p
  JOIN case_events e ON e.id = p.event_id
  JOIN cases c ON c.id = e.case_id
  JOIN item_versions v ON v.id = c.item_version_id
  LEFT JOIN organs o ON o.code = c.organ_code
 WHERE p.position BETWEEN :first AND :last AND p.position > :after
   AND e.event IN ('grant', 'revoke')
   AND :today IS NOT NULL
 ORDER BY p.position LIMIT :most;

-- name: notice_make change
-- Account: clock.
INSERT INTO result_notices (case_id, state, item_code, item_kind, title, outcome_name, organ_code, organ_name, area_code,
       subject_kind, subject_shown, credit_code, outcome_number, decided_on, validity, publish_on, due_on, ground, state_at)
VALUES (:case_id, :state, :item_code, :item_kind, :title, :outcome_name, :organ, :organ_name, :area, :subject_kind,
        :subject_shown, :credit_code, :outcome_number, :decided_on, :validity, :publish_on, :due_on, :ground, :now);

-- name: notice_standing one
-- Account: clock.
SELECT id, state, version FROM result_notices WHERE case_id = :case_id;

-- name: notice_revoke change
-- Account: clock.
UPDATE result_notices
   SET state = 'revoked', published_at = COALESCE(published_at, :now), note = :note, state_at = :now, version = version + 1
 WHERE id = :notice
   AND version = :version;

-- name: notices_due many
-- Account: clock.
SELECT id, case_id, version
  FROM result_notices FORCE INDEX (by_turn)
 WHERE state = 'waiting' AND publish_on <= :today AND id > :after
 ORDER BY id LIMIT :most;

-- name: notice_publish change
-- Account: clock.  With the number of the decision and the last day of the licence, as they stand on that day.
UPDATE result_notices n
   SET n.state = 'valid', n.published_at = :now, n.state_at = :now, n.version = n.version + 1,
       n.document_number = COALESCE((SELECT p.number FROM papers p
                                      WHERE p.case_id = n.case_id AND p.kind IN ('licence_granted', 'granted')
                                        AND p.state = 'valid' ORDER BY p.id DESC LIMIT 1), ''),
       n.valid_until = (SELECT l.valid_to FROM licences l WHERE l.case_id = n.case_id)
 WHERE n.id = :notice
   AND n.state = 'waiting'
   AND n.version = :version;

-- name: followup_make change
-- Account: clock.
INSERT INTO case_followups (case_id, organ_code, made_at, due_on) VALUES (:case_id, :organ, :now, :due_on);

-- name: payment_file_add change
-- Account: clock.
INSERT INTO payment_files (sha256, name, read_at) VALUES (:sha256, :name, :now);

-- name: payment_known one
-- Account: clock.
SELECT slip_number, amount, paid_at FROM payments WHERE bank_serial = :bank_serial;

-- name: payment_add change
-- Account: clock.
INSERT INTO payments (file_id, line, bank_serial, row_text, slip_number, amount, paid_at, organ_code, state, why)
VALUES (:file, :line, :bank_serial, :row_text, :slip_number, :amount, :paid_at, :organ, :state, :why);

-- name: payment_organ one
-- Account: clock.
-- Whose slip it would be: its number begins with the organ's own letters (rules/fee.h), also where no such bill was made.
SELECT code FROM organs WHERE :slip_number LIKE CONCAT(IF(CHAR_LENGTH(code) = 18, SUBSTR(code, 9, 9), code), '%') LIMIT 1;

-- name: payments_nobodys value
-- Account: clock.
-- What nobody is shown: it names no organ, and none is set to look after such.
SELECT COUNT(*) AS found FROM payments
 WHERE state = 'wrong' AND settled_at IS NULL AND organ_code = ''
   AND NOT EXISTS (SELECT 1 FROM settings s JOIN organs o ON o.code = s.value WHERE s.name = 'payments.organ');

-- name: payments_due many
-- Account: clock.
SELECT file_id * 1000000 + line AS id, file_id, line, bank_serial, slip_number, amount, paid_at
  FROM payments FORCE INDEX (by_state)
 WHERE state = 'waiting' AND file_id * 1000000 + line > :after AND :today IS NOT NULL
 ORDER BY file_id, line LIMIT :most;

-- name: payment_bill one
-- Account: clock.  The bill a slip stands for, with its case as it is now.
SELECT c.id, c.state, c.version, b.id AS bill, b.state AS bill_state, b.amount, b.version AS bill_version, b.organ_code,
       b.name
  FROM fee_bills b
  JOIN cases c ON c.id = b.case_id
 WHERE b.slip_number = :slip_number;

-- name: payment_judged change
-- Account: clock.
UPDATE payments
   SET state = :state, why = :why, organ_code = :organ, version = version + 1
 WHERE file_id = :file
   AND line = :line
   AND state = 'waiting';
