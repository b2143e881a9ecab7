#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "diag.h"
#include "mem.h"
#include "progress.h"
#include "receipt.h"

/* Tests cut each read to 1, 2, 3 or 7 bytes: the answer must not change. */
#ifndef INPUT_CHUNK
#define INPUT_CHUNK SIZE_MAX
#endif

#define BLOCK 65536
#define PENDING (BLOCK + INPUT_PEEK)

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

	/* gzip: source bytes wait in `raw` */
	bool gzip, member_done, source_end;
	z_stream z;
	unsigned char *raw;

	iconv_t conv;
	bool converting;
	char *pending; /* bytes that iconv could not yet take */
	size_t pending_n;

	unsigned char *peek; /* read ahead of the caller */
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
gzip_fail(struct input *in, const char *what)
{
	in->failed = true;
	diag_fail("%s: byte %llu: gzip: %s", in->name,
		  (unsigned long long)(in->taken - in->z.avail_in), what);
	return -1;
}

/* More compressed bytes: 1, 0 at the end of the source, -1. */
static int
gzip_refill(struct input *in)
{
	ssize_t k;

	if (in->z.avail_in > 0)
		return 1;
	k = in->source_end ? 0 : source_read(in, in->raw, BLOCK);
	if (k < 0)
		return -1;
	in->source_end = k == 0;
	in->z.next_in = in->raw;
	in->z.avail_in = (uInt)k;
	return k > 0;
}

/* After a member: another one, or zero padding, or the end. 1 to go on, 0 at
 * the end, -1. */
static int
gzip_next_member(struct input *in)
{
	int rc;

	if ((rc = gzip_refill(in)) <= 0)
		return rc;
	if (*in->z.next_in != 0) {
		inflateReset2(&in->z, 31);
		in->member_done = false;
		return 1;
	}
	while ((rc = gzip_refill(in)) == 1)
		for (; in->z.avail_in; in->z.next_in++, in->z.avail_in--)
			if (*in->z.next_in != 0)
				return (int)gzip_fail(
				    in, "trailing garbage after the data");
	return rc;
}

/* inflate's own status, with the two ends of input told apart. */
static int
gzip_step(struct input *in)
{
	int rc = gzip_refill(in);

	if (rc < 0)
		return -1;
	if (rc == 0)
		return (int)gzip_fail(in, "cut off before the end");
	rc = inflate(&in->z, Z_NO_FLUSH);
	if (rc == Z_MEM_ERROR)
		mem_fail();
	if (rc == Z_STREAM_END)
		in->member_done = true;
	else if (rc != Z_OK && rc != Z_BUF_ERROR)
		return (int)gzip_fail(in,
				      in->z.msg ? in->z.msg : "damaged data");
	return 0;
}

static ssize_t
gzip_read(struct input *in, void *buf, size_t n)
{
	uInt room = n > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uInt)n;
	int rc;

	if (n == 0)
		return 0;
	in->z.next_out = buf;
	in->z.avail_out = room;
	while (in->z.avail_out == room) {
		if (in->member_done) {
			rc = gzip_next_member(in);
			if (rc <= 0)
				return rc;
		}
		if (gzip_step(in) < 0)
			return -1;
	}
	return (ssize_t)(room - in->z.avail_out);
}

/* The plain bytes: inflated where needed, not yet converted. */
static ssize_t
plain_read(struct input *in, void *buf, size_t n)
{
	return in->gzip ? gzip_read(in, buf, n) : source_read(in, buf, n);
}

static void
gzip_start(struct input *in, const unsigned char *first, size_t n)
{
	in->gzip = true;
	in->raw = mem_array(BLOCK, 1);
	memcpy(in->raw, first, n);
	in->z.next_in = in->raw;
	in->z.avail_in = (uInt)n;
	if (inflateInit2(&in->z, 31) != Z_OK)
		mem_fail();
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
	if (n == 2 && first[0] == 0x1F && first[1] == 0x8B) {
		gzip_start(in, first, n);
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
	diag_fail("%s: byte %llu: not in the encoding that was given", in->name,
		  (unsigned long long)in->given);
	return -1;
}

/* Converts pending bytes into out; moves what is left to the front. Bytes
 * made, or -1. */
static ssize_t
convert_some(struct input *in, char *out, size_t n, bool end)
{
	char *from = in->pending, *to = out;
	size_t left = in->pending_n, room = n;

	if (iconv(in->conv, &from, &left, &to, &room) == (size_t)-1 &&
	    errno == EILSEQ)
		return convert_fail(in);
	memmove(in->pending, from, left);
	in->pending_n = left;
	if (end && left && to == out)
		return convert_fail(in);
	return to - out;
}

static ssize_t
convert_read(struct input *in, char *buf, size_t n)
{
	ssize_t k, made = 0;

	while (made == 0) {
		k = plain_read(in, in->pending + in->pending_n,
			       PENDING - in->pending_n);
		if (k < 0)
			return -1;
		in->pending_n += (size_t)k;
		if (in->pending_n == 0)
			return 0;
		made = convert_some(in, buf, n, k == 0);
	}
	return made;
}

static ssize_t
next_read(struct input *in, void *buf, size_t n)
{
	if (!in->converting)
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
		if (in->converting && INPUT_PEEK - in->peek_n < 4)
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
		else if (in->converting && n - got < 4)
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
	in->conv = iconv_open("UTF-8", encoding);
	if (in->conv == (iconv_t)-1)
		return diag_fail("%s: unknown encoding \"%s\" (windows-1252, "
				 "latin1, utf-16 and others of iconv -l)",
				 in->name, encoding);
	/* What was read ahead is still in the old encoding. */
	if (start(in) < 0)
		return -1;
	in->pending = mem_array(PENDING, 1);
	if (in->peek_n)
		memcpy(in->pending, in->peek + in->peek_at, in->peek_n);
	in->pending_n = in->peek_n;
	in->peek_n = 0;
	in->converting = true;
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
	if (in->gzip)
		inflateEnd(&in->z);
	if (in->converting)
		iconv_close(in->conv);
	rc = in->close(in->ctx);
	if (rc < 0 && in->read == file_read)
		diag_fail_errno(in->name);
	free(in->raw);
	free(in->pending);
	free(in->peek);
	free(in->name);
	free(in);
	return rc < 0 ? -1 : 0;
}
