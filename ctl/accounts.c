/*
 * accounts.c - the database's own accounts: one a program, each with its rights.
 *
 * Both verbs speak to the server as an administrator known by unix_socket.
 * Passwords stand in the password file, where there is one; they are letters,
 * digits, - and _ only, so that no quoting is ever needed.
 */
#include "ctl/ctl.h"
#include "ctl/script.h"

#include "base/random.h"
#include "base/text.h"
#include "generated/queries/ctl.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* The programs' words for their accounts: every @word@ grants.sql may use. */
static const char *const account_words[] = { "public", "office", "publish", "signin", "papers", "watch", "admin", "clock", "ctl" };
enum { ACCOUNTS = sizeof(account_words) / sizeof(account_words[0]) };

static bool
is_plain(const char *s)
{
	return *s && s[strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")] == '\0';
}

struct admin_options {
	const char *user;
	bool force;
};

static bool
admin_options(int argc, char **argv, struct admin_options *o)
{
	static const struct option options[] = {
		{ "admin", required_argument, NULL, 'a' }, { "force", no_argument, NULL, 'f' }, { NULL, 0, NULL, 0 }
	};
	int option;

	*o = (struct admin_options){ "root", false };
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'a')
			o->user = optarg;
		else if (option == 'f')
			o->force = true;
		else
			return false;
	}
	return optind == argc;
}

/* A connection as an administrator, to a database that is always there. */
static struct db *
admin_open(struct ctl *ctl, struct config *config, const char *user)
{
	static char none[] = "", mysql[] = "mysql";

	*config = ctl->config;
	config->database_user_prefix = none;
	config->database_password_file = none;
	config->database_name = mysql;
	return db_open(config, user);	/* unix_socket: the server asks the kernel who we are */
}

static int
script_run(struct db *db, const char *what, const char *script)
{
	const char *statement;
	size_t at = 0, bytes;

	while ((statement = script_next(script, &at, &bytes)) != NULL)
		if (!db_run_text(db, statement, bytes))
			return ctl_fail("%s: %.*s…: the database says: %s", what, (int)strcspn(statement, "\n'"),
			    statement, db_reason(db));
	return CTL_FINE;
}

/* Names and values for script_fill: the accounts by their words, and the database. */
static const char *const *
pairs_of(struct ctl *ctl)
{
	const char **pairs = arena_array(ctl->arena, const char *, 2 * (ACCOUNTS + 1) + 1);
	size_t n = 0;

	for (size_t i = 0; i < ACCOUNTS; i++) {
		pairs[n++] = account_words[i];
		pairs[n++] = arena_format(ctl->arena, "%s%s@localhost", ctl->config.database_user_prefix,
		    account_words[i]);
	}
	pairs[n++] = "database";
	pairs[n++] = ctl->config.database_name;
	return pairs;
}

/* Makes an account for each program, known by unix_socket. */
static int
accounts_make_by_socket(struct ctl *ctl, struct db *admin, const char *script)
{
	for (size_t i = 0; i < ACCOUNTS; i++) {
		const char *pairs[] = { "account", NULL, NULL };

		pairs[1] = arena_format(ctl->arena, "%s%s@localhost", ctl->config.database_user_prefix,
		    account_words[i]);
		if (script_run(admin, account_words[i], script_fill(ctl->arena, script, pairs)) != CTL_FINE)
			return CTL_FAILED;
	}
	return CTL_FINE;
}

/* Makes the accounts of the password file, `account password` a line, the account without its prefix. */
static int
accounts_make(struct ctl *ctl, struct db *admin, char *list, const char *script)
{
	for (char *line = strtok(list, "\n"); line; line = strtok(NULL, "\n")) {
		char *password = line + strcspn(line, " \t");
		const char *pairs[] = { "account", NULL, "password", NULL, NULL };

		if (*line == '#' || text_empty(line))
			continue;
		if (*password)
			*password++ = '\0';
		password = text_trim(password);
		if (!is_plain(line) || !is_plain(password))
			return ctl_fail("%s: a line is `account password`, of letters, digits, - and _",
			    ctl->config.database_password_file);
		pairs[1] = arena_format(ctl->arena, "%s%s@localhost", ctl->config.database_user_prefix, line);
		pairs[3] = password;
		if (script_run(admin, line, script_fill(ctl->arena, script, pairs)) != CTL_FINE)
			return CTL_FAILED;
	}
	return CTL_FINE;
}

