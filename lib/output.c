#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag.h"
#include "input.h"
#include "mem.h"
#include "receipt.h"

#define BLOCK (256u << 10)
#define MOST 32 /* outputs at a time */
#define SUFFIX ".tmpXXXXXX"

struct output {
	int fd;
	int error; /* the first errno; 0 while all is well */
	bool spoiled;
	char *path;
	char *dir;
	char *temporary; /* NULL for standard output and special files */
	char *buf;
	size_t used, cap;
	uint64_t flushed;
	struct receipt_file *receipt;
};

/* What a signal handler and exit remove. Slots are set and cleared with
 * signals blocked, so that the handler sees whole pointers. */
static char *volatile temporaries[MOST];

static void
remove_temporaries(void)
{
	for (size_t i = 0; i < MOST; i++)
		if (temporaries[i])
			unlink(temporaries[i]);
}

static void
on_signal(int sig)
{
	remove_temporaries();
	signal(sig, SIG_DFL);
	raise(sig);
}

static const int fatal_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};

static void
block_signals(int how)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(fatal_signals) / sizeof(int); i++)
		sigaddset(&set, fatal_signals[i]);
	sigprocmask(how, &set, NULL);
}

/* A parent may have left SIGPIPE ignored (Python does): then `| head` would
 * be an error message. Hang-up stays ignored, for nohup. */
static void
install_handlers(void)
{
	static bool done;
	struct sigaction sa = {.sa_handler = on_signal}, old;

	if (done)
		return;
	done = true;
	sigemptyset(&sa.sa_mask);
	/* A limit on the size of files (ulimit -f) is an error of write. */
	signal(SIGXFSZ, SIG_IGN);
	for (size_t i = 0; i < sizeof(fatal_signals) / sizeof(int); i++) {
		int sig = fatal_signals[i];

		sigaction(sig, NULL, &old);
		if (old.sa_handler != SIG_IGN || sig == SIGPIPE)
			sigaction(sig, &sa, NULL);
	}
	atexit(remove_temporaries);
}

static bool
register_temporary(char *path)
{
	for (size_t i = 0; i < MOST; i++)
		if (!temporaries[i]) {
			temporaries[i] = path;
			return true;
		}
	return false;
}

/* True when a temporary file of this path is open: the last of two outputs
 * with one path would win in silence. */
static bool
is_open_already(const char *path)
{
	size_t n = strlen(path);

	for (size_t i = 0; i < MOST; i++)
		if (temporaries[i] && strncmp(temporaries[i], path, n) == 0 &&
		    strlen(temporaries[i]) == n + strlen(SUFFIX))
			return true;
	return false;
}

static void
forget_temporary(const char *path)
{
	for (size_t i = 0; i < MOST; i++)
		if (temporaries[i] == path)
			temporaries[i] = NULL;
}

/* The file as the old one was, or as umask says for a new one. */
static void
copy_mode(int fd, const char *path)
{
	struct stat st;
	mode_t mask;

	if (stat(path, &st) == 0) {
		fchmod(fd, st.st_mode & 07777);
		return;
	}
	mask = umask(0);
	umask(mask);
	fchmod(fd, 0666 & ~mask);
}

/* Opens PATH.tmpXXXXXX beside PATH. -1 with the message given. */
static int
open_temporary(struct output *o)
{
	size_t n = strlen(o->path) + sizeof(SUFFIX);
	char *name;
	int e;

	if (is_open_already(o->path))
		return diag_fail("%s: is named for two outputs", o->path);
	name = mem_array(n, 1);
	snprintf(name, n, "%s" SUFFIX, o->path);
	block_signals(SIG_BLOCK);
	o->fd = mkstemp(name);
	e = errno;
	if (o->fd >= 0 && !register_temporary(name)) {
		unlink(name);
		close(o->fd);
		o->fd = -1;
		e = EMFILE;
	}
	block_signals(SIG_UNBLOCK);
	if (o->fd < 0) {
		free(name);
		errno = e;
		return diag_fail_errno(o->path);
	}
	o->temporary = name;
	fcntl(o->fd, F_SETFD, FD_CLOEXEC);
	copy_mode(o->fd, o->path);
	return 0;
}

/* A device, pipe or socket is written as it is: it cannot be renamed over. */
static int
open_path(struct output *o)
{
	struct stat st;

	if (stat(o->path, &st) != 0)
		return open_temporary(o);
	if (input_was_opened(&st))
		return diag_fail("%s: is an input; not writing over it",
				 o->path);
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		return diag_fail_errno(o->path);
	}
	if (S_ISREG(st.st_mode))
		return open_temporary(o);
	o->fd = open(o->path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
	return o->fd < 0 ? diag_fail_errno(o->path) : 0;
}

static void
dispose(struct output *o)
{
	if (o->temporary)
		forget_temporary(o->temporary);
	free(o->temporary);
	free(o->path);
	free(o->dir);
	free(o->buf);
	free(o);
}

/* The directory of the path. Made when the output is opened: nothing may fail
 * any more once the file is published. */
static char *
directory(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? mem_text(path, (size_t)(slash - path) + 1)
		     : mem_text(".", 1);
}

/* The rename would replace a symbolic link instead of what it points to. */
static char *
follow(const char *path)
{
	char *target = NULL;
	struct stat st;

	if (lstat(path, &st) == 0 && S_ISLNK(st.st_mode))
		target = realpath(path, NULL);
	return target ? target : mem_text(path, strlen(path));
}

