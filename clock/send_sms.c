/* send_sms.c - a short message, by a POST of JSON to whoever carries it. */
#include "clock/send.h"

#include <curl/curl.h>
#include <string.h>

enum { ANSWER_MOST = 65536 };

/* The setting sms_body with its places filled, each as JSON wants it. */
static void
body_write(const struct config *config, struct arena *arena, const struct message *m, struct text *to)
{
	const struct { const char *place, *value; } places[] = {
		{ "{recipient}", m->recipient }, { "{text}", m->body },
		{ "{id}", arena_format(arena, "yimen-%llu", (unsigned long long)m->id) },
	};

	for (const char *at = config->sms_body; *at; ) {
		size_t i = 0;

		while (i < 3 && !text_starts(at, places[i].place))
			i++;
		if (i < 3) {
			text_add_json(to, places[i].value);
			at += strlen(places[i].place);
		} else {
			text_add_char(to, *at++);
		}
	}
}

/* What it answers is not read, only bounded. */
static size_t
answer_drop(char *bytes, size_t size, size_t count, void *arg)
{
	size_t *read = arg;

	(void)bytes;
	*read += size * count;
	return *read > ANSWER_MOST ? 0 : size * count;
}

static enum sent
judged(struct arena *arena, CURL *curl, CURLcode code, const char **why)
{
	long status = 0;

	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	if (code == CURLE_OK && status >= 200 && status <= 299)
		return SENT;
	if (code == CURLE_OK)
		*why = arena_format(arena, "the gateway answered %ld", status);
	else
		*why = arena_format(arena, "%s", curl_easy_strerror(code));
	/* 400, 413, 422 are about this message; anything else is about us or about them. */
	return code == CURLE_OK && (status == 400 || status == 413 || status == 422) ? SENT_REFUSED : SENT_DOWN;
}

static struct curl_slist *
headers_of(const struct config *config, struct arena *arena, const struct message *m, const char **why)
{
	struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
	const char *token;

	headers = curl_slist_append(headers, arena_format(arena, "Idempotency-Key: yimen-%llu",
	    (unsigned long long)m->id));
	if (!*config->sms_token_file)
		return headers;
	token = send_secret(arena, config->sms_token_file);
	if (token == NULL) {
		*why = "sms_token_file: cannot be read";
		curl_slist_free_all(headers);
		return NULL;
	}
	return curl_slist_append(headers, arena_format(arena, "Authorization: Bearer %s", token));
}

enum sent
send_sms(const struct config *config, struct arena *arena, const struct message *m, const char **why)
{
	struct curl_slist *headers = headers_of(config, arena, m, why);
	enum sent sent;
	size_t read = 0;
	struct text body;
	CURL *curl;

	if (headers == NULL)
		return SENT_DOWN;
	curl = curl_easy_init();
	text_init(&body);
	body_write(config, arena, m, &body);
	curl_easy_setopt(curl, CURLOPT_URL, config->sms_url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)config->message_timeout_s);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.start);
	curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)body.bytes);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, answer_drop);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, &read);
	sent = judged(arena, curl, curl_easy_perform(curl), why);
	curl_easy_cleanup(curl);
	curl_slist_free_all(headers);
	text_free(&body);
	return sent;
}
