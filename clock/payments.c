/*
 * payments.c - what the bank says was paid.
 *
 * First all rows of a file go into the tables, in one transaction, as they came; then each is judged on its own: it pays
 * its bill (event pay, by the clock) or it is wrong, with the reason, and stays on the office's list until somebody has
 * settled it.  A sum that is not the bill's pays nothing.  Cut off anywhere, it goes on where it was.
 */
#include "clock/payments.h"

#include "base/log.h"
#include "base/random.h"
#include "base/utf8.h"
#include "generated/queries/outcome.h"
#include "rules/fee.h"

#include <stdio.h>
#include <string.h>

enum { ROWS_MOST = 100000, CELLS = 4, ROW_TEXT = 400, SERIAL_MOST = 64 };

static const struct payment_gateway *const gateways[] = { &payment_folder };

/* ---- rows as they come ---- */

struct row {
	const char *cells[CELLS];
	const char *text;		/* the line, for who has to look into it */
	char slip[SLIP_TEXT];
	fen amount;
	instant paid_at;
	enum payment_fault fault;
};

/* Cells of one line, their quotes off; false when there are more or fewer. */
static bool
cells_of(struct arena *arena, const char *line, const char *cells[CELLS])
{
	char *rest = arena_text(arena, line), *cell;
	size_t n = 0, bytes;

	for (; (cell = strsep(&rest, ",")) != NULL; n++) {
		if (n == CELLS)
			return false;
		cell = text_trim(cell);
		bytes = strlen(cell);
		if (bytes >= 2 && cell[0] == '"' && cell[bytes - 1] == '"') {
			cell[bytes - 1] = '\0';
			cell = text_trim(cell + 1);
		}
		cells[n] = cell;
	}
	return n == CELLS;
}

static bool
is_serial(const char *text)
{
	size_t n = strlen(text);

	if (n == 0 || n > SERIAL_MOST)
		return false;
	for (; *text; text++)
		if (*text <= ' ' || *text > '~')
			return false;
	return true;
}

static void
row_read(struct arena *arena, const char *line, struct row *r)
{
	*r = (struct row){ .text = arena_text_n(arena, line, strnlen(line, ROW_TEXT)), .paid_at = INSTANT_NONE,
	    .fault = PAYMENT_UNREADABLE };
	if (!utf8_valid(line, strlen(line))) {
		r->text = "?";
		return;
	}
	r->text = arena_text_n(arena, line, utf8_cut(line, ROW_TEXT));
	if (!cells_of(arena, line, r->cells))
		return;
	r->paid_at = instant_parse(r->cells[2]);
	if (!fee_parse(r->cells[1], &r->amount) || r->paid_at == INSTANT_NONE || !is_serial(r->cells[3]))
		return;
	r->fault = slip_tidy(r->cells[0], r->slip) ? PAYMENT_FINE : PAYMENT_NO_SLIP;
}

struct reading {
	struct clock *clock;
	const char *name;
	struct text *bytes;
	long long rows;
};

/* Whose a slip is by its number alone; "": no organ's. */
static const char *
organ_of(struct db *db, struct clock *c, const char *slip)
{
	struct query *q;

	if (*slip == '\0')
		return "";
	q = query_new(db, c->act_arena, Q_PAYMENT_ORGAN);
	query_text(q, "slip_number", slip);
	return query_next(q) ? query_get(q, "code") : "";
}

static void
row_write(struct db *db, struct clock *c, uint64_t file, long long line, const struct row *r, const char *serial,
    const char *state, enum payment_fault fault)
{
	const char *organ = fault ? organ_of(db, c, r->slip) : "";
	struct query *q = query_new(db, c->act_arena, Q_PAYMENT_ADD);

	query_number(q, "file", (long long)file);
	query_number(q, "line", line);
	query_text(q, "bank_serial", serial);
	query_text(q, "row_text", r->text);
	query_text(q, "slip_number", r->slip);
	if (r->fault == PAYMENT_UNREADABLE)
		query_null(q, "amount");
	else
		query_number(q, "amount", r->amount);
	query_instant(q, "paid_at", r->paid_at);
	query_text(q, "organ", organ);
	query_text(q, "state", state);
	query_text(q, "why", payment_fault_name(fault));
	query_run(q);
}

