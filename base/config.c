/*
 * config.c - one table; reading and printing walk it.
 */
#include "base/config.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "rules/day.h"

#include <stdlib.h>
#include <string.h>

enum kind {
	WORDS,		/* any text, perhaps none */
	NAME,		/* some text */
	PATH,		/* an absolute path */
	PATH_OR_NONE,
	PATHS,		/* absolute paths, blanks between */
	ADDRESS,	/* http:// or https://, no slash at the end */
	MOMENT,		/* a date and a time, a file that holds one, or nothing */
	NUMBER,
	BYTES,		/* a number, perhaps with K, M or G */
	FLAG		/* yes or no */
};

struct setting {
	const char *key;
	enum kind kind;
	size_t at;		/* its place in struct config */
	const char *usual;	/* written as in the file */
	long long least, most;
	const char *comment;
};

#define SETTING(kind, member, usual, least, most, comment) \
	{ #member, kind, offsetof(struct config, member), usual, least, most, comment }
#define GROUP(title) { NULL, WORDS, 0, NULL, 0, 0, title }

#define K 1024LL
#define M (1024 * K)
#define G (1024 * M)

static const struct setting settings[] = {
	GROUP("The database."),
	SETTING(PATHS, database_socket, "/run/mysqld/mysqld.sock", 0, 0,
	    "The unix socket of MariaDB; of a cluster those of its nodes, blanks between, in the same order on every\n"
	    "machine: the first that is ready is used (docs/scale.md)."),
	SETTING(NAME, database_name, "yimen", 0, 0,
	    "The database."),
	SETTING(WORDS, database_user_prefix, "yimen_", 0, 0,
	    "Accounts are this and the program's word: yimen_public, yimen_office ..."),
	SETTING(PATH_OR_NONE, database_password_file, "", 0, 0,
	    "Lines \"account password\", as in \"public secret\", the account without the prefix.\n"
	    "Empty, or no such line: no password is sent, as with unix_socket."),
	SETTING(NUMBER, database_timeout_s, "4", 1, 3600,
	    "Seconds to connect, to write, and to wait for an answer; no statement may run longer."),

	GROUP("Folders and files."),
	SETTING(PATH, run_dir, "/run/yimen", 0, 0,
	    "Sockets and pid files."),
	SETTING(PATH, upload_dir, "/var/lib/yimen/uploads", 0, 0,
	    "Files that applicants hand in, and tmp/, all on one volume."),
	SETTING(PATH_OR_NONE, database_dir, "", 0, 0,
	    "The database's folder, when it is on this machine: its disk is watched as that of upload_dir is."),
	SETTING(BYTES, room_bytes, "64M", 0, 64 * G,
	    "While one of these disks has less room than this nothing is written, and posts are answered by 503."),
	SETTING(PATH, template_dir, "/usr/share/yimen/templates", 0, 0,
	    "Pages, papers and words."),
	SETTING(PATH, mapping_dir, "/usr/share/yimen/mappings", 0, 0,
	    "Other people's forms of a catalogue, NAME.json each, for importing and exporting."),
	SETTING(PATH, static_manifest, "/usr/share/yimen/static/asset.hdf", 0, 0,
	    "The hashed names of the static files."),
	SETTING(PATH, key_file, "/etc/yimen/key", 0, 0,
	    "32 bytes in hex: tokens and the record's sums derive from it.  Keep a copy apart;\n"
	    "without it the record can not be verified."),

	SETTING(PATH, seal_dir, "/etc/yimen/seal", 0, 0,
	    "The folder of the keys that personal numbers are sealed with: 1.key, 2.key … and index.key, each 32 bytes in hex\n"
	    "(yimenctl rekey --new makes them).  Keep a copy apart, and not beside the backups: without it nobody can read\n"
	    "those numbers again, and with it who has a backup can."),

	GROUP("Workers."),
	SETTING(NUMBER, workers, "8", 1, 256,
	    "Children of each program."),
	SETTING(NUMBER, worker_requests, "20000", 1, 100000000,
	    "A child retires after so many requests."),
	SETTING(NUMBER, socket_backlog, "64", 1, 4096,
	    "Requests that may wait for a child; beyond, nginx answers 503."),
	SETTING(BYTES, kept_pages_bytes, "1536K", 0, 4 * G,
	    "Pages without an account that a child keeps ready; 0: none."),

	GROUP("Requests."),
	SETTING(BYTES, body_bytes, "256K", K, 64 * M,
	    "The largest body of a form without files."),
	SETTING(BYTES, upload_file_bytes, "20M", K, 4 * G,
	    "The largest file."),
	SETTING(BYTES, upload_body_bytes, "60M", K, 16 * G,
	    "The largest body of a form with files.  nginx's client_max_body_size equals it."),
	SETTING(FLAG, cookie_secure, "yes", 0, 0,
	    "Cookies go over https only.  \"no\" is for a trial on this machine."),
	SETTING(ADDRESS, site_address, "https://localhost", 0, 0,
	    "The address printed in papers and QR codes, no slash at the end."),

	GROUP("Passwords: what one argon2id hash costs.  Two are made at a time."),
	SETTING(NUMBER, password_ops, "2", 1, 100,
	    "Passes over the memory."),
	SETTING(BYTES, password_memory_bytes, "64M", 8 * M, G,
	    "Memory of one hash.  A hash made at another cost is made anew at the next sign-in."),

	GROUP("Messages by e-mail and SMS.  What has no way yet waits, and is shown to the office."),
	SETTING(PATH_OR_NONE, sink_dir, "", 0, 0,
	    "For a trial: messages are written here, a file each, and not sent.  Empty: they are sent."),
	SETTING(WORDS, smtp_url, "", 0, 0,
	    "The mail server: smtp://host:587 or smtps://host.  Empty: e-mails wait."),
	SETTING(WORDS, smtp_from, "", 0, 0,
	    "The sender's address."),
	SETTING(PATH_OR_NONE, smtp_login_file, "", 0, 0,
	    "One line \"user password\"; smtp:// then demands STARTTLS.  Empty: no login."),
	SETTING(WORDS, sms_url, "", 0, 0,
	    "The SMS gateway: https:// and where it takes a POST.  Empty: short messages wait."),
	SETTING(WORDS, sms_body, "{\"to\":\"{recipient}\",\"text\":\"{text}\",\"id\":\"{id}\"}", 0, 0,
	    "The body of that POST, JSON; a message sent again has the same {id}."),
	SETTING(PATH_OR_NONE, sms_token_file, "", 0, 0,
	    "One line that is sent as a bearer token.  Empty: none."),
	SETTING(NUMBER, message_timeout_s, "10", 1, 60,
	    "Seconds a gateway has to take one message."),
	SETTING(NUMBER, message_tries, "20", 1, 1000,
	    "After so many tries in vain (the pauses grow to an hour) a message has failed; the office may send it again."),

	GROUP("Payments."),
	SETTING(PATH_OR_NONE, payments_dir, "", 0, 0,
	    "The folder into which banks' files of payments (NAME.csv) are put; yimen-clock reads them and moves them to read/ in\n"
	    "it.  Empty: payments are taken at the till alone."),

	GROUP("Tests."),
	SETTING(MOMENT, fixed_now, "", 0, 0,
	    "The clock stands at this moment (2026-05-08 10:00:00), or at the one this file holds.  Empty in production."),
};

enum { SETTINGS = sizeof(settings) / sizeof(settings[0]) };

static char **
place_of_text(struct config *c, const struct setting *s)
{
	return (char **)(void *)((char *)c + s->at);
}

static bool
is_text(const struct setting *s)
{
	return s->kind != NUMBER && s->kind != BYTES && s->kind != FLAG;
}

static bool
address_fits(const char *v)
{
	const char *host = text_starts(v, "https://") ? v + 8 : text_starts(v, "http://") ? v + 7 : NULL;

	return host && *host && !text_ends(v, "/") && !strpbrk(v, " \t\"'<>");
}

static bool
paths_fit(const char *v)
{
	if (*v != '/')
		return false;
	for (; (v = strpbrk(v, " \t")) != NULL; v++)
		if (v[1] != '/' && v[1] != ' ' && v[1] != '\t')
			return false;
	return true;
}

/* NULL when the text fits, else what it should have been. */
static const char *
text_complaint(enum kind kind, const char *v)
{
	switch (kind) {
	case NAME:
		return *v ? NULL : "must not be empty";
	case PATH:
		return *v == '/' ? NULL : "must be an absolute path";
	case PATH_OR_NONE:
		return *v == '/' || !*v ? NULL : "must be an absolute path or empty";
	case PATHS:
		return paths_fit(v) ? NULL : "must be absolute paths";
	case ADDRESS:
		return address_fits(v) ? NULL : "must be http:// or https:// and a host, no slash at the end";
	case MOMENT:
		return !*v || *v == '/' || instant_parse(v) != INSTANT_NONE ? NULL :
		    "must be YYYY-MM-DD HH:MM:SS, a file or empty";
	default:
		return NULL;
	}
}

/* "20M" as a number; a trailing K, M or G multiplies. */
static bool
bytes_of(const char *v, long long least, long long most, long long *to)
{
	static const struct { const char *letter; long long times; } units[] = {
		{ "K", K }, { "M", M }, { "G", G }
	};
	char digits[24];
	long long n;

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (!text_ends(v, units[i].letter) || strlen(v) > sizeof(digits))
			continue;
		snprintf(digits, sizeof(digits), "%.*s", (int)strlen(v) - 1, v);
		if (!text_number(digits, 0, most / units[i].times, &n) || n * units[i].times < least)
			return false;
		*to = n * units[i].times;
		return true;
	}
	return text_number(v, least, most, to);
}