struct output *
output_open(const char *path)
{
	struct output *o = mem_new(struct output);
	bool is_stdout = !path || strcmp(path, "-") == 0;
	struct stat st;
	int rc = 0;

	install_handlers();
	if (is_stdout)
		path = "stdout";
	o->path = is_stdout ? mem_text(path, strlen(path)) : follow(path);
	o->dir = directory(o->path);
	o->cap = BLOCK;
	o->buf = mem_array(o->cap, 1);
	o->fd = STDOUT_FILENO;
	if (!is_stdout)
		rc = open_path(o);
	else if (fstat(STDOUT_FILENO, &st) == 0 && S_ISREG(st.st_mode) &&
		 input_was_opened(&st))
		rc = diag_fail("stdout: is an input; not writing over it");
	if (rc < 0) {
		dispose(o);
		return NULL;
	}
	o->receipt = receipt_output(o->path);
	return o;
}

static void
flush(struct output *o)
{
	size_t at = 0;
	ssize_t k;

	while (at < o->used && !o->error && !o->spoiled) {
		k = write(o->fd, o->buf + at, o->used - at);
		if (k >= 0)
			at += (size_t)k;
		else if (errno != EINTR)
			o->error = errno;
	}
	receipt_bytes(o->receipt, o->buf, o->used);
	o->flushed += o->used;
	o->used = 0;
}

char *
output_reserve(struct output *o, size_t n)
{
	if (o->cap - o->used >= n)
		return o->buf + o->used;
	flush(o);
	if (o->cap < n)
		o->buf = mem_grow(o->buf, &o->cap, n, 1);
	return o->buf;
}

void
output_advance(struct output *o, size_t n)
{
	o->used += n;
}

void
output_write(struct output *o, const void *p, size_t n)
{
	if (n == 0)
		return;
	memcpy(output_reserve(o, n), p, n);
	o->used += n;
}

static int
tell_error(struct output *o)
{
	errno = o->error;
	return diag_fail_errno(o->path);
}

void
output_send(struct output *o)
{
	flush(o);
}

int
output_flush(struct output *o)
{
	flush(o);
	return o->error ? tell_error(o) : 0;
}

void
output_spoil(struct output *o)
{
	o->spoiled = true;
}

/* What is not asked of a terminal is said in COLUMNS, or is a page. */
size_t
output_columns(const struct output *o)
{
	const char *said = getenv("COLUMNS");
	long n = said ? strtol(said, NULL, 10) : 0;
	struct winsize size;

	if (n <= 0 && ioctl(o->fd, TIOCGWINSZ, &size) == 0)
		n = size.ws_col;
	if (n <= 0)
		n = 80;
	return n < 20 ? 20 : n > 10000 ? 10000 : (size_t)n;
}

const char *
output_name(const struct output *o)
{
	return o->path;
}

void
output_rows(struct output *o, uint64_t rows)
{
	receipt_rows(o->receipt, rows);
}

uint64_t
output_bytes(const struct output *o)
{
	return o->flushed + o->used;
}

/* All bytes safe under the temporary name. close(2) of standard output is
 * part of the check: a network file system tells of a full disk only then. */
static int
make_safe(struct output *o)
{
	if (o->spoiled)
		return -1;
	flush(o);
	if (!o->error && o->temporary && fsync(o->fd) != 0)
		o->error = errno;
	if (close(o->fd) != 0 && !o->error)
		o->error = errno;
	o->fd = -1;
	return o->error ? tell_error(o) : 0;
}

/* So that the rename itself survives a power cut. */
static void
sync_directory(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static int
publish(struct output *o)
{
	struct stat st;

	if (!o->temporary)
		return 0;
	if (stat(o->path, &st) == 0 && input_was_opened(&st))
		return diag_fail("%s: is an input; not writing over it",
				 o->path);
	if (rename(o->temporary, o->path) != 0)
		return diag_fail_errno(o->path);
	forget_temporary(o->temporary);
	free(o->temporary);
	o->temporary = NULL;
	sync_directory(o->dir);
	return 0;
}

/* The receipt tells of the bytes of the others, so it is made last and
 * published with them. NULL when none is wanted; -1 in *rc on failure. */
static struct output *
make_receipt(int *rc)
{
	struct output *o;
	char *text;

	if (!receipt_path() || (*rc = receipt_check()) < 0)
		return NULL;
	text = receipt_text();
	o = output_open(receipt_path());
	if (o) {
		output_write(o, text, strlen(text));
		*rc = make_safe(o);
	} else {
		*rc = -1;
	}
	free(text);
	return o;
}

int
output_commit(struct output *const *list, size_t n)
{
	struct output *receipt = NULL;
	int rc = 0;

	for (size_t i = 0; i < n && rc == 0; i++)
		if (list[i])
			rc = make_safe(list[i]);
	if (rc == 0)
		receipt = make_receipt(&rc);
	if (rc == 0 && receipt)
		rc = publish(receipt);
	for (size_t i = 0; i < n && rc == 0; i++)
		if (list[i])
			rc = publish(list[i]);
	for (size_t i = 0; i < n; i++)
		output_discard(list[i]);
	output_discard(receipt);
	return rc;
}

void
output_discard(struct output *o)
{
	if (!o)
		return;
	if (o->fd > STDERR_FILENO)
		close(o->fd);
	if (o->temporary)
		unlink(o->temporary);
	dispose(o);
}
