/*
 * shim.c - what a program asks of the machine fails, once, at a chosen call.
 *
 * Laid before a program by LD_PRELOAD.  YIMEN_SHIM names a file of eight
 * numbers which the test and the children of the program share: a test writes
 * what is to fail and reads how often it was called.  The master is spared;
 * its clock runs a thousand times faster, so that a child that died young is
 * replaced at once.
 *
 * Nothing here is part of the product.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind { NOTHING, MEMORY, WRITE, SYNC, RENAME, OPEN, CONNECT, READ, LEAK };
enum mode { FAIL, SHORT, LIE };		/* LIE: says it did, and did not */

/* As tests/faults/shim.mjs writes it. */
struct control {
	int32_t kind;
	int32_t at;			/* the k-th call; 0: count only; LEAK: each so many */
	int32_t number;			/* errno of FAIL */
	int32_t mode;
	int32_t count;			/* calls since */
	int32_t hits;			/* of these: made to fail */
	int32_t always;			/* and every one after it as well */
	int32_t unused;
};

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void __libc_free(void *);

static struct control *control;
static int child;

static void
on_fork(void)
{
	child = 1;
}

__attribute__((constructor)) static void
begin(void)
{
	const char *path = getenv("YIMEN_SHIM");
	int fd = path == NULL ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
	void *at;

	if (fd < 0)
		return;
	at = mmap(NULL, sizeof(*control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	close(fd);
	if (at == MAP_FAILED)
		return;
	control = at;
	pthread_atfork(NULL, NULL, on_fork);
}

/* Is this the call that shall fail? */
static int
falls(enum kind kind)
{
	int32_t n;

	if (control == NULL || !child || control->kind != (int32_t)kind)
		return 0;
	n = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST);
	if (control->at == 0 || (n != control->at && !(control->always && n > control->at)))
		return 0;
	__atomic_add_fetch(&control->hits, 1, __ATOMIC_SEQ_CST);
	errno = control->number;
	return 1;
}

/* The C library's own. */
#define REAL(name) \
	static __typeof__(name) *real; \
	if (real == NULL) \
		*(void **)&real = dlsym(RTLD_NEXT, #name)

/* ---- memory: where base/memory.c asks for it ---- */

void *
__libc_malloc(size_t n)
{
	REAL(__libc_malloc);
	return falls(MEMORY) ? NULL : real(n);
}

void *
__libc_calloc(size_t n, size_t each)
{
	REAL(__libc_calloc);
	return falls(MEMORY) ? NULL : real(n, each);
}

void *
__libc_realloc(void *p, size_t n)
{
	REAL(__libc_realloc);
	return falls(MEMORY) ? NULL : real(p, n);
}

/* The control of the soak: each so many is never given back. */
void
free(void *p)
{
	if (p != NULL && control != NULL && child && control->kind == LEAK && control->at > 0 &&
	    __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST) % control->at == 0)
		return;
	__libc_free(p);
}

/* ---- writing ---- */

/* How much of n is to be written; -1: none, and that is an error. */
static ssize_t
cut(size_t n, int *lies)
{
	*lies = 0;
	if (!falls(WRITE))
		return (ssize_t)n;
	if (control->mode == FAIL)
		return -1;
	*lies = control->mode == LIE;
	return (ssize_t)(n > 1 ? n / 2 : n);
}

ssize_t
write(int fd, const void *bytes, size_t n)
{
	int lies;
	ssize_t most = cut(n, &lies), wrote;

	if (most < 0)
		return -1;
	wrote = syscall(SYS_write, fd, bytes, (size_t)most);
	return lies && wrote >= 0 ? (ssize_t)n : wrote;
}

ssize_t
send(int fd, const void *bytes, size_t n, int flags)
{
	int lies;
	ssize_t most = cut(n, &lies), wrote;

	if (most < 0)
		return -1;
	wrote = syscall(SYS_sendto, fd, bytes, (size_t)most, flags, NULL, 0);
	return lies && wrote >= 0 ? (ssize_t)n : wrote;
}

ssize_t
writev(int fd, const struct iovec *parts, int n)
{
	static __thread struct iovec some[1024];
	size_t all = 0;
	ssize_t most, left, wrote;
	int lies, taken = 0;

	for (int i = 0; i < n; i++)
		all += parts[i].iov_len;
	if ((most = cut(all, &lies)) < 0)
		return -1;
	if ((size_t)most == all || n > 1024)
		return syscall(SYS_writev, fd, parts, n);
	for (left = most; left > 0; left -= (ssize_t)some[taken++].iov_len)
		some[taken] = (struct iovec){ parts[taken].iov_base, parts[taken].iov_len < (size_t)left ? parts[taken].iov_len : (size_t)left };
	wrote = syscall(SYS_writev, fd, some, taken);
	return lies && wrote >= 0 ? (ssize_t)all : wrote;
}

ssize_t
sendmsg(int fd, const struct msghdr *message, int flags)
{
	return falls(WRITE) && control->mode == FAIL ? -1 : syscall(SYS_sendmsg, fd, message, flags);
}

int
fsync(int fd)
{
	if (falls(SYNC))
		return control->mode == LIE ? 0 : -1;
	return (int)syscall(SYS_fsync, fd);
}

int
fdatasync(int fd)
{
	if (falls(SYNC))
		return control->mode == LIE ? 0 : -1;
	return (int)syscall(SYS_fdatasync, fd);
}

/* ---- names ---- */

int
rename(const char *from, const char *to)
{
	return falls(RENAME) ? -1 : (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

int
link(const char *from, const char *to)
{
	return falls(RENAME) ? -1 : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
open(const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;

	va_start(args, flags);
	mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(args, mode_t) : 0;
	va_end(args);
	return falls(OPEN) ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int
open64(const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;

	va_start(args, flags);
	mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(args, mode_t) : 0;
	va_end(args);
	return falls(OPEN) ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags | O_LARGEFILE, mode);
}

int
mkostemp(char *path, int flags)
{
	REAL(mkostemp);
	return falls(OPEN) ? -1 : real(path, flags);
}

FILE *
fopen(const char *path, const char *how)
{
	REAL(fopen);
	return falls(OPEN) ? NULL : real(path, how);
}

/* ---- the other side ---- */

int
connect(int fd, const struct sockaddr *to, socklen_t bytes)
{
	return falls(CONNECT) ? -1 : (int)syscall(SYS_connect, fd, to, bytes);
}

ssize_t
read(int fd, void *to, size_t n)
{
	if (!falls(READ))
		return syscall(SYS_read, fd, to, n);
	return control->mode == SHORT ? syscall(SYS_read, fd, to, n > 1 ? n / 2 : n) : -1;
}

ssize_t
recv(int fd, void *to, size_t n, int flags)
{
	if (!falls(READ))
		return syscall(SYS_recvfrom, fd, to, n, flags, NULL, NULL);
	return control->mode == SHORT ? syscall(SYS_recvfrom, fd, to, n > 1 ? n / 2 : n, flags, NULL, NULL) : -1;
}

/* ---- the master's clock ---- */

int
clock_gettime(clockid_t which, struct timespec *to)
{
	int status = (int)syscall(SYS_clock_gettime, which, to);
	long long ms;

	if (status != 0 || control == NULL || child || which != CLOCK_MONOTONIC)
		return status;
	ms = (to->tv_sec * 1000LL + to->tv_nsec / 1000000) * 1000;
	*to = (struct timespec){ ms / 1000, ms % 1000 * 1000000 };
	return 0;
}
