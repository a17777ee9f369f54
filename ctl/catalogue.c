/*
 * catalogue.c - the verbs that bring the catalogue in and out.
 */
#include "ctl/catalogue.h"

#include "base/random.h"
#include "base/text.h"
#include "catalogue/elements.h"
#include "catalogue/export.h"
#include "catalogue/publish.h"
#include "generated/queries/ctl.h"
#include "generated/queries/guide.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bringing {
	struct ctl *ctl;
	struct mapping *mapping;
	const char *file_name, *bytes;
	size_t n;
	char sha256[65];
	const char *as, *by, *reason;	/* logins; NULL: the first of the role */
	bool dry, publish;
	struct db *aside;
	struct findings findings;
	uint64_t batch;
	const char *no;
};

uint64_t
ctl_account(struct ctl *ctl, struct db *db, const char *login, const char *role)
{
	struct query *q = query_new(db, ctl->arena, login ? Q_ACCOUNT_OF_LOGIN : Q_ACCOUNT_OF_ROLE);

	if (login)
		query_text(q, "login", login);
	query_text(q, "role", role);
	return query_next(q) ? (uint64_t)query_get_number(q, "id") : 0;
}

static void
hex_of(char hex[65], const void *bytes, size_t n)
{
	uint8_t hash[HASH_BYTES];

	sha256_of(hash, bytes, n);
	for (size_t i = 0; i < HASH_BYTES; i++)
		snprintf(hex + 2 * i, 3, "%02x", hash[i]);
}

struct publishing
ctl_publishing(struct ctl *ctl, uint64_t account, const char *reason)
{
	return (struct publishing){ account, ctl->now, day_of_instant(ctl->now), reason, ctl->config.mapping_dir };
}

static bool
bring_apply(struct bringing *b, struct db *db, struct import *im)
{
	struct publishing p = ctl_publishing(b->ctl, ctl_account(b->ctl, db, b->by, "editor"), b->reason);

	findings_init(&b->findings, b->ctl->arena);
	b->no = import_apply(im, b->batch, &b->findings);
	if (!b->no && b->publish)
		b->no = import_publish(db, b->aside, b->ctl->arena, b->batch, b->mapping, &p, 0, NULL);
	return !b->no;
}

static bool
bring(struct db *db, void *arg)
{
	struct bringing *b = arg;
	struct ctl *ctl = b->ctl;
	struct import im = { db, b->aside, ctl->arena, b->mapping, b->file_name, b->sha256, b->bytes, b->n,
		ctl_account(ctl, db, b->as, "webmaster"), ctl->now, day_of_instant(ctl->now) };
	size_t rows;

	findings_init(&b->findings, ctl->arena);
	if (!im.account) {
		b->no = "no_webmaster";
		return false;
	}
	if (b->dry) {
		import_look(&im, &b->findings, &rows);
		printf("%zu rows, %zu errors, %zu warnings\n", rows, b->findings.errors, b->findings.warnings);
		return true;
	}
	b->batch = import_record(&im, &b->findings);
	if (b->findings.errors) {
		b->no = "batch_errors";
		return false;
	}
	return bring_apply(b, db, &im);
}

static void
say_findings(const struct findings *f, bool errors_only)
{
	for (const struct finding *one = f->first; one; one = one->next)
		if (one->error || !errors_only)
			printf("%u\t%s\t%s\t%s\t%s\n", one->line, one->error ? "error" : "warning", one->column,
			    one->code, one->value);
}

static int
bring_run(struct bringing *b)
{
	int status;

	b->aside = b->dry ? NULL : db_open(&b->ctl->config, "ctl");
	status = ctl_transaction(b->ctl, "import", bring, b);
	if (b->dry || b->findings.errors)
		say_findings(&b->findings, !b->dry);
	if (b->no)
		status = ctl_fail("%s: not imported: %s", b->file_name, b->no);
	else if (status == CTL_FINE && b->dry)
		status = b->findings.errors ? CTL_FAILED : CTL_FINE;
	else if (status == CTL_FINE)
		printf("batch %llu: %s\n", (unsigned long long)b->batch, b->publish ? "published" : "applied");
	if (b->aside)
		db_close(b->aside);
	return status;
}

int
verb_import(struct ctl *ctl, int argc, char **argv)
{
	static const struct option options[] = {
		{ "mapping", required_argument, NULL, 'm' }, { "as", required_argument, NULL, 'a' },
		{ "by", required_argument, NULL, 'b' }, { "reason", required_argument, NULL, 'r' },
		{ "dry-run", no_argument, NULL, 'd' }, { "publish", no_argument, NULL, 'p' }, { NULL, 0, NULL, 0 }
	};
	struct bringing b = { .ctl = ctl, .reason = "" };
	const char *mapping = "native";
	char why[256];
	int c, status;

	optind = 1;
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1)
		switch (c) {
		case 'm': mapping = optarg; break;
		case 'a': b.as = optarg; break;
		case 'b': b.by = optarg; break;
		case 'r': b.reason = optarg; break;
		case 'd': b.dry = true; break;
		case 'p': b.publish = true; break;
		default: return CTL_USAGE;
		}
	if (optind + 1 != argc)
		return CTL_USAGE;
	b.file_name = strrchr(argv[optind], '/') ? strrchr(argv[optind], '/') + 1 : argv[optind];
	if (!(b.bytes = ctl_file(ctl, argv[optind], &b.n)))
		return CTL_FAILED;
	hex_of(b.sha256, b.bytes, b.n);
	if (!(b.mapping = mapping_load(ctl->config.mapping_dir, mapping, why, sizeof(why))))
		return ctl_fail("%s", why);
	status = bring_run(&b);
	mapping_free(b.mapping);
	return status;
}

