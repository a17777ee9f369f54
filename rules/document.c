/* document.c - see document.h. */
#include <string.h>

#include "rules/digits.h"
#include "rules/document.h"
#include "rules/letter.h"

static const char *const index_reason_names[] = { INDEX_REASONS(NAMES_TEXT) };

/* What may stand in an index number: it is part of an address. */
static bool
index_character(char c)
{
	return digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	    c == '-' || c == '/' || c == '.' || c == '_';
}

/* The writing of one index number; the first thing wrong stays. */
struct index_writer {
	char *text;
	size_t used;
	enum index_reason why;
};

static void
put(struct index_writer *w, char c)
{
	if (w->why != INDEX_OK)
		return;
	if (!index_character(c))
		w->why = INDEX_CHARACTER;
	else if (w->used == INDEX_NUMBER_TEXT - 1)
		w->why = INDEX_LONG;
	else
		w->text[w->used++] = c;
}

static void
put_text(struct index_writer *w, const char *value)
{
	if (value == NULL || value[0] == '\0') {
		if (w->why == INDEX_OK)
			w->why = INDEX_MISSING;
		return;
	}
	while (*value != '\0')
		put(w, *value++);
}

static void
put_digits(struct index_writer *w, int value, int width)
{
	char digits[10];

	digits_put(digits, value, width);
	for (int i = 0; i < width; i++)
		put(w, digits[i]);
}

static bool
place_is(const char *place, size_t length, const char *name)
{
	return strlen(name) == length && memcmp(place, name, length) == 0;
}

/* "serial:N": N, or 0 for another place. */
static int
serial_width(const char *place, size_t length)
{
	if (length == 8 && memcmp(place, "serial:", 7) == 0 && place[7] >= '1' && place[7] <= '9')
		return place[7] - '0';
	return 0;
}

static void
put_serial(struct index_writer *w, int serial, int width)
{
	int64_t most = 1;

	for (int i = 0; i < width; i++)
		most *= 10;
	if (serial < 1)
		w->why = INDEX_MISSING;
	else if (serial >= most)
		w->why = INDEX_FULL;
	else
		put_digits(w, serial, width);
}

/* One {place}.  Without parts, only whether it is one of ours. */
static void
put_place(struct index_writer *w, const char *place, size_t length,
    const struct index_parts *parts)
{
	struct civil c = parts == NULL ? (struct civil){ 2000, 1, 1 } : day_civil(parts->on);
	bool dated = true;

	if (place_is(place, length, "organ"))
		put_text(w, parts == NULL ? "x" : parts->organ);
	else if (place_is(place, length, "area"))
		put_text(w, parts == NULL ? "x" : parts->area);
	else if (place_is(place, length, "category"))
		put_text(w, parts == NULL ? "x" : parts->category);
	else if ((dated = c.year != 0) && place_is(place, length, "yyyy"))
		put_digits(w, c.year, 4);
	else if (dated && place_is(place, length, "yy"))
		put_digits(w, c.year % 100, 2);
	else if (dated && place_is(place, length, "mm"))
		put_digits(w, c.month, 2);
	else if (dated && place_is(place, length, "dd"))
		put_digits(w, c.day, 2);
	else
		w->why = dated ? INDEX_PLACE : INDEX_MISSING;
}

