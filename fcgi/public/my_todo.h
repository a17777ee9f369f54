/*
 * my_todo.h - what waits for the applicant, first thing in his space.
 *
 * A list of sources, each a named query.  To add one: a query in a .sql file of
 * the public's that binds what its row in my_todo.c says and answers
 *
 *   url     where it is done      title, title_en   of what it is about (title_en may be '')
 *   about   a number, or ''       due_on            the last day for it, or NULL
 *
 * and has a LIMIT; words.todo.NAME says what is to be done.
 */
#ifndef PUBLIC_MY_TODO_H
#define PUBLIC_MY_TODO_H

#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"

/* todo.N.{name,url,title,about,due_on,due}, what is due first at the top; the number of rows. */
size_t todo_into(struct request *, struct page *);

#endif
