/* guide_text.c - the phrases of a guide: limits, visits, copies, lists of names, in the visitor's language. */
#include "fcgi/worker/guide.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

static const char *
get(struct request *rq, struct page *page, const char *name, const char *what)
{
	return page_get(page, arena_format(rq->arena, "%s.%s", name, what));
}

/* name.to = "5 个工作日", from name.limit and name.unit; nothing where either is missing. */
static void
span_say(struct request *rq, struct page *page, const char *name, const char *to, const char *limit, const char *unit)
{
	const char *n = get(rq, page, name, limit), *of = get(rq, page, name, unit);

	page_sub(page, name, to, "");
	if (*n != '\0' && *of != '\0')
		page_say(page, arena_format(rq->arena, "%s.%s", name, to),
		    arena_format(rq->arena, text_is(n, "1") ? "span_one.%s" : "span.%s", of), "n", n, NULL);
}

static void
limits_say(struct request *rq, struct page *page, const char *name)
{
	const char *visits = get(rq, page, name, "visits"), *charged = get(rq, page, name, "charged");

	span_say(rq, page, name, "statutory_text", "statutory_limit", "statutory_unit");
	span_say(rq, page, name, "promised_text", "promised_limit", "promised_unit");
	if (text_is(get(rq, page, name, "handling"), "1"))
		page_sub(page, name, "promised_text", page_word(page, "limit.on_the_spot"));
	page_sub(page, name, "visits_text", "");
	if (*visits != '\0')
		page_say(page, arena_format(rq->arena, "%s.visits_text", name),
		    text_is(visits, "0") ? "visits.none" : text_is(visits, "1") ? "visits_one.some" : "visits.some",
		    "n", visits, NULL);
	page_sub(page, name, "charged_text", *charged == '\0' ? "" :
	    page_word(page, text_is(charged, "1") ? "guide.charged" : "guide.free"));
}

/* name.to: the words of a list of codes, joined as the language joins. */
static void
codes_say(struct request *rq, struct page *page, const char *name, const char *list, const char *to, const char *words)
{
	struct text joined;
	const char *code;

	text_init(&joined);
	text_add(&joined, "");
	for (size_t i = 0; *(code = page_get(page, arena_format(rq->arena, "%s.%s.%zu.value", name, list, i))) != '\0';
	    i++) {
		if (i > 0)
			text_add(&joined, rq->language == LANGUAGE_EN ? ", " : "、");
		text_add(&joined, page_word(page, arena_format(rq->arena, "%s.%s", words, code)));
	}
	page_sub(page, name, to, joined.start);
	text_free(&joined);
}

static void
copies_say(struct request *rq, struct page *page, const char *material)
{
	const char *originals = get(rq, page, material, "originals"), *copies = get(rq, page, material, "copies");
	bool some_originals = *originals != '\0' && !text_is(originals, "0");
	bool some_copies = *copies != '\0' && !text_is(copies, "0");

	page_sub(page, material, "copies_text", "");
	if (some_originals || some_copies)
		page_say(page, arena_format(rq->arena, "%s.copies_text", material),
		    some_originals && some_copies ? "copies.both" : some_originals ? "copies.originals" : "copies.copies",
		    "originals", originals, "copies", copies, NULL);
}

/* Only a form that is really there is offered. */
static void
forms_link(struct request *rq, struct page *page, const char *material)
{
	page_sub(page, material, "blank_url", *get(rq, page, material, "blank_there") == '\0' ? "" :
	    arena_format(rq->arena, "/forms/%s", get(rq, page, material, "blank_form")));
	page_sub(page, material, "sample_url", *get(rq, page, material, "sample_there") == '\0' ? "" :
	    arena_format(rq->arena, "/forms/%s", get(rq, page, material, "sample_form")));
}

static void
english_names(struct request *rq, struct page *page, const char *name)
{
	static const char *const names[] = { "organ_name", "area_name", NULL };

	for (size_t i = 0; rq->language == LANGUAGE_EN && names[i] != NULL; i++) {
		const char *english = get(rq, page, name, arena_format(rq->arena, "%s_en", names[i]));
		if (*english != '\0')
			page_sub(page, name, names[i], english);
	}
}

/* Within how many days what lacks must come; nothing where nothing may lack. */
static void
lacking_say(struct request *rq, struct page *page, const char *name)
{
	const char *days = get(rq, page, name, "lacking_days"), *row;
	bool some = false;

	for (size_t i = 0; *get(rq, page, row = arena_format(rq->arena, "%s.materials.%zu", name, i), "name") != '\0'; i++)
		some = some || text_is(get(rq, page, row, "may_lack"), "1");
	page_sub(page, name, "lacking_text", "");
	if (some && *days != '\0')
		page_say(page, arena_format(rq->arena, "%s.lacking_text", name),
		    text_is(days, "1") ? "guide.lacking_one" : "guide.lacking", "n", days, NULL);
}

void
guide_phrases_into(struct request *rq, struct page *page, const char *name)
{
	const char *row;

	limits_say(rq, page, name);
	lacking_say(rq, page, name);
	codes_say(rq, page, name, "audiences", "audiences_text", "audience");
	codes_say(rq, page, name, "channels", "channels_text", "channel");
	english_names(rq, page, name);
	page_phone(page, arena_format(rq->arena, "%s.consult_phone", name));
	page_phone(page, arena_format(rq->arena, "%s.complaint_phone", name));
	for (size_t i = 0; *get(rq, page, row = arena_format(rq->arena, "%s.places.%zu", name, i), "name") != '\0'; i++)
		page_phone(page, arena_format(rq->arena, "%s.phone", row));
	for (size_t i = 0; *get(rq, page, row = arena_format(rq->arena, "%s.materials.%zu", name, i), "name") != '\0';
	    i++) {
		copies_say(rq, page, row);
		forms_link(rq, page, row);
	}
	for (size_t i = 0; *get(rq, page, row = arena_format(rq->arena, "%s.steps.%zu", name, i), "name") != '\0'; i++)
		span_say(rq, page, row, "limit_text", "limit_count", "unit");
}
