/* sandbox.c - see sandbox.h. */
#include "base/sandbox.h"

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <sched.h>

/* ---- files ---- */

/* Debian 12's header is of Linux 6.1: what came later is spelt out here, as linux/landlock.h gives it now. */
#define ACCESS_TRUNCATE		(1ULL << 14)	/* 6.2 */
#define ACCESS_IOCTL_DEV	(1ULL << 15)	/* 6.10 */
#define NET_BIND_TCP		(1ULL << 0)	/* 6.7 */
#define NET_CONNECT_TCP		(1ULL << 1)
#define SCOPE_ABSTRACT_SOCKETS	(1ULL << 0)	/* 6.12 */
#define SCOPE_SIGNALS		(1ULL << 1)

struct ruleset {
	uint64_t files, network, scoped;
};

#define FILE_READ	(LANDLOCK_ACCESS_FS_READ_FILE)
#define READ		(FILE_READ | LANDLOCK_ACCESS_FS_READ_DIR)
#define FILE_WRITE	(FILE_READ | LANDLOCK_ACCESS_FS_WRITE_FILE | ACCESS_TRUNCATE)
#define WRITE		(READ | FILE_WRITE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR | \
			 LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REFER)

/* All that a landlock of this version can withhold. */
static struct ruleset
withheld(int version, bool network)
{
	struct ruleset r = { .files = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1 };

	if (version >= 2)
		r.files |= LANDLOCK_ACCESS_FS_REFER;
	if (version >= 3)
		r.files |= ACCESS_TRUNCATE;
	if (version >= 5)
		r.files |= ACCESS_IOCTL_DEV;
	if (version >= 4 && !network)
		r.network = NET_BIND_TCP | NET_CONNECT_TCP;
	if (version >= 6)
		r.scoped = SCOPE_ABSTRACT_SOCKETS | SCOPE_SIGNALS;
	return r;
}

/* The kernel takes as much of the structure as its version knows. */
static size_t
ruleset_bytes(int version)
{
	return version >= 6 ? sizeof(struct ruleset) : version >= 4 ? 2 * sizeof(uint64_t) : sizeof(uint64_t);
}

static bool
allow(int ruleset, const char *path, uint64_t folder, uint64_t file)
{
	struct landlock_path_beneath_attr below = { 0 };
	struct stat st;
	bool done;

	if (path == NULL || *path == '\0')
		return true;
	below.parent_fd = open(path, O_PATH | O_CLOEXEC);
	if (below.parent_fd < 0)
		return errno == ENOENT;
	below.allowed_access = fstat(below.parent_fd, &st) == 0 && S_ISDIR(st.st_mode) ? folder : file;
	done = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &below, 0) == 0;
	close(below.parent_fd);
	return done;
}

static bool
enter_files(const struct sandbox *s)
{
	int version = (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	struct ruleset all;
	bool done = true;
	int ruleset;

	if (version < 1)
		return false;
	all = withheld(version, s->network);
	ruleset = (int)syscall(SYS_landlock_create_ruleset, &all, ruleset_bytes(version), 0);
	if (ruleset < 0)
		return false;
	for (size_t i = 0; i < SANDBOX_PATHS_MOST; i++)
		done = allow(ruleset, s->read[i], READ & all.files, FILE_READ & all.files) &&
		    allow(ruleset, s->write[i], WRITE & all.files, FILE_WRITE & all.files) && done;
	done = done && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
	close(ruleset);
	return done;
}

/* ---- calls ---- */

/* Never needed by a program that answers, and the usual ways out of one. */
static const int forbidden[] = {
	SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace),
	SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(pidfd_getfd), SCMP_SYS(kcmp),
	SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(io_uring_setup),
	SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(unshare), SCMP_SYS(setns),
	SCMP_SYS(chroot), SCMP_SYS(pivot_root), SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(move_mount),
	SCMP_SYS(open_tree), SCMP_SYS(fsopen), SCMP_SYS(open_by_handle_at), SCMP_SYS(name_to_handle_at),
	SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(delete_module), SCMP_SYS(kexec_load),
	SCMP_SYS(reboot), SCMP_SYS(swapon), SCMP_SYS(swapoff), SCMP_SYS(sethostname), SCMP_SYS(setdomainname),
	SCMP_SYS(clock_settime), SCMP_SYS(settimeofday), SCMP_SYS(adjtimex), SCMP_SYS(personality),
	SCMP_SYS(setuid), SCMP_SYS(setgid), SCMP_SYS(setresuid), SCMP_SYS(setresgid), SCMP_SYS(setgroups),
	SCMP_SYS(mknod), SCMP_SYS(mknodat), SCMP_SYS(syslog), SCMP_SYS(acct), SCMP_SYS(quotactl), SCMP_SYS(iopl),
};

static bool
forbid(scmp_filter_ctx filter, bool network)
{
	for (size_t i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++)
		if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), forbidden[i], 0) != 0)
			return false;
	/* Threads stay; another process does not.  clone3 hides its flags in memory: the C library does without. */
	if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
	    SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0)) != 0 ||
	    seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) != 0)
		return false;
	return network || (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1,
	    SCMP_A0(SCMP_CMP_NE, AF_UNIX)) == 0 && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM),
	    SCMP_SYS(socketpair), 1, SCMP_A0(SCMP_CMP_NE, AF_UNIX)) == 0);
}

static bool
enter_calls(bool network)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	bool done;

	if (filter == NULL)
		return false;
	done = forbid(filter, network) && seccomp_load(filter) == 0;
	seccomp_release(filter);
	return done;
}

/* ---- all of it ---- */

static bool
enter_privileges(void)
{
	struct rlimit no_core = { 0, 0 };

	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 &&
	    setrlimit(RLIMIT_CORE, &no_core) == 0;
}

static unsigned
part(unsigned which, bool holds, const char *name)
{
	if (!holds)
		log_warn("sandbox_lacks", "part", name, "why", strerror(errno), NULL);
	return holds ? which : 0;
}

unsigned
sandbox_enter(const struct sandbox *s)
{
	unsigned parts = part(SANDBOX_PRIVILEGES, enter_privileges(), "privileges");

	parts |= part(SANDBOX_FILES, enter_files(s), "files");
	parts |= part(SANDBOX_CALLS, enter_calls(s->network), "calls");
	return parts;
}
