/* mask.c - see mask.h. */
#include <stdbool.h>
#include <string.h>

#include "rules/mask.h"
#include "rules/letter.h"

static size_t
characters(const char *text)
{
	size_t count = 0, length;

	for (; *text != '\0'; text += length, count++)
		letter_read(text, &length);
	return count;
}

/* Adds so many bytes, or empties the buffer for good: *used then exceeds room. */
static void
add(char *out, size_t room, size_t *used, const char *text, size_t length)
{
	if (*used >= room || length >= room - *used) {
		if (room > 0)
			out[0] = '\0';
		*used = room;
		return;
	}
	memcpy(out + *used, text, length);
	*used += length;
	out[*used] = '\0';
}

char *
mask_middle(const char *text, size_t head, size_t tail, char *out, size_t room)
{
	size_t used = 0, length, count;

	if (room > 0)
		out[0] = '\0';
	if (text == NULL)
		return out;
	count = characters(text);
	if (count <= head + tail)
		head = tail = 0;
	for (size_t i = 0; *text != '\0'; text += length, i++) {
		uint32_t c = letter_read(text, &length);
		bool shown = (i < head || i >= count - tail) && c != LETTER_BROKEN;

		add(out, room, &used, shown ? text : "*", shown ? length : 1);
	}
	return out;
}

char *
mask_name(const char *name, char *out, size_t room)
{
	size_t count = name == NULL ? 0 : characters(name);

	return mask_middle(name, 1, count > 2, out, room);
}

char *
mask_citizen(const char *number, char *out, size_t room)
{
	return mask_middle(number, 4, 4, out, room);
}

char *
mask_phone(const char *number, char *out, size_t room)
{
	return mask_middle(number, 3, 4, out, room);
}

char *
mask_email(const char *address, char *out, size_t room)
{
	const char *sign = address == NULL ? NULL : strrchr(address, '@');
	size_t used = 0, length;

	if (sign == NULL || sign == address)
		return mask_middle(address, 0, 0, out, room);
	if (room > 0)
		out[0] = '\0';
	if (letter_read(address, &length) != LETTER_BROKEN && address + length < sign)
		add(out, room, &used, address, length);
	add(out, room, &used, "***", 3);
	add(out, room, &used, sign, strlen(sign));
	return out;
}

char *
mask_address(const char *address, char *out, size_t room)
{
	return mask_middle(address, 6, 0, out, room);
}
