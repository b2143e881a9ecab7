/* Preloaded by tests/cli/fault.t: makes calls fail that never fail in a test
 * otherwise. Linux and glibc only, as the tests that use it.
 *
 *	FAULT=KIND:N	the Nth call of this kind fails
 *	FAULT=KIND:N+	the Nth and all after it fail
 *	FAULT=short	each read and write takes one byte, each third is
 *			interrupted first
 *	FAULT_REPORT=F	at exit, F gets a line "KIND CALLS" for each kind
 *	FAULT_SERVE=D	reads faults from standard input, a line each, and runs
 *			the program with each of them in a process of its own,
 *			its output in D/out and D/err; answers with its status
 *			as the shell has it. A fork for each instead of a
 *			start; FAULT_REPORT is of the runs with "none"
 *
 * KIND is alloc, read, write, fsync, rename or close. */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum kind { ALLOC, READ, WRITE, FSYNC, RENAME, CLOSE, KINDS };

static const char *const NAMES[KINDS] = {"alloc", "read",   "write",
					 "fsync", "rename", "close"};
static const int ERRORS[KINDS] = {ENOMEM, EIO, ENOSPC, EIO, EIO, EIO};

static unsigned long calls[KINDS], fail_at[KINDS];
static bool persistent, shorten;
static unsigned long shortened;

/* glibc's own, which need no dlsym that allocates itself. */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static void
arm(const char *fault)
{
	char *end;

	shorten = strcmp(fault, "short") == 0;
	for (int k = 0; k < KINDS; k++) {
		size_t n = strlen(NAMES[k]);

		if (strncmp(fault, NAMES[k], n) != 0 || fault[n] != ':')
			continue;
		fail_at[k] = strtoul(fault + n + 1, &end, 10);
		persistent = *end == '+';
	}
}

/* PATH as a stream of this process, from its beginning. */
static void
stream(int to, const char *dir, const char *name, int flags)
{
	char path[4096];
	int fd;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	fd = open(path, flags, 0600);
	if (fd < 0 || dup2(fd, to) < 0)
		_exit(125);
	syscall(SYS_close, fd);
}

/* A line of standard input without its end; false after the last. */
static bool
asked(char *line, size_t size)
{
	size_t n = 0;

	while (n < size && syscall(SYS_read, 0, line + n, 1) == 1)
		if (line[n++] == '\n') {
			line[n - 1] = '\0';
			return true;
		}
	return false;
}

/* Returns in the processes that are to run, one for each fault. */
static void
serve(const char *dir)
{
	char line[64], answer[16];
	int status, n;

	while (asked(line, sizeof(line))) {
		pid_t pid = fork();

		if (pid == 0) {
			stream(0, "/dev", "null", O_RDONLY);
			stream(1, dir, "out", O_WRONLY | O_CREAT | O_TRUNC);
			stream(2, dir, "err", O_WRONLY | O_CREAT | O_TRUNC);
			if (strcmp(line, "none") != 0)
				unsetenv("FAULT_REPORT");
			memset(calls, 0, sizeof(calls));
			arm(line);
			return;
		}
		if (pid < 0 || waitpid(pid, &status, 0) != pid)
			break;
		n = snprintf(answer, sizeof(answer), "%d\n",
			     WIFEXITED(status) ? WEXITSTATUS(status)
					       : 128 + WTERMSIG(status));
		if (syscall(SYS_write, 1, answer, n) != n)
			break;
	}
	_exit(0);
}

__attribute__((constructor)) static void
start(void)
{
	const char *fault = getenv("FAULT"), *dir = getenv("FAULT_SERVE");

	memset(calls, 0, sizeof(calls));
	if (dir)
		serve(dir);
	else if (fault)
		arm(fault);
}

__attribute__((destructor)) static void
stop(void)
{
	const char *path = getenv("FAULT_REPORT");
	FILE *f;

	if (!path)
		return;
	memset(fail_at, 0, sizeof(fail_at));
	shorten = false;
	unsigned long seen[KINDS];
	memcpy(seen, calls, sizeof(seen));
	f = fopen(path, "w");
	if (!f)
		return;
	for (int k = 0; k < KINDS; k++)
		fprintf(f, "%s %lu\n", NAMES[k], seen[k]);
	fclose(f);
}

static bool
fails(enum kind k)
{
	unsigned long n = ++calls[k];

	if (!fail_at[k] || (persistent ? n < fail_at[k] : n != fail_at[k]))
		return false;
	errno = ERRORS[k];
	return true;
}

/* True when this call is to be interrupted; otherwise cuts *n. */
static bool
interrupts(size_t *n)
{
	if (!shorten)
		return false;
	if (++shortened % 3 == 0) {
		errno = EINTR;
		return true;
	}
	if (*n > 1)
		*n = 1;
	return false;
}

void *
malloc(size_t n)
{
	return fails(ALLOC) ? NULL : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return fails(ALLOC) ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t n)
{
	return fails(ALLOC) ? NULL : __libc_realloc(p, n);
}

ssize_t
read(int fd, void *buf, size_t n)
{
	if (fails(READ) || interrupts(&n))
		return -1;
	return syscall(SYS_read, fd, buf, n);
}

ssize_t
write(int fd, const void *buf, size_t n)
{
	if (fails(WRITE) || interrupts(&n))
		return -1;
	return syscall(SYS_write, fd, buf, n);
}

int
fsync(int fd)
{
	return fails(FSYNC) ? -1 : (int)syscall(SYS_fsync, fd);
}

int
rename(const char *from, const char *to)
{
	if (fails(RENAME))
		return -1;
	return (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

/* As the kernel does: the descriptor is gone, the error is told. */
int
close(int fd)
{
	int rc = (int)syscall(SYS_close, fd);

	return fails(CLOSE) ? -1 : rc;
}
