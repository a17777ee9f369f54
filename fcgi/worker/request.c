/* request.c - what handlers ask of the request. */
#include "fcgi/worker/request.h"

#include "base/log.h"
#include "base/sealed.h"
#include "base/text.h"
#include "fcgi/worker/inside.h"
#include "generated/queries/worker.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

struct query *
query(struct request *rq, const struct statement *statement)
{
	return query_new(rq->db, rq->arena, statement);
}

const char *
query_said(const struct request *rq, const struct query *q, const char *column)
{
	const char *english = rq->language == LANGUAGE_EN ? query_get(q, arena_format(rq->arena, "%s_en", column)) : "";

	return *english != '\0' ? english : query_get(q, column);
}

const char *
request_part(const struct request *rq, const char *name)
{
	const struct found *found = &rq->inside->found;

	for (size_t i = 0; i < found->parts; i++)
		if (strcmp(found->name[i], name) == 0)
			return found->value[i];
	log_fatal("request_part", "not_in_route", name, NULL);
}

long long
request_part_number(const struct request *rq, const char *name)
{
	long long n = 0;

	text_number(request_part(rq, name), 0, 999999999999999999, &n);
	return n;
}

const char *
request_reach(const struct request *rq, enum matter matter)
{
	char pattern[REACH_PATTERN];

	reach_pattern(rq->who.roles, matter, rq->who.area, pattern);
	return arena_text(rq->arena, pattern);
}

bool
request_whole(struct request *rq, enum matter matter)
{
	struct query *q = query(rq, Q_REACH_WHOLE);

	query_text(q, "area", request_reach(rq, matter));
	return query_next(q) && query_get_number(q, "whole") == 1;
}

/* The first half of an IPv6 address as four groups; an IPv4 address in IPv6's clothes is one of IPv4. */
const char *
request_from(struct request *rq)
{
	struct in6_addr six;
	const uint8_t *b = six.s6_addr;

	if (strchr(rq->address, ':') == NULL || inet_pton(AF_INET6, rq->address, &six) != 1)
		return rq->address;
	if (IN6_IS_ADDR_V4MAPPED(&six))
		return arena_format(rq->arena, "%d.%d.%d.%d", b[12], b[13], b[14], b[15]);
	return arena_format(rq->arena, "%02x%02x:%02x%02x:%02x%02x:%02x%02x::", b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]);
}

void
request_retry_after(struct request *rq, long long seconds)
{
	rq->inside->retry_after = seconds;
}

const char *
request_typed(struct request *rq, const char *typed)
{
	return sealed_blind_text(rq->arena, SEALED_NUMBER, typed);
}

/* Long subjects are counted by their hash: cut off, two of them would share a bucket. */
const char *
request_bucket(struct request *rq, const char *what, const char *subject)
{
	uint8_t hash[HASH_BYTES];
	struct text bucket;
	const char *made;

	if (strlen(subject) <= 64)
		return arena_format(rq->arena, "%s:%s", what, subject);
	sha256_of(hash, subject, strlen(subject));
	text_init(&bucket);
	text_format(&bucket, "%s:#", what);
	text_add_hex(&bucket, hash, 16);
	made = arena_text(rq->arena, bucket.start);
	text_free(&bucket);
	return made;
}

bool
request_try(struct request *rq, const char *what, const char *subject, long long most, instant window)
{
	const char *bucket = request_bucket(rq, what, subject);
	struct query *q = query(rq, Q_THROTTLE_COUNT);

	query_text(q, "bucket", bucket);
	query_instant(q, "now", rq->now);
	query_instant(q, "since", instant_add(rq->now, -window));
	query_run(q);
	q = query(rq, Q_THROTTLE_LOAD);
	query_text(q, "bucket", bucket);
	return query_next(q) && query_get_number(q, "tries") <= most;
}

void
request_key(const struct request *rq, const char *purpose, uint8_t key[32])
{
	key_for(key, rq->inside->key, purpose);
}

const char *
request_own_path(const char *address, const char *otherwise)
{
	if (address[0] != '/' || address[1] == '/' || address[1] == '\\')
		return otherwise;
	for (const char *c = address; *c != '\0'; c++)
		if ((unsigned char)*c <= 0x20 || *c == 0x7f || *c == '\\')
			return otherwise;
	return address;
}

const char *
request_site(const struct request *rq)
{
	const struct incoming *in = &rq->inside->in;

	if (rq->config->site_address != NULL && *rq->config->site_address != '\0')
		return rq->config->site_address;
	return arena_format(rq->arena, "%s://%s", in->https ? "https" : "http", in->host);
}
