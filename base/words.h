/*
 * words.h - the words of messages, for rooms that draw no page.
 *
 * Pages take their words through ClearSilver; a message is written where there
 * is no page, in the transaction of an act or by the clock.  This reads one
 * node of templates/words/zh.hdf and en.hdf, as far as those files use the
 * form: blocks, `name = value`, `name << END`, comments.
 *
 * Read once, before a program forks; kept until it ends.
 */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Reads words.NODE of both languages.  False, and a sentence in why, when a file cannot be read. */
bool words_open(const char *template_dir, const char *node, char *why, size_t why_bytes);

/* The word, by its name within the node ("accepted.subject"), in "zh" or "en".  NULL: there is none, or none were read. */
const char *words_get(const char *language, const char *name);

/* The word with its {places} filled: names and values in pairs, ended by NULL; NULL when there is no such word. */
const char *words_say(struct arena *, const char *language, const char *name, ...) __attribute__((sentinel));

#endif
