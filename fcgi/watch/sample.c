/*
 * sample.c - 抽查: finished cases drawn at random, for call-back or inspection, and what was found.
 *
 * The seed is printed, and "draw again" draws again from the cases as they are
 * now and says whether the list and the sample are the same (rules/sampling.h).
 */
#include "fcgi/watch/sample.h"
#include "fcgi/watch/watch.h"

#include "base/random.h"
#include "base/text.h"
#include "generated/queries/sampling.h"
#include "rules/number.h"
#include "rules/sampling.h"

enum { POPULATION_MOST = 200000 };	/* cases: each is walked while somebody waits */

static const char *const purposes[] = { "call_back", "inspection", NULL };
static const char *const results[] = { "fine", "fault", "not_reached", NULL };

static const struct field draw_fields[] = {
	{ "sample_purpose", FIELD_CHOICE, .required = true, .choices = purposes },
	{ "sample_from", FIELD_DAY, .required = true },
	{ "sample_to", FIELD_DAY, .required = true },
	{ "sample_organ", FIELD_CODE, .most = 18 },
	{ "sample_size", FIELD_NUMBER, .required = true, .least = 1, .most = SAMPLING_SIZE_MOST },
	{ "sample_seed", FIELD_CODE, .most = SAMPLING_SEED_TEXT - 1 },
	{ "sample_note", FIELD_TEXT, .most = 200 },
};
const struct form sample_draw_form = FORM(draw_fields);
static const struct field show_fields[] = { { "again", FIELD_FLAG } };
const struct form sample_show_form = FORM(show_fields);
static const struct field result_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 100000 },
	{ "sample_result", FIELD_CHOICE, .required = true, .choices = results },
	{ "sample_finding", FIELD_LINES, .most = 1000 },
};
const struct form sample_result_form = FORM(result_fields);

/* What a sample is drawn from, and what was drawn. */
struct draw {
	const char *organ, *seed;
	struct day from_on, to_on;
	long long size, population;
	uint64_t taken[SAMPLING_SIZE_MOST];
	long long count;
	char listing[SAMPLING_LISTING_TEXT];
};

static void
frame_bind(struct request *rq, struct query *q, const struct draw *d)
{
	query_instant(q, "from", instant_make(d->from_on, 0, 0, 0, 0));
	query_instant(q, "until", instant_make(day_add(d->to_on, 1), 0, 0, 0, 0));
	query_text(q, "area", watch_area(rq));
	query_text(q, "organ", d->organ);
}

static void
draw_run(struct request *rq, struct draw *d)
{
	struct query *count = query(rq, Q_SAMPLE_POPULATION_COUNT), *q = query(rq, Q_SAMPLE_POPULATION);
	struct sampling s;

	frame_bind(rq, count, d);
	d->population = query_next(count) ? query_get_number(count, "cases") : 0;
	d->count = 0;
	if (d->population > POPULATION_MOST)
		return;
	sampling_begin(&s, d->seed, d->population, d->size);
	frame_bind(rq, q, d);
	query_number(q, "most", POPULATION_MOST);
	while (query_next(q))
		if (sampling_take(&s, query_get(q, "number")) && d->count < SAMPLING_SIZE_MOST)
			d->taken[d->count++] = (uint64_t)query_get_number(q, "id");
	sampling_listing(&s, d->listing);
}

/* ---- the list, and drawing ---- */

static void
organs_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_SAMPLE_ORGANS);
	const char *chosen = form_get(rq, "sample_organ");

	query_text(q, "area", watch_area(rq));
	page_sub(page, "choices.sample_organ.0", "value", "");
	page_sub(page, "choices.sample_organ.0", "label", page_word(page, "sample.all_organs"));
	page_flag(page, "choices.sample_organ.0.checked", *chosen == '\0');
	for (size_t n = 1; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "choices.sample_organ.%zu", n);

		page_sub(page, row, "value", query_get(q, "code"));
		page_sub(page, row, "label", query_said(rq, q, "name"));
		page_flag(page, arena_format(rq->arena, "%s.checked", row), text_is(query_get(q, "code"), chosen));
	}
}

enum reply
samples_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_SAMPLES_LIST);

	query_text(q, "area", watch_area(rq));
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "samples.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/watch/samples/%s", query_get(q, "id")));
	}
	page_choices(page, "sample_purpose", purposes, "sample_purpose", form_get(rq, "sample_purpose"));
	organs_into(rq, page);
	page_text(page, "optional.sample_seed", "1");
	page_text(page, "optional.sample_note", "1");
	page_flag(page, "may_draw", (rq->who.roles & SUPERVISOR) != 0);
	page_crumb(page, "/watch/", "nav.home", NULL);
	page_crumb(page, "", "sample.title", NULL);
	return REPLY_PAGE;
}

static const char *
seed_drawn(struct request *rq)
{
	uint8_t bytes[8];
	char day[DAY_TEXT];
	struct text hex;
	const char *seed;

	random_bytes(bytes, sizeof(bytes));
	text_init(&hex);
	text_add_hex(&hex, bytes, sizeof(bytes));
	seed = arena_format(rq->arena, "%s-%s", day_print(rq->today, day), hex.start);
	text_free(&hex);
	return seed;
}

