/* send_mail.c - a message as an e-mail, over SMTP by libcurl. */
#include "clock/send.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

enum { LINE_BYTES = 57, WORD_BYTES = 42 };	/* of what is coded; in base64 76 and 56 characters */

static void
base64_add(struct text *to, const char *bytes, size_t n)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *b = (const unsigned char *)bytes;

	for (size_t i = 0; i < n; i += 3) {
		unsigned v = (unsigned)b[i] << 16 | (unsigned)(i + 1 < n ? b[i + 1] : 0) << 8 | (i + 2 < n ? b[i + 2] : 0);

		text_add_char(to, letters[v >> 18]);
		text_add_char(to, letters[v >> 12 & 63]);
		text_add_char(to, i + 1 < n ? letters[v >> 6 & 63] : '=');
		text_add_char(to, i + 2 < n ? letters[v & 63] : '=');
	}
}

/* As many bytes as fit, never a part of a character. */
static size_t
piece_of(const char *s, size_t most)
{
	size_t n = strnlen(s, most);

	while (s[n] != '\0' && n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
		n--;
	return n;
}

/* RFC 2047: every word coded, so that nothing in a subject can end the header. */
static void
subject_add(struct text *to, const char *subject)
{
	text_add(to, "Subject: ");
	for (size_t n; *subject; subject += n) {
		n = piece_of(subject, WORD_BYTES);
		text_add(to, "=?UTF-8?B?");
		base64_add(to, subject, n);
		text_add(to, subject[n] ? "?=\r\n " : "?=");
	}
	text_add(to, "\r\n");
}

static const char *
host_of(const char *address)
{
	const char *host = strstr(address, "://");

	return host == NULL ? "localhost" : host + 3;
}

static void
date_add(struct text *to, instant at)
{
	static const char *const months[] = { "", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
	    "Dec" };
	struct moment m = instant_parts(at);

	text_format(to, "Date: %d %s %d %02d:%02d:%02d +0800\r\n", m.day, months[m.month], m.year, m.hour, m.minute,
	    m.second);
}

void
send_write_mail(const struct config *config, const struct message *m, struct text *to)
{
	const char *host = host_of(config->site_address), *body = m->body;

	text_format(to, "From: <%s>\r\nTo: <%s>\r\n", config->smtp_from, m->recipient);
	subject_add(to, m->subject);
	date_add(to, m->created_at);
	text_format(to, "Message-ID: <yimen-%llu.%llx@%.*s>\r\n", (unsigned long long)m->id,
	    (unsigned long long)m->created_at, (int)strcspn(host, ":/"), host);
	text_add(to, "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
	for (size_t n; *body; body += n) {
		n = strnlen(body, LINE_BYTES);
		base64_add(to, body, n);
		text_add(to, "\r\n");
	}
}

struct mail {
	struct text bytes;
	size_t at;
};

static size_t
mail_read(char *to, size_t size, size_t count, void *arg)
{
	struct mail *mail = arg;
	size_t n = mail->bytes.bytes - mail->at < size * count ? mail->bytes.bytes - mail->at : size * count;

	memcpy(to, mail->bytes.start + mail->at, n);
	mail->at += n;
	return n;
}

/* What the server said, or that it said nothing. */
static enum sent
judged(struct arena *arena, CURL *curl, CURLcode code, const char **why)
{
	long answer = 0;

	if (code == CURLE_OK)
		return SENT;
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
	*why = arena_format(arena, "%s (%ld)", curl_easy_strerror(code), answer);
	if (answer >= 550 && answer <= 554)
		return SENT_REFUSED;	/* of this receiver; 530 and 535 are about our login */
	return answer >= 450 && answer <= 452 ? SENT_LATER : SENT_DOWN;
}

static bool
login_set(const struct config *config, struct arena *arena, CURL *curl, const char **why)
{
	char *secret, *password;

	if (!*config->smtp_login_file)
		return true;
	secret = (char *)(uintptr_t)send_secret(arena, config->smtp_login_file);
	if (secret == NULL || (password = strchr(secret, ' ')) == NULL) {
		*why = "smtp_login_file: no line \"user password\"";
		return false;
	}
	*password++ = '\0';
	curl_easy_setopt(curl, CURLOPT_USERNAME, secret);
	curl_easy_setopt(curl, CURLOPT_PASSWORD, password);
	curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
	return true;
}

enum sent
send_mail(const struct config *config, struct arena *arena, const struct message *m, const char **why)
{
	struct curl_slist *receivers = curl_slist_append(NULL, arena_format(arena, "<%s>", m->recipient));
	struct mail mail = { .at = 0 };
	CURL *curl = curl_easy_init();
	enum sent sent = SENT_DOWN;

	text_init(&mail.bytes);
	send_write_mail(config, m, &mail.bytes);
	if (login_set(config, arena, curl, why)) {
		curl_easy_setopt(curl, CURLOPT_URL, config->smtp_url);
		curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
		curl_easy_setopt(curl, CURLOPT_PROXY, "");
		curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
		curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)config->message_timeout_s);
		curl_easy_setopt(curl, CURLOPT_MAIL_FROM, arena_format(arena, "<%s>", config->smtp_from));
		curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, receivers);
		curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
		curl_easy_setopt(curl, CURLOPT_READFUNCTION, mail_read);
		curl_easy_setopt(curl, CURLOPT_READDATA, &mail);
		sent = judged(arena, curl, curl_easy_perform(curl), why);
	}
	curl_easy_cleanup(curl);
	curl_slist_free_all(receivers);
	text_free(&mail.bytes);
	return sent;
}
