/* guide_text.c - the phrases of a guide: limits, visits, copies, lists of names, in the visitor's language. */
#include "fcgi/worker/guide.h"

#include "base/text.h"
#include "fcgi/worker/page_tree.h"

#include <stdio.h>
#include <string.h>

static const char *
get(const struct node *of, const char *what)
{
	return node_value(of, what, "");
}

/* The first row of a list below a guide or a row; the others are ->next. */
static struct node *
rows(const struct node *of, const char *list)
{
	const struct node *n = node_find(of, list);

	return n == NULL ? NULL : n->first;
}

/* to = "5 个工作日", from limit and unit; nothing where either is missing. */
static void
span_say(struct page *page, struct node *of, const char *to, const char *limit, const char *unit)
{
	const char *n = get(of, limit), *in = get(of, unit);
	char key[64];

	row_text(page, of, to, "");
	if (*n == '\0' || *in == '\0')
		return;
	snprintf(key, sizeof(key), "span.%s", in);
	row_say(page, of, to, key, "n", n, NULL);
}

static void
limits_say(struct page *page, struct node *guide)
{
	const char *visits = get(guide, "visits"), *charged = get(guide, "charged");

	span_say(page, guide, "statutory_text", "statutory_limit", "statutory_unit");
	span_say(page, guide, "promised_text", "promised_limit", "promised_unit");
	if (text_is(get(guide, "handling"), "1"))
		row_text(page, guide, "promised_text", page_word(page, "limit.on_the_spot"));
	row_text(page, guide, "visits_text", "");
	if (*visits != '\0')
		row_say(page, guide, "visits_text", text_is(visits, "0") ? "visits.none" : "visits.some", "n", visits, NULL);
	row_text(page, guide, "charged_text", *charged == '\0' ? "" :
	    page_word(page, text_is(charged, "1") ? "guide.charged" : "guide.free"));
}

/* to: the words of a list of codes, joined as the language joins. */
static void
codes_say(struct request *rq, struct page *page, struct node *guide, const char *list, const char *to, const char *words)
{
	struct text joined;

	text_init(&joined);
	text_add(&joined, "");
	for (const struct node *row = rows(guide, list); row != NULL; row = row->next) {
		if (joined.bytes > 0)
			text_add(&joined, rq->language == LANGUAGE_EN ? ", " : "、");
		text_add(&joined, page_word_below(page, words, get(row, "value")));
	}
	row_text(page, guide, to, joined.start);
	text_free(&joined);
}

static void
copies_say(struct page *page, struct node *material)
{
	const char *originals = get(material, "originals"), *copies = get(material, "copies");
	bool some_originals = *originals != '\0' && !text_is(originals, "0");
	bool some_copies = *copies != '\0' && !text_is(copies, "0");

	row_text(page, material, "copies_text", "");
	if (some_originals || some_copies)
		row_say(page, material, "copies_text",
		    some_originals && some_copies ? "copies.both" : some_originals ? "copies.originals" : "copies.copies",
		    "originals", originals, "copies", copies, NULL);
}

/* Only a form that is really there is offered. */
static void
forms_link(struct request *rq, struct page *page, struct node *material)
{
	row_text(page, material, "blank_url", *get(material, "blank_there") == '\0' ? "" :
	    arena_format(rq->arena, "/forms/%s", get(material, "blank_form")));
	row_text(page, material, "sample_url", *get(material, "sample_there") == '\0' ? "" :
	    arena_format(rq->arena, "/forms/%s", get(material, "sample_form")));
}

static void
english_names(struct request *rq, struct page *page, struct node *guide)
{
	static const char *const names[][2] = { { "organ_name", "organ_name_en" }, { "area_name", "area_name_en" } };

	for (size_t i = 0; rq->language == LANGUAGE_EN && i < sizeof(names) / sizeof(names[0]); i++) {
		const char *english = get(guide, names[i][1]);

		if (*english != '\0')
			row_text(page, guide, names[i][0], english);
	}
}

/* Within how many days what lacks must come; nothing where nothing may lack. */
static void
lacking_say(struct page *page, struct node *guide)
{
	const char *days = get(guide, "lacking_days");
	bool some = false;

	for (const struct node *row = rows(guide, "materials"); row != NULL; row = row->next)
		some = some || text_is(get(row, "may_lack"), "1");
	row_text(page, guide, "lacking_text", "");
	if (some && *days != '\0')
		row_say(page, guide, "lacking_text", "guide.lacking", "n", days, NULL);
}

/* what.tel: the number, where it can be dialled. */
static void
phone_say(struct request *rq, struct page *page, struct node *of, const char *what)
{
	const char *number = get(of, what);

	row_text(page, of, arena_format(rq->arena, "%s.tel", what),
	    number[strspn(number, "+0123456789- ")] == '\0' ? number : "");
}

void
guide_phrases_into(struct request *rq, struct page *page, const char *name)
{
	struct node *guide = page_group(page, name), *row;

	limits_say(page, guide);
	lacking_say(page, guide);
	codes_say(rq, page, guide, "audiences", "audiences_text", "audience");
	codes_say(rq, page, guide, "channels", "channels_text", "channel");
	english_names(rq, page, guide);
	phone_say(rq, page, guide, "consult_phone");
	phone_say(rq, page, guide, "complaint_phone");
	for (row = rows(guide, "places"); row != NULL; row = row->next)
		phone_say(rq, page, row, "phone");
	for (row = rows(guide, "materials"); row != NULL; row = row->next) {
		copies_say(page, row);
		forms_link(rq, page, row);
	}
	for (row = rows(guide, "steps"); row != NULL; row = row->next)
		span_say(page, row, "limit_text", "limit_count", "unit");
}
