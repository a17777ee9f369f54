/*
 * upload.h - files named by what is in them.
 *
 * A posted file lies in UPLOADS/tmp, hashed while written.  upload_keep moves
 * it to UPLOADS/ab/<sha256> durably: fsync, rename, fsync of the folder.  Only
 * then is its row committed, and only then is the visitor answered; a row
 * never refers to a missing file.  What is not kept is removed with the
 * request.  A file that is there already is the same file.
 */
#ifndef WORKER_UPLOAD_H
#define WORKER_UPLOAD_H

#include "fcgi/worker/form.h"

#include <stdbool.h>

/* Durable when true; false is the machine's failure (sticky: 503). */
bool upload_keep(struct request *, const struct upload *);

/* What applicants may hand in: PDF, JPEG, PNG, WebP, TIFF, OFD, Office documents, plain text, CSV.  By content; and the
 * name's ending must agree.  NULL, or the error's code (file_type, file_empty, file_formula). */
const char *upload_refused(const struct upload *);

#endif
