/*
 * mask.h - what the public may see of a person's data.
 *
 * A mask shows enough for the person to recognise it and too little for
 * anyone else.  Enterprises and public bodies are not masked: their names and
 * codes are public.  Text is UTF-8 and counted in characters, never bytes; a
 * broken sequence is masked like a character.  Buffers belong to the caller;
 * each function returns its buffer, which holds "" where "room" is too small,
 * for half a mask may be no mask.
 */
#ifndef RULES_MASK_H
#define RULES_MASK_H

#include <stddef.h>

enum { MASK_ROOM = 256 };	/* enough for any name of 80 characters, number or phone */

char *mask_name(const char *name, char *out, size_t room);	/* 张*  张*三  欧阳小文: 欧**文 */
char *mask_citizen(const char *number, char *out, size_t room);	/* 1101**********002X */
char *mask_phone(const char *number, char *out, size_t room);	/* 138****1234 */
char *mask_email(const char *address, char *out, size_t room);	/* z***@example.org */
char *mask_address(const char *address, char *out, size_t room);/* the first six characters */

/* Shows "head" and "tail" characters; if no more than that is there, masks all. */
char *mask_middle(const char *text, size_t head, size_t tail, char *out, size_t room);

#endif
