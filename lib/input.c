#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "gzip.h"
#include "mem.h"
#include "progress.h"
#include "receipt.h"
#include "recode.h"

/* Tests cut each read to 1, 2, 3 or 7 bytes: the answer must not change. */
#ifdef INPUT_CHUNKS
static size_t
input_chunk(void)
{
	static size_t n;

	if (n == 0) {
		const char *s = getenv("INPUT_CHUNK");

		n = s ? strtoul(s, NULL, 10) : 0;
		n = n ? n : SIZE_MAX;
	}
	return n;
}
#define INPUT_CHUNK input_chunk()
#elif !defined(INPUT_CHUNK)
#define INPUT_CHUNK SIZE_MAX
#endif

struct input {
	char *name;
	void *ctx;
	ssize_t (*read)(void *, void *, size_t);
	int (*close)(void *);
	uint64_t size;	/* of the source, 0 when not known */
	uint64_t taken; /* bytes from the source */
	uint64_t given; /* bytes to the caller */
	struct receipt_file *receipt;
	bool regular, started, failed;

	struct gzip *gzip;     /* NULL: not compressed */
	struct recode *recode; /* NULL: taken as it is */
	bool told;	       /* that Latin-1 was windows-1252 */
	unsigned char *peek;   /* read ahead of the caller */
	size_t peek_at, peek_n;
};

/* Inodes of all files ever opened as input. */
static struct {
	dev_t dev;
	ino_t ino;
} * opened;
static size_t opened_n, opened_cap;

bool
input_was_opened(const struct stat *st)
{
	for (size_t i = 0; i < opened_n; i++)
		if (opened[i].dev == st->st_dev && opened[i].ino == st->st_ino)
			return true;
	return false;
}

static void
remember(const struct stat *st)
{
	opened = mem_grow(opened, &opened_cap, opened_n + 1, sizeof(*opened));
	opened[opened_n].dev = st->st_dev;
	opened[opened_n].ino = st->st_ino;
	opened_n++;
}

struct input *
input_new(const char *name, void *ctx, ssize_t (*rd)(void *, void *, size_t),
	  int (*cl)(void *))
{
	struct input *in = mem_new(struct input);

	in->name = mem_text(name, strlen(name));
	in->ctx = ctx;
	in->read = rd;
	in->close = cl;
	return in;
}

/* The context of a file is its descriptor itself. */
static int
descriptor(const struct input *in)
{
	return (int)(intptr_t)in->ctx;
}

static ssize_t
file_read(void *ctx, void *buf, size_t n)
{
	ssize_t k;

	do
		k = read((int)(intptr_t)ctx, buf, n);
	while (k < 0 && errno == EINTR);
	return k;
}

static int
file_close(void *ctx)
{
	int fd = (int)(intptr_t)ctx;

	return fd == STDIN_FILENO ? 0 : close(fd);
}

/* Fills buf as far as the source goes. The sources of zipin give their own
 * messages; a file's error is errno. */
static ssize_t
source_read(struct input *in, void *buf, size_t n)
{
	size_t got = 0;
	ssize_t k = 0;

	while (got < n) {
		size_t want = n - got < INPUT_CHUNK ? n - got : INPUT_CHUNK;

		k = in->read(in->ctx, (char *)buf + got, want);
		if (k <= 0)
			break;
		receipt_bytes(in->receipt, (char *)buf + got, (size_t)k);
		got += (size_t)k;
		in->taken += (uint64_t)k;
		progress_tick(in->name, in->taken, in->size);
		if (INPUT_CHUNK != SIZE_MAX)
			break;
	}
	if (k < 0) {
		in->failed = true;
		if (in->read == file_read)
			diag_fail("%s: byte %llu: %s", in->name,
				  (unsigned long long)in->taken,
				  strerror(errno));
		return -1;
	}
	return (ssize_t)got;
}

static ssize_t
compressed_read(void *ctx, void *buf, size_t n)
{
	return source_read(ctx, buf, n);
}

