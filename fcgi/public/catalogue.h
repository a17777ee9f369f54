/*
 * catalogue.h - a card of an item, as lists show it.
 */
#ifndef PUBLIC_CATALOGUE_H
#define PUBLIC_CATALOGUE_H

#include "fcgi/public/shelf.h"
#include "fcgi/worker/page.h"

/* name.{url,title,title_lang,organ_name,area_name,limit_text,visits_text,stars_text,booking,depth,handling,brief,
 * brief_lang,apply_url} */
void card_into(struct request *, struct page *, const struct shelf *, const struct shelf_item *, const char *name);

/* Themes of one side that have items: list.N.{name,icon,url,count}. */
void themes_into(struct request *, struct page *, const struct shelf *, const char *list, bool enterprise, size_t most);

/* The words of a setting as searches: words_hot.N.{text,url}. */
void hot_words_into(struct request *, struct page *, const char *words);

/* The next word of a setting's list, NULL at its end. */
const char *next_word(struct request *, const char **list);

#endif
