/*
 * fuzz/codes.c - any text as a number or a code that people type.
 *
 * What is read is printed the same again, what is tidied is tidy, and whatever
 * is written stays within its room.
 */
#include "base/text.h"
#include "base/utf8.h"
#include "rules/card.h"
#include "rules/code.h"
#include "rules/document.h"
#include "rules/flow.h"
#include "rules/identity.h"
#include "rules/number.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
promise(bool kept)
{
	if (!kept)
		abort();
}

static void
case_numbers(const char *text)
{
	char tidy[CASE_NUMBER_TEXT], again[CASE_NUMBER_TEXT], shown[CASE_NUMBER_SHOWN];
	struct case_number n;

	if (case_number_tidy(text, tidy)) {
		promise(case_number_parse(tidy, &n));
		promise(case_number_print(&n, again) && text_is(tidy, again));
		promise(case_number_show(tidy, shown) && strlen(shown) < sizeof(shown));
	}
	if (case_number_parse(text, &n))
		promise(case_number_tidy(text, tidy));
}

static void
exchange_numbers(const char *text)
{
	char once[EXCHANGE_NUMBER_TEXT], twice[EXCHANGE_NUMBER_TEXT];
	struct exchange_number n;

	if (!exchange_number_parse(text, &n))
		return;
	promise(exchange_number_print(&n, once) && exchange_number_parse(once, &n));
	promise(exchange_number_print(&n, twice) && text_is(once, twice));
}

static void
query_codes(const char *text)
{
	char tidy[QUERY_CODE_TEXT], again[QUERY_CODE_TEXT];
	uint64_t bits;

	if (!query_code_tidy(text, tidy))
		return;
	promise(query_code_parse(text, &bits) && bits >> 40 == 0);
	promise(text_is(query_code_print(bits, again), tidy));
}

static void
people(const char *text)
{
	char tidy[64], mobile[12];
	struct citizen c;

	if (identity_tidy(text, tidy, sizeof(tidy)))
		promise(strlen(tidy) < sizeof(tidy));
	if (citizen_check(text, (struct day){ 20000 }) == IDENTITY_OK)
		promise(strlen(text) == 18 && citizen_read(text, &c));
	if (mobile_tidy(text, mobile))
		promise(strlen(mobile) == 11 && mobile_check(mobile) == IDENTITY_OK);
	credit_check(text, NULL);
	organ_code_check(text);
	phone_check(text);
	postcode_check(text);
	email_check(text);
}

static void
places(const char *text)
{
	char above[DIVISION_TEXT], stem[DIVISION_TEXT], stem_above[DIVISION_TEXT];
	struct item_code item = item_code_read(text);

	promise(item.form == item_form(text));
	if (division_level(text) == DIVISION_NONE)
		return;
	promise(division_within(text, text) && division_same(text, text));
	promise(division_stem(text, stem));
	if (division_parent(text, above))
		promise(division_within(text, above) && division_stem(above, stem_above) && text_starts(stem, stem_above));
}

static void
documents(const char *text)
{
	char key[DOCUMENT_KEY_TEXT], again[DOCUMENT_KEY_TEXT], number[INDEX_NUMBER_TEXT];
	struct index_parts parts = { "990101", "990100", "A1", { 20000 }, 7 };

	promise(text_is(document_number_key(document_number_key(text, key), again), key));
	if (index_pattern_check(text) == INDEX_OK && index_number(text, &parts, number) == INDEX_OK)
		promise(strlen(number) < sizeof(number) && *number != '\0');
}

static void
flows(const char *text)
{
	struct flow flow = { .count = 3 };
	struct deadline_near near;

	for (size_t i = 0; i < flow.count; i++)
		flow.steps[i] = (struct flow_step){ .position = (int)i + 1, .kind = FLOW_REVIEW, .organ = "" };
	flow_read_needs(&flow, 2, text);
	flow_read_back_to(&flow, 2, text);
	promise((flow.steps[2].needs & ~(FLOW_BIT(0) | FLOW_BIT(1))) == 0);
	promise((flow.steps[2].back_to & ~(FLOW_BIT(0) | FLOW_BIT(1))) == 0);
	card_near_read(text, &near);
}

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	char *text = malloc(n + 1);

	promise(text != NULL);
	memcpy(text, input, n);
	text[n] = '\0';
	if (utf8_plain(text, strlen(text))) {	/* the edge lets no other in */
		case_numbers(text);
		exchange_numbers(text);
		query_codes(text);
		people(text);
		places(text);
		documents(text);
		flows(text);
	}
	free(text);
	return 0;
}
