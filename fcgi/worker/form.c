/* form.c - pairs in, checked values out. */
#include "fcgi/worker/form.h"

#include "base/text.h"
#include "base/utf8.h"
#include "fcgi/worker/inside.h"
#include "rules/identity.h"

#include <stdio.h>
#include <string.h>

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

long long
percent_decode(char *s, bool plus)
{
	char *from = s, *to = s;

	for (; *from != '\0'; from++) {
		if (*from == '%') {
			int high = hex_value(from[1]), low = high < 0 ? -1 : hex_value(from[2]);
			if (low < 0)
				return -1;
			*to++ = (char)(high * 16 + low);
			from += 2;
		} else
			*to++ = plus && *from == '+' ? ' ' : *from;
	}
	*to = '\0';
	return to - s;
}

/* CRLF and CR become LF: what a browser sends of a text area is not what was typed. */
static size_t
line_ends(char *s, size_t bytes)
{
	size_t to = 0;

	for (size_t i = 0; i < bytes; i++) {
		if (s[i] == '\r') {
			if (i + 1 < bytes && s[i + 1] == '\n')
				continue;
			s[to++] = '\n';
		} else
			s[to++] = s[i];
	}
	s[to] = '\0';
	return to;
}

bool
input_add(struct request *rq, const char *name, const char *value, size_t bytes)
{
	struct request_inside *in = rq->inside;
	struct input *input;

	if (in->input_count == INPUTS_MOST || strlen(name) > INPUT_NAME_MOST || *name == '\0')
		return false;
	if (!utf8_plain(name, strlen(name)))
		return false;
	input = arena_get(rq->arena, sizeof(*input));
	input->name = arena_text(rq->arena, name);
	input->value = arena_text_n(rq->arena, value, bytes);
	input->bytes = line_ends(input->value, bytes);
	if (!utf8_plain(input->value, input->bytes))
		return false;
	*in->inputs_end = input;
	in->inputs_end = &input->next;
	in->input_count++;
	return true;
}

bool
inputs_read(struct request *rq, const char *encoded, size_t bytes)
{
	char *copy = arena_text_n(rq->arena, encoded, bytes), *pair = copy;

	if (memchr(encoded, '\0', bytes) != NULL)
		return false;
	while (*pair != '\0') {
		char *end = pair + strcspn(pair, "&"), *value;
		bool last = *end == '\0';
		long long name_bytes, value_bytes;

		*end = '\0';
		if (*pair != '\0') {
			value = pair + strcspn(pair, "=");
			if (*value == '=')
				*value++ = '\0';
			name_bytes = percent_decode(pair, true);
			value_bytes = percent_decode(value, true);
			if (name_bytes < 0 || value_bytes < 0 || strlen(pair) != (size_t)name_bytes ||
			    !input_add(rq, pair, value, (size_t)value_bytes))
				return false;
		}
		if (last)
			break;
		pair = end + 1;
	}
	return true;
}

static struct input *
input_find(const struct request *rq, const char *name, size_t nth)
{
	for (struct input *i = rq->inside->inputs; i != NULL; i = i->next)
		if (strcmp(i->name, name) == 0 && nth-- == 0)
			return i;
	return NULL;
}

const char *
form_get(const struct request *rq, const char *name)
{
	struct input *input = input_find(rq, name, 0);

	return input == NULL ? "" : input->value;
}

const char *
form_get_nth(const struct request *rq, const char *name, size_t i)
{
	struct input *input = input_find(rq, name, i);

	return input == NULL ? NULL : input->value;
}

bool
form_has(const struct request *rq, const char *name, const char *value)
{
	const char *each;

	for (size_t i = 0; (each = form_get_nth(rq, name, i)) != NULL; i++)
		if (strcmp(each, value) == 0)
			return true;
	return false;
}

bool
form_flag(const struct request *rq, const char *name)
{
	return strcmp(form_get(rq, name), "1") == 0;
}

long long
form_number(const struct request *rq, const char *name)
{
	long long n = 0;

	text_number(form_get(rq, name), -1000000000000000, 1000000000000000, &n);
	return n;
}

struct day
form_day(const struct request *rq, const char *name)
{
	return day_parse(form_get(rq, name));
}