/* The plain bytes: inflated where needed, not yet converted. */
static ssize_t
plain_read(struct input *in, void *buf, size_t n)
{
	ssize_t k;

	if (!in->gzip)
		return source_read(in, buf, n);
	k = gzip_read(in->gzip, buf, n);
	in->failed = k < 0;
	return k;
}

/* Looks at the first two bytes for gzip's magic, once. A part of a zip
 * (input_new) is taken as it is. -1 on error. */
static int
start(struct input *in)
{
	unsigned char first[2];
	size_t n = 0;
	ssize_t k;

	if (in->started)
		return 0;
	in->started = true;
	if (in->read != file_read)
		return 0;
	while (n < 2) {
		k = source_read(in, first + n, 2 - n);
		if (k < 0)
			return -1;
		if (k == 0)
			break;
		n += (size_t)k;
	}
	if (gzip_is_gzip(first, n)) {
		in->gzip = gzip_new(in->name, compressed_read, in);
		gzip_start(in->gzip, first, n);
		return 0;
	}
	in->peek = mem_array(INPUT_PEEK, 1);
	memcpy(in->peek, first, n);
	in->peek_n = n;
	return 0;
}

static ssize_t
convert_fail(struct input *in)
{
	in->failed = true;
	if (recode_is_control(in->recode))
		return diag_fail(
		    "%s: from byte %llu on: a control character (80 to 9F) out "
		    "of the encoding that was given; windows-1252 has letters "
		    "there",
		    in->name, (unsigned long long)in->given);
	return diag_fail("%s: from byte %llu on: not in the encoding that was "
			 "given",
			 in->name, (unsigned long long)in->given);
}

static ssize_t
convert_read(struct input *in, char *buf, size_t n)
{
	ssize_t k, made = 0;
	size_t room;
	char *space;

	while (made == 0) {
		space = recode_space(in->recode, &room);
		k = plain_read(in, space, room);
		if (k < 0)
			return -1;
		recode_put(in->recode, (size_t)k);
		if (recode_pending(in->recode) == 0)
			return 0;
		made = recode_some(in->recode, buf, n, k == 0);
	}
	if (!in->told && recode_was_1252(in->recode)) {
		in->told = true;
		diag_warn("%s: not Latin-1: bytes that windows-1252 has are "
			  "read as that",
			  in->name);
	}
	return made < 0 ? convert_fail(in) : made;
}

static ssize_t
next_read(struct input *in, void *buf, size_t n)
{
	if (!in->recode)
		return plain_read(in, buf, n);
	/* A character must fit: iconv makes nothing of less than 4 bytes. */
	if (n < 4)
		return 0;
	return convert_read(in, buf, n);
}

ssize_t
input_peek(struct input *in, const unsigned char **p)
{
	ssize_t k;

	*p = NULL;
	if (in->failed || start(in) < 0)
		return -1;
	if (!in->peek)
		in->peek = mem_array(INPUT_PEEK, 1);
	memmove(in->peek, in->peek + in->peek_at, in->peek_n);
	in->peek_at = 0;
	while (in->peek_n < INPUT_PEEK) {
		if (in->recode && INPUT_PEEK - in->peek_n < 4)
			break;
		k = next_read(in, in->peek + in->peek_n,
			      INPUT_PEEK - in->peek_n);
		if (k < 0)
			return -1;
		if (k == 0)
			break;
		in->peek_n += (size_t)k;
	}
	*p = in->peek;
	return (ssize_t)in->peek_n;
}

static ssize_t
take_peeked(struct input *in, char *buf, size_t n)
{
	size_t k = in->peek_n < n ? in->peek_n : n;

	if (k > INPUT_CHUNK)
		k = INPUT_CHUNK;
	memcpy(buf, in->peek + in->peek_at, k);
	in->peek_at += k;
	in->peek_n -= k;
	return (ssize_t)k;
}