/* Sets one value from its text.  false: why tells. */
static bool
setting_set(struct config *c, const struct setting *s, const char *v, char *why, size_t why_bytes)
{
	long long *number = (long long *)(void *)((char *)c + s->at);
	bool *flag = (bool *)(void *)((char *)c + s->at);
	const char *complaint;
	char **text;

	if (s->kind == FLAG) {
		*flag = text_is(v, "yes");
		if (*flag || text_is(v, "no"))
			return true;
		snprintf(why, why_bytes, "%s must be yes or no", s->key);
		return false;
	}
	if (!is_text(s)) {
		if (s->kind == NUMBER ? text_number(v, s->least, s->most, number) :
		    bytes_of(v, s->least, s->most, number))
			return true;
		snprintf(why, why_bytes, "%s must be a number from %lld to %lld", s->key, s->least, s->most);
		return false;
	}
	complaint = text_complaint(s->kind, v);
	if (complaint) {
		snprintf(why, why_bytes, "%s %s", s->key, complaint);
		return false;
	}
	text = place_of_text(c, s);
	free(*text);
	*text = memory_get(strlen(v) + 1);
	strcpy(*text, v);
	return true;
}

static const struct setting *
setting_named(const char *key)
{
	for (size_t i = 0; i < SETTINGS; i++)
		if (settings[i].key && text_is(settings[i].key, key))
			return &settings[i];
	return NULL;
}

