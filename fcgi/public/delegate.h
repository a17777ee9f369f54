/* delegate.h - what the pages about delegations share: a row of delegations as the rules read it. */
#ifndef PUBLIC_DELEGATE_H
#define PUBLIC_DELEGATE_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "rules/delegation.h"

#include <stdbool.h>

/* From the columns office, state, scope, answer_by_on, expires_on, holder_kind; false for what the rules do not know. */
bool delegation_read(struct query *, struct delegation *);
/* name.rights.N.name */
void delegation_rights_into(struct request *, struct page *, const char *name, unsigned rights);

#endif
