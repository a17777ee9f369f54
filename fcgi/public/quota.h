/*
 * quota.h - how much one account, and one network, may hand in on a day.
 *
 * What is counted is what is done: whatever rolls the transaction back takes
 * its count away.  Asked first in the transaction, before anything is read: its
 * rows are held to the end, and who waited for them sees them as they are.
 *
 * Settings (0: no limit): quota.files_day, quota.megabytes_day, quota.submissions_day of an account, and the same with
 * quota.network_…; docs/operations.md.
 */
#ifndef PUBLIC_QUOTA_H
#define PUBLIC_QUOTA_H

#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"

#include <stdbool.h>

/* False: too many; the page has the sentence, and REPLY_TOO_MANY is the answer. */
bool quota_files(struct request *, struct page *, const char *field);
bool quota_submission(struct request *, struct page *);

#endif
