/* upload.c - posted files: streamed to tmp/, hashed, sniffed, kept by their content's name. */
#include "fcgi/worker/upload.h"

#include "base/folder.h"
#include "base/log.h"
#include "base/text.h"
#include "base/utf8.h"
#include "fcgi/worker/inside.h"
#include "fcgi/worker/multipart.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <magic.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static magic_t sniffer;

void
upload_open(const struct config *config)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/tmp", config->upload_dir);
	if (mkdir(config->upload_dir, 0750) != 0 && errno != EEXIST)
		log_warn("upload", "cannot_make", config->upload_dir, NULL);
	if (mkdir(path, 0750) != 0 && errno != EEXIST)
		log_warn("upload", "cannot_make", path, NULL);
}

/* What a worker that was killed left behind; a request lasts seconds. */
void
upload_sweep(const struct config *config)
{
	char folder[4096], path[4400];
	DIR *dir;
	struct dirent *entry;
	struct stat about;

	snprintf(folder, sizeof(folder), "%s/tmp", config->upload_dir);
	if ((dir = opendir(folder)) == NULL)
		return;
	while ((entry = readdir(dir)) != NULL) {
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		if (lstat(path, &about) == 0 && S_ISREG(about.st_mode) && about.st_mtime < time(NULL) - 600)
			unlink(path);
	}
	closedir(dir);
}

/* Opened at the first file a worker sees: most workers never need it. */
static bool
sniffer_open(void)
{
	if (sniffer != NULL)
		return true;
	sniffer = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_ERROR);
	if (sniffer == NULL || magic_load(sniffer, NULL) == 0)
		return sniffer != NULL;
	magic_close(sniffer);
	sniffer = NULL;
	return false;
}

/* NULL: the machine fails.  A file is not refused for what it is because nobody could look. */
static const char *
content_type_of(struct request *rq, const char *path)
{
	/* Opened here: libmagic takes a file that cannot be opened for one nobody may read, and says so as its type. */
	int fd = sniffer_open() ? open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) : -1;
	const char *type = fd >= 0 ? magic_descriptor(sniffer, fd) : NULL;

	if (type != NULL)
		type = arena_text(rq->arena, type);
	if (fd >= 0)
		close(fd);
	return type;
}

/* One body being read. */
struct reading {
	struct request *rq;
	struct text value;		/* of an ordinary field */
	char name[INPUT_NAME_MOST + 1];
	struct upload *file;		/* NULL: an ordinary field */
	int fd;
	size_t held_bytes;		/* in file_held */
	size_t text_bytes;		/* of all ordinary fields */
	crypto_hash_sha256_state hash;
	enum body_verdict verdict;
};

static char file_held[65536];

static bool
stop(struct reading *r, enum body_verdict verdict)
{
	r->verdict = verdict;
	return false;
}

/* The last part of the name, without what a file system or a header could mistake. */
static const char *
harmless_name(struct request *rq, const char *name)
{
	const char *last = name, *at;
	char *copy;
	size_t bytes;

	for (at = name; *at != '\0'; at++)
		if (*at == '/' || *at == '\\')
			last = at + 1;
	bytes = utf8_cut(last, 200);
	if (strlen(last) > 200 && strrchr(last, '.') != NULL && strlen(strrchr(last, '.')) <= 8)
		copy = arena_format(rq->arena, "%.*s%s", (int)utf8_cut(last, 190), last, strrchr(last, '.'));
	else
		copy = arena_text_n(rq->arena, last, bytes);
	for (char *c = copy; *c != '\0'; c += bytes) {
		utf8_next(c, &bytes);
		/* Marks that turn the direction of writing make exe.fdp of a file that is none. */
		if (!utf8_plain(c, bytes) || *c == '\t' || *c == '\n' || strchr("\"<>|:*?", *c) != NULL)
			memset(c, '_', bytes);
	}
	while (*copy == '.')
		copy++;
	return *copy == '\0' ? "_" : copy;
}

static bool
file_begin(struct reading *r, const char *filename)
{
	struct request_inside *in = r->rq->inside;
	char path[4096];
	struct upload *u;

	if (in->upload_count == UPLOADS_MOST)
		return stop(r, BODY_TOO_MANY);
	if (!utf8_valid(filename, strlen(filename)))
		return stop(r, BODY_BROKEN);
	snprintf(path, sizeof(path), "%s/tmp/XXXXXX", r->rq->config->upload_dir);
	if ((r->fd = mkostemp(path, O_CLOEXEC)) < 0) {
		log_error("upload", "cannot_create", strerror(errno), NULL);
		return stop(r, BODY_FAILED);
	}
	u = arena_get(r->rq->arena, sizeof(*u));
	u->field = arena_text(r->rq->arena, r->name);
	u->name = harmless_name(r->rq, filename);
	u->path = arena_text(r->rq->arena, path);
	*in->uploads_end = u;
	in->uploads_end = &u->next;
	in->upload_count++;
	r->file = u;
	r->held_bytes = 0;
	crypto_hash_sha256_init(&r->hash);
	return true;
}

