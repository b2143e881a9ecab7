/* measure OUT COMMAND...: runs it with standard output to OUT and prints its
 * wall seconds, processor seconds and peak memory in KiB, or nothing when it
 * fails. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void
child(const char *out, char **command)
{
	int fd = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (fd >= 0 && dup2(fd, STDOUT_FILENO) >= 0)
		execvp(command[0], command);
	perror(command[0]);
	_exit(127);
}

/* Seconds and microseconds, with a blank behind. */
static void
print_seconds(long s, long us)
{
	s += us / 1000000;
	us %= 1000000;
	printf("%ld.%06ld ", s, us);
}

int
main(int argc, char **argv)
{
	struct timespec a, b;
	struct rusage use;
	int status;
	pid_t pid;

	if (argc < 3)
		return 2;
	clock_gettime(CLOCK_MONOTONIC, &a);
	pid = fork();
	if (pid == 0)
		child(argv[1], argv + 2);
	if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0)
		return 2;
	clock_gettime(CLOCK_MONOTONIC, &b);
	if (getrusage(RUSAGE_CHILDREN, &use) != 0)
		return 2;
	print_seconds((long)(b.tv_sec - a.tv_sec) - 1,
		      (b.tv_nsec - a.tv_nsec) / 1000 + 1000000);
	print_seconds(use.ru_utime.tv_sec + use.ru_stime.tv_sec,
		      use.ru_utime.tv_usec + use.ru_stime.tv_usec);
	printf("%ld\n", use.ru_maxrss);
	return 0;
}