/* The serial is the bank's word that this is one payment: the same row again is no second one. */
static void
row_add(struct db *db, struct clock *c, uint64_t file, long long line, const struct row *r)
{
	struct query *known;

	if (r->fault == PAYMENT_UNREADABLE) {
		row_write(db, c, file, line, r, NULL, "wrong", r->fault);
		return;
	}
	known = query_new(db, c->act_arena, Q_PAYMENT_KNOWN);
	query_text(known, "bank_serial", r->cells[3]);
	if (!query_next(known))
		row_write(db, c, file, line, r, r->cells[3], r->fault ? "wrong" : "waiting", r->fault);
	else if (text_is(query_get(known, "slip_number"), r->slip) && query_get_number(known, "amount") == r->amount)
		row_write(db, c, file, line, r, NULL, "again", PAYMENT_FINE);
	else
		row_write(db, c, file, line, r, NULL, "wrong", PAYMENT_SERIAL);
}

/* A first line without a digit is headings. */
static bool
is_headings(const char *line, long long number)
{
	return number == 1 && strpbrk(line, "0123456789") == NULL;
}

static void
rows_add(struct db *db, struct reading *r, uint64_t file)
{
	struct clock *c = r->clock;
	char *rest = arena_text_n(c->act_arena, r->bytes->start, r->bytes->bytes), *line;
	struct row row;

	if (text_starts(rest, "\xef\xbb\xbf"))
		rest += 3;
	for (long long n = 1; (line = strsep(&rest, "\n")) != NULL && n <= ROWS_MOST; n++) {
		line[strcspn(line, "\r")] = '\0';
		if (text_empty(line) || is_headings(line, n))
			continue;
		row_read(c->act_arena, line, &row);
		row_add(db, c, file, n, &row);
		r->rows++;
	}
}

/* More rows than are read at once: none is, for the rest would be lost.  The file stays where it lies. */
static bool
too_long(const struct reading *r)
{
	long long lines = 1;

	for (size_t i = 0; i < r->bytes->bytes; i++)
		lines += r->bytes->start[i] == '\n';
	if (lines - 1 <= ROWS_MOST)
		return false;
	log_error("payments", "file", r->name, "why", "it has too many rows: split it", NULL);
	return true;
}

static bool
file_read(struct db *db, void *arg)
{
	struct reading *r = arg;
	uint8_t hash[HASH_BYTES];
	struct query *q;
	struct text hex;

	if (too_long(r))
		return false;
	arena_reset(r->clock->act_arena);
	r->rows = 0;
	sha256_of(hash, r->bytes->start, r->bytes->bytes);
	text_init(&hex);
	text_add_hex(&hex, hash, sizeof(hash));
	q = query_new(db, r->clock->act_arena, Q_PAYMENT_FILE_ADD);
	query_text(q, "sha256", hex.start);
	query_text(q, "name", r->name);
	query_instant(q, "now", r->clock->now);
	if (query_run(q) == 1)		/* otherwise it was read before */
		rows_add(db, r, query_id(q));
	text_free(&hex);
	return true;
}

static bool
files_read(struct clock *c, const struct payment_gateway *gateway)
{
	struct reading r = { .clock = c };
	struct text bytes;
	bool failed = false;
	char rows[24];

	text_init(&bytes);
	r.bytes = &bytes;
	while (!failed && !clock_ending() && gateway->next(c, &r.name, &bytes, &failed)) {
		text_add(&bytes, "");
		failed = !db_transaction(c->db, false, file_read, &r) || !gateway->done(c, r.name);
		snprintf(rows, sizeof(rows), "%lld", r.rows);
		if (!failed)
			log_info("payments", "gateway", gateway->name, "file", r.name, "rows", rows, NULL);
	}
	text_free(&bytes);
	return !failed;
}

/* ---- each on its own ---- */

