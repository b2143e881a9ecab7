/* Preloaded by tests/cli/night-process.t and soak: makes a program fail before
 * it began, wherever it is started. Linux and glibc only, as the tests.
 *
 *	PROCESS_LOG=F	each program that is started adds a line to F
 *	PROCESS_FAIL=N	the Nth of them is not run: its process ends with
 *	PROCESS_STATUS	this status (1) */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

extern char **environ;

/* How many lines there are with this one. */
static unsigned long
logged(const char *path, const char *program)
{
	int fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	unsigned long n = 1;
	char buf[4096];
	ssize_t k;

	if (fd < 0)
		return 0;
	flock(fd, LOCK_EX);
	while ((k = read(fd, buf, sizeof(buf))) > 0)
		for (ssize_t i = 0; i < k; i++)
			n += buf[i] == '\n';
	if (write(fd, program, strlen(program)) < 0 || write(fd, "\n", 1) < 0)
		n = 0;
	close(fd);
	return n;
}

/* Ends the process here when it is this one's turn. */
static void
fail(const char *program)
{
	const char *log = getenv("PROCESS_LOG"), *at = getenv("PROCESS_FAIL"),
		   *status = getenv("PROCESS_STATUS");
	int saved = errno;

	if (log && logged(log, program) == (at ? strtoul(at, NULL, 10) : 0) &&
	    at)
		_exit(status ? (int)strtol(status, NULL, 10) : 1);
	errno = saved;
}

int
execve(const char *path, char *const argv[], char *const envp[])
{
	/* A name that is not there is only tried: who looks in PATH goes on. */
	if (access(path, X_OK) == 0)
		fail(path);
	return (int)syscall(SYS_execve, path, argv, envp);
}

int
execv(const char *path, char *const argv[])
{
	return execve(path, argv, environ);
}

/* Perl's and xargs'; theirs goes past the above. */
int
execvp(const char *file, char *const argv[])
{
	const char *path = getenv("PATH");
	char name[4096];

	if (strchr(file, '/') || !path)
		return execve(file, argv, environ);
	for (; *path; path += *path == ':') {
		size_t n = strcspn(path, ":");

		if (n + strlen(file) + 2 < sizeof(name)) {
			memcpy(name, path, n);
			name[n] = '/';
			memcpy(name + n + 1, file, strlen(file) + 1);
			execve(name, argv, environ);
		}
		path += n;
	}
	return -1;
}
