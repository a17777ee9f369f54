/*
 * calendar.c - the calendar of working days: its versions, and the next one as a draft.
 *
 * A version is never edited: cases are bound to the one their dates were computed
 * with.  A notice is typed into a draft, which shows day by day what it would
 * change and how many open cases would fall due on another day.  Its maker offers
 * it, with a reason; another system administrator, or the security administrator,
 * publishes it or gives it back.  Published, it is a new version, and yimen-clock
 * computes the open cases anew and tells whom it concerns.  The way back is one
 * more draft, which begins with what an earlier version said of that year.
 */
#include "fcgi/admin/system.h"

#include "base/arena.h"
#include "base/text.h"
#include "generated/queries/admin_calendar.h"
#include "generated/queries/calendar.h"
#include "record/calendar.h"
#include "record/record.h"
#include "rules/arrangement.h"
#include "rules/calendar.h"
#include "rules/power.h"

#include <string.h>

static const struct field calendar_fields[] = {
	{ "calendar_year", FIELD_NUMBER, .least = 2017, .most = 2099 },
	{ "calendar_version", FIELD_NUMBER, .least = 1, .most = 100000 },
	{ "done", FIELD_CODE, .most = 40 },
};
static const struct field draft_fields[] = {
	{ "version", FIELD_NUMBER, .least = 1, .most = 1000000000 },
	{ "notice_year", FIELD_NUMBER, .required = true, .least = 2017, .most = 2099 },
	{ "notice_source", FIELD_TEXT, .required = true, .least = 4, .most = 300 },
	{ "arrangement", FIELD_LINES, .required = true, .most = 2600 },
};
static const struct field end_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	{ "calendar_base", FIELD_NUMBER, .least = 1, .most = 1000000 },		/* the newest version, as who offers it saw it */
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form calendar_form = FORM(calendar_fields);
const struct form draft_form = FORM(draft_fields);
const struct form draft_end_form = FORM(end_fields);

enum { CASES_COUNTED = 1000 };		/* as calendar_due_days limits itself */

/* ---- a version as lines of text ---- */

/* A span of days of one kind and name, so far. */
struct run {
	struct day from, until;
	bool works;
	const char *name;
};

static const char *
run_text(struct request *rq, struct page *page, const struct run *r)
{
	char from[DAY_TEXT], until[DAY_TEXT];

	return arena_format(rq->arena, "%s%s%s %s %s", day_print(r->from, from), day_same(r->from, r->until) ? "" : "~",
	    day_same(r->from, r->until) ? "" : day_print(r->until, until), page_word_below(page, "arranged", r->works ? "work" : "off"),
	    r->name);
}

static void
run_add(struct request *rq, struct page *page, const char **all, const struct run *r)
{
	if (day_known(r->from))
		*all = arena_format(rq->arena, "%s%s%s", *all, **all ? "\n" : "", run_text(rq, page, r));
}

/* What a query of days says, a line a span. */
static const char *
lines_of(struct request *rq, struct page *page, struct query *q)
{
	struct run r = { DAY_NONE, DAY_NONE, false, "" };
	const char *all = "";

	while (query_next(q)) {
		struct run d = { query_get_day(q, "day_on"), query_get_day(q, "day_on"), query_get_number(q, "works") != 0,
		    query_get(q, "name") };

		if (day_known(r.from) && d.works == r.works && text_is(d.name, r.name) && day_between(r.until, d.from) == 1) {
			r.until = d.from;
			continue;
		}
		run_add(rq, page, &all, &r);
		r = d;
	}
	run_add(rq, page, &all, &r);
	return all;
}

static const char *
version_lines(struct request *rq, struct page *page, long long version, int year)
{
	struct query *q = query(rq, Q_CALENDAR_YEAR_DAYS);

	query_number(q, "version", version);
	query_day(q, "from", day_make(year, 1, 1));
	query_day(q, "until", day_make(year, 12, 31));
	return lines_of(rq, page, q);
}

static void
lines_into(struct page *page, struct request *rq, const char *list, const char *text)
{
	for (size_t n = 0; *text != '\0'; n++) {
		size_t bytes = strcspn(text, "\n");

		page_sub(page, arena_format(rq->arena, "%s.%zu", list, n), "text", arena_text_n(rq->arena, text, bytes));
		text += bytes + (text[bytes] != '\0');
	}
}

