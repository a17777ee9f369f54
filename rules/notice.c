/* notice.c - see notice.h. */
#include "rules/notice.h"

static const char *const told[EVENT_COUNT] = {
	[EVENT_SUBMIT] = "submitted",
	[EVENT_RECEIVE] = "received",
	[EVENT_TAKE_BACK] = "taken_back",
	[EVENT_PRECHECK] = "precheck",
	[EVENT_ASK_CORRECTION] = "correction",
	[EVENT_RESUBMIT] = "resubmitted",
	[EVENT_ACCEPT] = "accepted",
	[EVENT_DEEM_ACCEPTED] = "deemed_accepted",
	[EVENT_REFUSE_ACCEPTANCE] = "not_accepted",
	[EVENT_ASK_SUPPLEMENT] = "supplement",
	[EVENT_SUPPLY] = "supplied",
	[EVENT_SUSPEND] = "suspended",
	[EVENT_RESUME] = "resumed",
	[EVENT_EXTEND] = "extended",
	[EVENT_KEEP_PROMISE] = "promise_kept",
	[EVENT_RETURN_PROMISE] = "promise_returned",
	[EVENT_GRANT] = "granted",
	[EVENT_DENY] = "denied",
	[EVENT_DELIVER] = "delivered",
	[EVENT_BILL] = "billed",
	[EVENT_PAY] = "paid",
	[EVENT_WAIVE] = "waived",
	[EVENT_SEND] = "sent",
	[EVENT_WITHDRAW] = "withdrawn",
	[EVENT_LAPSE] = "lapsed",
	[EVENT_TERMINATE] = "terminated",
	[EVENT_RECOMPUTE] = "recomputed",
	[EVENT_REVOKE] = "revoked",
};

const char *
notice_of_event(enum event event)
{
	return (unsigned)event < EVENT_COUNT ? told[event] : NULL;
}

instant
notice_pause(unsigned tries, uint32_t chance)
{
	instant pause = NOTICE_FIRST_PAUSE;

	for (unsigned i = 1; i < tries && pause < NOTICE_LONGEST_PAUSE; i++)
		pause *= 2;
	if (pause > NOTICE_LONGEST_PAUSE)
		pause = NOTICE_LONGEST_PAUSE;
	return pause * 3 / 4 + (instant)(chance % 1024) * pause / 2048;
}

bool
notice_mobile(const char *phone, char mobile[static NOTICE_MOBILE])
{
	size_t n = 0;

	if (phone[0] == '+' && phone[1] == '8' && phone[2] == '6')
		phone += 3;
	else if (phone[0] == '8' && phone[1] == '6' && phone[2] != '\0')
		phone += 2;
	for (; *phone; phone++) {
		if (*phone == ' ' || *phone == '-')
			continue;
		if (*phone < '0' || *phone > '9' || n == NOTICE_MOBILE - 1)
			return false;
		mobile[n++] = *phone;
	}
	mobile[n] = '\0';
	return n == NOTICE_MOBILE - 1 && mobile[0] == '1' && mobile[1] >= '3';
}

struct day
reminder_day(enum reminder_every every, int day, struct day today)
{
	struct civil c = day_civil(today);
	int length, before;

	if (!day_known(today) || day < 1 || day > (every == REMINDER_WEEK ? 7 : 31))
		return DAY_NONE;
	if (every == REMINDER_WEEK)
		return day_add(today, -((day_weekday(today) - day + 7) % 7));
	length = day_month_length(c.year, c.month);
	if ((day < length ? day : length) <= c.day)
		return day_make(c.year, c.month, day < length ? day : length);
	c.month = c.month == 1 ? 12 : c.month - 1;
	c.year -= c.month == 12;
	before = day_month_length(c.year, c.month);
	return day_make(c.year, c.month, day < before ? day : before);
}
