/* router.c - all paths of a program in one expression; (*MARK) tells which one matched. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "fcgi/worker/router.h"

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"

#include <pcre2.h>
#include <string.h>

/* What a part of a path may hold.  Anything else is no such page. */
static const struct {
	const char *name;
	const char *pattern;
} part_shapes[] = {
	{ "id", "[0-9]{1,18}" },
	{ "n", "[0-9]{1,6}" },
	{ "other", "[0-9]{1,18}" },
	{ "number", "[0-9A-Za-z-]{4,40}" },
	{ "code", "[!-.0-~]{1,64}" },		/* item codes: any visible ASCII */
	{ "index", "[0-9A-Za-z./_-]{1,64}" },	/* index numbers have slashes */
	{ "name", "[a-z0-9_-]{1,64}" },
	{ "section", "[a-z_]{1,32}" },
	{ "file", "[0-9]{1,18}" },
	{ "paper", "[0-9A-Za-z-]{1,40}" },	/* a code, perhaps mistyped */
	{ "form", "[0-9A-Za-z_-][0-9A-Za-z._-]{0,99}" },
};

static const struct route *table;
static size_t table_count;
static pcre2_code *paths;
static pcre2_match_data *match;
static pcre2_match_context *limits;

static const char *
part_pattern(const char *name, size_t bytes)
{
	for (size_t i = 0; i < sizeof(part_shapes) / sizeof(part_shapes[0]); i++)
		if (strlen(part_shapes[i].name) == bytes && memcmp(part_shapes[i].name, name, bytes) == 0)
			return part_shapes[i].pattern;
	return NULL;
}

/* A path as an alternative: literal parts quoted, :name as a group. */
static void
path_pattern(struct text *to, const char *path)
{
	while (*path != '\0') {
		size_t bytes = strcspn(path, ":");

		text_add(to, "\\Q");
		text_add_n(to, path, bytes);
		text_add(to, "\\E");
		path += bytes;
		if (*path != ':')
			break;
		bytes = strspn(++path, "abcdefghijklmnopqrstuvwxyz_");
		const char *pattern = part_pattern(path, bytes);
		if (pattern == NULL)
			log_fatal("route", "path_part_unknown", path, NULL);
		text_format(to, "(%s)", pattern);
		path += bytes;
	}
}

void
router_open(const struct route *routes, size_t count)
{
	struct text pattern;
	int error;
	PCRE2_SIZE at;

	table = routes;
	table_count = count;
	text_init(&pattern);
	text_add(&pattern, "\\A(?|");
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			text_add(&pattern, "|");
		path_pattern(&pattern, routes[i].path);
		text_format(&pattern, "\\z(*MARK:%zu)", i);
	}
	text_add(&pattern, ")");
	paths = pcre2_compile((PCRE2_SPTR)pattern.start, pattern.bytes, PCRE2_UTF, &error, &at, NULL);
	if (paths == NULL)
		log_fatal("route", "cannot_compile", pattern.start, NULL);
	pcre2_jit_compile(paths, PCRE2_JIT_COMPLETE);
	match = pcre2_match_data_create_from_pattern(paths, NULL);
	limits = pcre2_match_context_create(NULL);
	pcre2_set_match_limit(limits, 10000);
	text_free(&pattern);
}

/* Names the values after the :names of the path, in order. */
static void
found_parts(struct arena *arena, struct found *found, const char *shape, const char *path)
{
	PCRE2_SIZE *ends = pcre2_get_ovector_pointer(match);
	const char *colon = shape;

	while ((colon = strchr(colon, ':')) != NULL && found->parts < PARTS_MOST) {
		size_t bytes = strspn(++colon, "abcdefghijklmnopqrstuvwxyz_");
		size_t group = found->parts + 1;

		found->name[found->parts] = arena_text_n(arena, colon, bytes);
		found->value[found->parts] = arena_text_n(arena, path + ends[2 * group],
		    ends[2 * group + 1] - ends[2 * group]);
		found->parts++;
	}
}

struct found
router_find(struct arena *arena, enum method method, const char *path)
{
	struct found found = { .route = NULL };
	size_t first;
	long long mark;

	if (pcre2_match(paths, (PCRE2_SPTR)path, strlen(path), 0, 0, match, limits) < 1)
		return found;
	if (!text_number((const char *)pcre2_get_mark(match), 0, (long long)table_count - 1, &mark))
		return found;
	first = (size_t)mark;
	found.path_known = true;
	for (size_t i = first; i < table_count; i++) {
		if (!text_is(table[i].path, table[first].path))
			continue;
		if (table[i].method == GET)
			found.get_known = true;
		else
			found.post_known = true;
		if (table[i].method == method && found.route == NULL)
			found.route = &table[i];
	}
	found_parts(arena, &found, table[first].path, path);
	return found;
}
