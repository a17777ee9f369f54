/* defect.c - see defect.h. */
#include "rules/defect.h"

static const char *const since_names[] = { DEFECT_SINCES(NAMES_TEXT) };

enum defect_since
defect_since(int list, struct defect_subject s, int form_changed)
{
	int last = list - 1;

	if (last < 1)
		return DEFECT_FIRST;
	if (s.changed >= last)
		return DEFECT_CHANGED;
	if (s.conditional && !s.given && form_changed >= last)
		return DEFECT_CHANGED;
	return s.named > s.changed ? DEFECT_NAMED : DEFECT_VISIBLE;
}

const char *
defect_since_name(enum defect_since since)
{
	return names_at(since_names, DEFECT_SINCE_COUNT, (int)since);
}
