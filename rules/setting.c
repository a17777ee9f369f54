/* setting.c - the settings of an administration: see setting.h. */
#include "rules/setting.h"

#include "rules/card.h"
#include "rules/document.h"
#include "rules/guide.h"
#include "rules/score.h"
#include "rules/slot.h"
#include "rules/watch.h"

#include <string.h>

static const char *const notices[] = { "refuse", "flag", NULL };
static const char *const channels[] = { "email", "sms", NULL };
static const char *const severities[] = { "stop", "warn", "off", NULL };

const struct setting settings[] = {
	/* What the site says of itself. */
	{ "site.name", SETTING_TEXT, 1, 100, "", NULL },
	{ "site.name_en", SETTING_TEXT, 1, 200, "", NULL },
	{ "site.sponsor", SETTING_TEXT, 0, 200, "", NULL },
	{ "site.phone", SETTING_TEXT, 0, 60, "", NULL },
	{ "site.hours", SETTING_TEXT, 0, 200, "", NULL },
	{ "site.address", SETTING_TEXT, 0, 300, "", NULL },
	{ "site.code", SETTING_TEXT, 0, 20, "", NULL },
	{ "site.icp", SETTING_TEXT, 0, 60, "", NULL },
	{ "site.police", SETTING_TEXT, 0, 60, "", NULL },
	{ "site.party_url", SETTING_ADDRESS, 0, 500, "", NULL },
	{ "site.mistake_url", SETTING_ADDRESS, 0, 500, "", NULL },
	{ "site.map_url", SETTING_ADDRESS, 0, 500, "", NULL },
	{ "site.accessibility_url", SETTING_ADDRESS, 0, 500, "", NULL },
	{ "site.privacy_url", SETTING_ADDRESS, 0, 500, "", NULL },
	{ "site.contact_url", SETTING_ADDRESS, 0, 500, "", NULL },
	{ "site.consult_url", SETTING_ADDRESS, 0, 500, "", NULL },
	{ "site.complain_url", SETTING_ADDRESS, 0, 500, "", NULL },
	{ "site.rate_url", SETTING_ADDRESS, 0, 500, "", NULL },
	{ "site.verify_url", SETTING_ADDRESS, 0, 500, "", NULL },
	{ "site.fee_banks", SETTING_TEXT, 0, 500, "", NULL },
	{ "site.fee_banks_en", SETTING_TEXT, 0, 500, "", NULL },
	{ "payments.organ", SETTING_TEXT, 0, 18, "", NULL },
	{ "home.hot", SETTING_CODES, 0, 20, "", NULL },
	{ "home.words", SETTING_CODES, 0, 20, "", NULL },
	{ "password.words", SETTING_CODES, 0, 100, "", NULL },
	/* Terms. */
	{ "card.near", SETTING_NEAR, 0, 0, "20% 1", NULL },
	{ "second_notice", SETTING_CHOICE, 0, 0, "refuse", notices },
	{ "licence.remind_days", SETTING_NUMBER, 1, 366, "30", NULL },
	{ "publicity.days", SETTING_NUMBER, 0, 365, "7", NULL },
	{ "publicity.after", SETTING_NUMBER, 0, 365, "1", NULL },
	{ "followup.days", SETTING_NUMBER, 0, 365, "10", NULL },
	{ "seal.area_fields", SETTING_CODES, 0, 20, "", NULL },
	{ "notice.channels", SETTING_WAYS, 0, 0, "email sms", channels },
	{ "book.limits", SETTING_LIMITS, 0, 0, "30 60 1 3 90 30", NULL },
	/* How long is kept what nobody needs any more; 0 drafts: without end. */
	{ "retention.booking_days", SETTING_NUMBER, 183, 3660, "366", NULL },
	{ "retention.closing_days", SETTING_NUMBER, 1, 60, "15", NULL },	/* until an account is closed that its owner asked to close */
	{ "retention.draft_days", SETTING_NUMBER, 0, 3660, "366", NULL },
	{ "retention.enquiry_days", SETTING_NUMBER, 366, 3660, "1096", NULL },
	{ "retention.sign_in_days", SETTING_NUMBER, 183, 3660, "366", NULL },
	{ "retention.try_days", SETTING_NUMBER, 2, 3660, "2", NULL },
	/* What follows the decision. */
	{ "rating.assign_days", SETTING_NUMBER, 1, 60, "1", NULL },
	{ "rating.call_days", SETTING_NUMBER, 1, 60, "3", NULL },
	{ "rating.mend_days", SETTING_NUMBER, 1, 60, "15", NULL },
	{ "enquiry.question_days", SETTING_NUMBER, 1, 60, "5", NULL },
	{ "enquiry.complaint_days", SETTING_NUMBER, 1, 60, "15", NULL },
	{ "enquiry.suggestion_days", SETTING_NUMBER, 1, 60, "15", NULL },
	{ "enquiry.reopen_days", SETTING_NUMBER, 1, 60, "10", NULL },
	{ "enquiry.near", SETTING_NEAR, 0, 0, "20% 1", NULL },
	{ "enquiry.per_hour", SETTING_NUMBER, 1, 1000, "10", NULL },
	{ "enquiry.per_day", SETTING_NUMBER, 1, 1000, "20", NULL },
	/* Supervision and figures. */
	{ "scores.weights", SETTING_WEIGHTS, 0, 0, "on_time 40 speed 20 guide 15 rating 15 cards 10", NULL },
	{ "watch.reply_days", SETTING_NUMBER, 1, 60, "5", NULL },
	{ "watch.appeal_days", SETTING_NUMBER, 1, 60, "5", NULL },
	{ "watch.reason_least", SETTING_NUMBER, 1, 200, "12", NULL },
	{ "watch.moments", SETTING_NUMBER, 1, 1440, "10", NULL },
	{ "watch.corrections", SETTING_SHARE, 0, 0, "30 10", NULL },
	{ "watch.escalate_days", SETTING_NUMBER, 1, 60, "2", NULL },
	/* Disclosure. */
	{ "documents.index_pattern", SETTING_PATTERN, 0, 0, "{organ}/{yyyy}{mm}-{serial:5}", NULL },
	{ "documents.organ", SETTING_TEXT, 0, 20, "", NULL },
	{ "documents.area", SETTING_TEXT, 0, 20, "", NULL },
};
const size_t setting_count = sizeof(settings) / sizeof(settings[0]);

