/*
 * ctl.h - yimenctl: the administrator's hand, a table of verbs.
 *
 * A verb gets its own arguments and returns an exit status: CTL_FINE, or
 * CTL_FAILED after a sentence on stderr, or CTL_USAGE.  It runs under the
 * account "ctl", or, where it makes accounts and grants, as an administrator
 * of the database server (ctl_admin).
 */
#ifndef CTL_CTL_H
#define CTL_CTL_H

#include "base/arena.h"
#include "base/config.h"
#include "base/db.h"
#include "rules/day.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CTL_FINE, CTL_FAILED, CTL_USAGE };

struct ctl {
	struct config config;
	const char *config_path;
	struct db *db;			/* as account ctl; connects at its first use */
	struct arena *arena;
	instant now;
	bool json;
};

struct verb {
	const char *name;
	const char *arguments;
	const char *help;
	int (*run)(struct ctl *, int argc, char **argv);
	bool without_config;		/* runs where there are no settings yet */
};

int verb_accounts(struct ctl *, int, char **);
int verb_adduser(struct ctl *, int, char **);
int verb_check_config(struct ctl *, int, char **);
int verb_check_record(struct ctl *, int, char **);
int verb_export_record(struct ctl *, int, char **);
int verb_figures(struct ctl *, int, char **);
int verb_grants(struct ctl *, int, char **);
int verb_kiosk(struct ctl *, int, char **);
int verb_load_calendar(struct ctl *, int, char **);
int verb_load_sample(struct ctl *, int, char **);
int verb_migrate(struct ctl *, int, char **);
int verb_passwd(struct ctl *, int, char **);
int verb_print_config(struct ctl *, int, char **);
int verb_rekey(struct ctl *, int, char **);
int verb_replay(struct ctl *, int, char **);
int verb_seal(struct ctl *, int, char **);
int verb_recompute(struct ctl *, int, char **);
int verb_status(struct ctl *, int, char **);
int verb_totp(struct ctl *, int, char **);
int verb_verify(struct ctl *, int, char **);

/* Says why on stderr and returns CTL_FAILED. */
int ctl_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same for a database that failed. */
int ctl_fail_db(const char *doing, struct db *);

/* Where the tree's sql/ lies: --sql DIR, $YIMEN_SQL, beside the templates, or where it was installed. */
const char *ctl_sql_dir(void);
/* The whole of a file in the arena, ended by NUL; NULL after a sentence on stderr. */
char *ctl_file(struct ctl *, const char *path, size_t *bytes);

/* One transaction; fn gets the ctl.  CTL_FINE or CTL_FAILED, after a sentence on stderr. */
int ctl_transaction(struct ctl *, const char *doing, bool (*fn)(struct db *, void *), void *arg);

/* Makes the figures anew from the cases; says of how many. */
int ctl_figures(struct ctl *);
/* Seals anew what the newest key has not sealed, if any is left; says how much. */
int ctl_rekey(struct ctl *);
/* Adds a key to the folder, and the index key where there is none; the version, or 0 after a sentence on stderr. */
unsigned ctl_key_add(const char *folder);
/* Seals all that waits and publishes the heads of the days that are over; says how many. */
int ctl_seal(struct ctl *);

#endif
