/*
 * upload_table.c - a table of text (.csv) that a colleague's spreadsheet would calculate.
 *
 * A cell that begins with = or @ is a formula, and so is one that begins with +
 * or - and is no number: such a formula can start programs.  An applicant's
 * file is evidence and not ours to change, so it is refused, and the applicant
 * told to hand in values.
 */
#include "fcgi/worker/inside.h"
#include "fcgi/worker/upload.h"

#include <stdio.h>
#include <string.h>

/* Where the reader stands: at the start of a cell, after its + or -, or in what is plain. */
enum place { PLACE_START, PLACE_SIGNED, PLACE_PLAIN };

static bool
separates(int c)
{
	return c == ',' || c == ';' || c == '\t' || c == '\n' || c == '\r';
}

/* True when this byte makes the cell a formula. */
static bool
formula_byte(enum place *at, int c)
{
	static const char before[] = " \"'\xef\xbb\xbf\xfe\xff";	/* blanks, quotes, marks of byte order (and a zero) */
	static const char number[] = "0123456789.,%eE +-/()\"'";

	if (separates(c)) {
		*at = PLACE_START;
		return false;
	}
	switch (*at) {
	case PLACE_START:
		if (strchr(before, c) != NULL)
			return false;
		*at = c == '+' || c == '-' ? PLACE_SIGNED : PLACE_PLAIN;
		return c == '=' || c == '@';
	case PLACE_SIGNED:
		return strchr(number, c) == NULL;
	default:
		return false;
	}
}

bool
table_calculates(const char *path)
{
	FILE *f = fopen(path, "re");
	enum place at = PLACE_START;
	bool found = false;
	int c;

	if (f == NULL)
		return true;		/* what cannot be read cannot be vouched for */
	while (!found && (c = getc_unlocked(f)) != EOF)
		found = formula_byte(&at, c);
	found = found || ferror(f);
	fclose(f);
	return found;
}
