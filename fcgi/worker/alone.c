/*
 * alone.c - one at a time, of all children of a program, with what is compared first and counted afterwards.
 *
 * A right query code shall cost no write, so a try is counted once it was wrong.  Between the look and the count another
 * child sees the old count, and a stranger would have as many tries more as there are children.  Who is alone with a
 * subject sees the counts of all before.
 *
 * The lock is a byte of a file without a name, chosen by the subject's hash: it falls with its process, and two subjects
 * of one byte only wait for each other.  It does not reach the workers of another machine, nor, for the moment of a
 * SIGHUP, from the old children to the new ones.
 */
#include "fcgi/worker/inside.h"

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

/* A try takes a millisecond; where the database hangs nobody shall wait behind who waits for it. */
enum { MOMENTS_MOST = 250 };
static const struct timespec moment = { 0, 2 * 1000 * 1000 };

static int file = -1;
static bool alone;
static struct flock place;

void
alone_open(void)
{
	if ((file = memfd_create("alone", MFD_CLOEXEC)) < 0)
		log_fatal("alone", "why", strerror(errno), NULL);
}

bool
request_alone(struct request *rq, const char *bucket)
{
	uint32_t hash = 2166136261u;

	(void)rq;
	alone_end();
	for (const unsigned char *c = (const unsigned char *)bucket; *c != '\0'; c++)
		hash = (hash ^ *c) * 16777619u;
	place = (struct flock){ .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = hash & 0x3fffffff, .l_len = 1 };
	for (int n = 0; n < MOMENTS_MOST; n++) {
		if (fcntl(file, F_SETLK, &place) == 0)
			return alone = true;
		nanosleep(&moment, NULL);
	}
	return false;
}

void
alone_end(void)
{
	if (!alone)
		return;
	place.l_type = F_UNLCK;
	fcntl(file, F_SETLK, &place);
	alone = false;
}