int
verb_accounts(struct ctl *ctl, int argc, char **argv)
{
	struct admin_options options;
	struct config config;
	struct db *admin;
	bool passwords = *ctl->config.database_password_file != '\0';
	char *list = NULL, *one, *database;
	int status;

	if (!admin_options(argc, argv, &options))
		return CTL_USAGE;
	if (!is_plain(ctl->config.database_name) || !is_plain(ctl->config.database_user_prefix))
		return ctl_fail("database_name and database_user_prefix are letters, digits, - and _");
	if (passwords)
		list = ctl_file(ctl, ctl->config.database_password_file, NULL);
	one = ctl_file(ctl, arena_format(ctl->arena, "%s/%s", ctl_sql_dir(), passwords ? "account.sql" :
	    "account-socket.sql"), NULL);
	database = ctl_file(ctl, arena_format(ctl->arena, "%s/database.sql", ctl_sql_dir()), NULL);
	if ((passwords && !list) || !one || !database)
		return CTL_FAILED;
	admin = admin_open(ctl, &config, options.user);
	status = passwords ? accounts_make(ctl, admin, list, one) : accounts_make_by_socket(ctl, admin, one);
	if (status == CTL_FINE)
		status = script_run(admin, "database.sql", script_fill(ctl->arena, database, pairs_of(ctl)));
	db_close(admin);
	if (status == CTL_FINE)
		puts("the accounts are there");
	return status;
}

/* A sum of grants.sql and of the last migration: while it stands, the rights stand. */
static const char *
grants_sum(struct ctl *ctl, const char *script)
{
	struct query *q;
	struct text text;
	uint8_t hash[HASH_BYTES];
	const char *sum;

	text_init(&text);
	text_add(&text, script);
	if (db_begin(ctl->db, true)) {
		q = query_new(ctl->db, ctl->arena, Q_MIGRATION_LAST);
		if (query_next(q))
			text_add(&text, query_get(q, "number"));
		db_commit(ctl->db);
	}
	sha256_of(hash, text.start, text.bytes);
	text_clear(&text);
	text_add_hex(&text, hash, sizeof(hash));
	sum = arena_text(ctl->arena, text.start);
	text_free(&text);
	return sum;
}

static bool
grants_stand(struct ctl *ctl, const char *sum)
{
	struct query *q;
	bool same;

	if (!db_begin(ctl->db, true))
		return false;
	q = query_new(ctl->db, ctl->arena, Q_SETTING_LOAD);
	query_text(q, "name", "ctl.grants");
	same = query_next(q) && text_is(query_get(q, "value"), sum);
	db_commit(ctl->db);
	return same;
}

static bool
grants_remember(struct db *db, void *arg)
{
	const char *const *sum = arg;
	struct arena *arena = arena_new();
	struct query *q = query_new(db, arena, Q_SETTING_SET);

	query_text(q, "name", "ctl.grants");
	query_text(q, "value", *sum);
	query_run(q);
	arena_free(arena);
	return true;
}

int
verb_grants(struct ctl *ctl, int argc, char **argv)
{
	struct admin_options options;
	struct config config;
	struct db *admin;
	char *script;
	const char *sum;
	int status;

	if (!admin_options(argc, argv, &options))
		return CTL_USAGE;
	script = ctl_file(ctl, arena_format(ctl->arena, "%s/grants.sql", ctl_sql_dir()), NULL);
	if (!script)
		return CTL_FAILED;
	script = script_fill(ctl->arena, script, pairs_of(ctl));
	sum = grants_sum(ctl, script);
	if (!options.force && grants_stand(ctl, sum)) {
		puts("the rights are as this release wants them");
		return ctl_rekey(ctl);
	}
	admin = admin_open(ctl, &config, options.user);
	status = script_run(admin, "grants.sql", script);
	db_close(admin);
	if (status == CTL_FINE)
		status = ctl_transaction(ctl, "grants", grants_remember, &sum);
	if (status == CTL_FINE)
		puts("each account has its rights, and no more");
	return status == CTL_FINE ? ctl_rekey(ctl) : status;
}
