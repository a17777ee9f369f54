/* version.c - one version of an item: its page, its sections, and its way to the public. */
#include "base/text.h"
#include "catalogue/store.h"
#include "fcgi/publish/publish.h"
#include "fcgi/worker/guide.h"
#include "generated/queries/guide.h"
#include "generated/queries/publish.h"

#include <string.h>

bool
version_load(struct request *rq, struct page *page, struct version_row *v)
{
	struct query *q = query(rq, Q_VERSION_HEAD);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "area", own_areas(rq));
	if (!query_next(q))
		return false;
	query_row_into(q, page, "version");
	*v = (struct version_row){
		(uint64_t)query_get_number(q, "id"), query_get(q, "item_code"), query_get(q, "state"),
		query_get(q, "title"), query_get(q, "mapping"), (unsigned)query_get_number(q, "number"),
		query_get_number(q, "version"), (uint64_t)query_get_number(q, "author_id")
	};
	page_text(page, "version.url", arena_format(rq->arena, "/publish/versions/%llu", (unsigned long long)v->id));
	page_text(page, "page.title", v->title);
	page_crumb(page, "/publish/", "nav.home", NULL);
	page_crumb(page, "/publish/items", "nav.items", NULL);
	page_flag(page, "may.write", version_writable(rq, v));
	page_flag(page, "may.check", (rq->who.roles & CHECKS) && text_is(v->state, "review"));
	return true;
}

bool
version_writable(const struct request *rq, const struct version_row *v)
{
	return (rq->who.roles & WRITES) && text_is(v->state, "draft");
}

bool
version_take(struct request *rq, struct page *page, const struct version_row *v, enum reply *reply)
{
	struct query *q = query(rq, Q_VERSION_TAKE);

	if (!text_is(v->state, "draft")) {
		*reply = page_refuse(page, "version_state");
		return false;
	}
	query_number(q, "id", (long long)v->id);
	query_number(q, "version", form_number(rq, "version"));
	if (query_run(q) == 1)
		return true;
	*reply = REPLY_CONFLICT;
	return false;
}

void
version_note(struct request *rq, const struct version_row *v, const char *act, const char *detail)
{
	act_add(rq->db, rq->arena, &(struct act){ rq->who.account, rq->now, act,
	    arena_format(rq->arena, "item/%s/%u", v->code, v->number), "", detail });
}

static void
version_crumb(struct page *page, const struct version_row *v, const char *here)
{
	page_crumb(page, here ? page_get(page, "version.url") : "", NULL, v->title);
	if (here)
		page_crumb(page, "", here, NULL);
}

/* ---- its page ---- */

/* Rows of an element, each with its name: what a list of links needs. */
static void
element_into(struct request *rq, struct page *page, const struct sheet *s, json_t *item)
{
	json_t *row;
	size_t i;

	json_array_foreach(json_object_get(item, s->key), i, row) {
		const char *at = arena_format(rq->arena, "elements.%s.rows.%zu", s->key, i);

		page_text(page, arena_format(rq->arena, "%s.name", at),
		    text_is(s->key, "fields") ? native_text(row, "label") : sheet_row_name(s, row));
		if (s == &sheets[SHEET_CHECKS])
			page_say(page, arena_format(rq->arena, "%s.note", at), "publish.point_of", "n",
			    arena_format(rq->arena, "%lld", (long long)json_integer_value(json_object_get(row, "step"))), NULL);
		page_number(page, arena_format(rq->arena, "%s.position", at), (long long)i + 1);
	}
	page_text(page, arena_format(rq->arena, "elements.%s.key", s->key), s->key);
}

/* The flow with all its columns, and drawn. */
static void
flow_into(struct request *rq, struct page *page, const struct version_row *v)
{
	struct query *q = query(rq, Q_GUIDE_STEPS);

	query_number(q, "id", (long long)v->id);
	query_into(q, page, "guide.steps");
	guide_phrases_into(rq, page, "guide");
	guide_flow_into(rq, page, "guide");
}

/* How much of a section is filled. */
static void
section_into(struct request *rq, struct page *page, const struct sheet *s, json_t *item)
{
	const char *at = arena_format(rq->arena, "sections.%s", s->key);
	size_t filled = 0, all = 0;

	for (; s->keys[all]; all++)
		filled += json_object_get(item, s->keys[all]) != NULL;
	page_text(page, arena_format(rq->arena, "%s.key", at), s->key);
	page_say(page, arena_format(rq->arena, "%s.filled", at), "publish.filled",
	    "n", arena_format(rq->arena, "%zu", filled), "all", arena_format(rq->arena, "%zu", all), NULL);
}

/* A draft is judged as if it were published today. */
static struct day
effective_day(const struct request *rq, const struct version_row *v, json_t *item)
{
	const char *day = native_text(item, "effective_on");

	if (*day)
		return day_parse(day);
	return text_is(v->state, "draft") || text_is(v->state, "review") ? rq->today : DAY_NONE;
}

