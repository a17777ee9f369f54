/* room.c - see room.h. */
#include "base/room.h"

#include "base/log.h"

#include <sys/statvfs.h>

/* Who can not tell does not forbid. */
static bool
has_room(const char *folder, long long bytes)
{
	struct statvfs disk;

	if (*folder == '\0' || statvfs(folder, &disk) != 0 || (unsigned long long)disk.f_bavail * disk.f_frsize >= (unsigned long long)bytes)
		return true;
	log_error("no_room", "folder", folder, NULL);
	return false;
}

bool
room_left(const struct config *config)
{
	return has_room(config->upload_dir, config->room_bytes) && has_room(config->database_dir, config->room_bytes);
}
