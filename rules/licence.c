/* licence.c - see licence.h. */
#include "rules/licence.h"

#include "rules/letter.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const char *const state_names[] = { LICENCE_STATES(NAMES_TEXT) };
static const char *const standing_names[] = { LICENCE_STANDINGS(NAMES_TEXT) };

/* ---- whether it holds ---- */

enum licence_standing
licence_standing(const struct licence *l, struct day on)
{
	if (l->state == LICENCE_REVOKED)
		return LICENCE_STANDS_REVOKED;
	if (l->state == LICENCE_SUPERSEDED)
		return LICENCE_STANDS_SUPERSEDED;
	if (l->state == LICENCE_EXPIRED || (day_known(l->valid_to) && day_before(l->valid_to, on)))
		return LICENCE_STANDS_EXPIRED;
	return day_before(on, l->valid_from) ? LICENCE_STANDS_NOT_YET : LICENCE_STANDS;
}

enum licence_standing
licence_use(const struct licence *l, const char *id_kind, const char *id_number, struct day on)
{
	if (*id_number == '\0' || strcmp(l->id_kind, id_kind) != 0 || strcmp(l->id_number, id_number) != 0)
		return LICENCE_STANDS_ANOTHERS;
	return licence_standing(l, on);
}

bool
licence_ends_soon(const struct licence *l, struct day on, int days)
{
	return licence_standing(l, on) == LICENCE_STANDS && day_known(l->valid_to) &&
	    day_between(on, l->valid_to) <= days;
}

bool
licence_renewable(const struct licence *l, struct day on)
{
	return licence_ends_soon(l, on, LICENCE_RENEWAL_DAYS) || licence_standing(l, on) == LICENCE_STANDS_EXPIRED;
}

/* ---- how long it holds ---- */

/* What a clause is read as, a character at a time. */
struct clause {
	uint32_t letters[32];
	size_t count, at;
};

/* Everything up to the first comma, semicolon, stop or bracket, without blanks; false when it is too long to be a term. */
static bool
clause_read(struct clause *c, const char *words)
{
	size_t bytes;
	uint32_t letter;

	*c = (struct clause){ .count = 0 };
	while ((letter = letter_narrow(letter_read(words, &bytes))) != 0) {
		words += bytes;
		if (letter == ',' || letter == ';' || letter == '.' || letter == '(' || letter == 0x3002 || letter == '\n')
			return true;
		if (letter == ' ')
			continue;
		if (c->count == sizeof(c->letters) / sizeof(c->letters[0]))
			return false;
		c->letters[c->count++] = letter;
	}
	return true;
}

/* Takes a word when it stands next. */
static bool
clause_takes(struct clause *c, const char *word)
{
	size_t at = c->at, bytes;
	uint32_t letter;

	while ((letter = letter_read(word, &bytes)) != 0) {
		word += bytes;
		if (at == c->count || c->letters[at++] != letter)
			return false;
	}
	c->at = at;
	return true;
}

/* 0 to 9, 10 for 十, -1 for what is no figure. */
static int
figure(uint32_t letter)
{
	/* 零一二三四五六七八九十 */
	static const uint32_t figures[] = { 0x96f6, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d,
	    0x5341 };

	if (letter >= '0' && letter <= '9')
		return (int)(letter - '0');
	if (letter == 0x4e24)
		return 2;		/* 两 */
	for (int i = 1; i <= 10; i++)
		if (figures[i] == letter)
			return i;
	return -1;
}

/* 5, 12, 五, 十, 十五, 二十, 二十五; 0 where no number stands, or none of a term. */
static int
clause_number(struct clause *c)
{
	int n = 0, last = -1;
	bool ten = false;

	for (; c->at < c->count; c->at++) {
		int f = figure(c->letters[c->at]);

		if (f < 0)
			break;
		if (f == 10 && !ten) {
			n = last < 0 ? 10 : last * 10;
			ten = true;
		} else if (ten && f < 10 && n % 10 == 0) {
			n += f;
		} else if (!ten && f < 10 && c->letters[c->at] < 128 && n < 10) {
			n = n * 10 + f;
		} else if (last < 0) {
			n = f;
		} else {
			return 0;
		}
		last = f;
	}
	return n > LICENCE_TERM_MOST ? 0 : n;
}

static bool
clause_unit(struct clause *c, enum licence_unit *unit)
{
	static const struct { const char *word; enum licence_unit unit; } units[] = {
		{ "年", LICENCE_YEARS }, { "个月", LICENCE_MONTHS }, { "月", LICENCE_MONTHS }, { "日", LICENCE_DAYS },
		{ "天", LICENCE_DAYS },
	};

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (clause_takes(c, units[i].word)) {
			*unit = units[i].unit;
			return true;
		}
	return false;
}

