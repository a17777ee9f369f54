/*
 * catalogue.h - bringing items and documents in and out, and the sample's own.
 */
#ifndef CTL_CATALOGUE_H
#define CTL_CATALOGUE_H

#include "catalogue/file.h"
#include "catalogue/import.h"
#include "ctl/ctl.h"

int verb_import(struct ctl *, int, char **);
int verb_export(struct ctl *, int, char **);
int verb_undo_import(struct ctl *, int, char **);
int verb_publish_due(struct ctl *, int, char **);
int verb_renew_guides(struct ctl *, int, char **);

/* The account of a login that holds a role, or (NULL) the first that holds it; 0: none. */
uint64_t ctl_account(struct ctl *, struct db *, const char *login, const char *role);

struct publishing;
struct publishing ctl_publishing(struct ctl *, uint64_t account, const char *reason);

/* Imports and publishes a file's bytes, as the first webmaster and the first editor; says why not on stderr. */
struct text;
bool catalogue_bring(struct ctl *, struct db *, const char *file_name, const struct text *bytes, const char *mapping,
    const char *reason);

/* DIR/items-a.jsonl, items-b.jsonl and documents.jsonl, published, with their files, and desk.jsonl, on its way, in the caller's transaction. */
bool sample_catalogue(struct ctl *, struct db *, const char *dir);

#endif
