/*
 * dictionary.h - is a password a word of the dictionary, or made from one?
 *
 * cracklib looks: for words in any case, reversed, with letters written as
 * digits, for rows of the keyboard and of numbers.  Its dictionary is the
 * machine's (update-cracklib makes it of /usr/share/dict); we ask for the
 * password and, where little stands around it, for its middle: football1234.
 *
 * cracklib opens its files at each question and ends the process where it can
 * not: so dictionary_ready is asked at the start.  In a sandbox
 * DICTIONARY_FOLDER must be readable.
 */
#ifndef BASE_DICTIONARY_H
#define BASE_DICTIONARY_H

#include <stdbool.h>

#define DICTIONARY_FOLDER	"/var/cache/cracklib"

/* Can it be opened and read? */
bool dictionary_ready(void);
/* login: what may be known of its owner, "" for nothing. */
bool dictionary_holds(const char *password, const char *login);

#endif
