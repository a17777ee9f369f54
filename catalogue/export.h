/*
 * export.h - the catalogue written out, in our own form or another's.
 *
 * JSON Lines, one object a line, or CSV with a byte order mark (spreadsheets
 * ask for it), lists as JSON in a cell.  What an import kept of its source
 * (extras) comes back with the mapping it came by.
 */
#ifndef CATALOGUE_EXPORT_H
#define CATALOGUE_EXPORT_H

#include "base/text.h"
#include "catalogue/mapping.h"
#include "catalogue/source.h"

#include <stdint.h>

/*
 * All that is published, or all versions of one batch (batch > 0), whatever their state.  Returns the rows.
 * What is internal (the handbook) goes only where it is asked for; our own form alone has it.  areas: only of these, "9901%";
 * "%" of all.
 */
enum export_reader { EXPORT_PUBLIC, EXPORT_INTERNAL };
size_t export_all(struct db *, const struct mapping *, enum source_form, uint64_t batch, const char *areas, enum export_reader,
    struct text *to);
/* One version of an item in our own form. */
void export_item(struct db *, struct arena *, uint64_t version_id, struct text *to);

/*
 * The rows of a source with what was found in each: CSV of line, findings and
 * the source's own columns.  sentence() says a finding to a person.
 */
typedef const char *finding_sentence(void *arg, const struct finding *);
void export_annotated(const struct source *, const struct findings *, finding_sentence *, void *arg, struct text *to);

#endif
