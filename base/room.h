/*
 * room.h - is there room to write?
 *
 * A database whose disk is full does not refuse: it waits, a minute at a time,
 * with its log in hand, and nobody else can write until long after there is
 * room again.  So nothing is written any more while a little is left.
 */
#ifndef BASE_ROOM_H
#define BASE_ROOM_H

#include "base/config.h"

#include <stdbool.h>

/* The disks of upload_dir and, where it is on this machine, of the database both have room_bytes left.  false: logged. */
bool room_left(const struct config *);

#endif
