/*
 * setting.c - what the administration has set: each with its meaning, its limits, what is usual, and who changed it.
 *
 * The version of a setting without a row is nought: two who set it first at once
 * meet at the primary key, and one wins.  Setting back to the usual takes the row
 * away.  Workers keep settings for ten seconds.
 */
#include "fcgi/admin/system.h"

#include "base/arena.h"
#include "base/text.h"
#include "catalogue/publish.h"
#include "generated/queries/admin_setting.h"
#include "record/record.h"
#include "rules/guide.h"
#include "rules/setting.h"

#include <string.h>

static const struct field setting_fields[] = {
	{ "version", FIELD_NUMBER, .least = 0, .most = 1000000000 },
	{ "setting_value", FIELD_TEXT, .most = 1500 },
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
static const struct field reset_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form setting_form = FORM(setting_fields);
const struct form setting_reset_form = FORM(reset_fields);

struct kept {
	const char *value;
	long long version;	/* 0: the usual holds */
};

/* A row of the database that this release knows nothing of is shown and may be set, as a line of text. */
static const struct setting unknown = { "", SETTING_TEXT, 0, 1500, "", NULL };

static struct kept
setting_kept(struct request *rq, const char *name)
{
	struct query *q = query(rq, Q_SETTING_LOAD_ONE);

	query_text(q, "name", name);
	if (!query_next(q))
		return (struct kept){ NULL, 0 };
	return (struct kept){ query_get(q, "value"), query_get_number(q, "version") };
}

/* ---- the list ---- */

/* What a setting is called; a check of publishing by what it finds. */
static const char *
label_of(struct request *rq, struct page *page, const char *name)
{
	const char *label = text_starts(name, "guide.") ? page_word_below(page, "check", name + sizeof("guide.") - 1) :
	    page_word_below(page, "setting_label", name);

	if (*label == '\0')
		return name;
	return text_starts(name, "guide.") ? arena_format(rq->arena, "%s%s%s", page_word(page, "admin.check"),
	    page_word(page, "frame.colon"), label) : label;
}

/* A row that is set, and who set it last. */
struct pair {
	const char *name, *value, *by;
	instant at;
	struct pair *next;
};

static struct pair *
pairs_load(struct request *rq)
{
	struct query *q = query(rq, Q_SETTINGS_LIST), *acts = query(rq, Q_SETTING_LAST_ACTS);
	struct pair *first = NULL, *p;

	while (query_next(q)) {
		p = arena_get(rq->arena, sizeof(*p));
		*p = (struct pair){ query_get(q, "name"), query_get(q, "value"), "", INSTANT_NONE, first };
		first = p;
	}
	while (query_next(acts))
		for (p = first; p != NULL; p = p->next)
			if (text_is(p->name, query_get(acts, "subject_id"))) {
				p->by = query_get(acts, "actor_name");
				p->at = query_get_instant(acts, "at");
			}
	return first;
}

static const struct pair *
pair_of(const struct pair *pairs, const char *name)
{
	for (; pairs != NULL && !text_is(pairs->name, name); pairs = pairs->next)
		;
	return pairs;
}

static void
row_into(struct request *rq, struct page *page, size_t n, const struct setting *s, const char *name, const struct pair *pairs)
{
	const char *row = arena_format(rq->arena, "settings.%zu", n);
	const struct pair *p = pair_of(pairs, name);

	page_sub(page, row, "name", name);
	page_sub(page, row, "label", label_of(rq, page, name));
	page_sub(page, row, "url", arena_format(rq->arena, "/admin/settings/%s", name));
	page_sub(page, row, "value", p ? p->value : s->usual);
	page_flag(page, arena_format(rq->arena, "%s.usual", row), p == NULL);
	page_sub(page, row, "by", p ? p->by : "");
	page_instant(page, arena_format(rq->arena, "%s.at", row), p ? p->at : INSTANT_NONE);
}

static bool
wanted(struct request *rq, struct page *page, const char *name)
{
	const char *find = form_get(rq, "admin_q");

	return *find == '\0' || strstr(name, find) != NULL || strstr(label_of(rq, page, name), find) != NULL;
}

/* One more of the list; shown when it is on the page that is asked for. */
static void
list_add(struct request *rq, struct page *page, long long *n, const char *name, const struct pair *pairs)
{
	const struct setting *s = setting_named(name);
	long long skip = (admin_page(rq) - 1) * ADMIN_PER_PAGE;

	if (!wanted(rq, page, name))
		return;
	if (*n >= skip && *n < skip + ADMIN_PER_PAGE)
		row_into(rq, page, (size_t)(*n - skip), s ? s : &unknown, name, pairs);
	++*n;
}

enum reply
settings_show(struct request *rq, struct page *page)
{
	struct pair *pairs = pairs_load(rq);
	long long n = 0;

	if (!admin_whole(rq))
		return REPLY_NOT_FOUND;
	for (size_t i = 0; i < setting_count; i++)
		list_add(rq, page, &n, settings[i].name, pairs);
	for (int check = 0; check < GUIDE_CHECK_COUNT; check++)
		list_add(rq, page, &n, arena_format(rq->arena, "guide.%s", guide_check_name((enum guide_check)check)), pairs);
	for (const struct pair *p = pairs; p != NULL; p = p->next)
		if (setting_named(p->name) == NULL)
			list_add(rq, page, &n, p->name, pairs);
	page_pager(page, admin_page(rq), ADMIN_PER_PAGE, n);
	admin_crumbs(page, "", "admin_nav.settings", NULL);
	return REPLY_PAGE;
}

/* ---- one ---- */

static void
limits_into(struct request *rq, struct page *page, const struct setting *s)
{
	page_say(page, "setting.limits", arena_format(rq->arena, "setting_kind.%s", setting_kind_name(s->kind)), "least",
	    record_number(rq->arena, (uint64_t)s->least), "most", record_number(rq->arena, (uint64_t)s->most), NULL);
}

static void
choices_into(struct request *rq, struct page *page, const struct setting *s, const char *value)
{
	for (size_t i = 0; s->kind == SETTING_CHOICE && s->choices[i] != NULL; i++) {
		struct node *row = page_row(page, "choices.setting_value", i);
		const char *label = page_word_below(page, "setting_choice", s->choices[i]);

		row_text(page, row, "value", s->choices[i]);
		row_text(page, row, "label", arena_format(rq->arena, "%s (%s)", label, s->choices[i]));
		row_text(page, row, "checked", text_is(s->choices[i], value) ? "1" : "");
	}
}

/* The setting that is asked for: of this release, or a row; NULL: neither, or the asker reaches not every area. */
static const struct setting *
setting_asked(struct request *rq, const struct kept *k)
{
	const struct setting *s = setting_named(request_part(rq, "code"));

	if (!admin_whole(rq))
		return NULL;
	return s ? s : k->version > 0 ? &unknown : NULL;
}

enum reply
setting_show(struct request *rq, struct page *page)
{
	const char *name = request_part(rq, "code"), *label, *earlier, *value;
	struct kept k = setting_kept(rq, name);
	const struct setting *s = setting_asked(rq, &k);

	if (s == NULL)
		return REPLY_NOT_FOUND;
	label = label_of(rq, page, name);
	page_text(page, "setting.name", name);
	page_text(page, "setting.label", label);
	page_text(page, "setting.url", arena_format(rq->arena, "/admin/settings/%s", name));
	page_text(page, "setting.kind", setting_kind_name(s->kind));
	limits_into(rq, page, s);
	page_text(page, "setting.usual", s->usual);
	page_text(page, "setting.value", k.value ? k.value : s->usual);
	page_flag(page, "setting.set", k.version > 0);
	page_number(page, "setting.version", k.version);
	earlier = rq->route->method == GET ? admin_earlier(rq, "setting", name, form_number(rq, "back")) : NULL;
	value = rq->route->method == GET ? earlier ? admin_detail_value(rq, earlier, "value") : page_get(page, "setting.value") :
	    form_get(rq, "setting_value");
	if (rq->route->method == GET)
		page_text(page, "form.setting_value", value);
	choices_into(rq, page, s, value ? value : "");
	page_flag(page, "set_back", earlier != NULL);
	page_text(page, "optional.setting_value", s->least == 0 && s->kind <= SETTING_CODES && s->kind != SETTING_NUMBER ? "1" : "");
	admin_history_into(rq, page, "setting", name);
	admin_crumbs(page, "/admin/settings", "admin_nav.settings", label);
	return REPLY_PAGE;
}

static enum reply
setting_noted(struct request *rq, struct page *page, const char *act, const char *was, const char *became)
{
	const char *name = request_part(rq, "code");

	admin_note(rq, &(struct admin_change){ act, "setting", name, label_of(rq, page, name),
	    record_detail(rq->arena, "value", was, NULL), record_detail(rq->arena, "value", became, NULL) });
	catalogue_moved(rq->db, rq->arena);	/* pages that are kept may show it */
	return page_go(page, "/admin/settings/", name, "?done=admin_saved", NULL);
}

enum reply
setting_save(struct request *rq, struct page *page)
{
	const char *name = request_part(rq, "code"), *value = form_get(rq, "setting_value"), *wrong;
	struct kept k = setting_kept(rq, name);
	const struct setting *s = setting_asked(rq, &k);
	struct query *q;

	if (s == NULL)
		return REPLY_NOT_FOUND;
	if ((wrong = setting_wrong(s, value)) != NULL) {
		form_error(page, "setting_value", wrong);
		return REPLY_INVALID;
	}
	if (k.version != form_number(rq, "version"))
		return REPLY_CONFLICT;
	if (text_is(k.value ? k.value : s->usual, value))
		return page_refuse(page, "admin_same");
	q = query(rq, k.version > 0 ? Q_SETTING_CHANGE : Q_SETTING_FIRST);
	query_text(q, "name", name);
	query_text(q, "value", value);
	if (k.version > 0)
		query_number(q, "version", k.version);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	return setting_noted(rq, page, "edit", k.value ? k.value : s->usual, value);
}

enum reply
setting_reset(struct request *rq, struct page *page)
{
	struct kept k = setting_kept(rq, request_part(rq, "code"));
	const struct setting *s = setting_asked(rq, &k);
	struct query *q;

	if (s == NULL)
		return REPLY_NOT_FOUND;
	if (s == &unknown || (*s->usual == '\0' && setting_wrong(s, "") != NULL && s->kind != SETTING_CHOICE))
		return page_refuse(page, "setting_needed");
	if (k.version != form_number(rq, "version"))
		return REPLY_CONFLICT;
	q = query(rq, Q_SETTING_FORGET);
	query_text(q, "name", request_part(rq, "code"));
	query_number(q, "version", k.version);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	return setting_noted(rq, page, "edit", k.value, s->usual);
}
