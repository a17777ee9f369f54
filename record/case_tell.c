/* case_tell.c - see case_tell.h. */
#include "record/case_tell.h"

#include "record/licence.h"
#include "record/notice.h"
#include "record/paper.h"
#include "rules/notice.h"

/* What the applicant is told of the act. */
static void
message(struct db *db, struct arena *arena, const struct case_act *act)
{
	const char *kind = notice_of_event(act->event);

	if (kind)
		notice_send(db, arena, &(struct notice){ .case_id = act->case_id, .kind = kind, .at = act->at,
		    .reason = act->reason, .due_on = DAY_NONE });
}

void
case_tell(struct db *db, struct arena *arena, const uint8_t key[KEY_BYTES], const struct case_act *act)
{
	paper_tell(db, arena, key, act);
	licence_tell(db, arena, act);
	message(db, arena, act);
}
