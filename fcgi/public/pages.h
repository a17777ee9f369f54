/* pages.h - the handlers of yimen-public, by file. */
#ifndef PUBLIC_PAGES_H
#define PUBLIC_PAGES_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "fcgi/worker/route.h"

/* look.c */
extern const struct form look_form;
handler look_set;

#endif