/* ---- the list ---- */

static long long
latest(struct request *rq)
{
	struct query *q = query(rq, Q_CALENDAR_VERSION_LAST);

	return query_next(q) ? query_get_number(q, "version") : 0;
}

static void
versions_into(struct request *rq, struct page *page, int year)
{
	struct query *q = query(rq, Q_CALENDAR_VERSIONS_LIST);

	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "versions.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/admin/calendar?calendar_version=%s&calendar_year=%d",
		    query_get(q, "version"), year));
	}
	q = query(rq, Q_CALENDAR_DRAFTS_LIST);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "drafts.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/admin/calendar/drafts/%s", query_get(q, "id")));
	}
}

/* What a version says of a year, as a draft to begin with. */
static const char *
draft_url(struct request *rq, int year, long long version)
{
	return arena_format(rq->arena, "/admin/calendar/drafts/new?calendar_year=%d&calendar_version=%lld", year, version);
}

enum reply
calendar_show(struct request *rq, struct page *page)
{
	int year = (int)form_number(rq, "calendar_year");
	long long version = form_number(rq, "calendar_version"), last = latest(rq);
	const struct calendar *cal;

	if (!admin_whole(rq))
		return REPLY_NOT_FOUND;
	year = year ? year : day_civil(rq->today).year;
	version = version >= 1 && version <= last ? version : last;
	cal = request_calendar_version(rq, (unsigned)version);
	versions_into(rq, page, year);
	lines_into(page, rq, "lines", version_lines(rq, page, version, year));
	page_number(page, "calendar.version", version);
	page_number(page, "calendar.year", year);
	page_flag(page, "calendar.latest", version == last);
	page_number(page, "form.calendar_year", year);
	page_number(page, "form.calendar_version", version);
	page_number(page, "calendar.works", cal ? calendar_count(cal, day_make(year - 1, 12, 31), day_make(year, 12, 31)) : 0);
	page_flag(page, "calendar.provisional", cal && calendar_provisional(cal, arrangement_last(year, NULL)));
	page_text(page, "calendar.new_url", (rq->who.roles & SYSTEM) != 0 ? draft_url(rq, year, version) : "");
	admin_crumbs(page, "", "admin_nav.calendar", NULL);
	return REPLY_PAGE;
}

/* ---- a draft ---- */

/* Revising a year begins with what its notice says now, or said in an earlier version. */
enum reply
draft_new(struct request *rq, struct page *page)
{
	int year = (int)form_number(rq, "calendar_year");
	long long version = form_number(rq, "calendar_version");
	struct query *q;

	if (!admin_whole(rq))
		return REPLY_NOT_FOUND;
	if (rq->route->method == GET) {
		year = year ? year : day_civil(rq->today).year + 1;
		q = query(rq, Q_CALENDAR_NOTICE_DAYS);
		query_number(q, "version", version > 0 ? version : latest(rq));
		query_number(q, "year", year);
		page_number(page, "form.notice_year", year);
		page_text(page, "form.arrangement", lines_of(rq, page, q));
	}
	admin_crumbs(page, "/admin/calendar", "admin_nav.calendar", page_word(page, "admin.draft_new"));
	return REPLY_PAGE;
}

static bool
arrangement_right(struct request *rq, struct page *page)
{
	struct arrangement *a = arena_get(rq->arena, sizeof(*a));
	const char *wrong = arrangement_read(form_get(rq, "arrangement"), (int)form_number(rq, "notice_year"), a);

	if (wrong == NULL)
		return true;
	form_error(page, "arrangement", wrong);
	page_number(page, "arrangement_line", a->line);
	return false;
}

static void
draft_bind(struct request *rq, struct query *q)
{
	query_number(q, "year", form_number(rq, "notice_year"));
	query_text(q, "source", form_get(rq, "notice_source"));
	query_text(q, "arrangement", form_get(rq, "arrangement"));
}

enum reply
draft_add(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_CALENDAR_DRAFT_ADD);

	if (!admin_whole(rq))
		return REPLY_NOT_FOUND;
	if (!arrangement_right(rq, page))
		return REPLY_INVALID;
	draft_bind(rq, q);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_instant(q, "now", rq->now);
	query_run(q);
	return page_go(page, "/admin/calendar/drafts/", record_number(rq->arena, query_id(q)), "?done=draft_saved", NULL);
}

