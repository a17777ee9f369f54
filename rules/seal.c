/* seal.c - see seal.h. */
#include "rules/seal.h"

#include <string.h>

/* How many of its digits name the division: 990100 is 9901 and all below. */
static size_t
named_digits(const char *area)
{
	size_t n = strlen(area);

	while (n > 6 && (n - 6) % 3 == 0 && strncmp(area + n - 3, "000", 3) == 0)
		n -= 3;
	while (n <= 6 && n > 2 && n % 2 == 0 && strncmp(area + n - 2, "00", 2) == 0)
		n -= 2;
	return n;
}

bool
area_within(const char *area, const char *whole)
{
	size_t n = named_digits(whole);

	return n > 0 && strncmp(area, whole, n) == 0;
}

size_t
seal_choose(const struct seal *seals, size_t count, const char *area)
{
	size_t best = count, most = 0;

	for (size_t i = 0; i < count; i++)
		if (named_digits(seals[i].area) > most && area_within(area, seals[i].area)) {
			best = i;
			most = named_digits(seals[i].area);
		}
	return best;
}