const struct upload *
form_file(const struct request *rq, const char *name, size_t i)
{
	for (const struct upload *u = rq->inside->uploads; u != NULL; u = u->next)
		if (strcmp(u->field, name) == 0 && i-- == 0)
			return u;
	return NULL;
}

static const struct {
	enum field_kind kind;
	long long most;
} kind_limits[] = {
	{ FIELD_TEXT, 200 }, { FIELD_LINES, 4000 }, { FIELD_PHONE, 30 }, { FIELD_EMAIL, 200 },
	{ FIELD_CODE, 64 }, { FIELD_PASSWORD, 200 }, { FIELD_MONEY, 16 }, { FIELD_FILES, 20 },
};

static long long
field_most(const struct field *f)
{
	if (f->most != 0)
		return f->most;
	for (size_t i = 0; i < sizeof(kind_limits) / sizeof(kind_limits[0]); i++)
		if (kind_limits[i].kind == f->kind)
			return kind_limits[i].most;
	return f->kind == FIELD_NUMBER ? 1000000000 : 200;
}

static const char *
length_check(const struct field *f, const char *value)
{
	long long length = (long long)utf8_length(value);

	if (length > field_most(f))
		return "too_long";
	if (length < f->least)
		return "too_short";
	if (f->kind != FIELD_LINES && strchr(value, '\n') != NULL)
		return "one_line";
	return NULL;
}

static const char *
choice_check(const struct field *f, const char *value)
{
	for (const char *const *c = f->choices; c != NULL && *c != NULL; c++)
		if (strcmp(*c, value) == 0)
			return NULL;
	return "not_a_choice";
}

static const char *
number_check(const struct field *f, const char *value)
{
	long long n;

	if (!text_number(value, -1000000000000000, 1000000000000000, &n))
		return "not_a_number";
	if (n < f->least)
		return "too_small";
	return n > field_most(f) ? "too_large" : NULL;
}

/* Yuan: digits, and at most two decimals after a point. */
static const char *
money_check(const struct field *f, const char *value)
{
	size_t whole = strspn(value, "0123456789");
	const char *rest = value + whole;

	if (whole == 0 || whole > 13)
		return "not_money";
	if (*rest == '.') {
		size_t decimals = strspn(rest + 1, "0123456789");
		if (decimals == 0 || decimals > 2)
			return "not_money";
		rest += 1 + decimals;
	}
	if (*rest != '\0')
		return "not_money";
	return length_check(f, value);
}

/* The number of before 1999 has its own sentence: people still carry it. */
static const char *
citizen_error(enum identity_reason why)
{
	if (why == IDENTITY_OK)
		return NULL;
	return why == IDENTITY_FIFTEEN ? "citizen_fifteen" : "not_a_citizen_number";
}

