/* run.c - see run.h. */
#include "ctl/run.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Starts it with `fd` as its stdin (0) or stdout (1). */
static bool
start(struct run *run, const char *const argv[], int fd, int as)
{
	posix_spawn_file_actions_t actions;
	int error;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, fd, as);
	error = posix_spawnp(&run->pid, argv[0], &actions, NULL, (char *const *)(uintptr_t)argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	errno = error;
	return error == 0;
}

static bool
start_piped(struct run *run, const char *const argv[], int its)
{
	int ends[2];
	bool started;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	started = start(run, argv, ends[its], its);
	close(ends[its]);
	run->fd = ends[1 - its];
	if (!started)
		close(run->fd);
	return started;
}

bool
run_reading(struct run *run, const char *const argv[])
{
	return start_piped(run, argv, 1);
}

bool
run_writing(struct run *run, const char *const argv[])
{
	return start_piped(run, argv, 0);
}

bool
run_into(struct run *run, const char *const argv[], int to)
{
	run->fd = -1;
	return start(run, argv, to, 1);
}

bool
run_end(struct run *run)
{
	int status;

	if (run->fd >= 0)
		close(run->fd);
	while (waitpid(run->pid, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
