/*
 * page.h - the page being filled: a tree of names and finished strings.
 *
 * Values are escaped when they are printed, always.  Every key a template
 * reads is set, "" when there is nothing.  Names are ours, dotted, never made
 * from input.  Which templates there are and how they are drawn is
 * page_compile.h's and page_draw.h's business.
 *
 * Columns are names: query_into(q, page, "cases") makes cases.0.number,
 * cases.0.due_on …  A DATE also gets .text (2026年5月8日 / 8 May 2026); a
 * DATETIME .text (to the minute), .day and .clock.  TINYINT flags print 0 and 1.
 */
#ifndef WORKER_PAGE_H
#define WORKER_PAGE_H

#include "base/db.h"
#include "base/text.h"
#include "fcgi/worker/reply.h"
#include "rules/day.h"

#include <stdbool.h>
#include <stddef.h>

struct page;

struct request *page_request(const struct page *);		/* that it answers */

void page_text(struct page *, const char *name, const char *value);	/* NULL prints as "" */
void page_textf(struct page *, const char *name, const char *format, ...) __attribute__((format(printf, 3, 4)));
void page_sub(struct page *, const char *name, const char *what, const char *value);	/* name.what */
void page_number(struct page *, const char *name, long long);
void page_flag(struct page *, const char *name, bool);			/* "1" or "" */
void page_day(struct page *, const char *name, struct day);
void page_instant(struct page *, const char *name, instant);
const char *page_day_text(struct page *, struct day);			/* what is name.text then */
const char *page_instant_text(struct page *, instant);
const char *page_get(struct page *, const char *name);			/* "" when unset */
/* Row n of a list, list.n, or any name, for who sets many values below it: row_text(page, row, "title", value). */
struct node;
struct node *page_row(struct page *, const char *list, size_t n);
struct node *page_group(struct page *, const char *name);
struct node *row_row(struct page *, struct node *row, const char *list, size_t n);	/* row n of a list of the row's own */
void row_text(struct page *, struct node *row, const char *name, const char *value);
void row_number(struct page *, struct node *row, const char *name, long long);
/* name.tel: the telephone number that stands in name, "" when it holds anything that cannot be dialled. */
void page_phone(struct page *, const char *name);

/* All rows under name.0, name.1 …; the number of rows.  Also sets name_count (beside the list, not in it). */
size_t query_into(struct query *, struct page *, const char *name);
/* The one row under name; false when there is none. */
bool query_into_one(struct query *, struct page *, const char *name);
/* The current row of a query_next walk under name.  For handlers that add to each row. */
void query_row_into(struct query *, struct page *, const char *name);

/* A sentence of words.* with its {places} filled: page_say(page, "found", "catalogue.found", "n", "12", NULL).  What stands
 * behind a bar is for any number but one: "{n} service{n|s} found". */
void page_say(struct page *, const char *name, const char *key, ...) __attribute__((sentinel));
void row_say(struct page *, struct node *row, const char *name, const char *key, ...) __attribute__((sentinel));
/* One word in the visitor's language; "" when words lack it. */
const char *page_word(struct page *, const char *key);
const char *page_word_below(struct page *, const char *key, const char *which);	/* of key.which */

/* Choices for a part: choices.NAME.N.{value,label,checked}; labels are words.PREFIX[value]. */
void page_choices(struct page *, const char *name, const char *const *values, const char *words_prefix,
    const char *chosen);
/* Pages of a list: pager.{page,pages,total,summary,previous_url,next_url,numbers.N.{label,url,current}}; keeps the
 * other parameters of the query. */
void page_pager(struct page *, long long page_number, long long per_page, long long total);
/* This address with one parameter of its query set (value NULL: removed); page= is dropped. */
const char *page_url_with(struct page *, const char *param, const char *value);
/* The same, adding one more value of a repeated parameter, or taking just that one away. */
const char *page_url_adding(struct page *, const char *param, const char *value);
const char *page_url_without(struct page *, const char *param, const char *value);
/* A crumb of the trail above the page; the text is data, or a word when key is given. */
void page_crumb(struct page *, const char *url, const char *key, const char *text);

/* 303 to an address made of literal parts and values, values percent-encoded: page_go(page, "/office/cases/", number,
 * "?done=accepted", NULL): odd arguments are literal, even ones data.  ?done=CODE shows words.done[CODE] there. */
enum reply page_go(struct page *, ...) __attribute__((sentinel));
/* A preference of the visitor, kept in a plain cookie for a year. */
void page_preference(struct page *, const char *name, const char *value);
/* The rule's sentence: words.refusal[reason]. */
enum reply page_refuse(struct page *, const char *reason);
/* Other bytes than a page; name NULL shows it, otherwise it is a download. */
enum reply page_bytes(struct page *, const char *content_type, const char *name, const char *bytes, size_t n);
/* A stored file through nginx: attachment and nosniff, whatever it is. */
enum reply page_file(struct page *, const char *sha256, const char *name, const char *content_type);
/* A QR code of text as SVG (libqrencode). */
enum reply page_qr(struct page *, const char *text);
/* Another template than the route's (the route's is the usual answer). Must be declared in the program's templates. */
void page_template(struct page *, const char *template);
/* One of the program's bare templates, rendered without the frame: text that something else draws.  In the arena. */
const char *page_bare(struct page *, const char *template);

/* page.tools, the reading tools: links that set size and background and work without script, each marked when it is
 * the present state.  For pages with long texts. */
void page_tools(struct page *);

/* GitHub-flavoured Markdown in safe mode, the only value printed raw: name.html for parts/markdown. */
void page_markdown(struct page *, const char *name, const char *markdown);

#endif