static uint64_t
draw_write(struct request *rq, const struct draw *d)
{
	struct query *q = query(rq, Q_SAMPLE_ADD);
	uint64_t id;

	query_text(q, "purpose", form_get(rq, "sample_purpose"));
	query_text(q, "area_code", rq->who.area);
	query_text(q, "organ", d->organ);
	query_day(q, "from_on", d->from_on);
	query_day(q, "to_on", d->to_on);
	query_text(q, "seed", d->seed);
	query_number(q, "population", d->population);
	query_text(q, "listing", d->listing);
	query_number(q, "size", d->size);
	query_text(q, "note", form_get(rq, "sample_note"));
	query_number(q, "me", (long long)rq->who.account);
	query_text(q, "my_name", rq->who.name);
	query_instant(q, "now", rq->now);
	query_run(q);
	id = query_id(q);
	for (long long i = 0; i < d->count; i++) {
		q = query(rq, Q_SAMPLE_CASE_ADD);
		query_number(q, "sample", (long long)id);
		query_number(q, "position", i + 1);
		query_number(q, "case_id", (long long)d->taken[i]);
		query_run(q);
	}
	return id;
}

enum reply
sample_draw(struct request *rq, struct page *page)
{
	struct draw *d = arena_get(rq->arena, sizeof(*d));

	d->organ = form_get(rq, "sample_organ");
	d->seed = *form_get(rq, "sample_seed") == '\0' ? seed_drawn(rq) : form_get(rq, "sample_seed");
	d->from_on = form_day(rq, "sample_from");
	d->to_on = form_day(rq, "sample_to");
	d->size = form_number(rq, "sample_size");
	/* Today goes on: what is drawn from is over. */
	if (day_before(d->to_on, d->from_on) || !day_before(d->to_on, rq->today)) {
		form_error(page, "sample_to", "sample_days");
		return REPLY_INVALID;
	}
	draw_run(rq, d);
	if (d->population == 0)
		return page_refuse(page, "sample_empty");
	if (d->population > POPULATION_MOST)
		return page_refuse(page, "sample_large");
	return page_go(page, "/watch/samples/", arena_format(rq->arena, "%llu", (unsigned long long)draw_write(rq, d)),
	    "?done=sample_drawn", NULL);
}

/* ---- one sample ---- */

static struct query *
sample_load(struct request *rq)
{
	struct query *q = query(rq, Q_SAMPLE_LOAD);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "area", watch_area(rq));
	return query_next(q) ? q : NULL;
}

/* Draws again from the cases as they are now: ids of what stands in the sample, in its order. */
static void
again_into(struct request *rq, struct page *page, const struct query *q, const uint64_t *ids, long long count)
{
	struct draw *d = arena_get(rq->arena, sizeof(*d));
	bool same;

	d->organ = query_get(q, "organ_code");
	d->seed = query_get(q, "seed");
	d->from_on = query_get_day(q, "from_on");
	d->to_on = query_get_day(q, "to_on");
	d->size = query_get_number(q, "size");
	draw_run(rq, d);
	same = d->count == count;
	for (long long i = 0; same && i < count; i++)
		same = d->taken[i] == ids[i];
	page_text(page, "again", same && text_is(d->listing, query_get(q, "listing")) ? "same" :
	    text_is(d->listing, query_get(q, "listing")) ? "differs" : "list_moved");
}

enum reply
sample_show(struct request *rq, struct page *page)
{
	struct query *q = sample_load(rq), *rows = query(rq, Q_SAMPLE_ROWS);
	uint64_t *ids = arena_array(rq->arena, uint64_t, SAMPLING_SIZE_MOST);
	char shown[CASE_NUMBER_SHOWN];
	long long n = 0;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	query_row_into(q, page, "sample");
	query_number(rows, "sample", query_get_number(q, "id"));
	for (; n < SAMPLING_SIZE_MOST && query_next(rows); n++) {
		const char *row = arena_format(rq->arena, "cases.%lld", n);

		query_row_into(rows, page, row);
		ids[n] = (uint64_t)query_get_number(rows, "case_id");
		page_sub(page, row, "shown", case_number_show(query_get(rows, "number"), shown) ? shown : query_get(rows, "number"));
	}
	if (form_flag(rq, "again"))
		again_into(rq, page, q, ids, n);
	page_flag(page, "may_record", (rq->who.roles & SUPERVISOR) != 0);
	page_textf(page, "again_url", "/watch/samples/%s?again=1", query_get(q, "id"));
	page_crumb(page, "/watch/samples", "sample.title", NULL);
	page_crumb(page, "", NULL, query_get(q, "seed"));
	return REPLY_PAGE;
}

enum reply
sample_result(struct request *rq, struct page *page)
{
	struct query *q = sample_load(rq), *change;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (text_is(form_get(rq, "sample_result"), "fault") && text_empty(form_get(rq, "sample_finding"))) {
		form_error(page, "sample_finding", "required");
		return REPLY_INVALID;
	}
	change = query(rq, Q_SAMPLE_RESULT);
	query_number(change, "sample", query_get_number(q, "id"));
	query_number(change, "position", request_part_number(rq, "n"));
	query_number(change, "version", form_number(rq, "version"));
	query_text(change, "result", form_get(rq, "sample_result"));
	query_text(change, "note", form_get(rq, "sample_finding"));
	query_number(change, "me", (long long)rq->who.account);
	query_text(change, "my_name", rq->who.name);
	query_instant(change, "now", rq->now);
	if (query_run(change) != 1)
		return REPLY_CONFLICT;
	return page_go(page, "/watch/samples/", query_get(q, "id"), "?done=saved", NULL);
}
