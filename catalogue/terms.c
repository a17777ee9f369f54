/* terms.c - see terms.h. */
#include "catalogue/terms.h"

#include "base/bigram.h"
#include "base/pinyin.h"
#include "catalogue/native.h"

enum { INITIALS_MOST = 300 };

static void
add(struct text *shadow, const char *words)
{
	if (words && *words)
		bigram_add(shadow, words);
}

static const char *
kept(struct arena *arena, struct text *shadow)
{
	const char *copy = arena_text_n(arena, shadow->bytes ? shadow->start : "", shadow->bytes);

	text_free(shadow);
	return copy;
}

const char *
terms_of_item(struct arena *arena, const struct places *places, json_t *item)
{
	static const char *const keys[] = { "title", "title_en", "keywords", "code", "base_code", "outcome_name", "brief" };
	struct text shadow;
	json_t *one;
	size_t i;

	text_init(&shadow);
	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		add(&shadow, native_text(item, keys[i]));
	add(&shadow, organ_named(places, native_text(item, "organ")));
	add(&shadow, area_named(places, native_text(item, "area")));
	json_array_foreach(json_object_get(item, "themes"), i, one)
		add(&shadow, theme_named(places, json_string_value(one)));
	json_array_foreach(json_object_get(item, "materials"), i, one)
		add(&shadow, native_text(one, "name"));
	json_array_foreach(json_object_get(item, "questions"), i, one)
		add(&shadow, native_text(one, "question"));
	return kept(arena, &shadow);
}

const char *
terms_of_document(struct arena *arena, const struct places *places, json_t *document)
{
	static const char *const keys[] = { "title", "title_en", "doc_number", "source_index", "keywords", "topic",
		"organ_name", "summary" };
	struct text shadow;
	const char *body = native_text(document, "body");

	text_init(&shadow);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		add(&shadow, native_text(document, keys[i]));
	add(&shadow, organ_named(places, native_text(document, "organ")));
	add(&shadow, body);
	return kept(arena, &shadow);
}

const char *
initials_of(struct arena *arena, const char *title)
{
	struct text letters;

	text_init(&letters);
	pinyin_initials(&letters, title);
	if (letters.bytes > INITIALS_MOST) {
		letters.bytes = INITIALS_MOST;
		letters.start[INITIALS_MOST] = '\0';
	}
	return kept(arena, &letters);
}
