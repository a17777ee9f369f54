/*
 * ticket.h - proof, for a while, that a visitor without an account gave the right code.
 *
 * The page that answers a number and its query code carries a ticket; what is
 * then posted from it needs no code again, and no try to guess one.  A ticket is
 * a MAC over what it is for, whose it is, and when it ends: it cannot be made
 * by others nor used for anything else.
 */
#ifndef PUBLIC_TICKET_H
#define PUBLIC_TICKET_H

#include "fcgi/worker/request.h"

#include <stdbool.h>

#define TICKET_LASTS	(2 * HOUR)
enum { TICKET_MOST = 90 };	/* characters: of the field that brings it back */

const char *ticket_make(struct request *, const char *purpose, const char *number);
bool ticket_holds(struct request *, const char *purpose, const char *number, const char *ticket);

#endif