/* Ends a line where its comment begins: a # at its start or after white space. */
static void
cut_comment(char *line)
{
	for (char *p = line; *p; p++) {
		if (*p == '#' && (p == line || p[-1] == ' ' || p[-1] == '\t')) {
			*p = '\0';
			return;
		}
	}
}

static bool
read_line(struct config *c, char *line, bool *given, char *why, size_t why_bytes)
{
	const struct setting *s;
	char *key, *value;

	cut_comment(line);
	if (text_empty(line))
		return true;
	value = strchr(line, '=');
	if (!value) {
		snprintf(why, why_bytes, "expected \"key = value\"");
		return false;
	}
	*value++ = '\0';
	key = text_trim(line);
	value = text_trim(value);
	s = setting_named(key);
	if (!s) {
		snprintf(why, why_bytes, "there is no setting \"%.40s\"", key);
		return false;
	}
	if (given[s - settings]) {
		snprintf(why, why_bytes, "%s is given twice", key);
		return false;
	}
	given[s - settings] = true;
	return setting_set(c, s, value, why, why_bytes);
}

static bool
read_file(struct config *c, FILE *f, const char *path, char *why, size_t why_bytes)
{
	bool given[SETTINGS] = { false }, good = true;
	char reason[200] = "", *line = NULL;
	size_t room = 0;
	ssize_t n;

	for (int number = 1; good && (n = getline(&line, &room, f)) >= 0; number++) {
		good = utf8_plain(line, (size_t)n);
		if (!good)
			snprintf(reason, sizeof(reason), "not plain UTF-8");
		else
			good = read_line(c, line, given, reason, sizeof(reason));
		if (!good)
			snprintf(why, why_bytes, "%s:%d: %s", path, number, reason);
	}
	if (good && ferror(f)) {
		snprintf(why, why_bytes, "%s: can not be read", path);
		good = false;
	}
	free(line);
	return good;
}

bool
config_load(struct config *c, const char *path, char *why, size_t why_bytes)
{
	bool good;
	FILE *f;

	memset(c, 0, sizeof(*c));
	for (size_t i = 0; i < SETTINGS; i++)
		if (settings[i].key && !setting_set(c, &settings[i], settings[i].usual, why, why_bytes))
			abort();	/* the table contradicts itself */
	f = fopen(path, "re");
	if (!f) {
		snprintf(why, why_bytes, "%s: %m", path);
		config_free(c);
		return false;
	}
	good = read_file(c, f, path, why, why_bytes);
	fclose(f);
	if (!good)
		config_free(c);
	return good;
}

void
config_free(struct config *c)
{
	for (size_t i = 0; i < SETTINGS; i++)
		if (settings[i].key && is_text(&settings[i]))
			free(*place_of_text(c, &settings[i]));
	memset(c, 0, sizeof(*c));
}

/* A comment may have several lines. */
static void
print_comment(FILE *to, const char *comment)
{
	fputs("# ", to);
	for (; *comment; comment++) {
		fputc(*comment, to);
		if (*comment == '\n')
			fputs("# ", to);
	}
	fputc('\n', to);
}

void
config_print(FILE *to)
{
	fputs("# yimen.conf - the settings of this machine, printed from base/config.c.\n"
	    "# key = value; what stands here is what holds when a line is left out.\n", to);
	for (size_t i = 0; i < SETTINGS; i++) {
		const struct setting *s = &settings[i];

		fputc('\n', to);
		if (!s->key) {
			fprintf(to, "#\n# %s\n#\n", s->comment);
			continue;
		}
		print_comment(to, s->comment);
		fprintf(to, "%s =%s%s\n", s->key, *s->usual ? " " : "", s->usual);
	}
}
