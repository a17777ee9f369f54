/* import.c - looking at a file and applying it: see import.h. */
#include "catalogue/import.h"

#include "base/text.h"
#include "catalogue/judge.h"
#include "catalogue/source.h"
#include "catalogue/store.h"
#include "generated/queries/catalogue.h"
#include "rules/code.h"
#include "rules/identity.h"

#include <ctype.h>
#include <string.h>

enum { PROGRESS_ROWS = 50 };

/* What is known while the rows of one file go by. */
struct importing {
	const struct import *import;
	struct findings *findings;
	struct places *places;
	struct judge judge;
	json_t *numbers;	/* code → number of its last version */
	json_t *areas;		/* code → area of the organ that has it */
	json_t *seen;		/* code → line */
	bool writing;
	struct origin origin;
	struct arena *row;	/* given back after each row */
};

/* Codes that differ in case only are one to the tables. */
static const char *
folded(struct arena *arena, const char *code)
{
	char *copy = arena_text(arena, code);

	for (char *c = copy; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return copy;
}

static json_t *
numbers_load(const struct import *im, struct arena *arena)
{
	struct query *q = query_new(im->db, arena, Q_ITEMS_KNOWN);
	json_t *numbers = json_object();

	while (query_next(q))
		json_object_set_new(numbers, folded(arena, query_get(q, "code")),
		    json_integer(query_get_number(q, "last_number")));
	return numbers;
}

static json_t *
item_areas_load(const struct import *im, struct arena *arena)
{
	struct query *q = query_new(im->db, arena, Q_ITEMS_KNOWN);
	json_t *areas = json_object();

	while (query_next(q))
		json_object_set_new(areas, folded(arena, query_get(q, "code")), json_string(query_get(q, "area_code")));
	return areas;
}

static const char *
source_key(void *arg, const char *key)
{
	return mapping_key(arg, key);
}

/* The column of the file that one of our keys came from. */
static const char *
column_of(struct importing *ing, const char *key)
{
	size_t n = strcspn(key, ".");
	const char *column = mapping_key(ing->import->mapping, arena_text_n(ing->row, key, n));

	return arena_format(ing->row, "%s%s", column, key + n);	/* materials.2 is the second of its list */
}

/* ---- whose a row is ---- */

/* A county's webmaster brings nothing of the city's: neither its areas and organs nor a guide one of them has. */
static void
row_outside(struct importing *ing, unsigned line, const char *key, const char *area, const char *value)
{
	const char *own = ing->import->area;

	if (own && area && *area && !division_within(area, own))
		finding_error(ing->findings, line, column_of(ing, key), "outside_area", value);
}

static void
row_reach(struct importing *ing, unsigned line, json_t *native)
{
	const char *code = native_text(native, "code"), *organ = native_text(native, "organ");
	const char *area = native_text(native, "area");

	row_outside(ing, line, "area", area, area);
	row_outside(ing, line, "organ", organ_lies(ing->places, organ), organ);
	if (!mapping_documents(ing->import->mapping))
		row_outside(ing, line, "code", json_string_value(json_object_get(ing->areas, folded(ing->row, code))), code);
}

/* ---- places a row names ---- */

static void
row_area(struct importing *ing, unsigned line, json_t *native, json_t *name)
{
	const char *code = native_text(native, "area");

	if (!*code || area_named(ing->places, code))
		return;
	if (mapping_creates(ing->import->mapping, "areas"))
		places_add_area(ing->places, ing->writing ? ing->import->db : NULL, ing->row, code,
		    json_is_string(name) ? json_string_value(name) : code);
	else
		finding_error(ing->findings, line, column_of(ing, "area"), "unknown_area", code);
}

static void
row_organ(struct importing *ing, unsigned line, json_t *native, json_t *name)
{
	const char *code = native_text(native, "organ");

	if (!*code || organ_named(ing->places, code))
		return;
	if (!mapping_creates(ing->import->mapping, "organs")) {
		finding_error(ing->findings, line, column_of(ing, "organ"), "unknown_organ", code);
		return;
	}
	if (places_add_organ(ing->places, ing->writing ? ing->import->db : NULL, ing->row, code,
	    json_is_string(name) ? json_string_value(name) : code, native_text(native, "area")))
		finding_warning(ing->findings, line, column_of(ing, "organ"), "organ_doubtful", code);
}

static void
row_themes(struct importing *ing, unsigned line, json_t *native, json_t *names)
{
	const char *code;
	json_t *one;
	size_t i;

	json_object_foreach(names, code, one)
		if (mapping_creates(ing->import->mapping, "themes") && !theme_named(ing->places, code))
			places_add_theme(ing->places, ing->writing ? ing->import->db : NULL, ing->row, code,
			    native_text(one, "name"), native_text(one, "side"));
	json_array_foreach(json_object_get(native, "themes"), i, one)
		if (!theme_named(ing->places, json_string_value(one)))
			finding_error(ing->findings, line, column_of(ing, "themes"), "unknown_theme",
			    json_string_value(one));
}

/* ---- one row ---- */

static void
row_code(struct importing *ing, unsigned line, json_t *native)
{
	const char *code = folded(ing->row, native_text(native, "code")), *column = column_of(ing, "code");
	json_t *before;

	if (!*code)
		return;
	before = json_object_get(ing->seen, code);
	if (before)
		finding_error(ing->findings, line, column, "duplicate_code",
		    arena_format(ing->row, "%s (%" JSON_INTEGER_FORMAT ")", code, json_integer_value(before)));
	else
		json_object_set_new(ing->seen, code, json_integer(line));
	if (json_integer_value(json_object_get(ing->numbers, code)) > 0)
		finding_warning(ing->findings, line, column, "new_version", native_text(native, "code"));
}

/* What says no day is published today. */
static struct day
row_day(const struct importing *ing, json_t *native)
{
	const char *day = native_text(native, "effective_on");

	return *day ? day_parse(day) : ing->import->today;
}

static void
row_judge(struct importing *ing, unsigned line, json_t *native)
{
	struct verdict *v = arena_get(ing->row, sizeof(*v));

	judge_item_on(&ing->judge, ing->row, native, row_day(ing, native), v);
	for (size_t i = 0; i < v->count; i++) {
		const char *key = verdict_key(ing->row, &v->findings[i]);

		finding_warning(ing->findings, line, column_of(ing, key), guide_check_name(v->findings[i].check), NULL);
	}
}

/* The row in our form; new.  Errors were found when the count of them grew. */
static json_t *
row_native(struct importing *ing, const struct source_row *row)
{
	const struct import *im = ing->import;
	json_t *native = mapping_read(im->mapping, ing->places, row->object, ing->findings, row->line);
	json_t *organ = mapping_take(native, "@organ_name"), *area = mapping_take(native, "@area_name");
	json_t *themes = mapping_take(native, "@themes");

	native_tidy(mapping_form(im->mapping), native, ing->findings, row->line, source_key,
	    (void *)(uintptr_t)im->mapping);
	row_area(ing, row->line, native, area);
	row_organ(ing, row->line, native, organ);
	row_themes(ing, row->line, native, themes);
	row_reach(ing, row->line, native);
	mapping_keep(im->mapping, ing->places, row->object, native);
	if (!mapping_documents(im->mapping)) {
		row_code(ing, row->line, native);
		row_judge(ing, row->line, native);
	}
	json_decref(organ);
	json_decref(area);
	json_decref(themes);
	return native;
}

static void
row_store(struct importing *ing, unsigned line, json_t *native)
{
	const char *code = folded(ing->row, native_text(native, "code"));
	uint64_t id;

	if (mapping_documents(ing->import->mapping))
		id = document_store(ing->import->db, ing->row, native, &ing->origin);
	else
		id = item_store(ing->import->db, ing->row, native,
		    (unsigned)json_integer_value(json_object_get(ing->numbers, code)) + 1, &ing->origin);
	if (id == 0)
		finding_error(ing->findings, line, "", "not_stored", native_text(native, "code"));
}

void
import_progress(struct db *aside, uint64_t batch, size_t done, instant now)
{
	struct arena *arena;
	struct query *q;

	if (!aside || !db_begin(aside, false))
		return;
	arena = arena_new();
	q = query_new(aside, arena, Q_BATCH_PROGRESS_SET);
	query_number(q, "id", (long long)batch);
	query_number(q, "rows_done", (long long)done);
	query_instant(q, "now", now);
	query_run(q);
	db_commit(aside);
	arena_free(arena);
}

static void
rows_pass(struct importing *ing, const struct source *source)
{
	for (size_t i = 0; i < source->count; i++) {
		size_t before = ing->findings->errors;
		json_t *native = row_native(ing, &source->rows[i]);

		if (ing->writing && ing->findings->errors == before)
			row_store(ing, source->rows[i].line, native);
		json_decref(native);
		arena_reset(ing->row);
		if (ing->writing && ing->findings->errors > 0)
			return;
		if (ing->writing && (i + 1) % PROGRESS_ROWS == 0)
			import_progress(ing->import->aside, ing->origin.batch, i + 1, ing->import->now);
	}
}

/* Looks at every row; writes them when there is a batch to write for. */
static size_t
import_pass(const struct import *im, uint64_t batch, struct findings *findings, const char **added)
{
	struct importing ing = { .import = im, .findings = findings, .writing = batch != 0,
		.origin = { im->account, batch, im->now }, .row = arena_new() };
	struct source source;
	size_t rows;

	source_read(&source, findings, source_form_of(im->file_name), im->bytes, im->n);
	ing.places = places_load(im->db);
	ing.numbers = numbers_load(im, ing.row);
	ing.areas = item_areas_load(im, ing.row);
	ing.seen = json_object();
	judge_load(&ing.judge, im->db, ing.row, im->mapping);
	if (!ing.writing || findings->errors == 0)
		rows_pass(&ing, &source);
	if (added)
		*added = places_added(ing.places, im->arena);
	findings_sort(findings);
	rows = source.count + source.broken;
	json_decref(ing.seen);
	json_decref(ing.numbers);
	json_decref(ing.areas);
	places_free(ing.places);
	source_free(&source);
	arena_free(ing.row);
	return rows;
}

void
import_look(const struct import *im, struct findings *findings, size_t *rows)
{
	*rows = import_pass(im, 0, findings, NULL);
}

static void
findings_store(const struct import *im, uint64_t batch, const struct findings *findings)
{
	struct arena *row = arena_new();
	long long position = 0;

	for (const struct finding *f = findings->first; f; f = f->next) {
		struct query *q = query_new(im->db, row, Q_FINDING_ADD);

		query_number(q, "batch", (long long)batch);
		query_number(q, "position", ++position);
		query_number(q, "line", f->line);
		query_text(q, "column", f->column);
		query_text(q, "code", f->code);
		query_text(q, "severity", f->error ? "error" : "warning");
		query_text(q, "value", f->value);
		query_run(q);
		arena_reset(row);
	}
	arena_free(row);
}

uint64_t
import_record(const struct import *im, struct findings *findings)
{
	struct query *q;
	uint64_t batch;
	size_t rows;

	import_look(im, findings, &rows);
	q = query_new(im->db, im->arena, Q_BATCH_ADD);
	query_text(q, "kind", mapping_documents(im->mapping) ? "documents" : "items");
	query_text(q, "mapping", mapping_name(im->mapping));
	query_text(q, "file_name", im->file_name);
	query_text(q, "sha256", im->sha256);
	query_text(q, "state", findings->errors ? "refused" : "ready");
	query_number(q, "rows_total", (long long)rows);
	query_number(q, "error_count", (long long)findings->errors);
	query_number(q, "warning_count", (long long)findings->warnings);
	query_number(q, "account", (long long)im->account);
	query_instant(q, "now", im->now);
	if (query_run(q) != 1)
		return 0;
	batch = query_id(q);
	findings_store(im, batch, findings);
	return batch;
}

static bool
batch_move(const struct import *im, uint64_t batch, const char *was, const char *state, size_t rows)
{
	struct query *q = query_new(im->db, im->arena, Q_BATCH_MOVE);

	query_number(q, "id", (long long)batch);
	query_text(q, "was", was);
	query_text(q, "state", state);
	query_number(q, "rows_done", (long long)rows);
	query_instant(q, "now", im->now);
	return query_run(q) == 1;
}

const char *
import_apply(const struct import *im, uint64_t batch, struct findings *findings)
{
	struct query *q = query_new(im->db, im->arena, Q_BATCH_TAKE);
	const char *added;
	size_t rows;

	query_number(q, "id", (long long)batch);
	if (!query_next(q))
		return "batch_gone";
	if (!text_is(query_get(q, "state"), "ready"))
		return "batch_state";
	if (!text_is(query_get(q, "sha256"), im->sha256) ||
	    !text_is(query_get(q, "mapping"), mapping_name(im->mapping)))
		return "batch_file";
	import_progress(im->aside, batch, 0, im->now);
	rows = import_pass(im, batch, findings, &added);
	if (findings->errors > 0)
		return "batch_errors";
	act_add(im->db, im->arena, &(struct act){ im->account, im->now, "import_apply",
	    arena_format(im->arena, "batch/%llu", (unsigned long long)batch), "", added });
	if (!batch_move(im, batch, "ready", "applied", rows))
		return "batch_state";
	import_progress(im->aside, batch, rows, im->now);
	return NULL;
}
