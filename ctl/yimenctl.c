/*
 * yimenctl.c - finds the verb and runs it.
 */
#include "config.h"
#include "ctl/backup.h"
#include "ctl/catalogue.h"
#include "ctl/ctl.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/random.h"
#include "base/sealed.h"
#include "base/text.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct verb verbs[] = {
	{ "accounts", "[--admin USER]", "make the database and each program's account in it",
	    verb_accounts, false },
	{ "migrate", "", "bring the tables up to this release", verb_migrate, false },
	{ "grants", "[--admin USER] [--force]", "give each account its rights, and no more", verb_grants, false },
	{ "load-calendar", "[YEAR SOURCE FILE]",
	    "add the working-day calendars this release knows, or a new notice: a table of day, kind (off, work), name",
	    verb_load_calendar, false },
	{ "recompute", "", "compute the dates of open cases with the newest calendar; yimen-clock does it once a calendar",
	    verb_recompute, false },
	{ "kiosk", "add CENTRE NAME | list | retire ID", "machines in the halls; add prints the token of one, once", verb_kiosk, false },
	{ "load-sample", "DIR", "fill an empty database with the invented city", verb_load_sample, false },
	{ "adduser", "--login L --name N --organ CODE --role R…", "add a colleague; prints a password and a second factor",
	    verb_adduser, false },
	{ "passwd", "LOGIN", "a new password, read from stdin or made; opens a locked account", verb_passwd, false },
	{ "totp", "LOGIN [--new]", "a new second factor, or the current code of a sample account", verb_totp, false },
	{ "import", "[--mapping NAME] [--dry-run] [--as LOGIN] [--publish [--by LOGIN] [--reason TEXT]] FILE",
	    "items or documents, JSON Lines or CSV; all rows or none", verb_import, false },
	{ "export", "[--mapping NAME] [--csv] [--batch N] [--public]", "what is published, or all of a batch, to stdout",
	    verb_export, false },
	{ "undo-import", "BATCH", "take an import back, while nothing was filed on it", verb_undo_import, false },
	{ "publish-due", "", "begin and end the versions whose day has come; harmless when run twice",
	    verb_publish_due, false },
	{ "renew-guides", "", "put the elements of every version together anew: after a name of an organ or a theme was changed",
	    verb_renew_guides, false },
	{ "status", "[--json]", "tables, counts and the calendar; 1 when something is wrong", verb_status, false },
	{ "figures", "rebuild|check|dump", "make the figures anew from the cases, hold them against these, or print every sum",
	    verb_figures, false },
	{ "seal", "", "seal what was recorded and publish the heads of the days that are over; harmless when run twice",
	    verb_seal, false },
	{ "verify", "[--head POSITION:HEX] [--heads FILE] [CASE-ID]",
	    "walk the record and its chain; 1 and every fault by name when it was tampered with", verb_verify, false },
	{ "rekey", "[--new|--check]", "seal personal numbers anew with the newest key, while the portal serves; --new: make that "
	    "key first; --check: change nothing, 1 when some are not sealed with it or do not open", verb_rekey, false },
	{ "replay", "NUMBER", "a case as its record leads, event by event; 1 when it stands elsewhere", verb_replay, false },
	{ "export-record", "FILE", "the chain as JSON Lines, without anything about a person; - is stdout",
	    verb_export_record, false },
	{ "check-record", "[--head POSITION:HEX] [--heads FILE] FILE",
	    "check such a file, with neither database nor key", verb_check_record, true },
	{ "backup", "[--admin USER] [--after BACKUP] FOLDER",
	    "a snapshot of the database and all stored files into a new folder; after: what an earlier one holds is linked",
	    verb_backup, false },
	{ "check-backup", "FOLDER", "hold a backup against its manifest, every file against its name", verb_check_backup, false },
	{ "restore", "[--admin USER] [--logs FOLDER [--until TIME]] FOLDER",
	    "make a new database from a backup, and from the binary logs since then; ends in verify", verb_restore, false },
	{ "check-config", "", "are the settings and the files they name in order?", verb_check_config, false },
	{ "print-config", "", "every setting with its default and meaning", verb_print_config, true },
};
enum { VERBS = sizeof(verbs) / sizeof(verbs[0]) };

static const char *sql_dir;
static char sql_beside[4096];	/* beside the templates, as in the tree and where it is installed */

int
ctl_fail(const char *format, ...)
{
	va_list ap;

	fputs("yimenctl: ", stderr);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
	return CTL_FAILED;
}

