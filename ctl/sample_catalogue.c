/*
 * sample_catalogue.c - the sample's items and documents, and what lies on its webmasters' desks.
 *
 * They go through the same import and the same publishing as everybody's.
 */
#include "ctl/catalogue.h"

#include "base/text.h"
#include "catalogue/publish.h"
#include "catalogue/store.h"
#include "generated/queries/catalogue.h"

#include <dirent.h>
#include <string.h>

#define REASON	"the sample"

static const char *
type_of(const char *name)
{
	return text_ends(name, ".csv") ? "text/csv" : "text/plain";
}

/* Stores a file of the sample; false after a sentence on stderr. */
static bool
file_bring(struct ctl *ctl, struct db *db, const char *dir, const char *name, char sha256[static 65], size_t *n)
{
	char *bytes = ctl_file(ctl, arena_format(ctl->arena, "%s/files/%s", dir, name), n), why[512];

	if (!bytes)
		return false;
	if (file_keep(db, ctl->arena, ctl->config.upload_dir, bytes, *n, ctl->now, sha256, why, sizeof(why)))
		return true;
	ctl_fail("%s", why);
	return false;
}

/* The forms that guides name: all files of the sample. */
static bool
forms_bring(struct ctl *ctl, struct db *db, const char *dir)
{
	DIR *folder = opendir(arena_format(ctl->arena, "%s/files", dir));
	struct dirent *entry;
	char sha256[65];
	bool fine = true;
	size_t n;

	while (fine && folder && (entry = readdir(folder)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		fine = file_bring(ctl, db, dir, entry->d_name, sha256, &n);
		if (fine)
			form_set(db, ctl->arena, entry->d_name, sha256, type_of(entry->d_name), n, ctl->now);
	}
	if (folder)
		closedir(folder);
	return fine;
}

/* A document's attachments: from the name of a file of the sample to what is stored of it. */
static void
attachments_bring(struct ctl *ctl, struct db *db, const char *dir, json_t *document)
{
	json_t *row;
	size_t i, n;

	json_array_foreach(json_object_get(document, "attachments"), i, row) {
		const char *file = native_text(row, "file");
		char sha256[65];

		if (*file && file_bring(ctl, db, dir, file, sha256, &n)) {
			json_object_set_new(row, "sha256", json_string(sha256));
			json_object_set_new(row, "bytes", json_integer((json_int_t)n));
			json_object_set_new(row, "content_type", json_string(type_of(file)));
		}
		json_object_del(row, "file");
	}
}

static bool
sample_file(struct ctl *ctl, struct db *db, const char *dir, const char *name, const char *mapping)
{
	size_t n;
	char *bytes = ctl_file(ctl, arena_format(ctl->arena, "%s/%s", dir, name), &n), *line;
	struct text turned;
	bool fine;

	if (!bytes)
		return false;
	text_init(&turned);
	while ((line = strsep(&bytes, "\n")) != NULL) {
		json_t *row = json_loads(line, 0, NULL);

		if (row) {
			attachments_bring(ctl, db, dir, row);
			native_print_json(&turned, row);
		}
		text_format(&turned, "%s\n", row ? "" : line);
		json_decref(row);
	}
	fine = catalogue_bring(ctl, db, name, &turned, mapping, REASON);
	text_free(&turned);
	return fine;
}

/* ---- what waits on the desks ---- */

/* A new version of a published item, with some keys changed; its id. */
static uint64_t
item_revised(struct ctl *ctl, struct db *db, const char *code, json_t *change, uint64_t author)
{
	struct query *q = query_new(db, ctl->arena, Q_ITEM_KNOWN);
	json_t *item;
	uint64_t id;

	query_text(q, "code", code);
	if (!query_next(q))
		return 0;
	item = item_load(db, ctl->arena, (uint64_t)query_get_number(q, "published_id"));
	json_object_update(item, change);
	json_object_del(item, "effective_on");
	id = item_store(db, ctl->arena, item, (unsigned)query_get_number(q, "last_number") + 1,
	    &(struct origin){ author, 0, ctl->now });
	json_decref(item);
	return id;
}

/* As far on its way as the row says: draft, review, scheduled. */
static const char *
item_moved(struct ctl *ctl, struct db *db, json_t *row, uint64_t id, uint64_t author)
{
	struct publishing by_author = ctl_publishing(ctl, author, "");
	struct publishing by_editor = ctl_publishing(ctl, ctl_account(ctl, db, NULL, "editor"), REASON);
	const char *to = native_text(row, "to"), *no = NULL;

	if (!text_is(to, "draft"))
		no = item_submit(db, ctl->arena, id, ANY_VERSION, &by_author);
	if (!no && text_is(to, "scheduled"))
		no = item_publish(db, ctl->arena, id, ANY_VERSION, day_add(by_editor.today,
		    (int)json_integer_value(json_object_get(row, "days"))), &by_editor);
	return no;
}

static const char *
document_moved(struct ctl *ctl, struct db *db, json_t *row, uint64_t author)
{
	struct publishing p = ctl_publishing(ctl, author, "");
	uint64_t id = document_store(db, ctl->arena, json_object_get(row, "document"),
	    &(struct origin){ author, 0, ctl->now });

	return text_is(native_text(row, "to"), "review") ? document_submit(db, ctl->arena, id, ANY_VERSION, &p) : NULL;
}

static bool
desk_row(struct ctl *ctl, struct db *db, json_t *row)
{
	uint64_t author = ctl_account(ctl, db, NULL, "webmaster"), id;
	const char *no;

	if (json_object_get(row, "document"))
		no = document_moved(ctl, db, row, author);
	else {
		id = item_revised(ctl, db, native_text(row, "code"), json_object_get(row, "change"), author);
		no = id ? item_moved(ctl, db, row, id, author) : "version_gone";
	}
	if (no)
		ctl_fail("desk.jsonl: %s: %s", native_text(row, "code"), no);
	return !no;
}

static bool
desk_bring(struct ctl *ctl, struct db *db, const char *dir)
{
	size_t n;
	char *bytes = ctl_file(ctl, arena_format(ctl->arena, "%s/desk.jsonl", dir), &n), *line;
	bool fine = bytes != NULL;

	while (fine && (line = strsep(&bytes, "\n")) != NULL) {
		json_t *row = json_loads(line, 0, NULL);

		fine = !row || desk_row(ctl, db, row);
		json_decref(row);
	}
	return fine;
}

bool
sample_catalogue(struct ctl *ctl, struct db *db, const char *dir)
{
	return forms_bring(ctl, db, dir) &&
	    sample_file(ctl, db, dir, "items-a.jsonl", "native") &&
	    sample_file(ctl, db, dir, "items-b.jsonl", "native") &&
	    sample_file(ctl, db, dir, "documents.jsonl", "native_documents") &&
	    desk_bring(ctl, db, dir);
}