static struct query *
draft_asked(struct request *rq)
{
	struct query *q = query(rq, Q_CALENDAR_DRAFT_LOAD);

	query_text(q, "id", request_part(rq, "id"));
	return admin_whole(rq) && query_next(q) ? q : NULL;
}

/* The calendar as it would be: what stands, without what this notice arranges anew, and the notice. */
static struct calendar *
calendar_made(struct request *rq, const struct calendar *base, const struct arrangement *a, int year)
{
	struct calendar *cal = arena_get(rq->arena, sizeof(*cal));
	struct calendar_exception *rows = arena_get(rq->arena, (base->count + a->count) * sizeof(*rows));
	size_t n = 0, at = 0;

	for (size_t i = 0; i < base->count || at < a->count; ) {
		bool old = i < base->count;

		if (old && base->rows[i].notice_year == year) {
			i++;
			continue;
		}
		if (at < a->count && (!old || !day_before(base->rows[i].on, a->days[at].on))) {
			i += old && day_same(base->rows[i].on, a->days[at].on);
			rows[n++] = (struct calendar_exception){ a->days[at].on, a->days[at].kind, year, 1, 0 };
			at++;
		} else {
			rows[n] = base->rows[i++];
			rows[n].since = 1;
			rows[n++].until = 0;
		}
	}
	*cal = (struct calendar){ .rows = rows, .count = n, .version = 1, .first = base->first, .last = arrangement_last(year, a) };
	if (day_before(cal->last, base->last))
		cal->last = base->last;
	return cal;
}

static const char *
name_of(const struct arrangement *a, struct day on)
{
	for (size_t i = 0; i < a->count; i++)
		if (day_same(a->days[i].on, on))
			return a->days[i].name;
	return "";
}

/* changes.N: every day that is another than it was, turned.{work,off}: how many are worked now, and no more; the first of these. */
static struct day
changes_into(struct request *rq, struct page *page, const struct calendar *was, const struct calendar *is,
    const struct arrangement *a, int year)
{
	struct day first = DAY_NONE, end = day_make(year, 12, 31);
	long long turned[2] = { 0, 0 };
	size_t n = 0;

	for (struct day d = day_make(year - 1, 12, 1); !day_before(end, d); d = day_add(d, 1)) {
		bool works = calendar_works(is, d);
		const char *row;

		if (calendar_why(was, d) == calendar_why(is, d))
			continue;
		if (works != calendar_works(was, d)) {
			first = day_known(first) ? first : d;
			turned[works]++;
		}
		row = arena_format(rq->arena, "changes.%zu", n++);
		page_day(page, arena_format(rq->arena, "%s.day_on", row), d);
		page_sub(page, row, "weekday", page_word_below(page, "weekday", arena_format(rq->arena, "%d", day_weekday(d))));
		page_sub(page, row, "was", page_word_below(page, "calendar_day", calendar_reason_name(calendar_why(was, d))));
		page_sub(page, row, "became", page_word_below(page, "calendar_day", calendar_reason_name(calendar_why(is, d))));
		page_sub(page, row, "name", name_of(a, d));
	}
	page_number(page, "changes_count", (long long)n);
	page_number(page, "turned.off", turned[0]);
	page_number(page, "turned.work", turned[1]);
	return first;
}

/*
 * cases.{after,moved,many}: how many open cases fall due from the first day on that turns, and how many of them on another day
 * then.  About so many: this program knows of a case when it falls due, not when its term began.
 */
static void
cases_into(struct request *rq, struct page *page, const struct calendar *was, const struct calendar *is, struct day first)
{
	struct query *q = query(rq, Q_CALENDAR_DUE_DAYS);
	long long after = 0, moved = 0;

	query_day(q, "from", first);
	while (day_known(first) && query_next(q)) {
		after += query_get_number(q, "found");
		if (calendar_shifts(was, is, first, query_get_day(q, "due_on")))
			moved += query_get_number(q, "found");
	}
	page_number(page, "cases.after", after);
	page_number(page, "cases.moved", moved);
	page_flag(page, "cases.many", after >= CASES_COUNTED);
}

