/*
 * file.h - a file put into the store by a program that answers no request.
 *
 * UPLOADS/ab/<sha256>, durable before its row is written: see fcgi/worker/upload.h.
 * The forms of a material are written in a guide as "sha256/name".
 */
#ifndef CATALOGUE_FILE_H
#define CATALOGUE_FILE_H

#include "base/db.h"

#include <stdbool.h>

/* Writes the bytes and their row; sha256 in hex.  False: why says what failed. */
bool file_keep(struct db *, struct arena *, const char *upload_dir, const void *bytes, size_t n, instant now,
    char sha256[static 65], char *why, size_t why_bytes);

/* Parts of "sha256/name"; false where the text names no stored file. */
bool file_named(const char *text, char sha256[static 65], const char **name);

#endif
