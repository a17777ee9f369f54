/*
 * prepare.c - every query prepares under its own accounts; every account is refused what is not its business.
 *
 * Whose a query is stands in its file: the comment at the top says "Account: x." or "Accounts: x, y.", and a
 * comment of one query may say otherwise for it.  What must be refused stands in tests/sql/refused.tsv.
 * PREPARE alone tells of missing tables, columns and rights, so no row is needed.
 */
#include "base/arena.h"
#include "base/config.h"
#include "base/db.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern const struct statement_table *const all_queries[];	/* made by the build; ended by NULL */

static const char *const accounts[] = { "public", "office", "publish", "signin", "papers", "watch", "admin", "clock", "ctl", NULL };

static struct db *connections[sizeof(accounts) / sizeof(accounts[0])];
static struct arena *arena;
static int number, failures;

static void
say(bool good, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void
say(bool good, const char *format, ...)
{
	va_list ap;

	printf("%s %d - ", good ? "ok" : "not ok", ++number);
	va_start(ap, format);
	vprintf(format, ap);
	va_end(ap);
	putchar('\n');
	failures += !good;
}

static char *
file_text(const char *path)
{
	FILE *f = fopen(path, "r");
	struct text text;
	char line[4096];

	if (!f) {
		printf("Bail out! %s: %m\n", path);
		exit(1);
	}
	text_init(&text);
	while (fgets(line, sizeof(line), f))
		text_add(&text, line);
	fclose(f);
	return text.start;
}

static const char *
source_path(const char *path)
{
	const char *source = getenv("YIMEN_SOURCE");

	return arena_format(arena, "%s/%s", source ? source : ".", path);
}

/* "Accounts: public, office." in a comment; the list without its end, or NULL. */
static const char *
account_list(const char *comment)
{
	const char *list = strstr(comment, "Account: ");

	if (!list)
		list = strstr(comment, "Accounts: ");
	if (!list)
		return NULL;
	list += strcspn(list, ":") + 1;
	return arena_text_n(arena, list, strcspn(list, ".(\n"));
}

static bool
listed(const char *list, const char *account)
{
	size_t n = strlen(account);

	for (const char *at = list; (at = strstr(at, account)) != NULL; at += n)
		if ((at == list || strchr(" ,_", at[-1])) && (at[n] == '\0' || strchr(" ,", at[n])))
			return true;
	return false;
}

/* The accounts of one query: its own comment's, else the file's. */
static const char *
accounts_of(const char *file, const char *file_list, const char *name)
{
	const char *at = strstr(file, arena_format(arena, "-- name: %s ", name)), *list;
	struct text comment;

	if (!at)
		return file_list;
	text_init(&comment);
	for (at = strchr(at, '\n'); at && text_starts(at + 1, "--"); at = strchr(at + 1, '\n'))
		text_add_n(&comment, at + 1, strcspn(at + 1, "\n"));
	list = account_list(comment.start);
	text_free(&comment);
	return list ? list : file_list;
}

static struct db *
connection_of(const char *account)
{
	for (size_t i = 0; accounts[i]; i++)
		if (text_is(accounts[i], account))
			return connections[i];
	return NULL;
}

/* All queries of a file under one account. */
static void
table_check(const struct statement_table *table, const char *file, const char *account)
{
	const char *file_list = account_list(arena_text_n(arena, file, strcspn(file, "\n")));
	size_t own = 0, bad = 0;

	for (size_t i = 0; file_list && i < table->count; i++) {
		const struct statement *s = &table->statements[i];
		const char *complaint;

		if (!listed(accounts_of(file, file_list, s->name), account))
			continue;
		own++;
		complaint = db_prepare_text(connection_of(account), s->sql);
		if (!complaint)
			continue;
		bad++;
		printf("# %s.sql: %s under %s: %s\n", table->account, s->name, account, complaint);
	}
	if (!file_list)
		say(false, "%s.sql says whose it is", table->account);
	else if (own > 0)
		say(bad == 0, "%s.sql: %zu queries prepare under %s", table->account, own, account);
}

/* A program that changes anything changes something no neighbour may. */
static void
neighbour_check(const struct statement_table *table, const char *account)
{
	size_t refused = 0, changes = 0;

	if (!connection_of(table->account) || text_is(table->account, account) || text_is(account, "ctl"))
		return;
	for (size_t i = 0; i < table->count; i++) {
		refused += db_prepare_text(connection_of(account), table->statements[i].sql) != NULL;
		changes += table->statements[i].kind == STATEMENT_CHANGE;
	}
	if (changes > 0)
		say(refused > 0, "%s may not do all that %s does (%zu of %zu refused)", account, table->account,
		    refused, table->count);
}

static bool
is_refusal(const char *complaint)
{
	/* Access denied: to a database, table, column; or a right the account has not. */
	return complaint && (text_starts(complaint, "1142 ") || text_starts(complaint, "1143 ") ||
	    text_starts(complaint, "1044 ") || text_starts(complaint, "1227 ") || text_starts(complaint, "1370 "));
}

/* PREPARE does not ask whether somebody may CREATE or DROP: these are run, in this private server. */
static const char *
complaint_of(struct db *db, const char *statement)
{
	const char *reason;

	if (!text_starts(statement, "CREATE ") && !text_starts(statement, "DROP "))
		return db_prepare_text(db, statement);
	if (db_run_text(db, statement, strlen(statement)))
		return NULL;
	reason = db_reason(db);		/* "text: 1142 …" */
	return reason + strcspn(reason, "0123456789");
}

/* account TAB statement TAB why; "*" is every account. */
static void
refused_check(char *line)
{
	char *statement = strchr(line, '\t');
	char *why = statement ? strchr(statement + 1, '\t') : NULL;
	const char *complaint;

	if (!why) {
		say(false, "refused.tsv: account, statement, why: %s", line);
		return;
	}
	*statement++ = '\0';
	*why++ = '\0';
	for (size_t i = 0; accounts[i]; i++) {
		if (!text_is(line, "*") && !text_is(line, accounts[i]))
			continue;
		complaint = complaint_of(connections[i], statement);
		if (!is_refusal(complaint))
			printf("# %s: %s: %s\n", accounts[i], statement, complaint ? complaint : "allowed");
		say(is_refusal(complaint), "%s: %s", accounts[i], why);
	}
}

int
main(void)
{
	const char *path = getenv("YIMEN_CONFIG");
	struct config config;
	char why[500], *refused, *rest = NULL;

	if (!path || !config_load(&config, path, why, sizeof(why))) {
		printf("Bail out! %s\n", path ? why : "YIMEN_CONFIG names no file");
		return 1;
	}
	arena = arena_new();
	for (size_t i = 0; accounts[i]; i++)
		connections[i] = db_open(&config, accounts[i]);
	for (size_t i = 0; all_queries[i]; i++) {
		char *file = file_text(source_path(arena_format(arena, "sql/queries/%s.sql", all_queries[i]->account)));

		for (size_t k = 0; accounts[k]; k++)
			table_check(all_queries[i], file, accounts[k]);
		for (size_t k = 0; accounts[k]; k++)
			neighbour_check(all_queries[i], accounts[k]);
		free(file);
	}
	refused = file_text(source_path("tests/sql/refused.tsv"));
	for (char *line = strtok_r(refused, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		if (*line != '#')
			refused_check(line);
	free(refused);
	for (size_t i = 0; accounts[i]; i++)
		db_close(connections[i]);
	arena_free(arena);
	config_free(&config);
	printf("1..%d\n", number);
	return failures > 0;
}