static void
preview_into(struct request *rq, struct page *page, const struct query *draft, long long last)
{
	struct arrangement *a = arena_get(rq->arena, sizeof(*a));
	int year = (int)query_get_number(draft, "notice_year");
	const struct calendar *was = request_calendar_version(rq, (unsigned)last);
	struct calendar *is;
	struct day first;

	if (was == NULL || arrangement_read(query_get(draft, "arrangement"), year, a) != NULL)
		return;
	is = calendar_made(rq, was, a, year);
	first = changes_into(rq, page, was, is, a, year);
	page_number(page, "works.was", calendar_count(was, day_make(year - 1, 12, 31), day_make(year, 12, 31)));
	page_number(page, "works.became", calendar_count(is, day_make(year - 1, 12, 31), day_make(year, 12, 31)));
	page_flag(page, "works.provisional", calendar_provisional(was, arrangement_last(year, NULL)));
	cases_into(rq, page, was, is, first);
}

static bool
is_in(const struct query *draft, const char *state)
{
	return text_is(query_get(draft, "state"), state);
}

static bool
is_mine(const struct request *rq, const struct query *draft)
{
	return (uint64_t)query_get_number(draft, "made_by") == rq->who.account;
}

/* What may be done with it here, by whom it is looked at. */
static void
acts_into(struct request *rq, struct page *page, const struct query *draft)
{
	bool mine = is_mine(rq, draft), arranges = (rq->who.roles & SYSTEM) != 0;

	page_flag(page, "draft.mine", mine);
	page_flag(page, "draft.may_write", mine && is_in(draft, "draft"));
	page_flag(page, "draft.may_return", is_in(draft, "offered"));
	page_flag(page, "draft.may_publish", is_in(draft, "offered") && !mine);
	page_flag(page, "draft.may_drop", arranges && (is_in(draft, "offered") || is_in(draft, "draft")));
	if (arranges && is_in(draft, "published"))
		page_text(page, "draft.back_url", draft_url(rq, (int)query_get_number(draft, "notice_year"),
		    query_get_number(draft, "calendar") - 1));
}

enum reply
draft_show(struct request *rq, struct page *page)
{
	struct query *draft = draft_asked(rq);
	long long last = latest(rq);

	if (draft == NULL)
		return REPLY_NOT_FOUND;
	query_row_into(draft, page, "draft");
	page_sub(page, "draft", "url", arena_format(rq->arena, "/admin/calendar/drafts/%s", query_get(draft, "id")));
	page_flag(page, "draft.open", is_in(draft, "draft") || is_in(draft, "offered"));
	page_number(page, "draft.latest", last);
	page_flag(page, "draft.stale", is_in(draft, "offered") && query_get_number(draft, "base") != last);
	acts_into(rq, page, draft);
	if (rq->route->method == GET) {
		page_text(page, "form.notice_year", query_get(draft, "notice_year"));
		page_text(page, "form.notice_source", query_get(draft, "source"));
		page_text(page, "form.arrangement", query_get(draft, "arrangement"));
	}
	if (*page_get(page, "draft.open"))
		preview_into(rq, page, draft, last);
	lines_into(page, rq, "lines", query_get(draft, "arrangement"));
	admin_history_into(rq, page, "calendar", query_get(draft, "id"));
	admin_crumbs(page, "/admin/calendar", "admin_nav.calendar", query_get(draft, "source"));
	return REPLY_PAGE;
}

enum reply
draft_save(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_CALENDAR_DRAFT_SET), *draft = draft_asked(rq);

	if (draft == NULL)
		return REPLY_NOT_FOUND;
	if (!is_mine(rq, draft))
		return page_refuse(page, "draft_others");
	if (!arrangement_right(rq, page))
		return REPLY_INVALID;
	draft_bind(rq, q);
	query_text(q, "id", request_part(rq, "id"));
	query_number(q, "version", form_number(rq, "version"));
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	return page_go(page, "/admin/calendar/drafts/", request_part(rq, "id"), "?done=draft_saved", NULL);
}

/* ---- offering it, and its end ---- */

/* A change of its state: binds what they all have. */
static struct query *
draft_step(struct request *rq, const struct statement *statement)
{
	struct query *q = query(rq, statement);

	query_text(q, "id", request_part(rq, "id"));
	query_number(q, "version", form_number(rq, "version"));
	return q;
}

static void
draft_noted(struct request *rq, const struct query *draft, const char *act, const char *was, const char *became)
{
	admin_note(rq, &(struct admin_change){ act, "calendar", query_get(draft, "id"), query_get(draft, "source"), was, became });
}

