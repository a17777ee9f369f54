/*
 * pinyin.c - initials by ICU's Han-Latin, one character at a time.
 */
#include "base/pinyin.h"

#include "base/utf8.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

static UTransliterator *han_latin;

static bool
open_table(void)
{
	static const UChar name[] = u"Han-Latin; Latin-ASCII; Lower";
	UErrorCode status = U_ZERO_ERROR;

	if (!han_latin)
		han_latin = utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
	return han_latin != NULL;
}

void
pinyin_close(void)
{
	if (han_latin)
		utrans_close(han_latin);
	han_latin = NULL;
}

/* The first letter of its reading, 0 when it has none. */
static char
initial(uint32_t p)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar letters[32];
	int32_t length, limit;

	u_strFromUTF32(letters, 32, &length, (const UChar32 *)&p, 1, &status);
	limit = length;
	utrans_transUChars(han_latin, letters, &length, 32, 0, &limit, &status);
	if (U_FAILURE(status) || length < 1 || letters[0] < 'a' || letters[0] > 'z')
		return 0;
	return (char)letters[0];
}

/* What stands for one character, 0 when nothing does. */
static char
letter_for(uint32_t p)
{
	if (p >= 0xff01 && p <= 0xff5e)		/* full-width ASCII */
		p -= 0xff01 - 0x21;
	if (p >= 'A' && p <= 'Z')
		return (char)(p + ('a' - 'A'));
	if ((p >= 'a' && p <= 'z') || (p >= '0' && p <= '9'))
		return (char)p;
	return utf8_is_han(p) ? initial(p) : 0;
}

bool
pinyin_initials(struct text *to, const char *s)
{
	uint32_t p;
	size_t n;

	if (!open_table())
		return false;
	for (; (p = utf8_next(s, &n)); s += n) {
		char letter = letter_for(p);

		if (letter)
			text_add_char(to, letter);
	}
	return true;
}
