/* letter.c - see letter.h. */
#include "rules/letter.h"

uint32_t
letter_read(const char *text, size_t *length)
{
	const unsigned char *at = (const unsigned char *)text;
	uint32_t c = at[0], least;
	size_t more;

	*length = c != 0;
	if (c < 0x80)
		return c;
	if (c >= 0xc2 && c < 0xe0) {
		more = 1;
		c &= 0x1f;
		least = 0x80;
	} else if (c >= 0xe0 && c < 0xf0) {
		more = 2;
		c &= 0x0f;
		least = 0x800;
	} else if (c >= 0xf0 && c < 0xf5) {
		more = 3;
		c &= 0x07;
		least = 0x10000;
	} else {
		return LETTER_BROKEN;
	}
	for (size_t i = 1; i <= more; i++) {
		if ((at[i] & 0xc0) != 0x80)
			return LETTER_BROKEN;
		c = c << 6 | (at[i] & 0x3f);
	}
	if (c < least || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return LETTER_BROKEN;
	*length = more + 1;
	return c;
}

uint32_t
letter_narrow(uint32_t c)
{
	if (c >= 0xff01 && c <= 0xff5e)
		return c - 0xfee0;
	if ((c >= 0x09 && c <= 0x0d) || c == 0xa0 || (c >= 0x2000 && c <= 0x200b) ||
	    c == 0x202f || c == 0x205f || c == 0x3000 || c == 0xfeff)
		return ' ';
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xfe63)
		return '-';
	return c;
}
