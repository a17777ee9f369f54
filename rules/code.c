/* code.c - see code.h. */
#include <string.h>

#include "rules/code.h"
#include "rules/digits.h"

enum {
	FULL = 12,			/* digits of a village's code */
	BASE_LENGTH = 12,
	CREDIT_LENGTH = 18,
	IMPLEMENTING_LENGTH = 31,
	HANDLING_LENGTH = 33,
	OLDER_LENGTH = 36,
	ITEM_CODE_LEAST = 4
};

static const char *const level_names[] = { DIVISION_LEVELS(NAMES_TEXT) };
static const char *const form_names[] = { ITEM_FORMS(NAMES_TEXT) };

/* How many digits name a division of each level. */
static const size_t level_ends[DIVISION_LEVEL_COUNT] = { 0, 0, 2, 4, 6, 9, 12 };

/* The code with all its twelve digits; false if it is none. */
static bool
full_code(const char *code, char full[static DIVISION_TEXT])
{
	size_t length = code == NULL ? 0 : strlen(code);

	if (length != 2 && length != 4 && length != 6 && length != 9 && length != FULL)
		return false;
	memset(full, '0', FULL);
	full[FULL] = '\0';
	memcpy(full, code, length);
	for (size_t i = 0; i < length; i++)
		if (!digit(code[i]))
			return false;
	return true;
}

/* Whether a level's own digits are all zeros. */
static bool
level_blank(const char *full, int level)
{
	for (size_t i = level_ends[level - 1]; i < level_ends[level]; i++)
		if (full[i] != '0')
			return false;
	return true;
}

/* The lowest level named; towns may stand right below a city, as in Dongguan. */
static enum division_level
full_level(const char *full)
{
	int level = DIVISION_VILLAGE;

	while (level > DIVISION_NATION && level_blank(full, level))
		level--;
	if (level > DIVISION_NATION && level_blank(full, DIVISION_PROVINCE))
		return DIVISION_NONE;
	return (enum division_level)level;
}

enum division_level
division_level(const char *code)
{
	char full[DIVISION_TEXT];

	return full_code(code, full) ? full_level(full) : DIVISION_NONE;
}

bool
division_parent(const char *code, char parent[static DIVISION_TEXT])
{
	char full[DIVISION_TEXT];
	enum division_level level;

	parent[0] = '\0';
	if (!full_code(code, full))
		return false;
	level = full_level(full);
	if (level <= DIVISION_PROVINCE)
		return false;
	memset(full + level_ends[level - 1], '0', FULL - level_ends[level - 1]);
	return division_short(full, parent);
}

bool
division_within(const char *inner, const char *outer)
{
	char in[DIVISION_TEXT], out[DIVISION_TEXT];
	enum division_level level;

	if (!full_code(inner, in) || !full_code(outer, out) || full_level(in) == DIVISION_NONE)
		return false;
	level = full_level(out);
	return level != DIVISION_NONE && memcmp(in, out, level_ends[level]) == 0;
}

bool
division_stem(const char *code, char out[static DIVISION_TEXT])
{
	char full[DIVISION_TEXT];
	enum division_level level;

	out[0] = '\0';
	if (!full_code(code, full) || (level = full_level(full)) == DIVISION_NONE)
		return false;
	memcpy(out, full, level_ends[level]);
	out[level_ends[level]] = '\0';
	return true;
}

bool
division_same(const char *a, const char *b)
{
	char first[DIVISION_TEXT], second[DIVISION_TEXT];

	return full_code(a, first) && full_code(b, second) && strcmp(first, second) == 0 &&
	    full_level(first) != DIVISION_NONE;
}

bool
division_short(const char *code, char out[static DIVISION_TEXT])
{
	char full[DIVISION_TEXT];
	enum division_level level;
	size_t length;

	out[0] = '\0';
	if (!full_code(code, full) || (level = full_level(full)) == DIVISION_NONE)
		return false;
	length = level_ends[level] < 6 ? 6 : level_ends[level];
	memcpy(out, full, length);
	out[length] = '\0';
	return true;
}

