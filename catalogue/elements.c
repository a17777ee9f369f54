/* elements.c - see elements.h. */
#include "catalogue/elements.h"

#include "base/text.h"
#include "generated/queries/guide.h"

#include <jansson.h>
#include <string.h>

const struct element_list element_lists[] = {
	{ "themes", Q_GUIDE_THEMES },
	{ "places", Q_GUIDE_PLACES },
	{ "bases", Q_GUIDE_BASES },
	{ "materials", Q_GUIDE_MATERIALS },
	{ "steps", Q_GUIDE_STEPS },
	{ "fees", Q_GUIDE_FEES },
	{ "questions", Q_GUIDE_QUESTIONS },
	{ "fields", Q_GUIDE_FIELDS },
};
const size_t element_list_count = sizeof(element_lists) / sizeof(element_lists[0]);

static void
value_add(struct text *to, const char *value)
{
	for (; value && *value; value++) {
		size_t plain = strcspn(value, "\t\n\\");

		text_add_n(to, value, plain);
		value += plain;
		if (*value == '\0')
			return;
		text_add_char(to, '\\');
		text_add_char(to, *value == '\t' ? 't' : *value == '\n' ? 'n' : '\\');
	}
}

/* The choices of field n, a list of their own: fields.N.choices. */
static void
choices_add(struct text *to, size_t n, const char *json)
{
	static const char *const keys[] = { "value", "label", "label_en" };
	json_t *choices = json_loads(json, 0, NULL), *choice;
	size_t i;

	if (json_array_size(choices) > 0)
		text_format(to, "\nfields.%zu.choices\tvalue\tlabel\tlabel_en\n", n);
	json_array_foreach(choices, i, choice)
		for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++) {
			value_add(to, json_string_value(json_object_get(choice, keys[k])));
			text_add_char(to, k + 1 < sizeof(keys) / sizeof(keys[0]) ? '\t' : '\n');
		}
	json_decref(choices);
}

static void
fields_choices_add(struct text *to, struct query *q)
{
	for (size_t n = 0; query_next(q); n++)
		choices_add(to, n, query_get(q, "choices"));
}

static void
names_add(struct text *to, const struct query *q, const char *name, size_t columns)
{
	text_format(to, "\n%s", name);
	for (size_t i = 0; i < columns; i++)
		text_format(to, "\t%s", query_column(q, i));
	text_add_char(to, '\n');
}

static void
row_add(struct text *to, const struct query *q, size_t columns)
{
	for (size_t i = 0; i < columns; i++) {
		if (i > 0)
			text_add_char(to, '\t');
		value_add(to, query_get_at(q, i, NULL));
	}
	text_add_char(to, '\n');
}

static void
list_add(struct text *to, struct query *q, const char *name)
{
	for (bool named = false; query_next(q); named = true) {
		if (!named)
			names_add(to, q, name, query_columns(q));
		row_add(to, q, query_columns(q));
	}
}

/* The version itself: the columns before that which ends them, for those behind it move without us. */
static void
head_add(struct text *to, struct query *q)
{
	size_t columns = 0;

	if (!query_next(q))
		return;
	while (columns < query_columns(q) && strcmp(query_column(q, columns), ELEMENTS_HEAD_END) != 0)
		columns++;
	names_add(to, q, ELEMENTS_HEAD, columns);
	row_add(to, q, columns);
}

void
elements_keep(struct db *db, struct arena *arena, uint64_t version_id)
{
	struct query *q;
	struct text body;

	text_init(&body);
	text_add(&body, "");
	q = query_new(db, arena, Q_GUIDE_LOAD);
	query_number(q, "id", (long long)version_id);
	head_add(&body, q);
	for (size_t i = 0; i < element_list_count; i++) {
		q = query_new(db, arena, element_lists[i].statement);
		query_number(q, "id", (long long)version_id);
		list_add(&body, q, element_lists[i].name);
	}
	q = query_new(db, arena, Q_GUIDE_FIELDS);
	query_number(q, "id", (long long)version_id);
	fields_choices_add(&body, q);
	q = query_new(db, arena, Q_GUIDE_ELEMENTS_KEEP);
	query_number(q, "id", (long long)version_id);
	query_text(q, "body", body.start);
	query_run(q);
	text_free(&body);
}

/* The value that begins at *at, made plain; *at is left at the tab or the end of line behind it. */
static char *
value_read(char **at)
{
	char *from = *at, *to, *value = *at;

	if (*from != '\t' && *from != '\n')	/* most are empty, most others stand as they are */
		from += strcspn(from, "\t\n\\");
	to = from;
	while (*from != '\0' && *from != '\t' && *from != '\n') {
		if (*from == '\\' && from[1] != '\0') {
			from++;
			*to++ = *from == 't' ? '\t' : *from == 'n' ? '\n' : *from;
			from++;
			continue;
		}
		*to++ = *from++;
	}
	*at = from;
	if (to < from)
		*to = '\0';	/* else the caller ends it, having seen what stands there */
	return value;
}

int
elements_line(char **rest, char **values, int room)
{
	char *at = *rest, end;
	int n = 0;

	if (*at == '\0')
		return -1;
	if (*at == '\n') {
		*rest = at + 1;
		return 0;
	}
	do {
		char *value = value_read(&at);

		if (n < room)
			values[n++] = value;
		end = *at;
		if (end != '\0')
			*at++ = '\0';
	} while (end == '\t');
	*rest = at;
	return n;
}