static void
verdict_into(struct request *rq, struct page *page, const struct version_row *v, json_t *item, struct verdict *verdict)
{
	struct mapping *mapping = NULL;
	struct judge judge;
	char why[256];

	if (*v->mapping)
		mapping = mapping_load(rq->config->mapping_dir, v->mapping, why, sizeof(why));
	judge_load(&judge, rq->db, rq->arena, mapping);
	mapping_free(mapping);
	judge_item_on(&judge, rq->arena, item, effective_day(rq, v, item), verdict);
	page_number(page, "verdict.stops", (long long)verdict->stops);
	page_number(page, "verdict.warnings", (long long)verdict->warnings);
}

enum reply
version_show(struct request *rq, struct page *page)
{
	struct verdict *verdict = arena_get(rq->arena, sizeof(*verdict));
	struct version_row v;
	json_t *item;

	if (!version_load(rq, page, &v))
		return REPLY_NOT_FOUND;
	version_crumb(page, &v, NULL);
	item = item_load(rq->db, rq->arena, v.id);
	for (size_t i = 0; i < SHEET_COUNT; i++)
		(i < SHEET_SECTIONS ? section_into : element_into)(rq, page, &sheets[i], item);
	verdict_into(rq, page, &v, item, verdict);
	json_decref(item);
	flow_into(rq, page, &v);
	page_flag(page, "may.submit", version_writable(rq, &v));
	page_flag(page, "may.retire", (rq->who.roles & CHECKS) && text_is(v.state, "published"));
	page_flag(page, "may.redraft", (rq->who.roles & WRITES) &&
	    (text_is(v.state, "published") || text_is(v.state, "retired")));
	act_rows_into(rq, page, arena_format(rq->arena, "item/%s/%u", v.code, v.number));
	return REPLY_PAGE;
}

/* ---- its sections ---- */

enum reply
section_show(struct request *rq, struct page *page)
{
	const struct sheet *s = sheet_of(rq);
	struct version_row v;
	json_t *item;

	if (!version_load(rq, page, &v))
		return REPLY_NOT_FOUND;
	version_crumb(page, &v, arena_format(rq->arena, "sheet.%s", s->key));
	page_text(page, "sheet", s->key);
	page_text(page, "edit.url", rq->path);
	edit_version_into(rq, page, v.version);
	page_closed(rq, page, version_writable(rq, &v));
	item = item_load(rq->db, rq->arena, v.id);
	sheet_into(rq, page, s, item);
	json_decref(item);
	return REPLY_PAGE;
}

/* Themes stand in rows of their own. */
static void
themes_save(struct request *rq, const struct version_row *v, json_t *item)
{
	const struct native_element *themes = native_element(&native_item, "themes");
	struct query *q = query(rq, Q_ITEM_THEMES_CLEAR);

	query_number(q, "id", (long long)v->id);
	query_run(q);
	element_store(rq->db, rq->arena, themes, v->id, json_object_get(item, "themes"));
}

/* A guide stays with an organ and an area of ours. */
static bool
whose_right(struct request *rq, struct page *page)
{
	if (!organ_ours(rq, form_get(rq, "item_organ")))
		form_error(page, "item_organ", "unknown");
	else if (!area_ours(rq, form_get(rq, "item_area")))
		form_error(page, "item_area", "unknown");
	else
		return true;
	return false;
}

enum reply
section_save(struct request *rq, struct page *page)
{
	const struct sheet *s = sheet_of(rq);
	struct version_row v;
	enum reply reply;
	struct query *q;
	json_t *item;

	if (!version_load(rq, page, &v))
		return REPLY_NOT_FOUND;
	if (s == &sheets[SHEET_BASICS] && !whose_right(rq, page))
		return REPLY_INVALID;
	if (!version_take(rq, page, &v, &reply))
		return reply;
	item = item_load(rq->db, rq->arena, v.id);
	sheet_read(rq, s, item);
	q = query(rq, Q_VERSION_SAVE);
	native_bind(q, native_item.keys, native_item.count, item);
	query_number(q, "id", (long long)v.id);
	query_run(q);
	if (s == &sheets[SHEET_BASICS])
		themes_save(rq, &v, item);
	json_decref(item);
	version_note(rq, &v, "item_edit", s->key);
	return page_go(page, page_get(page, "version.url"), "", "?done=saved", NULL);
}

/* ---- checks, preview ---- */

/* The address where a finding can be mended. */
static const char *
mend_url(struct request *rq, struct page *page, const struct guide_finding *f)
{
	const char *url = page_get(page, "version.url"), *key = verdict_key(rq->arena, f);

	if (f->element == GUIDE_ITEM) {
		for (size_t i = 0; i < SHEET_SECTIONS; i++)
			for (size_t k = 0; sheets[i].keys[k]; k++)
				if (text_is(sheets[i].keys[k], key))
					return arena_format(rq->arena, "%s/%s#f-item_%s", url, sheets[i].key, key);
		return url;
	}
	if (f->position == 0)
		return arena_format(rq->arena, "%s/%s/new", url, guide_element_name(f->element));
	return arena_format(rq->arena, "%s/%s/%zu", url, guide_element_name(f->element), f->position);
}

