/* sample_own.h - own spaces of the sample. */
#ifndef CTL_SAMPLE_OWN_H
#define CTL_SAMPLE_OWN_H

#include "base/db.h"
#include "ctl/ctl.h"

#include <stdbool.h>

/* Delegations of the people who are there; false after a sentence on stderr. */
bool sample_own(struct ctl *, struct db *, const char *dir);

#endif
