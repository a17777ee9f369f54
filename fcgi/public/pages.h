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

/* about.c */
handler map_show, contact_show, organs_show;

/* home.c */
handler home_show;

/* catalogue.c */
extern const struct form items_form;
handler items_list;

/* guide.c */
extern const struct form guide_form;
handler guide_show, guide_qr, form_file_send;

/* open.c */
extern const struct form open_form, document_form;
handler open_list, document_show, document_qr, document_file;

#endif
