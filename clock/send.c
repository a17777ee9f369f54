/* send.c - which way a message goes; and files, which are one: see send.h. */
#include "clock/send.h"

#include "base/folder.h"

#include <curl/curl.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
send_open(void)
{
	curl_global_init(CURL_GLOBAL_DEFAULT);
}

static bool
is_mail(const char *channel)
{
	return text_is(channel, "email");
}

bool
send_possible(const struct config *config, const char *channel)
{
	return *config->sink_dir || *(is_mail(channel) ? config->smtp_url : config->sms_url);
}

const char *
send_secret(struct arena *arena, const char *path)
{
	char line[1024] = "";
	FILE *file = fopen(path, "re");

	if (file == NULL)
		return NULL;
	if (fgets(line, sizeof(line), file) == NULL)
		line[0] = '\0';
	fclose(file);
	line[strcspn(line, "\r\n")] = '\0';
	return *line ? arena_text(arena, line) : NULL;
}

/* ---- files ---- */

static bool
write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t written = write(fd, bytes, n);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return false;
		bytes += written;
		n -= (size_t)written;
	}
	return true;
}

/* Whole or not at all: written beside, synced, and then given its name. */
static bool
file_put(struct arena *arena, const char *dir, const char *name, const struct text *bytes)
{
	const char *path = arena_format(arena, "%s/%s", dir, name), *beside = arena_format(arena, "%s/.%s", dir, name);
	int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
	bool fine;

	if (fd < 0)
		return false;
	fine = write_all(fd, bytes->start, bytes->bytes) && fsync(fd) == 0;
	return close(fd) == 0 && fine && rename(beside, path) == 0 && folder_sync(dir);
}

static enum sent
send_file(const struct config *config, struct arena *arena, const char *channel, const struct message *m,
    const char **why)
{
	struct text bytes;
	bool fine;

	text_init(&bytes);
	if (is_mail(channel))
		send_write_mail(config, m, &bytes);
	else
		text_format(&bytes, "%s\n%s\n", m->recipient, m->body);
	fine = file_put(arena, config->sink_dir, arena_format(arena, "%08llu.%s", (unsigned long long)m->id,
	    is_mail(channel) ? "eml" : "txt"), &bytes);
	text_free(&bytes);
	if (!fine)
		*why = arena_format(arena, "sink_dir: %s", strerror(errno));
	return fine ? SENT : SENT_DOWN;
}

enum sent
send_message(const struct config *config, struct arena *arena, const char *channel, const struct message *m,
    const char **why)
{
	/* What could begin another header, or another command, is no address. */
	if (*m->recipient == '\0' || strpbrk(m->recipient, "\r\n\t <>\"") != NULL) {
		*why = "this is no address";
		return SENT_REFUSED;
	}
	if (*config->sink_dir)
		return send_file(config, arena, channel, m, why);
	return is_mail(channel) ? send_mail(config, arena, m, why) : send_sms(config, arena, m, why);
}
