/* content.c - the facts frozen in a paper, as names of the page.  The only file here that knows jansson. */
#include "fcgi/papers/papers.h"

#include "base/text.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

enum { DEPTH_MOST = 5, NAME_MOST = 150 };

static bool
named_well(const char *key)
{
	return *key != '\0' && key[strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

/* A text; dates and instants by the ends of their names, as columns are. */
static void
text_into(struct page *page, const char *name, const char *value)
{
	struct day on = text_ends(name, "_on") ? day_parse(value) : DAY_NONE;
	instant at = text_ends(name, "_at") ? instant_parse(value) : INSTANT_NONE;

	if (day_known(on))
		page_day(page, name, on);
	else if (at != INSTANT_NONE)
		page_instant(page, name, at);
	else
		page_text(page, name, value);
}

static bool
value_into(struct page *page, const char *name, json_t *value, int depth)
{
	char whole[NAME_MOST];
	const char *key;
	json_t *part;
	size_t i;

	if (depth > DEPTH_MOST)
		return false;
	if (json_is_string(value)) {
		text_into(page, name, json_string_value(value));
		return true;
	}
	if (json_is_array(value)) {
		json_array_foreach(value, i, part)
			if (snprintf(whole, sizeof(whole), "%s.%zu", name, i) >= NAME_MOST ||
			    !value_into(page, whole, part, depth + 1))
				return false;
		return true;
	}
	if (!json_is_object(value))
		return false;
	json_object_foreach(value, key, part)
		if (!named_well(key) || snprintf(whole, sizeof(whole), "%s.%s", name, key) >= NAME_MOST ||
		    !value_into(page, whole, part, depth + 1))
			return false;
	return true;
}

bool
content_into(struct page *page, const char *name, const char *json)
{
	json_t *content = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
	bool good = json_is_object(content) && value_into(page, name, content, 0);

	json_decref(content);
	return good;
}
