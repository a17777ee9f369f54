/* names.c - see names.h. */
#include <string.h>

#include "rules/names.h"

int
names_find(const char *const *names, size_t count, const char *name)
{
	if (name == NULL)
		return -1;
	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return (int)i;
	return -1;
}

const char *
names_at(const char *const *names, size_t count, int position)
{
	return position >= 0 && (size_t)position < count ? names[position] : "";
}