/* ---- out ---- */

int
verb_export(struct ctl *ctl, int argc, char **argv)
{
	static const struct option options[] = {
		{ "mapping", required_argument, NULL, 'm' }, { "batch", required_argument, NULL, 'b' },
		{ "csv", no_argument, NULL, 'c' }, { "public", no_argument, NULL, 'p' }, { NULL, 0, NULL, 0 }
	};
	enum source_form form = SOURCE_JSONL;
	enum export_reader reader = EXPORT_INTERNAL;
	const char *name = "native";
	long long batch = 0;
	struct mapping *mapping;
	struct text out;
	char why[256];
	int c;

	optind = 1;
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1)
		if (c == 'm')
			name = optarg;
		else if (c == 'c')
			form = SOURCE_CSV;
		else if (c == 'p')
			reader = EXPORT_PUBLIC;
		else if (c != 'b' || !text_number(optarg, 1, INT64_MAX, &batch))
			return CTL_USAGE;
	if (optind != argc)
		return CTL_USAGE;
	if (!(mapping = mapping_load(ctl->config.mapping_dir, name, why, sizeof(why))))
		return ctl_fail("%s", why);
	text_init(&out);
	if (db_begin(ctl->db, true))
		export_all(ctl->db, mapping, form, (uint64_t)batch, "%", reader, &out);
	mapping_free(mapping);
	if (db_failed(ctl->db))
		return ctl_fail_db("export", ctl->db);
	db_rollback(ctl->db);
	fwrite(out.start, 1, out.bytes, stdout);
	text_free(&out);
	return fflush(stdout) == 0 ? CTL_FINE : ctl_fail("cannot write the export");
}

/* ---- back, and what a day brings ---- */

struct doing {
	struct ctl *ctl;
	uint64_t batch;
	const char *by, *reason, *no;
	size_t count;
};

static bool
undo(struct db *db, void *arg)
{
	struct doing *d = arg;
	struct publishing p = ctl_publishing(d->ctl, ctl_account(d->ctl, db, d->by, "editor"), d->reason);

	d->no = import_undo(db, d->ctl->arena, d->batch, &p);
	return !d->no;
}

int
verb_undo_import(struct ctl *ctl, int argc, char **argv)
{
	struct doing d = { .ctl = ctl, .reason = "yimenctl" };
	long long batch;
	int status;

	if (argc != 2 || !text_number(argv[1], 1, INT64_MAX, &batch))
		return CTL_USAGE;
	d.batch = (uint64_t)batch;
	status = ctl_transaction(ctl, "undo-import", undo, &d);
	if (d.no)
		return ctl_fail("batch %lld: not undone: %s", batch, d.no);
	if (status == CTL_FINE)
		printf("batch %lld: undone\n", batch);
	return status;
}

static bool
due(struct db *db, void *arg)
{
	struct doing *d = arg;
	struct publishing p = ctl_publishing(d->ctl, 0, "");

	d->count = publish_due(db, d->ctl->arena, &p);
	return true;
}

int
verb_publish_due(struct ctl *ctl, int argc, char **argv)
{
	struct doing d = { .ctl = ctl };
	int status;

	(void)argv;
	if (argc != 1)
		return CTL_USAGE;
	status = ctl_transaction(ctl, "publish-due", due, &d);
	if (status == CTL_FINE)
		printf("%zu versions begun or ended\n", d.count);
	return status;
}

static bool
guides_renew(struct db *db, void *arg)
{
	struct doing *d = arg;
	struct query *q = query_new(db, d->ctl->arena, Q_GUIDE_ELEMENTS_WANTED);

	for (d->count = 0; query_next(q); d->count++)
		elements_keep(db, d->ctl->arena, (uint64_t)query_get_number(q, "id"));
	return true;
}

int
verb_renew_guides(struct ctl *ctl, int argc, char **argv)
{
	struct doing d = { .ctl = ctl };
	int status;

	(void)argv;
	if (argc != 1)
		return CTL_USAGE;
	status = ctl_transaction(ctl, "renew-guides", guides_renew, &d);
	if (status == CTL_FINE)
		printf("%zu guides put together\n", d.count);
	return status;
}

bool
catalogue_bring(struct ctl *ctl, struct db *db, const char *file_name, const struct text *bytes, const char *mapping,
    const char *reason)
{
	struct bringing b = { .ctl = ctl, .publish = true, .reason = reason, .file_name = file_name,
		.bytes = bytes->start, .n = bytes->bytes };
	char why[256];
	bool fine;

	b.mapping = mapping_load(ctl->config.mapping_dir, mapping, why, sizeof(why));
	if (!b.mapping) {
		ctl_fail("%s", why);
		return false;
	}
	hex_of(b.sha256, b.bytes, b.n);
	fine = bring(db, &b);
	if (!fine && b.no) {
		say_findings(&b.findings, true);
		ctl_fail("%s: %s", file_name, b.no);
	}
	mapping_free(b.mapping);
	return fine;
}
