#include "tempfile.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "mem.h"

#define STREAM_MAX (UINT64_C(2) << 30)

static int
fail(const char *name, const char *what)
{
	return diag_fail_at(name, 0, "temporary file: %s", what);
}

int
tempfile_open(const char *name)
{
	const char *dir = getenv("TMPDIR");
	if (dir == NULL || *dir == '\0')
		dir = "/tmp";
	size_t n = strlen(dir) + sizeof("/tool-XXXXXX");
	char *path = mem_array(n, 1);
	snprintf(path, n, "%s/tool-XXXXXX", dir);
	int fd = mkstemp(path);
	if (fd < 0)
		diag_fail_at(name, 0, "no temporary file in %s: %s", dir,
			     strerror(errno));
	else
		unlink(path);
	free(path);
	return fd;
}

int
tempfile_write(int fd, const char *p, size_t n, const char *name)
{
	while (n > 0) {
		ssize_t k = write(fd, p, n);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return fail(name, strerror(errno));
		p += k;
		n -= (size_t)k;
	}
	return 0;
}

int
tempfile_read(int fd, void *p, size_t n, uint64_t at, const char *name)
{
	for (size_t got = 0; got < n;) {
		ssize_t k =
		    pread(fd, (char *)p + got, n - got, (off_t)(at + got));
		if (k < 0 && errno == EINTR)
			continue;
		if (k <= 0)
			return fail(name, k < 0 ? strerror(errno) : "cut off");
		got += (size_t)k;
	}
	return 0;
}

static int
copy(struct input *in, int fd, char *buf)
{
	uint64_t total = 0;
	ssize_t n;
	while ((n = input_read(in, buf, INPUT_PEEK)) > 0) {
		total += (uint64_t)n;
		if (total > STREAM_MAX)
			return diag_fail_at(input_name(in), 0,
					    "more than 2 GiB on a stream, give "
					    "it as a file");
		if (tempfile_write(fd, buf, (size_t)n, input_name(in)) < 0)
			return -1;
	}
	return (int)n;
}

int
tempfile_of(struct input *in)
{
	int fd = input_seekable(in);
	if (fd >= 0) {
		fd = dup(fd);
		return fd < 0 ? diag_fail_errno(input_name(in)) : fd;
	}
	fd = tempfile_open(input_name(in));
	if (fd < 0)
		return -1;
	char *buf = mem_array(INPUT_PEEK, 1);
	int rc = copy(in, fd, buf);
	free(buf);
	if (rc == 0)
		return fd;
	close(fd);
	return -1;
}