enum reply
version_checks(struct request *rq, struct page *page)
{
	struct verdict *verdict = arena_get(rq->arena, sizeof(*verdict));
	struct version_row v;
	json_t *item;

	if (!version_load(rq, page, &v))
		return REPLY_NOT_FOUND;
	version_crumb(page, &v, "publish.checks");
	item = item_load(rq->db, rq->arena, v.id);
	verdict_into(rq, page, &v, item, verdict);
	json_decref(item);
	for (size_t i = 0; i < verdict->count; i++) {
		const struct guide_finding *f = &verdict->findings[i];
		const char *at = arena_format(rq->arena, "findings.%zu", i);

		page_text(page, arena_format(rq->arena, "%s.check", at), guide_check_name(f->check));
		page_text(page, arena_format(rq->arena, "%s.severity", at), guide_severity_name(f->severity));
		page_text(page, arena_format(rq->arena, "%s.element", at), guide_element_name(f->element));
		page_text(page, arena_format(rq->arena, "%s.position", at),
		    f->position ? arena_format(rq->arena, "%zu", f->position) : "");
		page_text(page, arena_format(rq->arena, "%s.url", at), mend_url(rq, page, f));
	}
	return REPLY_PAGE;
}

/* ---- acts ---- */

/* The last part of the path: which act this page is about. */
static const char *
act_of(const struct request *rq)
{
	return strrchr(rq->path, '/') + 1;
}

enum reply
version_act_show(struct request *rq, struct page *page)
{
	const char *act = arena_format(rq->arena, "%s_item", act_of(rq));
	struct verdict *verdict = arena_get(rq->arena, sizeof(*verdict));
	struct version_row v;
	json_t *item;
	char day[DAY_TEXT];

	if (!version_load(rq, page, &v))
		return REPLY_NOT_FOUND;
	version_crumb(page, &v, arena_format(rq->arena, "action.%s", act));
	page_text(page, "act", act);
	page_text(page, "edit.url", rq->path);
	page_closed(rq, page, text_is(v.state, text_is(act, "retire_item") ? "published" : "review"));
	item = item_load(rq->db, rq->arena, v.id);
	verdict_into(rq, page, &v, item, verdict);
	json_decref(item);
	if (rq->route->method == GET) {
		page_text(page, "form.effective_on", page_get(page, "version.effective_on"));
		page_text(page, "form.retired_on", day_print(rq->today, day));
	}
	page_text(page, "optional.effective_on", "1");
	page_text(page, "optional.over_reason", verdict->warnings ? "" : "1");
	return REPLY_PAGE;
}

typedef const char *act_on_version(struct db *, struct arena *, uint64_t, long long, const struct publishing *);

static enum reply
act_run(struct request *rq, struct page *page, act_on_version *act, const char *reason, const char *done)
{
	struct publishing p = publishing_of(rq, reason);
	struct version_row v;

	if (!version_load(rq, page, &v))
		return REPLY_NOT_FOUND;
	return refused_or(page, act(rq->db, rq->arena, v.id, form_number(rq, "version"), &p),
	    page_get(page, "version.url"), done);
}

enum reply
version_submit(struct request *rq, struct page *page)
{
	return act_run(rq, page, item_submit, "", "submitted");
}

enum reply
version_send_back(struct request *rq, struct page *page)
{
	return act_run(rq, page, item_send_back, form_get(rq, "act_reason"), "sent_back");
}

enum reply
version_publish(struct request *rq, struct page *page)
{
	struct publishing p = publishing_of(rq, form_get(rq, "over_reason"));
	struct day on = form_day(rq, "effective_on");
	struct version_row v;

	if (!version_load(rq, page, &v))
		return REPLY_NOT_FOUND;
	return refused_or(page, item_publish(rq->db, rq->arena, v.id, form_number(rq, "version"), on, &p),
	    page_get(page, "version.url"), day_known(on) && day_before(rq->today, on) ? "scheduled" : "published");
}

enum reply
version_retire(struct request *rq, struct page *page)
{
	struct publishing p = publishing_of(rq, form_get(rq, "act_reason"));
	struct version_row v;

	if (!version_load(rq, page, &v))
		return REPLY_NOT_FOUND;
	return refused_or(page, item_retire(rq->db, rq->arena, v.id, form_number(rq, "version"),
	    form_day(rq, "retired_on"), &p), page_get(page, "version.url"), "retired");
}

enum reply
version_redraft(struct request *rq, struct page *page)
{
	struct publishing p = publishing_of(rq, "");
	struct version_row v;
	uint64_t made = 0;
	const char *no;

	if (!version_load(rq, page, &v))
		return REPLY_NOT_FOUND;
	no = item_redraft(rq->db, rq->arena, v.id, &p, &made);
	return refused_or(page, no, arena_format(rq->arena, "/publish/versions/%llu", (unsigned long long)made), "made");
}
