/*
 * file.h - a file put into the store by a program that answers no request.
 *
 * UPLOADS/ab/<sha256>, durable before its row is written: see fcgi/worker/upload.h.
 */
#ifndef CATALOGUE_FILE_H
#define CATALOGUE_FILE_H

#include "base/db.h"

#include <stdbool.h>

/* Writes the bytes and their row; sha256 in hex.  False: why says what failed. */
bool file_keep(struct db *, struct arena *, const char *upload_dir, const void *bytes, size_t n, instant now,
    char sha256[static 65], char *why, size_t why_bytes);

/* The row of a file that is stored already. */
void blob_add(struct db *, struct arena *, const char *sha256, size_t bytes, instant now);
/* The whole of a stored file in the arena; NULL when it is not there. */
char *file_read(struct arena *, const char *upload_dir, const char *sha256, size_t *bytes);

/* A blank or filled form that guides may name. */
void form_set(struct db *, struct arena *, const char *name, const char *sha256, const char *content_type, size_t bytes,
    instant now);

#endif