/* All checks of publishing are set alike, each with what is usual for it; their names are rules/guide.h's. */
static const struct setting check_settings[GUIDE_SEVERITY_COUNT] = {
	[GUIDE_OFF] = { "guide.", SETTING_CHOICE, 0, 0, "off", severities },
	[GUIDE_WARN] = { "guide.", SETTING_CHOICE, 0, 0, "warn", severities },
	[GUIDE_STOP] = { "guide.", SETTING_CHOICE, 0, 0, "stop", severities },
};

static const char *const kind_names[] = { SETTING_KINDS(NAMES_TEXT) };

const struct setting *
setting_named(const char *name)
{
	enum guide_check check;

	for (size_t i = 0; i < setting_count; i++)
		if (strcmp(settings[i].name, name) == 0)
			return &settings[i];
	if (strncmp(name, "guide.", 6) == 0 && guide_check_named(name + 6, &check))
		return &check_settings[guide_default(check)];
	return NULL;
}

static size_t
letters(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

static const char *
number_wrong(const struct setting *s, const char *value)
{
	long long n = 0;

	if (*value == '\0' || value[strspn(value, "0123456789")] != '\0' || strlen(value) > 9)
		return "not_a_number";
	for (; *value != '\0'; value++)
		n = 10 * n + (*value - '0');
	return n < s->least ? "too_small" : n > s->most ? "too_large" : NULL;
}

/* A path of this site has one slash first and no backslash; another site is https and nothing else. */
static const char *
address_wrong(const char *value)
{
	if (*value == '\0')
		return NULL;
	if (value[strcspn(value, " \"'<>\\")] != '\0')
		return "setting_address";
	if (strncmp(value, "https://", 8) == 0)
		return value[8] != '\0' && value[8] != '/' ? NULL : "setting_address";
	return value[0] == '/' && value[1] != '/' ? NULL : "setting_address";
}

static bool
among(const char *const *choices, const char *word, size_t bytes)
{
	for (; *choices; choices++)
		if (strlen(*choices) == bytes && memcmp(*choices, word, bytes) == 0)
			return true;
	return false;
}

/* Counts words; false when one is not among the choices, where there are any. */
static const char *
words_wrong(const struct setting *s, const char *value)
{
	long long n = 0;
	size_t bytes;

	for (value += strspn(value, " "); *value != '\0'; value += strspn(value, " "), n++) {
		bytes = strcspn(value, " ");
		if (s->choices && !among(s->choices, value, bytes))
			return "not_a_choice";
		value += bytes;
	}
	return s->most > 0 && n > s->most ? "too_many" : NULL;
}

static bool
weights_right(const char *value)
{
	int weights[SCORE_PART_COUNT];

	return score_weights_read(value, weights);
}

const char *
setting_wrong(const struct setting *s, const char *value)
{
	struct deadline_near near;
	struct slot_limits limits;
	int percent, least;

	if (strlen(value) > SETTING_VALUE_BYTES)
		return "too_long";
	switch (s->kind) {
	case SETTING_TEXT:
		return (long long)letters(value) < s->least ? "required" : (long long)letters(value) > s->most ? "too_long" : NULL;
	case SETTING_NUMBER:
		return number_wrong(s, value);
	case SETTING_ADDRESS:
		return address_wrong(value);
	case SETTING_CHOICE:
		return among(s->choices, value, strlen(value)) ? NULL : "not_a_choice";
	case SETTING_CODES:
	case SETTING_WAYS:
		return words_wrong(s, value);
	case SETTING_NEAR:
		return card_near_read(value, &near) ? NULL : "setting_near";
	case SETTING_SHARE:
		return watch_share_read(value, &percent, &least) ? NULL : "setting_share";
	case SETTING_WEIGHTS:
		return weights_right(value) ? NULL : "setting_weights";
	case SETTING_LIMITS:
		return slot_limits_read(value, &limits) ? NULL : "setting_limits";
	case SETTING_PATTERN:
		return index_pattern_check(value) == INDEX_OK ? NULL : "setting_pattern";
	case SETTING_KIND_COUNT:
		break;
	}
	return "wrong";
}

const char *
setting_kind_name(enum setting_kind kind)
{
	return names_at(kind_names, SETTING_KIND_COUNT, (int)kind);
}
