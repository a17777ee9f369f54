/* look.c - how a visitor wants pages to look: language, care mode, size and background; kept in plain cookies. */
#include "fcgi/public/pages.h"

#include "base/text.h"

static const char *const languages[] = { "zh", "en", NULL };
static const char *const cares[] = { "on", "off", NULL };
static const char *const sizes[] = { "normal", "large", "larger", "largest", NULL };
static const char *const backgrounds[] = { "white", "paper", "green", "blue", "pink", "yellow", "grey", "dark", NULL };

static const struct field look_fields[] = {
	{ "language", FIELD_CHOICE, .choices = languages },
	{ "care", FIELD_CHOICE, .choices = cares },
	{ "size", FIELD_CHOICE, .choices = sizes },
	{ "background", FIELD_CHOICE, .choices = backgrounds },
	{ "back", FIELD_TEXT, .most = 2000 },
};
const struct form look_form = FORM(look_fields);

enum reply
look_set(struct request *rq, struct page *page)
{
	static const char *const names[] = { "language", "care", "size", "background", NULL };

	for (size_t i = 0; names[i] != NULL; i++)
		if (*form_get(rq, names[i]) != '\0')
			page_preference(page, names[i], form_get(rq, names[i]));
	return page_go(page, request_own_path(form_get(rq, "back"), "/"), NULL);
}