static bool
part_begin(void *arg, const struct part *part)
{
	struct reading *r = arg;

	if (strlen(part->name) > INPUT_NAME_MOST || !utf8_plain(part->name, strlen(part->name)))
		return stop(r, BODY_BROKEN);
	snprintf(r->name, sizeof(r->name), "%s", part->name);
	r->file = NULL;
	text_clear(&r->value);
	return part->filename == NULL || file_begin(r, part->filename);
}

static bool
file_write(struct reading *r, const char *bytes, size_t n)
{
	crypto_hash_sha256_update(&r->hash, (const unsigned char *)bytes, n);
	while (n > 0) {
		ssize_t wrote = write(r->fd, bytes, n);
		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0) {
			log_error("upload", "cannot_write", strerror(errno), NULL);
			return stop(r, BODY_FAILED);
		}
		bytes += wrote;
		n -= (size_t)wrote;
	}
	return true;
}

static bool
file_flush(struct reading *r)
{
	size_t n = r->held_bytes;

	r->held_bytes = 0;
	return file_write(r, file_held, n);
}

/* Gathered before they are written: a file of line ends comes byte by byte. */
static bool
file_bytes(struct reading *r, const char *bytes, size_t n)
{
	r->file->bytes += n;
	if (r->file->bytes > (unsigned long long)r->rq->config->upload_file_bytes)
		return stop(r, BODY_TOO_LARGE);
	if (r->held_bytes + n > sizeof(file_held) && !file_flush(r))
		return false;
	if (n > sizeof(file_held))
		return file_write(r, bytes, n);
	memcpy(file_held + r->held_bytes, bytes, n);
	r->held_bytes += n;
	return true;
}

static bool
part_bytes(void *arg, const char *bytes, size_t n)
{
	struct reading *r = arg;

	if (r->file != NULL)
		return file_bytes(r, bytes, n);
	r->text_bytes += n;
	if (r->text_bytes > (size_t)r->rq->config->body_bytes)
		return stop(r, BODY_TOO_LARGE);
	text_add_n(&r->value, bytes, n);
	return true;
}

/* A file field left empty arrives as a file without name and bytes: it is no file. */
static void
file_forget_last(struct request *rq)
{
	struct upload **u = &rq->inside->uploads;

	while ((*u)->next != NULL)
		u = &(*u)->next;
	unlink((*u)->path);
	*u = NULL;
	rq->inside->uploads_end = u;
	rq->inside->upload_count--;
}

static bool
file_end(struct reading *r)
{
	unsigned char sum[crypto_hash_sha256_BYTES];
	char hex[2 * sizeof(sum) + 1];
	bool synced = file_flush(r) && fsync(r->fd) == 0, closed = close(r->fd) == 0;

	r->fd = -1;
	if (!synced || !closed) {
		log_error("upload", "cannot_sync", strerror(errno), NULL);
		return stop(r, BODY_FAILED);
	}
	if (r->file->bytes == 0 && strcmp(r->file->name, "_") == 0) {
		file_forget_last(r->rq);
		return true;
	}
	crypto_hash_sha256_final(&r->hash, sum);
	r->file->sha256 = arena_text(r->rq->arena, sodium_bin2hex(hex, sizeof(hex), sum, sizeof(sum)));
	r->file->content_type = content_type_of(r->rq, r->file->path);
	if (r->file->content_type != NULL)
		return true;
	log_error("upload", "cannot_tell_type", sniffer == NULL ? "no magic" : magic_error(sniffer), NULL);
	return stop(r, BODY_FAILED);
}

static bool
part_end(void *arg)
{
	struct reading *r = arg;

	if (r->file != NULL)
		return file_end(r);
	if (memchr(r->value.start, '\0', r->value.bytes) != NULL ||
	    !input_add(r->rq, r->name, r->value.start, r->value.bytes))
		return stop(r, BODY_BROKEN);
	return true;
}