static enum reply
draft_go(struct request *rq, struct page *page, const char *done)
{
	return page_go(page, "/admin/calendar/drafts/", request_part(rq, "id"), "?done=", done, NULL);
}

/* By its maker: it follows the newest version as he saw it. */
enum reply
draft_offer(struct request *rq, struct page *page)
{
	struct query *draft = draft_asked(rq), *q;
	struct arrangement *a = arena_get(rq->arena, sizeof(*a));

	if (draft == NULL)
		return REPLY_NOT_FOUND;
	if (!is_mine(rq, draft))
		return page_refuse(page, "draft_others");
	if (arrangement_read(query_get(draft, "arrangement"), (int)query_get_number(draft, "notice_year"), a) != NULL)
		return page_refuse(page, "draft_unreadable");
	q = draft_step(rq, Q_CALENDAR_DRAFT_OFFER);
	query_number(q, "base", form_number(rq, "calendar_base"));
	query_instant(q, "now", rq->now);
	query_text(q, "reason", form_get(rq, "admin_reason"));
	if (form_number(rq, "calendar_base") != latest(rq) || query_run(q) != 1)
		return REPLY_CONFLICT;
	draft_noted(rq, draft, "offer", NULL, record_detail(rq->arena, "arrangement", query_get(draft, "arrangement"), NULL));
	return draft_go(rq, page, "draft_offered");
}

/* Given back by another, or taken back by its maker. */
enum reply
draft_return(struct request *rq, struct page *page)
{
	struct query *draft = draft_asked(rq);

	if (draft == NULL)
		return REPLY_NOT_FOUND;
	if (query_run(draft_step(rq, Q_CALENDAR_DRAFT_RETURN)) != 1)
		return REPLY_CONFLICT;
	draft_noted(rq, draft, is_mine(rq, draft) ? "take_back" : "give_back", NULL, NULL);
	return draft_go(rq, page, is_mine(rq, draft) ? "draft_taken_back" : "draft_given_back");
}

/* By another than its maker: one person's mistake would move the last day of every case. */
enum reply
draft_publish(struct request *rq, struct page *page)
{
	struct query *draft = draft_asked(rq), *q;
	struct arrangement *a = arena_get(rq->arena, sizeof(*a));
	enum power_refusal why;
	long long last;

	if (draft == NULL)
		return REPLY_NOT_FOUND;
	if ((why = power_confirm(rq->who.roles, is_mine(rq, draft), false)) != POWER_FINE)
		return page_refuse(page, power_refusal_name(why));
	if (arrangement_read(query_get(draft, "arrangement"), (int)query_get_number(draft, "notice_year"), a) != NULL)
		return page_refuse(page, "draft_unreadable");
	last = query_get_number(draft, "base");
	if (is_in(draft, "offered") && last != latest(rq))
		return page_refuse(page, "draft_stale");
	q = draft_step(rq, Q_CALENDAR_DRAFT_PUBLISH);
	query_number(q, "calendar", last + 1);
	query_text(q, "name", rq->who.name);
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1 || calendar_version_add(rq->db, rq->arena, last, (int)query_get_number(draft, "notice_year"),
	    query_get(draft, "source"), a, rq->now) == 0)
		return REPLY_CONFLICT;
	draft_noted(rq, draft, "publish", record_detail(rq->arena, "calendar", record_number(rq->arena, (uint64_t)last), NULL),
	    record_detail(rq->arena, "calendar", record_number(rq->arena, (uint64_t)last + 1), "arrangement",
	    query_get(draft, "arrangement"), NULL));
	return page_go(page, "/admin/calendar?done=calendar_published", NULL);
}

enum reply
draft_drop(struct request *rq, struct page *page)
{
	struct query *draft = draft_asked(rq), *q;

	if (draft == NULL)
		return REPLY_NOT_FOUND;
	q = draft_step(rq, Q_CALENDAR_DRAFT_DROP);
	query_text(q, "name", rq->who.name);
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	draft_noted(rq, draft, "drop", record_detail(rq->arena, "arrangement", query_get(draft, "arrangement"), NULL),
	    record_detail(rq->arena, "arrangement", "", NULL));
	return page_go(page, "/admin/calendar?done=draft_dropped", NULL);
}