/* Expands a pattern; serial -1 leaves the serial out. */
static enum index_reason
expand(const char *pattern, const struct index_parts *parts, int serial,
    char text[static INDEX_NUMBER_TEXT])
{
	struct index_writer w = { .text = text, .why = INDEX_OK };
	int serials = 0;

	if (pattern == NULL || pattern[0] == '\0')
		w.why = INDEX_EMPTY;
	for (const char *at = pattern; w.why == INDEX_OK && *at != '\0'; at++) {
		size_t length;
		int width;

		if (*at == '}') {
			w.why = INDEX_BRACE;
			break;
		}
		if (*at != '{') {
			put(&w, *at);
			continue;
		}
		length = strcspn(++at, "{}");
		width = serial_width(at, length);
		if (at[length] != '}')
			w.why = INDEX_BRACE;
		else if (width > 0 && ++serials > 1)
			w.why = INDEX_SERIAL;
		else if (width == 0)
			put_place(&w, at, length, parts);
		else if (serial >= 0)
			put_serial(&w, serial, width);
		at += length;
		if (*at == '\0')
			break;
	}
	if (w.why == INDEX_OK && serials != 1)
		w.why = INDEX_SERIAL;
	text[w.why == INDEX_OK ? w.used : 0] = '\0';
	return w.why;
}

enum index_reason
index_pattern_check(const char *pattern)
{
	char text[INDEX_NUMBER_TEXT];

	return expand(pattern, NULL, 1, text);
}

enum index_reason
index_number(const char *pattern, const struct index_parts *parts,
    char text[static INDEX_NUMBER_TEXT])
{
	return expand(pattern, parts, parts->serial < 0 ? 0 : parts->serial, text);
}

enum index_reason
index_counter(const char *pattern, const struct index_parts *parts,
    char text[static INDEX_NUMBER_TEXT])
{
	return expand(pattern, parts, -1, text);
}

const char *
index_reason_name(enum index_reason reason)
{
	return names_at(index_reason_names, INDEX_REASON_COUNT, (int)reason);
}

/* Brackets of every kind: '[' for one that opens, ']' for one that closes, else c. */
static uint32_t
bracket(uint32_t c)
{
	static const uint32_t opening[] = { '[', '(', '{', '<', 0x3014, 0x3010, 0x3016, 0x3018,
	    0x3008, 0x300a, 0x300c, 0x300e, 0x27e6, 0x2772, 0xfe5d, 0xfe59, 0xfe39 };
	static const uint32_t closing[] = { ']', ')', '}', '>', 0x3015, 0x3011, 0x3017, 0x3019,
	    0x3009, 0x300b, 0x300d, 0x300f, 0x27e7, 0x2773, 0xfe5e, 0xfe5a, 0xfe3a };

	for (size_t i = 0; i < sizeof(opening) / sizeof(opening[0]); i++) {
		if (c == opening[i])
			return '[';
		if (c == closing[i])
			return ']';
	}
	return c;
}

static const uint32_t ordinal = 0x7b2c;		/* 第 */

/* What leaves no trace in a key: blanks and control characters. */
static bool
traceless(uint32_t c)
{
	return (c != 0 && c <= ' ') || c == 0x7f;
}

/* Whether a digit comes next, but for what leaves no trace and another 第. */
static bool
number_follows(const char *text)
{
	size_t length;
	uint32_t c;

	do {
		c = letter_narrow(letter_read(text, &length));
		text += length;
	} while (traceless(c) || c == ordinal);
	return c >= '0' && c <= '9';
}

char *
document_number_key(const char *text, char key[static DOCUMENT_KEY_TEXT])
{
	bool serial_begins = false;
	size_t used = 0, length;

	key[0] = '\0';
	for (text = text == NULL ? "" : text; *text != '\0'; text += length) {
		uint32_t read = letter_read(text, &length);
		uint32_t c = bracket(letter_narrow(read));

		if (read == LETTER_BROKEN || used + length >= DOCUMENT_KEY_TEXT - 1) {
			key[0] = '\0';
			return key;
		}
		if (traceless(c) || (serial_begins && c == '0'))
			continue;
		serial_begins = c == ']' || (c == ordinal && number_follows(text + length));
		if (c == ordinal && serial_begins)
			continue;
		if (c >= 'a' && c <= 'z')
			c -= 'a' - 'A';
		if (c < 0x80) {
			key[used++] = (char)c;
		} else {
			memcpy(key + used, text, length);
			used += length;
		}
	}
	key[used] = '\0';
	return key;
}
