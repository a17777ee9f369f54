/*
 * sample.c - the invented city, into an empty database.
 *
 * Every account of the sample has one password and, for staff, one second
 * factor; both are printed in sql/sample/ACCOUNTS, so they protect nothing.
 */
#include "ctl/catalogue.h"
#include "ctl/ctl.h"
#include "ctl/people.h"
#include "ctl/sample_cases.h"
#include "ctl/sample_own.h"
#include "ctl/tsv.h"

#include "base/text.h"
#include "generated/queries/booking.h"
#include "generated/queries/ctl.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define SAMPLE_PASSWORD	"yimen-sample"
#define SAMPLE_SECRET	"yimen sample secret!"	/* 20 bytes; in base 32: see sql/sample/ACCOUNTS */

struct sample {
	struct ctl *ctl;
	struct arena *arena;
	const char *dir;
	char hash[PASSWORD_HASH];	/* of the one password */
	unsigned long long rows;
	size_t cases;
};

/* A column of the table becomes a parameter of the statement. */
struct column {
	const char *param;
	const char *column;	/* NULL: the number of the row */
	bool null_if_empty;
};

struct sample_table {
	const char *file;
	const struct statement *statement;
	const struct column *columns;	/* ended by a NULL param */
};

static const struct column area_columns[] = {
	{ "code", "division_code", false }, { "parent", "parent", true }, { "name", "name", false },
	{ "name_en", "name_en", false }, { "level", "level", false }, { NULL, NULL, false }
};
static const struct column organ_columns[] = {
	{ "code", "code", false }, { "name", "name", false }, { "name_en", "name_en", false },
	{ "short_name", "short_name", false }, { "mark", "mark", false }, { "area", "area", false }, { "nature", "nature", false },
	{ "phone", "phone", false }, { "address", "address", false }, { "position", NULL, false },
	{ NULL, NULL, false }
};
static const struct column centre_columns[] = {
	{ "code", "code", false }, { "name", "name", false }, { "name_en", "name_en", false },
	{ "area", "area", false }, { "address", "address", false }, { "hours", "hours", false },
	{ "phone", "phone", false }, { NULL, NULL, false }
};
static const struct column window_columns[] = {
	{ "centre", "centre", false }, { "number", "number", false }, { "name", "name", false },
	{ "name_en", "name_en", false }, { "organ", "organ", true }, { NULL, NULL, false }
};
static const struct column seal_columns[] = {
	{ "organ", "organ", false }, { "area", "area", false }, { "name", "name", false }, { NULL, NULL, false }
};
static const struct column theme_columns[] = {
	{ "code", "code", false }, { "side", "side", false }, { "name", "name", false },
	{ "name_en", "name_en", false }, { "icon", "icon", false }, { "position", "position", false },
	{ NULL, NULL, false }
};
static const struct column setting_columns[] = {
	{ "name", "name", false }, { "value", "value", false }, { NULL, NULL, false }
};

static const struct column service_columns[] = {
	{ "centre", "centre", false }, { "window", "window", false }, { "kind", "kind", false }, { "code", "code", false },
	{ NULL, NULL, false }
};
static const struct column hours_columns[] = {
	{ "centre", "centre", false }, { "weekday", "weekday", false }, { "from", "from", false }, { "to", "to", false },
	{ NULL, NULL, false }
};
static const struct column reminder_columns[] = {
	{ "name", "name", false }, { "every", "every", false }, { "day", "day", false }, { "role", "role", false },
	{ "subject", "subject", false }, { "body", "body", false }, { NULL, NULL, false }
};

#define SAMPLE_TABLES { \
	{ "areas.tsv", Q_AREA_ADD, area_columns }, \
	{ "organs.tsv", Q_ORGAN_ADD, organ_columns }, \
	{ "centres.tsv", Q_CENTRE_ADD, centre_columns }, \
	{ "windows.tsv", Q_WINDOW_ADD, window_columns }, \
	{ "seals.tsv", Q_SEAL_ADD, seal_columns }, \
	{ "services.tsv", Q_SAMPLE_SERVICE_ADD, service_columns }, \
	{ "hours.tsv", Q_SAMPLE_HOURS_ADD, hours_columns }, \
	{ "themes.tsv", Q_THEME_ADD, theme_columns }, \
	{ "settings.tsv", Q_SETTING_SET, setting_columns }, \
	{ "reminders.tsv", Q_SAMPLE_REMINDER_ADD, reminder_columns }, \
}

static bool
complain(const struct tsv *t, const char *why)
{
	ctl_fail("%s:%zu: %s", t->path, t->line, why);
	return false;
}

static bool
table_open(struct sample *s, struct tsv *t, const char *file)
{
	const char *path = arena_format(s->arena, "%s/%s", s->dir, file);
	char *text = ctl_file(s->ctl, path, NULL);

	if (text)
		tsv_open(t, path, text);
	return text != NULL;
}

/* After the last row: was it the last? */
static bool
table_end(const struct tsv *t)
{
	return t->why ? complain(t, t->why) : true;
}

