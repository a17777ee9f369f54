/* case_tell.c - see case_tell.h. */
#include "record/case_tell.h"

#include "record/paper.h"

void
case_tell(struct db *db, struct arena *arena, const uint8_t key[KEY_BYTES], const struct case_act *act)
{
	paper_tell(db, arena, key, act);
}