static const char *
code_check(const struct field *f, const char *value)
{
	if (value[strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/()")] != '\0')
		return "not_a_code";
	return length_check(f, value);
}

static const char *
value_check(const struct field *f, const char *value, struct day today)
{
	enum identity_reason doubt;

	switch (f->kind) {
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_PASSWORD:
		return length_check(f, value);
	case FIELD_CHOICE:
	case FIELD_MANY:
		return choice_check(f, value);
	case FIELD_FLAG:
		return strcmp(value, "1") == 0 ? NULL : "not_a_choice";
	case FIELD_NUMBER:
		return number_check(f, value);
	case FIELD_MONEY:
		return money_check(f, value);
	case FIELD_DAY:
		return day_known(day_parse(value)) ? NULL : "not_a_day";
	case FIELD_PHONE:
		return phone_check(value) == IDENTITY_OK ? NULL : "not_a_phone";
	case FIELD_EMAIL:
		return email_check(value) == IDENTITY_OK ? length_check(f, value) : "not_an_email";
	case FIELD_CITIZEN:
		return citizen_error(citizen_check(value, today));
	case FIELD_CREDIT:
		return credit_check(value, &doubt) != CREDIT_INVALID ? NULL : "not_a_credit_code";
	case FIELD_POSTCODE:
		return postcode_check(value) == IDENTITY_OK ? NULL : "not_a_postcode";
	case FIELD_CODE:
	case FIELD_CODES:
		return code_check(f, value);
	case FIELD_FILES:
		break;
	}
	return NULL;
}

static const char *
files_check(const struct request *rq, const struct field *f)
{
	long long n = 0;

	while (form_file(rq, f->name, (size_t)n) != NULL)
		n++;
	if (n == 0)
		return f->required ? "required" : NULL;
	return n > field_most(f) ? "too_many_files" : NULL;
}

/* Blanks around a value, and blanks or full-width digits within a number, are nobody's mistake. */
static void
value_tidy(struct request *rq, const struct field *f, struct input *input)
{
	size_t room = strlen(input->value) + 1;
	char *tidy;

	if (f->kind == FIELD_PASSWORD)
		return;
	input->value = text_trim(input->value);
	if (f->kind == FIELD_CITIZEN || f->kind == FIELD_CREDIT || f->kind == FIELD_POSTCODE) {
		tidy = arena_get(rq->arena, room);
		if (identity_tidy(input->value, tidy, room))
			input->value = tidy;
	}
	input->bytes = strlen(input->value);
}

/* Once back on the page, what was not allowed is nothing to the handler of a GET, which runs nevertheless. */
static void
values_forget(struct request *rq, const char *name)
{
	for (struct input *i = rq->inside->inputs; i != NULL; i = i->next)
		if (strcmp(i->name, name) == 0) {
			i->value = arena_text(rq->arena, "");
			i->bytes = 0;
		}
}

const char *
field_check(struct request *rq, const struct field *f)
{
	struct input *input;
	size_t values = 0;
	const char *error;

	if (f->kind == FIELD_FILES)
		return files_check(rq, f);
	for (size_t i = 0; (input = input_find(rq, f->name, i)) != NULL; i++) {
		value_tidy(rq, f, input);
		if (*input->value == '\0')
			continue;
		if (++values > 1 && f->kind != FIELD_MANY && f->kind != FIELD_CODES)
			return "too_many";
		if ((error = value_check(f, input->value, rq->today)) != NULL)
			return error;
	}
	return values == 0 && f->required ? "required" : NULL;
}

/* What was typed goes back to the page; passwords never do. */
static void
field_to_page(struct request *rq, struct page *page, const struct field *f)
{
	const char *value;
	char name[128];

	if (f->kind == FIELD_PASSWORD || f->kind == FIELD_FILES)
		return;
	snprintf(name, sizeof(name), "form.%s", f->name);
	page_text(page, name, form_get(rq, f->name));
	for (size_t i = 0; f->kind == FIELD_MANY && (value = form_get_nth(rq, f->name, i)) != NULL; i++) {
		snprintf(name, sizeof(name), "form.%s.%zu", f->name, i);
		page_text(page, name, value);
	}
}

/* Names every form may have beside its own fields. */
static bool
name_common(const char *name)
{
	return strcmp(name, "token") == 0 || strcmp(name, "nonce") == 0 || strcmp(name, "version") == 0;
}

static bool
name_declared(const struct form *form, const char *name)
{
	for (size_t i = 0; form != NULL && i < form->count; i++)
		if (strcmp(form->fields[i].name, name) == 0)
			return true;
	return name_common(name);
}

enum form_verdict
form_check_all(struct request *rq, struct page *page)
{
	const struct form *form = rq->route->form;
	enum form_verdict verdict = FORM_FINE;

	if (rq->route->method == POST && (form == NULL || !form->open)) {
		for (struct input *i = rq->inside->inputs; i != NULL; i = i->next)
			if (!name_declared(form, i->name))
				return FORM_BAD;
		for (struct upload *u = rq->inside->uploads; u != NULL; u = u->next)
			if (!name_declared(form, u->field))
				return FORM_BAD;
	}
	for (size_t i = 0; form != NULL && i < form->count; i++) {
		const char *error = field_check(rq, &form->fields[i]);

		field_to_page(rq, page, &form->fields[i]);
		if (error != NULL) {
			form_error(page, form->fields[i].name, error);
			verdict = FORM_MISTAKEN;
			if (rq->route->method == GET)
				values_forget(rq, form->fields[i].name);
		}
	}
	return verdict;
}
