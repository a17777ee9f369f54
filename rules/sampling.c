/* sampling.c - see sampling.h. */
#include "rules/sampling.h"

#define FNV_BASIS	UINT64_C(0xcbf29ce484222325)
#define FNV_PRIME	UINT64_C(0x100000001b3)

static uint64_t
sum_add(uint64_t sum, const char *text)
{
	for (; *text; text++)
		sum = (sum ^ (uint8_t)*text) * FNV_PRIME;
	return sum;
}

static uint64_t
chance_next(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

/* 0 … n-1, each as likely as the others: what would favour the small ones is drawn again. */
static uint64_t
chance_below(uint64_t *state, uint64_t n)
{
	uint64_t unfair = (UINT64_MAX - n + 1) % n, drawn;

	do
		drawn = chance_next(state);
	while (drawn < unfair);
	return drawn % n;
}

void
sampling_begin(struct sampling *s, const char *seed, long long population, long long size)
{
	s->chance = sum_add(FNV_BASIS, seed);
	s->listing = FNV_BASIS;
	s->left = population > 0 ? population : 0;
	s->wanted = size < s->left ? size : s->left;
}

bool
sampling_take(struct sampling *s, const char *number)
{
	bool taken;

	s->listing = sum_add(sum_add(s->listing, number), "\n");
	if (s->left <= 0)
		return false;
	taken = chance_below(&s->chance, (uint64_t)s->left) < (uint64_t)s->wanted;
	s->left--;
	s->wanted -= taken;
	return taken;
}

char *
sampling_listing(const struct sampling *s, char text[static SAMPLING_LISTING_TEXT])
{
	for (int i = 0; i < 16; i++)
		text[i] = "0123456789abcdef"[(s->listing >> (60 - 4 * i)) & 15];
	text[16] = '\0';
	return text;
}
