-- One's own space beyond cases: delegates, for whom one acts, what is to be done, what is kept.  Account: public.
-- Whoever asks sees what is his: queries bind :holder (whose space it is) or :person (the human being).

-- ---- for whom one acts ----

-- name: acting_choices many
-- Those who gave this person a right that is not over; whether it stands today is the rule's word.
SELECT d.id, d.holder_id, d.office, d.state, d.scope, d.all_items, d.answer_by_on, d.expires_on, a.name AS holder_name,
       a.kind AS holder_kind
  FROM delegations d
  JOIN accounts a ON a.id = d.holder_id AND a.disabled = 0
 WHERE d.delegate_id = :person
   AND d.state IN ('invited', 'accepted', 'standing')
 ORDER BY d.id DESC
 LIMIT 200;

-- name: acting_set change
-- Only to a right of this person's own, and only in this session; NULL: himself again.
UPDATE sessions
   SET acts_for = :delegation
 WHERE token_hash = :token_hash
   AND account_id = :person;
