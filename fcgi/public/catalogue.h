/*
 * catalogue.h - a card of an item, as lists show it.
 */
#ifndef PUBLIC_CATALOGUE_H
#define PUBLIC_CATALOGUE_H

#include "fcgi/public/shelf.h"
#include "fcgi/worker/page.h"

/* name.{url,title,organ_name,area_name,limit_text,visits_text,depth,handling,brief,apply_url} */
void card_into(struct request *, struct page *, const struct shelf *, const struct shelf_item *, const char *name);

/* Themes of one side that have items: list.N.{name,icon,url,count}. */
void themes_into(struct request *, struct page *, const struct shelf *, const char *list, bool enterprise, size_t most);

#endif
