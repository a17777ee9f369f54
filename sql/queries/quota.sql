-- What one account, and one network, may hand in on a day.  Account: public.

-- name: quota_settings many
SELECT name, value FROM settings WHERE name LIKE 'quota.%';

-- name: quota_use change
-- Counts n more of today's; a count of an earlier day begins anew, and so does one of the future: the clock was set back.
INSERT INTO throttles (bucket, window_at, tries)
VALUES (:bucket, :now, :n)
ON DUPLICATE KEY UPDATE
       tries = IF(window_at < :since OR window_at > :now, VALUES(tries), tries + VALUES(tries)),
       window_at = IF(window_at < :since OR window_at > :now, VALUES(window_at), window_at);

-- name: quota_used value
SELECT tries FROM throttles WHERE bucket = :bucket;
