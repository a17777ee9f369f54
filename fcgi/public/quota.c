/* quota.c - see quota.h. */
#include "fcgi/public/quota.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "generated/queries/quota.h"

enum { LIMIT_MOST = 1000000000, KIB = 1024 };

enum counted { COUNTED_FILES, COUNTED_KIB, COUNTED_SUBMISSIONS };

static const struct limit {
	const char *bucket;		/* of throttles */
	const char *setting;
	long long usual;
	long long unit;			/* of the count in one of the setting */
	bool network;
	enum counted counted;
	const char *refusal;
} limits[] = {
	{ "files", "quota.files_day", 300, 1, false, COUNTED_FILES, "quota_files" },
	{ "kib", "quota.megabytes_day", 1000, KIB, false, COUNTED_KIB, "quota_files" },
	{ "submits", "quota.submissions_day", 100, 1, false, COUNTED_SUBMISSIONS, "quota_submissions" },
	{ "files_from", "quota.network_files_day", 5000, 1, true, COUNTED_FILES, "quota_network" },
	{ "kib_from", "quota.network_megabytes_day", 20000, KIB, true, COUNTED_KIB, "quota_network" },
	{ "submits_from", "quota.network_submissions_day", 2000, 1, true, COUNTED_SUBMISSIONS, "quota_network" },
};
enum { LIMITS = sizeof(limits) / sizeof(limits[0]) };

static void
limits_load(struct request *rq, long long most[LIMITS])
{
	struct query *q = query(rq, Q_QUOTA_SETTINGS);

	for (size_t i = 0; i < LIMITS; i++)
		most[i] = limits[i].usual;
	while (query_next(q))
		for (size_t i = 0; i < LIMITS; i++)
			if (text_is(query_get(q, "name"), limits[i].setting))
				text_number(query_get(q, "value"), 0, LIMIT_MOST, &most[i]);
}

/* The account is that of the human being at the keyboard, whoever he acts for. */
static const char *
bucket_of(struct request *rq, const struct limit *limit)
{
	return request_bucket(rq, limit->bucket, limit->network ? request_from(rq) :
	    arena_format(rq->arena, "%llu", (unsigned long long)rq->who.person));
}

/* Counts n more; the row is held until the transaction ends. */
static void
count(struct request *rq, const struct limit *limit, long long n)
{
	struct query *q = query(rq, Q_QUOTA_USE);

	query_text(q, "bucket", bucket_of(rq, limit));
	query_number(q, "n", n);
	query_instant(q, "now", rq->now);
	query_instant(q, "since", instant_make(rq->today, 0, 0, 0, 0));
	query_run(q);
}

static long long
used(struct request *rq, const struct limit *limit)
{
	struct query *q = query(rq, Q_QUOTA_USED);

	query_text(q, "bucket", bucket_of(rq, limit));
	return query_next(q) ? query_get_number(q, "tries") : 0;
}

static bool
refuse(struct request *rq, struct page *page, const struct limit *limit)
{
	instant tomorrow = instant_make(day_add(rq->today, 1), 0, 0, 0, 0);

	page_refuse(page, limit->refusal);
	request_retry_after(rq, (tomorrow - rq->now) / SECOND + 1);
	return false;
}

/*
 * All rows are counted before the first is read, for what is read first fixes what is seen; and in the order of the
 * table, so that no two wait for each other.
 */
static bool
within(struct request *rq, struct page *page, const long long n[])
{
	long long most[LIMITS];

	for (size_t i = 0; i < LIMITS; i++)
		if (n[limits[i].counted] > 0)
			count(rq, &limits[i], n[limits[i].counted]);
	limits_load(rq, most);
	for (size_t i = 0; i < LIMITS; i++)
		if (n[limits[i].counted] > 0 && most[i] > 0 && used(rq, &limits[i]) > most[i] * limits[i].unit)
			return refuse(rq, page, &limits[i]);
	return true;
}

bool
quota_files(struct request *rq, struct page *page, const char *field)
{
	long long n[] = { [COUNTED_FILES] = 0, [COUNTED_KIB] = 0, [COUNTED_SUBMISSIONS] = 0 };
	const struct upload *file;

	for (size_t i = 0; (file = form_file(rq, field, i)) != NULL; i++) {
		n[COUNTED_FILES]++;
		n[COUNTED_KIB] += (long long)(file->bytes / KIB) + 1;
	}
	return n[COUNTED_FILES] == 0 || within(rq, page, n);
}

bool
quota_submission(struct request *rq, struct page *page)
{
	return within(rq, page, (long long[]){ [COUNTED_FILES] = 0, [COUNTED_KIB] = 0, [COUNTED_SUBMISSIONS] = 1 });
}
