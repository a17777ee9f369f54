/* shelf.c - reads the published catalogue into a worker's memory when its version has moved. */
#include "fcgi/public/shelf.h"

#include "base/text.h"
#include "fcgi/public/pages.h"
#include "generated/queries/public.h"

#include <stdlib.h>
#include <string.h>

static struct arena *memory;		/* of the shelf; renewed as a whole */
static struct shelf shelf;
static long long shelf_version = -1;
static struct day shelf_on;

const char *const shelf_depths[] = { "full", "originals", "precheck", "none", NULL };

static const char *
keep(const char *text)
{
	return *text == '\0' ? "" : arena_text(memory, text);
}

/* Makes room for one more in steps, for as long as the request lasts. */
static void *
grown(struct request *rq, void *rows, size_t count, size_t bytes_each)
{
	void *more;

	if (count != 0 && (count < 64 || (count & (count - 1)) != 0))
		return rows;
	more = arena_get_array(rq->arena, count == 0 ? 64 : 2 * count, bytes_each);
	if (count > 0)
		memcpy(more, rows, count * bytes_each);
	return more;
}

/* When their number is known they take as much room as they need. */
static void *
settled(const void *rows, size_t count, size_t bytes_each)
{
	void *kept = arena_get_array(memory, count, bytes_each);

	if (count > 0)
		memcpy(kept, rows, count * bytes_each);
	return kept;
}

static size_t
names_load(struct request *rq, const struct statement *statement, struct shelf_name **names, const char *extra)
{
	struct query *q = query(rq, statement);
	bool organs = text_is(extra, "area_code");
	size_t n = 0;

	*names = NULL;
	while (query_next(q)) {
		*names = grown(rq, *names, n, sizeof(**names));
		(*names)[n++] = (struct shelf_name){ .code = keep(query_get(q, "code")), .name = keep(query_get(q, "name")),
		    .name_en = keep(query_get(q, "name_en")),
		    .icon = text_is(extra, "icon") ? keep(query_get(q, "icon")) : "",
		    .parent = *extra != '\0' && !text_is(extra, "icon") ? keep(query_get(q, extra)) : "",
		    .phone = organs ? keep(query_get(q, "phone")) : "", .address = organs ? keep(query_get(q, "address")) : "",
		    .enterprise = text_is(extra, "icon") && text_is(query_get(q, "side"), "enterprise") };
	}
	*names = settled(*names, n, sizeof(**names));
	return n;
}

static size_t
name_index(const struct shelf_name *names, size_t count, const char *code)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i].code, code) == 0)
			return i;
	return count;
}

/* "1,2" as MariaDB writes a SET: a person, an enterprise, or another body. */
static unsigned
audience_bits(const char *audiences)
{
	unsigned bits = 0;

	for (; *audiences != '\0'; audiences++) {
		if (*audiences == '1')
			bits |= AUDIENCE_PERSON;
		else if (*audiences == '2')
			bits |= AUDIENCE_ENTERPRISE;
		else if (*audiences >= '3' && *audiences <= '6')
			bits |= AUDIENCE_BODY;
	}
	return bits;
}

static size_t
depth_index(const char *depth)
{
	size_t i = 0;

	while (shelf_depths[i] != NULL && strcmp(shelf_depths[i], depth) != 0)
		i++;
	return i;
}

static void
item_read(struct query *q, struct shelf_item *item)
{
	*item = (struct shelf_item){
		.version_id = (uint64_t)query_get_number(q, "id"),
		.code = keep(query_get(q, "item_code")),
		.title = keep(query_get(q, "title")),
		.title_en = keep(query_get(q, "title_en")),
		.initials = keep(query_get(q, "initials")),
		.brief = keep(query_get(q, "brief")),
		.brief_en = keep(query_get(q, "brief_en")),
		.depth = keep(query_get(q, "online_depth")),
		.depth_index = depth_index(query_get(q, "online_depth")),
		.unit = keep(query_get(q, "promised_unit")),
		.handling = keep(query_get(q, "handling")),
		.limit = query_is_null(q, "promised_limit") ? -1 : query_get_number(q, "promised_limit"),
		.visits = query_is_null(q, "visits") ? -1 : query_get_number(q, "visits"),
		.organ = name_index(shelf.organs, shelf.organ_count, query_get(q, "organ_code")),
		.area = name_index(shelf.areas, shelf.area_count, query_get(q, "area_code")),
		.audiences = audience_bits(query_get(q, "audiences")),
		.level = *query_get(q, "level"),
		.stars = *query_get(q, "stars"),
		.applies = query_get_number(q, "applies") != 0,
		.booking = query_get_number(q, "booking") != 0,
	};
	if (item->organ < shelf.organ_count)
		shelf.organs[item->organ].items++;
	if (item->area < shelf.area_count)
		shelf.areas[item->area].items++;
}

static int
by_version(const void *a, const void *b)
{
	const struct shelf_item *const *x = a, *const *y = b;

	return ((*x)->version_id > (*y)->version_id) - ((*x)->version_id < (*y)->version_id);
}