static bool
table_load(struct sample *s, struct db *db, const struct sample_table *table)
{
	struct tsv t;
	long long row = 0;

	if (!table_open(s, &t, table->file))
		return false;
	while (tsv_next(&t)) {
		struct query *q = query_new(db, s->arena, table->statement);

		row++;
		for (const struct column *c = table->columns; c->param; c++) {
			const char *value = c->column ? tsv_get(&t, c->column) : "";

			if (!value)
				return complain(&t, arena_format(s->arena, "there is no column %s", c->column));
			if (!c->column)
				query_number(q, c->param, row);
			else
				query_text(q, c->param, c->null_if_empty && !*value ? NULL : value);
		}
		if (query_run(q) < 0)
			return complain(&t, "this is there already");
		if (db_failed(db) != DB_FINE)
			return complain(&t, db_reason(db));
		s->rows++;
	}
	return table_end(&t);
}

static bool
person_load(struct sample *s, struct db *db, const struct tsv *t, const struct person *p)
{
	const char *complaint = roles_complaint(s->arena, p->roles);

	if (complaint)
		return complain(t, complaint);
	if (person_add(db, s->arena, p, s->ctl->now) == 0)
		return complain(t, db_failed(db) == DB_FINE ? "the login or the number is taken" : db_reason(db));
	s->rows++;
	return true;
}

static const char *
cell(const struct tsv *t, const char *name)
{
	const char *value = tsv_get(t, name);

	return value ? value : "";
}

static bool
staff_load(struct sample *s, struct db *db)
{
	struct tsv t;

	if (!table_open(s, &t, "staff.tsv"))
		return false;
	while (tsv_next(&t)) {
		struct person p = {
			.kind = "staff", .login = cell(&t, "login"), .name = cell(&t, "name"), .id_kind = "",
			.legal_name = "", .phone = "", .address = "", .organ = cell(&t, "organ"),
			.area = cell(&t, "area"), .roles = cell(&t, "roles"),
			.disabled = !text_is(cell(&t, "enabled"), "1"), .password_hash = s->hash,
			.totp_secret = (const uint8_t *)SAMPLE_SECRET
		};

		if (!person_load(s, db, &t, &p))
			return false;
	}
	return table_end(&t);
}

static bool
citizens_load(struct sample *s, struct db *db)
{
	struct tsv t;

	if (!table_open(s, &t, "citizens.tsv"))
		return false;
	while (tsv_next(&t)) {
		bool person = text_is(cell(&t, "kind"), "person");
		struct person p = {
			.kind = cell(&t, "kind"), .login = cell(&t, "login"), .name = cell(&t, "name"),
			.id_kind = person ? "citizen" : "credit", .id_number = cell(&t, "number"),
			.legal_name = cell(&t, "legal_representative"), .phone = cell(&t, "phone"),
			.address = cell(&t, "address"), .area = cell(&t, "area"), .roles = "", .password_hash = s->hash
		};

		if (!person_load(s, db, &t, &p))
			return false;
	}
	return table_end(&t);
}

static bool
is_empty(struct sample *s, struct db *db)
{
	struct query *q = query_new(db, s->arena, Q_ANYTHING_THERE);

	if (query_next(q) && query_get_number(q, "count") == 0)
		return true;
	if (db_failed(db) == DB_FINE)
		ctl_fail("the database is not empty; the sample goes into an empty one only");
	return false;
}

static void
mark_sample(struct sample *s, struct db *db)
{
	struct query *q = query_new(db, s->arena, Q_SETTING_SET);

	query_text(q, "name", "ctl.sample");
	query_text(q, "value", "yes");
	query_run(q);
}

static bool
sample_load(struct db *db, void *arg)
{
	const struct sample_table tables[] = SAMPLE_TABLES;
	struct sample *s = arg;

	s->rows = 0;
	if (!is_empty(s, db))
		return false;
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		if (!table_load(s, db, &tables[i]))
			return false;
	if (!staff_load(s, db) || !citizens_load(s, db) || !sample_own(s->ctl, db, s->dir) ||
	    !sample_catalogue(s->ctl, db, s->dir) || !sample_cases(s->ctl, db, s->dir, &s->cases) ||
	    !sample_watch(s->ctl, db) || !sample_counter(s->ctl, db, s->dir))
		return false;
	mark_sample(s, db);
	return true;
}

int
verb_load_sample(struct ctl *ctl, int argc, char **argv)
{
	struct sample s = { .ctl = ctl, .arena = ctl->arena };
	int status;

	_Static_assert(sizeof(SAMPLE_SECRET) - 1 == TOTP_SECRET_BYTES, "the second factor's length");
	if (argc != 2)
		return CTL_USAGE;
	s.dir = argv[1];
	password_hash(SAMPLE_PASSWORD, s.hash);
	status = ctl_transaction(ctl, "load-sample", sample_load, &s);
	if (status == CTL_FINE)
		printf("the sample is loaded: %llu rows and %zu cases\n", s.rows, s.cases);
	if (status == CTL_FINE)
		status = ctl_seal(ctl);
	return status == CTL_FINE ? ctl_figures(ctl) : status;
}