struct licence_term
licence_term_read(const char *words)
{
	static const char *const unlimited[] = { "长期有效", "长期", "永久有效", "永久", "无固定期限", "无期限" };
	struct licence_term term = { .known = false };
	struct clause c;

	if (!clause_read(&c, words))
		return term;
	if (c.count == 0 && *words == '\0')
		return (struct licence_term){ .known = true, .unlimited = true };
	if (clause_takes(&c, "有效期")) {
		(void)clause_takes(&c, "限");
		(void)(clause_takes(&c, "为") || clause_takes(&c, ":"));
	}
	for (size_t i = 0; i < sizeof(unlimited) / sizeof(unlimited[0]); i++)
		if (clause_takes(&c, unlimited[i]))
			return (struct licence_term){ .known = c.at == c.count, .unlimited = c.at == c.count };
	term.count = clause_number(&c);
	if (term.count == 0 || !clause_unit(&c, &term.unit))
		return (struct licence_term){ .known = false };
	(void)clause_takes(&c, "有效");
	term.known = c.at == c.count;
	return term.known ? term : (struct licence_term){ .known = false };
}

struct day
licence_until(struct licence_term term, struct day from)
{
	struct day end;

	if (!term.known || term.unlimited || !day_known(from))
		return DAY_NONE;
	if (term.unit == LICENCE_DAYS)
		return day_add(from, term.count - 1);
	end = day_add_months(from, term.unit == LICENCE_YEARS ? term.count * 12 : term.count);
	/* From the 29th of February five years end on the 28th, which is the day the month has not. */
	return day_civil(end).day == day_civil(from).day ? day_add(end, -1) : end;
}

/* ---- its identifier ---- */

static const char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

enum { LETTERS = 36, ROOT_BYTES = sizeof(LICENCE_ROOT) };	/* with its dot */

static int
value_of(char c)
{
	const char *at = c == '\0' ? NULL : strchr(letters, c);

	return at == NULL ? -1 : (int)(at - letters);
}

char
licence_check(const char *text, size_t bytes)
{
	int sum = LETTERS;

	for (size_t i = 0; i < bytes; i++) {
		int value = value_of(text[i]);

		if (text[i] == '.')
			continue;
		if (value < 0)
			return 0;
		sum = (sum + value) % LETTERS;
		sum = (sum == 0 ? LETTERS : sum) * 2 % (LETTERS + 1);
	}
	return letters[(LETTERS + 1 - sum) % LETTERS];
}

static bool
part_right(const char *text, size_t bytes, size_t most)
{
	for (size_t i = 0; i < bytes; i++)
		if (value_of(text[i]) < 0)
			return false;
	return bytes > 0 && bytes <= most;
}

static bool
code_right(const char *text, size_t most)
{
	return part_right(text, strlen(text), most);
}

bool
licence_kind_print(const char *organ, long long n, char text[static LICENCE_KIND_TEXT])
{
	text[0] = '\0';
	if (n < 1 || n > 999 || !code_right(organ, 18))
		return false;
	snprintf(text, LICENCE_KIND_TEXT, "%s%03lld", organ, n);
	return true;
}

bool
licence_serial_print(int year, long long n, char text[static LICENCE_SERIAL_TEXT])
{
	text[0] = '\0';
	if (year < 1950 || year > 9999 || n < 1 || n > 9999999)
		return false;
	snprintf(text, LICENCE_SERIAL_TEXT, "%04d%07lld", year, n);
	return true;
}

bool
licence_identifier_print(const char *kind, const char *issuer, const char *serial, int edition,
    char text[static LICENCE_IDENTIFIER_TEXT])
{
	int bytes;

	text[0] = '\0';
	if (!code_right(kind, LICENCE_KIND_TEXT - 1) || !code_right(issuer, 18) ||
	    !code_right(serial, LICENCE_SERIAL_TEXT - 1) || edition < 1 || edition > LICENCE_EDITION_MOST)
		return false;
	bytes = snprintf(text, LICENCE_IDENTIFIER_TEXT - 2, LICENCE_ROOT ".%s.%s.%s.%03d", kind, issuer, serial, edition);
	text[bytes + 1] = licence_check(text + ROOT_BYTES, (size_t)bytes - ROOT_BYTES);
	text[bytes] = '.';
	text[bytes + 2] = '\0';
	return true;
}

bool
licence_identifier_right(const char *identifier)
{
	static const size_t most[] = { LICENCE_KIND_TEXT - 1, 18, LICENCE_SERIAL_TEXT - 1, 3, 1 };
	enum { PARTS = sizeof(most) / sizeof(most[0]) };
	const char *body = identifier + ROOT_BYTES, *at = body;

	if (strncmp(identifier, LICENCE_ROOT ".", ROOT_BYTES) != 0)
		return false;
	for (size_t i = 0; i < PARTS; i++) {
		size_t bytes = strcspn(at, ".");

		if (!part_right(at, bytes, most[i]) || (i == 3 && bytes != 3) || (at[bytes] == '.') != (i + 1 < PARTS))
			return false;
		if (i + 1 == PARTS)
			return licence_check(body, (size_t)(at - body)) == *at;
		at += bytes + 1;
	}
	return false;
}

/* ---- names ---- */

const char *
licence_state_name(enum licence_state state)
{
	return names_at(state_names, LICENCE_STATE_COUNT, (int)state);
}

bool
licence_state_named(const char *name, enum licence_state *state)
{
	int found = names_find(state_names, LICENCE_STATE_COUNT, name);

	if (found >= 0)
		*state = (enum licence_state)found;
	return found >= 0;
}

const char *
licence_standing_name(enum licence_standing standing)
{
	return names_at(standing_names, LICENCE_STANDING_COUNT, (int)standing);
}