enum body_verdict
upload_read(struct request *rq, body_reader *read_some, void *arg, const char **why)
{
	static const struct multipart_events events = { part_begin, part_bytes, part_end };
	static char piece[65536];
	struct reading r = { .rq = rq, .fd = -1, .verdict = BODY_BROKEN };
	struct multipart m;
	long long left = rq->inside->in.content_bytes;
	bool fine;
	int n = 0;

	text_init(&r.value);
	text_add(&r.value, "");
	fine = multipart_begin(&m, rq->inside->in.content_type, &events, &r);
	while (fine && left > 0 && (n = read_some(arg, piece, sizeof(piece))) > 0) {
		fine = multipart_feed(&m, piece, (size_t)n);
		left -= n;
	}
	if (fine && left == 0 && multipart_end(&m))
		r.verdict = BODY_FINE;
	*why = m.why != NULL ? m.why : left > 0 ? "cut_short" : "";
	if (r.fd >= 0)
		close(r.fd);
	text_free(&r.value);
	return r.verdict;
}

void
upload_clear(struct request *rq)
{
	for (struct upload *u = rq->inside->uploads; u != NULL; u = u->next)
		if (u->path != NULL)
			unlink(u->path);
	rq->inside->uploads = NULL;
}

static bool
keep_failed(struct request *rq, const char *what)
{
	log_error("upload", what, strerror(errno), NULL);
	rq->inside->machine_failed = true;
	return false;
}

static bool
same_size(const char *path, unsigned long long bytes)
{
	struct stat there;

	return stat(path, &there) == 0 && (unsigned long long)there.st_size == bytes;
}

/* What lies there is not whole, or another program's, whose age is not ours to change: ours takes its place. */
static bool
replaced(struct request *rq, const char *from, const char *path)
{
	const char *beside = arena_format(rq->arena, "%s.%s", path, rq->id);

	unlink(beside);
	return link(from, beside) == 0 && rename(beside, path) == 0;
}

bool
upload_keep(struct request *rq, const struct upload *u)
{
	const char *dir = rq->config->upload_dir;
	const char *folder = arena_format(rq->arena, "%s/%.2s", dir, u->sha256);
	const char *path = arena_format(rq->arena, "%s/%s", folder, u->sha256);

	if (!folder_make(folder, dir))
		return keep_failed(rq, "cannot_make_folder");
	/* It is new again: no sweep takes what somebody has just handed in (clock/files.c). */
	if (same_size(path, u->bytes) && utimensat(AT_FDCWD, path, NULL, 0) == 0)
		return folder_sync(folder) || keep_failed(rq, "cannot_sync_folder");
	/* link, not rename: should the transaction be run again, the file is still in tmp/. */
	if (chmod(u->path, 0640) != 0)
		return keep_failed(rq, "cannot_keep");
	if (link(u->path, path) != 0 && (errno != EEXIST || !replaced(rq, u->path, path)))
		return keep_failed(rq, "cannot_keep");
	return folder_sync(folder) || keep_failed(rq, "cannot_sync_folder");
}

static const struct {
	const char *content_type;
	const char *endings;		/* space separated */
} accepted[] = {
	{ "application/pdf", ".pdf" },
	{ "image/jpeg", ".jpg .jpeg" },
	{ "image/png", ".png" },
	{ "image/webp", ".webp" },
	{ "image/tiff", ".tif .tiff" },
	{ "application/zip", ".ofd .docx .xlsx .pptx" },
	{ "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx" },
	{ "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx" },
	{ "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx" },
	{ "application/msword", ".doc" },
	{ "application/vnd.ms-excel", ".xls" },
	{ "application/vnd.ms-powerpoint", ".ppt" },
	{ "application/x-ole-storage", ".doc .xls .ppt" },
	{ "application/CDFV2", ".doc .xls .ppt" },
	{ "text/plain", ".txt .csv" },
	{ "text/csv", ".csv" },
	{ "application/csv", ".csv" },
};

static bool
ending_among(const char *name, const char *endings)
{
	const char *dot = strrchr(name, '.');
	size_t bytes;

	if (dot == NULL)
		return false;
	for (; *endings != '\0'; endings += bytes + (endings[bytes] == ' ')) {
		bytes = strcspn(endings, " ");
		if (strlen(dot) == bytes && strncasecmp(dot, endings, bytes) == 0)
			return true;
	}
	return false;
}

const char *
upload_refused(const struct upload *u)
{
	if (u->bytes == 0)
		return "file_empty";
	for (size_t i = 0; i < sizeof(accepted) / sizeof(accepted[0]); i++)
		if (strcmp(u->content_type, accepted[i].content_type) == 0 && ending_among(u->name, accepted[i].endings))
			return ending_among(u->name, ".csv") && table_calculates(u->path) ? "file_formula" : NULL;
	return "file_type";
}