int
ctl_fail_db(const char *doing, struct db *db)
{
	return ctl_fail("%s: the database says: %s", doing, db_reason(db));
}

const char *
ctl_sql_dir(void)
{
	const char *told = getenv("YIMEN_SQL");

	if (sql_dir)
		return sql_dir;
	if (told)
		return told;
	return *sql_beside && access(sql_beside, R_OK) == 0 ? sql_beside : YIMEN_DATA_DIR "/sql";
}

char *
ctl_file(struct ctl *ctl, const char *path, size_t *bytes)
{
	FILE *f = fopen(path, "re");
	struct text text;
	char block[8192], *copy;
	size_t n;

	if (!f) {
		ctl_fail("%s: %m", path);
		return NULL;
	}
	text_init(&text);
	while ((n = fread(block, 1, sizeof(block), f)) > 0)
		text_add_n(&text, block, n);
	copy = ferror(f) ? NULL : arena_text_n(ctl->arena, text.start, text.bytes);
	if (!copy)
		ctl_fail("%s: %m", path);
	if (bytes)
		*bytes = text.bytes;
	fclose(f);
	text_free(&text);
	return copy;
}

int
ctl_transaction(struct ctl *ctl, const char *doing, bool (*fn)(struct db *, void *), void *arg)
{
	if (db_transaction(ctl->db, false, fn, arg))
		return CTL_FINE;
	if (db_failed(ctl->db) != DB_FINE)
		return ctl_fail_db(doing, ctl->db);
	return CTL_FAILED;	/* fn has said why */
}

static void
usage(FILE *to)
{
	fputs("usage: yimenctl [--config FILE] [--sql DIR] [--json] VERB [ARGUMENTS]\n\n", to);
	for (size_t i = 0; i < VERBS; i++)
		fprintf(to, "  %s %s\n      %s\n", verbs[i].name, verbs[i].arguments, verbs[i].help);
	fputs("\nExit status: 0 done, 1 failed or found something wrong, 2 not understood.\n", to);
}

static const struct verb *
verb_named(const char *name)
{
	for (size_t i = 0; i < VERBS; i++)
		if (text_is(verbs[i].name, name))
			return &verbs[i];
	return NULL;
}

static int
verb_run(const struct verb *verb, struct ctl *ctl, int argc, char **argv)
{
	char why[500];
	int status;

	if (verb->without_config)
		return verb->run(ctl, argc, argv);
	if (!config_load(&ctl->config, ctl->config_path, why, sizeof(why)))
		return ctl_fail("%s", why);
	snprintf(sql_beside, sizeof(sql_beside), "%s/../sql", ctl->config.template_dir);
	ctl->now = clock_now(&ctl->config);
	sealed_use(ctl->config.seal_dir);
	ctl->db = db_open(&ctl->config, "ctl");
	db_patient(ctl->db);	/* a migration or an import may take long */
	status = verb->run(ctl, argc, argv);
	db_close(ctl->db);
	config_free(&ctl->config);
	return status;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "config", required_argument, NULL, 'c' }, { "sql", required_argument, NULL, 's' },
		{ "json", no_argument, NULL, 'j' }, { "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' }, { NULL, 0, NULL, 0 }
	};
	struct ctl ctl = { .config_path = getenv("YIMEN_CONFIG") };
	const struct verb *verb;
	int option, status;

	if (!ctl.config_path)
		ctl.config_path = YIMEN_CONFIG_PATH;
	while ((option = getopt_long(argc, argv, "+hv", options, NULL)) != -1) {
		switch (option) {
		case 'c':
			ctl.config_path = optarg;
			break;
		case 's':
			sql_dir = optarg;
			break;
		case 'j':
			ctl.json = true;
			break;
		case 'h':
			usage(stdout);
			return CTL_FINE;
		case 'v':
			puts("yimenctl " PACKAGE_VERSION);
			return CTL_FINE;
		default:
			return CTL_USAGE;
		}
	}
	if (optind == argc) {
		usage(stderr);
		return CTL_USAGE;
	}
	verb = verb_named(argv[optind]);
	if (!verb) {
		ctl_fail("there is no verb \"%s\"; see yimenctl --help", argv[optind]);
		return CTL_USAGE;
	}
	log_open("yimenctl");
	random_open();
	ctl.arena = arena_new();
	argc -= optind;
	argv += optind;
	optind = 0;	/* the verb reads its own options */
	status = verb_run(verb, &ctl, argc, argv);
	if (status == CTL_USAGE)
		fprintf(stderr, "usage: yimenctl %s %s\n", verb->name, verb->arguments);
	arena_free(ctl.arena);
	return status;
}