/* Fewer than four bytes asked of a converting input: through the peek. */
static ssize_t
small_read(struct input *in, char *buf, size_t n)
{
	const unsigned char *p;
	ssize_t k = input_peek(in, &p);

	return k <= 0 ? k : take_peeked(in, buf, n);
}

ssize_t
input_read(struct input *in, void *buf, size_t n)
{
	size_t got = 0;
	ssize_t k = 0;

	if (in->failed || start(in) < 0)
		return -1;
	while (got < n) {
		if (in->peek_n)
			k = take_peeked(in, (char *)buf + got, n - got);
		else if (in->recode && n - got < 4)
			k = small_read(in, (char *)buf + got, n - got);
		else
			k = next_read(in, (char *)buf + got, n - got);
		if (k <= 0)
			break;
		got += (size_t)k;
		if (INPUT_CHUNK != SIZE_MAX)
			break;
	}
	if (k < 0)
		return -1;
	in->given += got;
	return (ssize_t)got;
}

int
input_encoding(struct input *in, const char *encoding)
{
	struct recode *recode = recode_new(encoding);
	size_t room;

	if (!recode)
		return diag_fail("%s: unknown encoding \"%s\" (windows-1252, "
				 "latin1, utf-16 and others of iconv -l)",
				 in->name, encoding);
	/* What was read ahead is still in the old encoding. */
	if (start(in) < 0) {
		recode_free(recode);
		return -1;
	}
	if (in->peek_n) {
		memcpy(recode_space(recode, &room), in->peek + in->peek_at,
		       in->peek_n);
		recode_put(recode, in->peek_n);
		in->peek_n = 0;
	}
	in->recode = recode;
	return 0;
}

/* Opens `path` for reading; -1 with the message given. */
static int
open_file(const char *path, struct stat *st)
{
	int fd = open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC);

	if (fd < 0)
		return diag_fail_errno(path);
	if (fstat(fd, st) == 0 && S_ISDIR(st->st_mode)) {
		errno = EISDIR;
		diag_fail_errno(path);
		close(fd);
		return -1;
	}
	return fd;
}

struct input *
input_open(const char *path)
{
	struct stat st = {0};
	struct input *in;
	int fd = STDIN_FILENO;
	bool is_stdin = !path || strcmp(path, "-") == 0;

	if (is_stdin) {
		path = "stdin";
		if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
			errno = EISDIR;
			diag_fail_errno(path);
			return NULL;
		}
	} else {
		fd = open_file(path, &st);
	}
	if (fd < 0)
		return NULL;
	if (S_ISREG(st.st_mode))
		remember(&st);
	in = input_new(path, (void *)(intptr_t)fd, file_read, file_close);
	in->regular = S_ISREG(st.st_mode);
	in->size = in->regular ? (uint64_t)st.st_size : 0;
	in->receipt = receipt_input(in->name);
	return in;
}

const char *
input_name(const struct input *in)
{
	return in->name;
}

uint64_t
input_offset(const struct input *in)
{
	return in->given;
}

int
input_seekable(const struct input *in)
{
	if (in->read != file_read || !in->regular || in->gzip || in->given)
		return -1;
	if (lseek(descriptor(in), 0, SEEK_CUR) < 0)
		return -1;
	receipt_descriptor(in->receipt, descriptor(in));
	return descriptor(in);
}

void
input_rows(struct input *in, uint64_t rows)
{
	receipt_rows(in->receipt, rows);
}

int
input_close(struct input *in)
{
	int rc;

	if (!in)
		return 0;
	gzip_free(in->gzip);
	recode_free(in->recode);
	/* Who only wanted its header used the file, not a part of it. */
	if (in->regular && in->taken < in->size)
		receipt_descriptor(in->receipt, descriptor(in));
	rc = in->close(in->ctx);
	if (rc < 0 && in->read == file_read)
		diag_fail_errno(in->name);
	free(in->peek);
	free(in->name);
	free(in);
	return rc < 0 ? -1 : 0;
}
