/*
 * sandbox.h - what a process gives up, for ever, before it listens to strangers.
 *
 * After sandbox_enter the process and all it might start cannot gain privileges,
 * start a program or another process, open a network socket (unix sockets stay),
 * look at another process, or touch any file but those below the paths named.
 * What is open already stays open.
 *
 * It rests on no_new_privs, landlock (Linux 5.13; network 6.7, signals and
 * abstract sockets 6.12) and seccomp.  Where the kernel lacks one of them the
 * process goes on without, and logs that it does: the accounts of the system
 * and systemd's unit hold it as well.
 *
 * It is no cure for a worker that is taken over: what its database account may
 * read and its folder holds, it can read.
 */
#ifndef BASE_SANDBOX_H
#define BASE_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

enum { SANDBOX_PATHS_MOST = 16 };

/* Files, or folders with all below.  One that is not there, "" and NULL are passed over. */
struct sandbox {
	const char *read[SANDBOX_PATHS_MOST];
	const char *write[SANDBOX_PATHS_MOST];	/* also read, made, renamed and removed */
	bool network;				/* TCP and UDP stay */
};

enum sandbox_part {
	SANDBOX_PRIVILEGES = 1 << 0,		/* nothing gained by setuid programs; no core, not traceable */
	SANDBOX_FILES = 1 << 1,
	SANDBOX_CALLS = 1 << 2,			/* no exec, no fork, no network socket */
	SANDBOX_WHOLE = 7
};

/* Of one thread, before any other is begun.  Returns the parts that hold; each that does not is logged. */
unsigned sandbox_enter(const struct sandbox *);

#endif