/* Themes come ordered by version: one walk beside the items in that order. */
static void
themes_load(struct request *rq)
{
	struct query *q = query(rq, Q_CATALOGUE_THEMES);
	struct shelf_item **order = arena_array(rq->arena, struct shelf_item *, shelf.item_count + 1);
	size_t at = 0;

	for (size_t i = 0; i < shelf.item_count; i++)
		order[i] = &shelf.items[i];
	qsort(order, shelf.item_count, sizeof(*order), by_version);
	while (query_next(q)) {
		uint64_t version = (uint64_t)query_get_number(q, "version_id");
		size_t theme = name_index(shelf.themes, shelf.theme_count, query_get(q, "theme_code"));

		while (at < shelf.item_count && order[at]->version_id < version)
			at++;
		if (at == shelf.item_count)
			break;
		if (order[at]->version_id != version || theme >= shelf.theme_count || theme >= THEMES_MOST)
			continue;
		order[at]->themes |= UINT64_C(1) << theme;
		shelf.themes[theme].items++;
	}
}

static int
by_code(const void *a, const void *b)
{
	const struct shelf_item *const *x = a, *const *y = b;

	return strcmp((*x)->code, (*y)->code);
}

static int
by_name_code(const void *a, const void *b)
{
	const struct shelf_name *const *x = a, *const *y = b;

	return strcmp((*x)->code, (*y)->code);
}

static void
codes_order(void)
{
	shelf.by_code = arena_get_array(memory, shelf.item_count + 1, sizeof(*shelf.by_code));
	for (size_t i = 0; i < shelf.item_count; i++)
		shelf.by_code[i] = &shelf.items[i];
	qsort(shelf.by_code, shelf.item_count, sizeof(*shelf.by_code), by_code);
	shelf.organs_by_code = arena_get_array(memory, shelf.organ_count + 1, sizeof(*shelf.organs_by_code));
	for (size_t i = 0; i < shelf.organ_count; i++)
		shelf.organs_by_code[i] = &shelf.organs[i];
	qsort(shelf.organs_by_code, shelf.organ_count, sizeof(*shelf.organs_by_code), by_name_code);
}

static void
first_page_load(struct request *rq)
{
	struct query *q = query(rq, Q_HOME_SETTINGS);

	shelf.hot = shelf.words = "";
	while (query_next(q)) {
		if (text_is(query_get(q, "name"), "home.hot"))
			shelf.hot = keep(query_get(q, "value"));
		else
			shelf.words = keep(query_get(q, "value"));
	}
	q = query(rq, Q_HOME_DOCUMENTS);
	query_day(q, "today", rq->today);
	while (shelf.notice_count < NOTICES_SHOWN && query_next(q))
		shelf.notices[shelf.notice_count++] = (struct shelf_notice){ keep(query_get(q, "index_number")),
		    keep(query_get(q, "title")), keep(query_get(q, "title_en")), query_get_day(q, "published_on") };
}

/* Pages of one statement have no snapshot: what moves while it is read has moved the version too, and is read again then. */
static void
shelf_load(struct request *rq)
{
	struct query *q;

	if (memory != NULL)
		arena_free(memory);
	memory = arena_new();
	shelf = (struct shelf){ .memory = memory, .number = shelf.number + 1 };
	shelf.organ_count = names_load(rq, Q_ORGANS_ALL, &shelf.organs, "area_code");
	shelf.area_count = names_load(rq, Q_AREAS_ALL, &shelf.areas, "parent");
	shelf.theme_count = names_load(rq, Q_THEMES_ALL, &shelf.themes, "icon");
	q = query(rq, Q_CATALOGUE_ITEMS);
	query_day(q, "today", rq->today);
	while (query_next(q)) {
		shelf.items = grown(rq, shelf.items, shelf.item_count, sizeof(*shelf.items));
		item_read(q, &shelf.items[shelf.item_count++]);
	}
	shelf.items = settled(shelf.items, shelf.item_count, sizeof(*shelf.items));
	themes_load(rq);
	codes_order();
	first_page_load(rq);
}

const struct shelf *
shelf_now(struct request *rq)
{
	long long version = catalogue_version(rq);

	if (version < 0)
		return NULL;
	if (version != shelf_version || !day_same(rq->today, shelf_on)) {
		shelf_version = -1;		/* until all of it has been read */
		shelf_load(rq);
		if (db_failed(rq->db) != DB_FINE)
			return NULL;
		shelf_version = version;
		shelf_on = rq->today;
	}
	return &shelf;
}

const char *
shelf_name_in(const struct request *rq, const char *name, const char *name_en)
{
	return rq->language == LANGUAGE_EN && *name_en != '\0' ? name_en : name;
}

const struct shelf_item *
shelf_find(const struct shelf *s, const char *code)
{
	const struct shelf_item asked = { .code = code }, *key = &asked;
	struct shelf_item **found = bsearch(&key, s->by_code, s->item_count, sizeof(*s->by_code), by_code);

	return found == NULL ? NULL : *found;
}

const struct shelf_name *
shelf_organ(const struct shelf *s, const char *code)
{
	const struct shelf_name asked = { .code = code }, *key = &asked;
	struct shelf_name **found = bsearch(&key, s->organs_by_code, s->organ_count, sizeof(*s->organs_by_code), by_name_code);

	return found == NULL ? NULL : *found;
}
