/*
 * chain.c - the record given away as a file, and such a file checked, with neither database nor key.
 *
 * docs/record.md says what stands in the file.
 */
#include "ctl/chain.h"

#include "base/text.h"
#include "generated/queries/chain.h"
#include "record/record.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FORMAT	"yimen record 1"

enum { LINKS_AT_ONCE = 5000 };

static int
heads_file(struct ctl *ctl, const char *path, struct chain_heads *heads)
{
	const char *file = ctl_file(ctl, path, NULL);

	if (!file)
		return CTL_FAILED;
	if (!chain_heads_read(ctl->arena, heads, file))
		return ctl_fail("%s: a line ends in POSITION:HEX", path);
	return CTL_FINE;
}

int
chain_options(struct ctl *ctl, int *argc, char ***argv, struct chain_heads *heads)
{
	static const struct option options[] = {
		{ "head", required_argument, NULL, 'h' }, { "heads", required_argument, NULL, 'f' },
		{ NULL, 0, NULL, 0 }
	};
	struct chain_head head;
	int option, status;

	while ((option = getopt_long(*argc, *argv, "", options, NULL)) != -1) {
		switch (option) {
		case 'h':
			if (!chain_head_read(optarg, &head))
				return ctl_fail("%s: a head is POSITION:HEX, of at least 32 digits", optarg);
			chain_heads_add(ctl->arena, heads, &head);
			break;
		case 'f':
			status = heads_file(ctl, optarg, heads);
			if (status != CTL_FINE)
				return status;
			break;
		default:
			return CTL_USAGE;
		}
	}
	*argc -= optind;
	*argv += optind;
	return CTL_FINE;
}

void
chain_fault_print(void *arg, const struct chain_finding *f)
{
	(void)arg;
	printf("chain");
	if (f->position > 0)
		printf(", position %" PRIu64, f->position);
	if (f->event_id > 0)
		printf(", event %" PRIu64, f->event_id);
	if (*f->day)
		printf(", day %s", f->day);
	printf(": %s\n", chain_fault_name(f->fault));
}

/* ---- export ---- */

static void
link_line(struct text *line, const struct query *q)
{
	size_t leaf_bytes, head_bytes;
	const char *leaf = query_get_at(q, 0, &leaf_bytes), *head = query_get_at(q, 1, &head_bytes);

	text_clear(line);
	text_format(line, "{\"position\":\"%s\",\"event\":\"%s\",\"leaf\":\"", query_get(q, "position"),
	    query_get(q, "event_id"));
	text_add_hex(line, leaf, leaf_bytes);
	text_add(line, "\",\"head\":\"");
	text_add_hex(line, head, head_bytes);
	text_add(line, "\"}\n");
}

static bool
links_write(struct ctl *ctl, FILE *to, uint64_t last)
{
	struct arena *arena = arena_new();
	struct text line;

	text_init(&line);
	for (uint64_t first = 1; first <= last && !db_failed(ctl->db); first += LINKS_AT_ONCE) {
		struct query *q = query_new(ctl->db, arena, Q_CHAIN_EXPORT);

		query_number(q, "first", (long long)first);
		query_number(q, "until", (long long)(last - first < LINKS_AT_ONCE ? last : first + LINKS_AT_ONCE - 1));
		while (query_next(q)) {
			link_line(&line, q);
			fwrite(line.start, 1, line.bytes, to);
		}
		arena_reset(arena);
	}
	text_free(&line);
	arena_free(arena);
	return db_failed(ctl->db) == DB_FINE;
}

static int
record_export(struct ctl *ctl, FILE *to)
{
	char head[RECORD_HEAD_TEXT], at[INSTANT_TEXT];
	struct record_head tip;
	bool done = db_begin(ctl->db, true);

	if (done) {
		record_head_now(ctl->db, ctl->arena, &tip);
		record_head_print(&tip, head);
		fprintf(to, "{\"format\":\"" FORMAT "\",\"exported_at\":\"%s\",\"position\":\"%" PRIu64 "\",\"head\":\"%s\"}\n",
		    instant_print(ctl->now, at), tip.position, strchr(head, ':') + 1);
		done = links_write(ctl, to, tip.position) && db_commit(ctl->db);
	}
	return done ? CTL_FINE : ctl_fail_db("export-record", ctl->db);
}

