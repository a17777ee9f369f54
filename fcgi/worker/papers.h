/*
 * papers.h - the papers of a case as papers.N of the page, for the macro paper_list.
 *
 * Whether the visitor may see the case is the caller's to know.  Not linked:
 * for who looked the case up without an account and learns that they exist.
 */
#ifndef WORKER_PAPERS_H
#define WORKER_PAPERS_H

#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"

#include <stdbool.h>
#include <stdint.h>

void papers_into(struct request *, struct page *, uint64_t case_id, bool linked);

#endif
