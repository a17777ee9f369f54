/*
 * confine.c - what a child keeps of the machine: the settings it may still have to read, the folder of uploads, and
 * nothing else.  Templates and words were read by the master; MariaDB is a unix socket.  A file that is replaced by
 * another of its name is seen after SIGHUP.
 */
#include "fcgi/worker/inside.h"

#include "base/sandbox.h"

enum { EVERYBODY = 10 };	/* paths that every program reads */

void
confine(const struct program *program, const struct config *config)
{
	struct sandbox s = {
		.read = {
			config->database_password_file,	/* at every connection */
			config->fixed_now,		/* a test's clock, when it is a file */
			config->mapping_dir,
			program->seals ? config->seal_dir : NULL,	/* keys may come while it runs */
			"/etc/localtime", "/usr/share/zoneinfo",
			"/etc/magic", "/usr/share/misc", "/usr/share/file", "/usr/lib/file",	/* what libmagic knows */
		},
		.write = { config->upload_dir },
	};

	for (size_t i = 0; program->reads != NULL && program->reads[i] != NULL && EVERYBODY + i < SANDBOX_PATHS_MOST; i++)
		s.read[EVERYBODY + i] = program->reads[i];
	sandbox_enter(&s);
}
