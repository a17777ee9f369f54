/* notice.c - see notice.h. */
#include "record/notice.h"

#include "base/text.h"
#include "base/words.h"
#include "generated/queries/notice.h"
#include "rules/notice.h"
#include "rules/number.h"

#include <stdio.h>
#include <string.h>

/* What a message can say of a case. */
struct letter {
	const char *language;
	const char *name, *title, *number, *organ, *phone, *site, *due, *reason, *day;
	const char *subject, *text;
};

static const char *
day_said(struct arena *arena, const char *language, struct day d)
{
	struct civil c = day_civil(d);
	char iso[DAY_TEXT];

	if (!day_known(d))
		return "";
	return words_say(arena, language, "day", "year", arena_format(arena, "%d", c.year), "month",
	    arena_format(arena, "%d", c.month), "day", arena_format(arena, "%d", c.day), "iso", day_print(d, iso), NULL);
}

static const char *
say(struct arena *arena, const struct letter *l, const char *name)
{
	return words_say(arena, l->language, name, "name", l->name, "title", l->title, "number", l->number,
	    "organ", l->organ, "phone", l->phone, "site", l->site, "due", l->due, "reason", l->reason, "day", l->day,
	    "subject", l->subject, "text", l->text, NULL);
}

/* In English where the receiver reads English and the catalogue has it. */
static const char *
either(const struct letter *l, const struct query *q, const char *chinese, const char *english)
{
	return text_is(l->language, "en") && *query_get(q, english) ? query_get(q, english) : query_get(q, chinese);
}

/* False when there are no words: then there is nothing to tell. */
static bool
letter_write(struct arena *arena, const struct query *q, const struct notice *n, struct letter *l)
{
	char shown[CASE_NUMBER_SHOWN];

	l->title = either(l, q, "title", "title_en");
	l->organ = either(l, q, "organ_name", "organ_name_en");
	l->site = either(l, q, "site", "site_en");
	l->phone = query_get(q, "organ_phone");
	l->number = case_number_show(query_get(q, "number"), shown) ? arena_text(arena, shown) : query_get(q, "number");
	l->due = day_said(arena, l->language, day_known(n->due_on) ? n->due_on : query_get_day(q, "due_on"));
	l->reason = n->reason ? n->reason : "";
	l->subject = say(arena, l, arena_format(arena, "%s.subject", n->kind));
	l->text = say(arena, l, arena_format(arena, "%s.text", n->kind));
	return l->subject != NULL && l->text != NULL;
}

/* ---- rows ---- */

/* To whom, of what, when: the same for each way. */
struct telling {
	struct db *db;
	struct arena *arena;
	uint64_t case_id, account;
	const char *kind, *occasion, *subject;
	instant at;
};

static void
row_add(const struct telling *t, const char *channel, const char *recipient, const char *body)
{
	struct query *q = query_new(t->db, t->arena, Q_OUTBOX_ADD);

	query_number(q, "case_id", (long long)t->case_id);
	query_number(q, "account", (long long)t->account);
	query_text(q, "channel", channel);
	query_text(q, "kind", t->kind);
	query_text(q, "occasion", t->occasion);
	query_text(q, "recipient", recipient);
	query_text(q, "subject", t->subject);
	query_text(q, "body", body);
	query_instant(q, "now", t->at);
	query_run(q);
}

static bool
channel_used(const struct query *q, const char *channel)
{
	return strstr(query_is_null(q, "channels") ? "email sms" : query_get(q, "channels"), channel) != NULL;
}

/* On the site, and by each way in use to which there is an address: q's email, and mobile, "" for none. */
static void
rows_add(const struct telling *t, const struct query *q, const struct letter *l, const char *mail, const char *mobile)
{
	row_add(t, "site", "", l->text);
	if (*query_get(q, "email") != '\0' && channel_used(q, "email"))
		row_add(t, "email", query_get(q, "email"), mail);
	if (*mobile != '\0' && channel_used(q, "sms"))
		row_add(t, "sms", mobile, say(t->arena, l, "sms"));
}

static const char *
occasion_of(struct arena *arena, const struct notice *n, const struct query *q)
{
	return n->occasion ? n->occasion : arena_format(arena, "e%s", query_get(q, "events"));
}

static struct query *
case_asked(struct db *db, struct arena *arena, uint64_t case_id)
{
	struct query *q = query_new(db, arena, Q_NOTICE_CASE);

	query_number(q, "id", (long long)case_id);
	return query_next(q) ? q : NULL;
}

void
notice_send(struct db *db, struct arena *arena, const struct notice *n)
{
	struct letter l = { 0 };
	char mobile[NOTICE_MOBILE];
	struct telling t;
	struct query *q;

	if (words_get("zh", "letter") == NULL)
		return;				/* a test, or a tool that tells nobody */
	q = case_asked(db, arena, n->case_id);
	if (q == NULL || query_is_null(q, "language"))
		return;				/* a case without an account, or the machine failed */
	l.language = query_get(q, "language");
	l.name = query_get(q, "applicant_name");
	if (!letter_write(arena, q, n, &l))
		return;
	t = (struct telling){ db, arena, n->case_id, (uint64_t)query_get_number(q, "applicant_id"), n->kind,
	    occasion_of(arena, n, q), l.subject, n->at };
	if (!notice_mobile(query_get(q, "contact_phone"), mobile) && !notice_mobile(query_get(q, "phone"), mobile))
		*mobile = '\0';
	rows_add(&t, q, &l, say(arena, &l, "letter"), mobile);
}

static struct query *
owner_asked(struct db *db, struct arena *arena, uint64_t account)
{
	struct query *q = query_new(db, arena, Q_NOTICE_OWNER);

	query_number(q, "account", (long long)account);
	return query_next(q) ? q : NULL;
}

void
notice_owner(struct db *db, struct arena *arena, uint64_t account, const char *kind, struct day day, instant at)
{
	struct letter l = { .name = "" };
	struct query *q = owner_asked(db, arena, account);
	char mobile[NOTICE_MOBILE];
	struct telling t;

	if (q == NULL || words_get("zh", "letter") == NULL)
		return;
	l.language = query_get(q, "language");
	l.site = either(&l, q, "site", "site_en");
	l.day = day_said(arena, l.language, day);
	l.subject = say(arena, &l, arena_format(arena, "%s.subject", kind));
	l.text = say(arena, &l, arena_format(arena, "%s.text", kind));
	t = (struct telling){ db, arena, 0, account, kind, arena_format(arena, "%s:%s", kind, query_get(q, "version")),
	    l.subject, at };
	if (!notice_mobile(query_get(q, "phone"), mobile))
		*mobile = '\0';
	rows_add(&t, q, &l, l.text, mobile);
}

void
notice_staff(struct db *db, struct arena *arena, uint64_t account, const struct notice *n)
{
	struct query *q = case_asked(db, arena, n->case_id);
	struct letter l = { .language = "zh", .name = "" };

	if (q == NULL || !letter_write(arena, q, n, &l))
		return;
	row_add(&(struct telling){ db, arena, n->case_id, account, n->kind, occasion_of(arena, n, q), l.subject, n->at },
	    "site", "", l.text);
}

void
notice_remind(struct db *db, struct arena *arena, uint64_t account, const char *occasion, const char *subject,
    const char *body, instant at)
{
	row_add(&(struct telling){ db, arena, 0, account, "reminder", occasion, subject, at }, "site", "", body);
}
