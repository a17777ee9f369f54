/* my_todo.c - see my_todo.h. */
#include "fcgi/public/my_todo.h"

#include "base/text.h"
#include "fcgi/public/apply.h"
#include "generated/queries/licence.h"
#include "generated/queries/own.h"
#include "rules/delegation.h"
#include "rules/number.h"

#include <stdlib.h>

/* What a source's query asks to be told. */
enum binds {
	BINDS_HOLDER	= 1,	/* :holder and :limited: whose space it is (own_bind's rule, apply.h) */
	BINDS_PERSON	= 2,	/* :person: the human being; such a source is empty for who acts for another */
	BINDS_TODAY	= 4	/* :today */
};

/* rights: who acts for another sees the source when he has any one of them. */
static const struct source {
	const char *name;
	const struct statement *query;
	unsigned binds, rights;
} sources[] = {
	{ "correction",	Q_TODO_CORRECTIONS,	BINDS_HOLDER,			RIGHT_APPLY },
	{ "promise",	Q_TODO_PROMISES,	BINDS_HOLDER,			RIGHT_APPLY },
	{ "fee",	Q_TODO_FEES,		BINDS_HOLDER,			RIGHT_PAY },
	{ "collect",	Q_TODO_RESULTS,		BINDS_HOLDER,			RIGHT_COLLECT },
	{ "renew",	Q_TODO_LICENCES,	BINDS_HOLDER | BINDS_TODAY,	RIGHT_APPLY },
	{ "invitation",	Q_TODO_INVITATIONS,	BINDS_PERSON | BINDS_TODAY,	0 },
	{ "confirm",	Q_TODO_CONFIRMATIONS,	BINDS_PERSON | BINDS_TODAY,	0 },
	{ "booking",	Q_TODO_BOOKINGS,	BINDS_PERSON | BINDS_TODAY,	0 },
	{ "rating",	Q_TODO_RATINGS,		BINDS_PERSON | BINDS_TODAY,	0 },
};

enum { TODO_MOST = 100 };

struct todo {
	const char *name, *url, *title, *about;
	struct day due_on;
	size_t place;			/* of those due on one day, the first source first */
};

static struct query *
source_asked(struct request *rq, const struct source *s)
{
	struct query *q = query(rq, s->query);

	if ((s->binds & BINDS_HOLDER) != 0) {
		query_number(q, "holder", (long long)rq->who.account);
		query_number(q, "limited", rq->who.all_items ? 0 : (long long)rq->who.delegation);
	}
	if ((s->binds & BINDS_PERSON) != 0)
		query_number(q, "person", (long long)rq->who.person);
	if ((s->binds & BINDS_TODAY) != 0)
		query_day(q, "today", rq->today);
	return q;
}

static bool
source_open(const struct request *rq, const struct source *s)
{
	if (rq->who.delegation == 0)
		return true;
	return (s->binds & BINDS_PERSON) == 0 && (s->rights & rq->who.rights) != 0;
}

/* What is due first; what has no day comes last. */
static int
compare(const void *one, const void *other)
{
	const struct todo *a = one, *b = other;

	if (day_known(a->due_on) != day_known(b->due_on))
		return day_known(a->due_on) ? -1 : 1;
	if (a->due_on.number != b->due_on.number)
		return a->due_on.number < b->due_on.number ? -1 : 1;
	return a->place < b->place ? -1 : a->place > b->place;
}

static size_t
source_read(struct request *rq, const struct source *s, struct todo *list, size_t n)
{
	struct query *q = source_asked(rq, s);

	for (; n < TODO_MOST && query_next(q); n++)
		list[n] = (struct todo){ .name = s->name, .url = query_get(q, "url"), .about = query_get(q, "about"),
		    .title = query_said(rq, q, "title"), .due_on = query_get_day(q, "due_on"), .place = n };
	return n;
}

size_t
todo_into(struct request *rq, struct page *page)
{
	struct todo *list = arena_get(rq->arena, TODO_MOST * sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++)
		if (source_open(rq, &sources[i]))
			n = source_read(rq, &sources[i], list, n);
	qsort(list, n, sizeof(*list), compare);
	for (size_t i = 0; i < n; i++) {
		const char *row = arena_format(rq->arena, "todo.%zu", i);
		char shown[CASE_NUMBER_SHOWN];

		page_sub(page, row, "name", list[i].name);
		page_sub(page, row, "url", list[i].url);
		page_sub(page, row, "title", list[i].title);
		page_sub(page, row, "about", case_number_show(list[i].about, shown) ? shown : list[i].about);
		page_sub(page, row, "late", day_known(list[i].due_on) && day_before(list[i].due_on, rq->today) ? "1" : "");
		if (day_known(list[i].due_on))
			page_day(page, arena_format(rq->arena, "%s.due_on", row), list[i].due_on);
	}
	page_number(page, "counts.todo", (long long)n);
	return n;
}
