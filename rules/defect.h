/*
 * defect.h - the one-time list (一次性告知), and what a later list may still say.
 *
 * Licensing Law 32: all that must be supplied is told at once.  A later list may
 * name what was changed since the one before, and what was named already and is
 * still wrong; it may not find fault with what lay there unchanged and unnamed
 * the whole time: that was visible then.
 *
 * A subject is one material, or the form as a whole.  Lists are numbered from 1.
 * What was changed while list n stood open is "changed in n"; what stands as it
 * was first filed is changed in 0.
 *
 * Pure.  Whether a defect that was visible is refused or flagged is a setting.
 */
#ifndef RULES_DEFECT_H
#define RULES_DEFECT_H

#include "rules/names.h"

#include <stdbool.h>

#define DEFECT_SINCES(X)				\
	X(DEFECT_FIRST, "first")			/* there is no earlier list */ \
	X(DEFECT_CHANGED, "changed")			/* it is not what the last list saw */ \
	X(DEFECT_NAMED, "named")			/* named before, and as it was then */ \
	X(DEFECT_VISIBLE, "visible")			/* it could have been named, and was not */

enum defect_since { DEFECT_SINCES(NAMES_CONSTANT) DEFECT_SINCE_COUNT };

struct defect_subject {
	int changed;		/* in which list's time; 0: as first filed */
	int named;		/* the last list that named it; 0: none did */
	bool conditional;	/* wanted only where the form's answers say so */
	bool given;		/* there is something of it */
};

/*
 * How a defect of list number "list" stands to the lists before it.
 * form_changed: in which list's time the answers were last changed; it may make
 * wanted what was not wanted before.
 */
enum defect_since defect_since(int list, struct defect_subject, int form_changed);

const char *defect_since_name(enum defect_since);

#endif
