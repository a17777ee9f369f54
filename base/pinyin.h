/*
 * pinyin.h - what people type who do not switch to Chinese: 食品经营许可 is "spjyxk".
 *
 * Only programs that publish link it (ICU is large).  A character of several
 * readings gets its usual one.  ICU's table is loaded at the first use.
 */
#ifndef BASE_PINYIN_H
#define BASE_PINYIN_H

#include "base/text.h"

#include <stdbool.h>

/* Adds the initials of s in a–z and 0–9; latin words and figures whole, the rest left out.
 * false: ICU does not work here, nothing was added. */
bool pinyin_initials(struct text *to, const char *s);
void pinyin_close(void);

#endif