static bool
judged(struct clock *c, const struct query *due, const char *organ, enum payment_fault fault)
{
	struct query *q = clock_query(c, Q_PAYMENT_JUDGED);

	query_number(q, "file", query_get_number(due, "file_id"));
	query_number(q, "line", query_get_number(due, "line"));
	query_text(q, "organ", organ);
	query_text(q, "state", fault ? "wrong" : "matched");
	query_text(q, "why", payment_fault_name(fault));
	return query_run(q) == 1;
}

static bool
bill_pay(struct clock *c, const struct query *due, const struct query *bill)
{
	char amount[FEE_TEXT];
	struct case_act act;
	struct query *q;

	fee_show(query_get_number(bill, "amount"), amount);
	if (!clock_step(c, bill, EVENT_PAY, arena_format(c->act_arena, "%s %s", query_get(bill, "name"), amount),
	    record_detail(c->act_arena, "fee_name", query_get(bill, "name"), "slip_number", query_get(due, "slip_number"),
	    "amount", amount, "fee_channel", "bank", "receipt_number", query_get(due, "bank_serial"), NULL), &act))
		return false;
	q = clock_query(c, Q_BILL_PAID);
	query_number(q, "bill", query_get_number(bill, "bill"));
	query_number(q, "version", query_get_number(bill, "bill_version"));
	query_instant(q, "paid_at", query_get_instant(due, "paid_at"));
	query_text(q, "channel", "bank");
	query_text(q, "receipt_number", query_get(due, "bank_serial"));
	query_instant(q, "now", c->now);
	query_text(q, "name", "clock");
	if (query_run(q) != 1)
		return false;
	q = clock_query(c, Q_BILL_NOTE);
	query_number(q, "bill", query_get_number(bill, "bill"));
	query_instant(q, "now", c->now);
	query_text(q, "act", "pay");
	query_number(q, "amount", query_get_number(bill, "amount"));
	query_number(q, "account", 0);
	query_text(q, "name", "clock");
	query_text(q, "reason", query_get(due, "bank_serial"));
	query_run(q);
	clock_tell(c, &act);
	return judged(c, due, query_get(bill, "organ_code"), PAYMENT_FINE);
}

/* False: somebody was faster; it is looked at again the next time. */
static bool
payment(struct clock *c, const struct query *due)
{
	struct query *bill = clock_query(c, Q_PAYMENT_BILL);
	enum bill_state bill_state = BILL_ASKED;
	enum payment_fault fault;
	enum state state;
	bool found;

	query_text(bill, "slip_number", query_get(due, "slip_number"));
	found = query_next(bill) && bill_state_named(query_get(bill, "bill_state"), &bill_state);
	fault = payment_judge(found, bill_state, found ? query_get_number(bill, "amount") : 0, query_get_number(due, "amount"));
	if (!fault && (!state_named(query_get(bill, "state"), &state) || step_find(state, EVENT_PAY, ROLE_CLOCK).refused))
		fault = PAYMENT_CASE_ENDED;
	if (!fault)
		return bill_pay(c, due, bill);
	return judged(c, due, found ? query_get(bill, "organ_code") : organ_of(c->db, c, query_get(due, "slip_number")), fault);
}

/* Money that nobody is shown is said in the log, each time, until an organ is set that looks after it. */
static void
nobodys(struct clock *c)
{
	struct query *q = clock_query(c, Q_PAYMENTS_NOBODYS);

	if (query_next(q) && query_get_number(q, "found") > 0)
		log_error("payments", "why", "some belong to nobody: set payments.organ", "found", query_get(q, "found"), NULL);
}

long long
duty_payments(struct clock *c)
{
	bool fine = true;
	long long done;

	for (size_t i = 0; i < sizeof(gateways) / sizeof(gateways[0]); i++)
		if (gateways[i]->ready(c->config))
			fine = files_read(c, gateways[i]) && fine;
	done = clock_walk(c, Q_PAYMENTS_DUE, payment);
	nobodys(c);
	if (!fine && c->why == NULL)
		c->why = "a file of payments could not be read";
	return fine ? done : -1;
}