int
verb_export_record(struct ctl *ctl, int argc, char **argv)
{
	FILE *to;
	int status;

	if (argc != 2)
		return CTL_USAGE;
	if (text_is(argv[1], "-")) {
		status = record_export(ctl, stdout);
		return fflush(stdout) != 0 && status == CTL_FINE ? ctl_fail("%s: %m", argv[1]) : status;
	}
	to = fopen(argv[1], "we");
	if (!to)
		return ctl_fail("%s: %m", argv[1]);
	status = record_export(ctl, to);
	if (fclose(to) != 0 && status == CTL_FINE)
		status = ctl_fail("%s: %m", argv[1]);
	if (status != CTL_FINE)
		unlink(argv[1]);
	return status;
}

/* ---- check ---- */

struct file_link {
	const char *format;		/* of the first line; "" in all others */
	long long position;
	uint8_t leaf[HASH_BYTES], head[HASH_BYTES];
	bool has_leaf;
};

/* One line; false when it is no line of such a file. */
static bool
line_read(struct arena *arena, const char *line, struct file_link *link)
{
	const char *at = line, *name, *value;
	bool positioned = false, headed = false;

	*link = (struct file_link){ .format = "" };
	while (record_detail_next(arena, &at, &name, &value)) {
		if (text_is(name, "format"))
			link->format = value;
		else if (text_is(name, "position"))
			positioned = text_number(value, 0, INT64_MAX, &link->position);
		else if (text_is(name, "leaf"))
			link->has_leaf = text_from_hex(value, link->leaf, HASH_BYTES);
		else if (text_is(name, "head"))
			headed = text_from_hex(value, link->head, HASH_BYTES);
	}
	return positioned && headed && *at == '}' && link->has_leaf == (*link->format == '\0');
}

struct checking {
	FILE *from;
	char *line;
	size_t room, number;
	struct arena *arena;		/* of one line */
};

/* The next line; 0 at the end of the file, -1 for one that does not belong there. */
static int
line_next(struct checking *f, struct file_link *link)
{
	ssize_t bytes;

	arena_reset(f->arena);
	errno = 0;
	bytes = getline(&f->line, &f->room, f->from);
	if (bytes < 0)
		return errno == 0 && !ferror(f->from) ? 0 : -1;
	f->number++;
	if (bytes > 0 && f->line[bytes - 1] == '\n')
		f->line[bytes - 1] = '\0';
	return line_read(f->arena, f->line, link) ? 1 : -1;
}

static int
record_check(struct checking *f, const char *path, struct chain_heads *heads)
{
	struct file_link promised, link;
	struct chain c;
	int more;

	chain_begin(&c, heads, chain_fault_print, NULL);
	if (line_next(f, &promised) != 1 || !text_is(promised.format, FORMAT))
		return ctl_fail("%s: its first line is not that of a record (" FORMAT ")", path);
	while ((more = line_next(f, &link)) == 1 && *link.format == '\0')
		chain_link(&c, (uint64_t)link.position, link.leaf, link.head);
	if (more != 0)
		return ctl_fail("%s: line %zu is not a line of a record", path, f->number);
	chain_end(&c);
	if (c.position != (uint64_t)promised.position || memcmp(c.head, promised.head, HASH_BYTES) != 0) {
		printf("the file ends at position %" PRIu64 "; its first line promises %lld\n", c.position,
		    promised.position);
		c.faults++;
	}
	printf("%llu links, %zu heads kept elsewhere, %llu faults\n", c.links, heads->count, c.faults);
	return c.faults > 0 ? CTL_FAILED : CTL_FINE;
}

int
verb_check_record(struct ctl *ctl, int argc, char **argv)
{
	struct chain_heads heads = { .count = 0 };
	struct checking f = { .line = NULL };
	int status = chain_options(ctl, &argc, &argv, &heads);

	if (status != CTL_FINE)
		return status;
	if (argc != 1)
		return CTL_USAGE;
	f.from = text_is(argv[0], "-") ? stdin : fopen(argv[0], "re");
	if (!f.from)
		return ctl_fail("%s: %m", argv[0]);
	f.arena = arena_new();
	status = record_check(&f, argv[0], &heads);
	arena_free(f.arena);
	free(f.line);
	if (f.from != stdin)
		fclose(f.from);
	return status;
}
