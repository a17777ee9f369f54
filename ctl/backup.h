/*
 * backup.h - a copy from which the portal can be made again, and what it says of itself.
 *
 * A backup is a folder:
 *
 *	database.sql.gz		one snapshot of the database, as mariadb-dump prints it
 *	files/ab/<sha256>	every stored file; each is named by what is in it
 *	backup.txt		this manifest, written last: without it there is no backup
 *
 * Files are copied after the snapshot.  They are stored before the row that
 * names them, so that each one the snapshot names is there.  The machine's key
 * is in no backup: whoever holds a backup alone can neither forge the record
 * nor open what is sealed.  It is kept elsewhere, by others.
 */
#ifndef CTL_BACKUP_H
#define CTL_BACKUP_H

#include "base/random.h"
#include "ctl/ctl.h"

enum { SUM_TEXT = 2 * HASH_BYTES + 1 };

struct backup {
	const char *dir;
	const char *made_at;
	const char *database;		/* its name */
	const char *head;		/* of the record before the snapshot, POSITION:HEX; "" for an empty record */
	const char *log;		/* the binary log and the place in it where the snapshot was taken */
	long long log_at;
	const char *dump_sum;
	const char *key_sum;		/* tells the right key from a wrong one, and nothing else of it */
	long long files, file_bytes;
};

/* The manifest of a folder; false after a sentence on stderr. */
bool backup_read(struct ctl *, const char *dir, struct backup *);
/* Sums of the dump and of every file; false after a sentence on stderr for each fault. */
bool backup_check(struct ctl *, const struct backup *);
/* What key_sum is for the key of these settings; NULL after a sentence on stderr. */
const char *backup_key_sum(struct ctl *);

/* Copies or links a stored file, syncs it, and holds it against its name; false after a sentence on stderr. */
bool stored_copy(const char *from, const char *to, const char *name, long long *bytes);
/* Calls fn for every stored file below a folder, in no order; stops and returns false when fn does. */
typedef bool stored_file(void *arg, const char *folder, const char *name);
bool stored_walk(const char *dir, stored_file *fn, void *arg);

int verb_backup(struct ctl *, int, char **);
int verb_check_backup(struct ctl *, int, char **);
int verb_restore(struct ctl *, int, char **);

#endif
