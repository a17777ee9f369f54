/*
 * folder.h - folders whose entries last.
 *
 * A file's name is durable only when its folder has been synced: fsync of the
 * file alone has lost names in power cuts.
 */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include <stdbool.h>

/* False when the disk does not say yes; errno tells. */
bool folder_sync(const char *path);
/* Makes path within above, which is synced; one that is there already is fine. */
bool folder_make(const char *path, const char *above);

#endif
