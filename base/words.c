/* words.c - see words.h. */
#include "base/words.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_MOST = 300, PLACES_MOST = 16 };

struct word {
	char *name, *value;
};

static struct dictionary {
	const char *language;
	struct word *words;
	size_t count;
} dictionaries[] = { { "zh", NULL, 0 }, { "en", NULL, 0 } };
enum { LANGUAGES = sizeof(dictionaries) / sizeof(dictionaries[0]) };

static char *
kept(const char *s)
{
	char *copy = memory_get(strlen(s) + 1);

	return strcpy(copy, s);
}

static void
word_add(struct dictionary *d, const char *name, const char *value)
{
	if (d->count % 64 == 0)
		d->words = memory_more(d->words, (d->count + 64) * sizeof(*d->words));
	d->words[d->count++] = (struct word){ kept(name), kept(value) };
}

/* A file as it is read: where in its tree we are, and the lines of a long value. */
struct reading {
	struct dictionary *into;
	const char *root;		/* "words.NODE." */
	char path[PATH_MOST];		/* "words.notice.accepted." */
	char end[64];			/* what ends a long value; "" outside of one */
	char long_name[PATH_MOST];
	struct text value;
};

static void
path_enter(struct reading *r, const char *name)
{
	size_t bytes = strlen(r->path);

	snprintf(r->path + bytes, sizeof(r->path) - bytes, "%s.", name);
}

static void
path_leave(struct reading *r)
{
	size_t bytes = strlen(r->path);

	if (bytes > 0)
		r->path[--bytes] = '\0';
	while (bytes > 0 && r->path[bytes - 1] != '.')
		r->path[--bytes] = '\0';
}

static void
value_read(struct reading *r, const char *name, const char *value)
{
	char whole[2 * PATH_MOST];

	snprintf(whole, sizeof(whole), "%s%s", r->path, name);
	if (text_starts(whole, r->root))
		word_add(r->into, whole + strlen(r->root), value);
}

static void
long_begin(struct reading *r, const char *name, const char *end)
{
	snprintf(r->long_name, sizeof(r->long_name), "%s", name);
	snprintf(r->end, sizeof(r->end), "%s", end);
	text_clear(&r->value);
	text_add(&r->value, "");
}

static void
line_read(struct reading *r, char *line)
{
	char *value;

	line[strcspn(line, "\r\n")] = '\0';
	if (*r->end) {
		if (!text_is(text_trim(line), r->end)) {
			text_add(&r->value, r->value.bytes ? "\n" : "");
			text_add(&r->value, line);
			return;
		}
		value_read(r, r->long_name, r->value.start);
		r->end[0] = '\0';
		return;
	}
	line = text_trim(line);
	if (*line == '\0' || *line == '#')
		return;
	if (*line == '}') {
		path_leave(r);
	} else if ((value = strstr(line, "<<")) != NULL && strcspn(line, "=") > (size_t)(value - line)) {
		*value = '\0';
		long_begin(r, text_trim(line), text_trim(value + 2));
	} else if ((value = strchr(line, '=')) != NULL) {
		*value = '\0';
		value_read(r, text_trim(line), text_trim(value + 1));
	} else if (text_ends(line, "{")) {
		line[strlen(line) - 1] = '\0';
		path_enter(r, text_trim(line));
	}
}

static bool
words_read_file(struct reading *r, const char *path, char *why, size_t why_bytes)
{
	FILE *f = fopen(path, "re");
	char *line = NULL;
	size_t room = 0;
	bool good;

	if (f == NULL) {
		snprintf(why, why_bytes, "%s: %m", path);
		return false;
	}
	text_init(&r->value);
	while (getline(&line, &room, f) >= 0)
		line_read(r, line);
	good = !ferror(f) && r->into->count > 0;
	if (!good)
		snprintf(why, why_bytes, "%s: holds no %s", path, r->root);
	free(line);
	text_free(&r->value);
	fclose(f);
	return good;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct word *)a)->name, ((const struct word *)b)->name);
}

bool
words_open(const char *template_dir, const char *node, char *why, size_t why_bytes)
{
	char path[4096], root[PATH_MOST];

	snprintf(root, sizeof(root), "words.%s.", node);
	for (size_t i = 0; i < LANGUAGES; i++) {
		struct reading r = { .into = &dictionaries[i], .root = root };

		if (dictionaries[i].count > 0)
			continue;		/* opened before */
		snprintf(path, sizeof(path), "%s/words/%s.hdf", template_dir, dictionaries[i].language);
		if (!words_read_file(&r, path, why, why_bytes))
			return false;
		qsort(dictionaries[i].words, dictionaries[i].count, sizeof(struct word), by_name);
	}
	return true;
}

const char *
words_get(const char *language, const char *name)
{
	struct dictionary *d = &dictionaries[text_is(language, "en")];
	struct word wanted = { (char *)(uintptr_t)name, NULL }, *found;

	if (d->count == 0)
		return NULL;
	found = bsearch(&wanted, d->words, d->count, sizeof(wanted), by_name);
	return found == NULL ? NULL : found->value;
}

struct place {
	const char *name, *value;
};

/* The value of the place that begins at {, and how long its name is; NULL for a brace that is only a brace. */
static const char *
place_at(const char *brace, const struct place *places, size_t count, size_t *bytes)
{
	*bytes = strcspn(brace + 1, "}");
	if (brace[1 + *bytes] != '}')
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (strlen(places[i].name) == *bytes && strncmp(places[i].name, brace + 1, *bytes) == 0)
			return places[i].value == NULL ? "" : places[i].value;
	return NULL;
}

const char *
words_say(struct arena *arena, const char *language, const char *name, ...)
{
	const char *word = words_get(language, name), *value, *said;
	struct place places[PLACES_MOST];
	size_t count = 0, bytes;
	struct text t;
	va_list pairs;

	if (word == NULL)
		return NULL;
	va_start(pairs, name);
	while (count < PLACES_MOST && (places[count].name = va_arg(pairs, const char *)) != NULL)
		places[count++].value = va_arg(pairs, const char *);
	va_end(pairs);
	text_init(&t);
	text_add(&t, "");
	for (; *word; word++) {
		if (*word == '{' && (value = place_at(word, places, count, &bytes)) != NULL) {
			text_add(&t, value);
			word += bytes + 1;
		} else {
			text_add_char(&t, *word);
		}
	}
	said = arena_text_n(arena, t.start, t.bytes);
	text_free(&t);
	return said;
}