static bool
upper_alnum(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!digit(text[i]) && !(text[i] >= 'A' && text[i] <= 'Z'))
			return false;
	return true;
}

static bool
all_digits(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!digit(text[i]))
			return false;
	return true;
}

static bool
address_safe(const char *text)
{
	for (; *text != '\0'; text++)
		if (!digit(*text) && !(*text >= 'A' && *text <= 'Z') &&
		    !(*text >= 'a' && *text <= 'z') && strchr("-._", *text) == NULL)
			return false;
	return true;
}

static void
copy(char *out, const char *text, size_t length)
{
	memcpy(out, text, length);
	out[length] = '\0';
}

/* Province and kind are digits; the rest of a base code may hold letters. */
static bool
base_sound(const char *text)
{
	return all_digits(text, 4) && upper_alnum(text, BASE_LENGTH);
}

/* Credit code 18, level 1 to 7, base code 12. */
static bool
read_implementing(const char *code, struct item_code *item)
{
	const char *level = code + CREDIT_LENGTH;

	if (!upper_alnum(code, CREDIT_LENGTH) || *level < '1' || *level > '7' ||
	    !base_sound(level + 1))
		return false;
	copy(item->organ, code, CREDIT_LENGTH);
	item->level = *level;
	copy(item->base, level + 1, BASE_LENGTH);
	return true;
}

/* "-", twelve digits of division, "-", three digits, "-": where the local part ends. */
static const char *
find_division(const char *code)
{
	for (const char *at = strchr(code, '-'); at != NULL; at = strchr(at + 1, '-'))
		if (strlen(at) > 18 && all_digits(at + 1, FULL) && at[13] == '-' &&
		    all_digits(at + 14, 3) && at[17] == '-')
			return at;
	return NULL;
}

/* CATALOGUE-division-variant-organ-level-sub; the organ may hold a hyphen of its own. */
static bool
read_hyphened(const char *code, struct item_code *item)
{
	const char *division = find_division(code);
	const char *organ, *end = code + strlen(code);
	size_t used = 0;

	if (division == NULL || division == code)
		return false;
	organ = division + 18;
	if (end - organ < 6 || end[-5] != '-' || !digit(end[-4]) || end[-3] != '-' ||
	    !all_digits(end - 2, 2))
		return false;
	for (; organ < end - 5; organ++)
		if (*organ != '-' && used < CREDIT_LENGTH)
			item->organ[used++] = *organ;
	copy(item->division, division + 1, FULL);
	item->level = end[-4];
	if (division - code == BASE_LENGTH && base_sound(code))
		copy(item->base, code, BASE_LENGTH);
	return true;
}

struct item_code
item_code_read(const char *code)
{
	struct item_code item = { .form = ITEM_NONE };
	size_t length = code == NULL ? 0 : strlen(code);

	if (length < ITEM_CODE_LEAST || length > ITEM_CODE_MOST || !address_safe(code))
		return item;
	item.form = ITEM_LOCAL;
	if (length == BASE_LENGTH && base_sound(code)) {
		item.form = ITEM_BASE;
		copy(item.base, code, BASE_LENGTH);
	} else if (length == IMPLEMENTING_LENGTH && read_implementing(code, &item)) {
		item.form = ITEM_IMPLEMENTING;
	} else if (length == HANDLING_LENGTH && upper_alnum(code + IMPLEMENTING_LENGTH, 2) &&
	    read_implementing(code, &item)) {
		item.form = ITEM_HANDLING;
		copy(item.handling, code + IMPLEMENTING_LENGTH, 2);
	} else if (length == OLDER_LENGTH && upper_alnum(code, length)) {
		item.form = ITEM_OLDER;
	} else if (read_hyphened(code, &item)) {
		item.form = ITEM_HYPHENED;
	}
	return item;
}

enum item_form
item_form(const char *code)
{
	return item_code_read(code).form;
}

const char *
division_level_name(enum division_level level)
{
	return names_at(level_names, DIVISION_LEVEL_COUNT, (int)level);
}

const char *
item_form_name(enum item_form form)
{
	return names_at(form_names, ITEM_FORM_COUNT, (int)form);
}
