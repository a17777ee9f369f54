/*
 * run.h - another program of the machine, with one end of it in our hand.
 *
 * For what MariaDB's own tools do better than we could: they are started
 * without a shell, so nothing is quoted.  What they say on stderr is the
 * administrator's to read.
 */
#ifndef CTL_RUN_H
#define CTL_RUN_H

#include <stdbool.h>
#include <sys/types.h>

struct run {
	pid_t pid;
	int fd;		/* -1: none of its ends is ours */
};

/* argv ends with NULL; false when it could not be started, errno tells. */
bool run_reading(struct run *, const char *const argv[]);		/* fd: what it prints */
bool run_writing(struct run *, const char *const argv[]);		/* fd: what it reads */
bool run_into(struct run *, const char *const argv[], int to);		/* what it prints goes to `to` */

/* Closes our end and waits; true when it ended with 0. */
bool run_end(struct run *);

#endif
