/* zipin on archives made here, byte by byte: what is read, what refused. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "tap.h"
#include "zipin.h"

/* A zip of stored entries under construction. */
struct maker {
	unsigned char s[8192];
	size_t n;
	unsigned char central[4096];
	size_t central_n;
	unsigned count;
};

struct piece {
	const char *name;
	const char *data;
	unsigned flags;
	long size_off; /* added to the declared size */
	long crc_off;
};

static FILE *messages;

static uint32_t
crc32_of(const char *s, size_t n)
{
	uint32_t c = 0xffffffff;
	for (size_t i = 0; i < n; i++) {
		c ^= (unsigned char)s[i];
		for (int k = 0; k < 8; k++)
			c = (c >> 1) ^ (c & 1 ? 0xedb88320 : 0);
	}
	return ~c;
}

static void
put(unsigned char *p, size_t *n, uint64_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		p[(*n)++] = (unsigned char)(v >> (8 * i));
}

static void
put_text(unsigned char *p, size_t *n, const char *s)
{
	memcpy(p + *n, s, strlen(s));
	*n += strlen(s);
}

/* Version needed to sizes: the same in both headers. */
static void
put_common(unsigned char *p, size_t *n, const struct piece *e)
{
	size_t size = strlen(e->data);
	put(p, n, 20, 2);
	put(p, n, e->flags, 2);
	put(p, n, 0, 2);
	put(p, n, 0, 4);
	put(p, n, crc32_of(e->data, size) + (uint64_t)e->crc_off, 4);
	put(p, n, size, 4);
	put(p, n, size + (uint64_t)e->size_off, 4);
	put(p, n, strlen(e->name), 2);
}

/* A directory entry for data at `offset`. */
static void
add_central(struct maker *m, const struct piece *e, size_t offset)
{
	put_text(m->central, &m->central_n, "PK\1\2");
	put(m->central, &m->central_n, 20, 2);
	put_common(m->central, &m->central_n, e);
	put(m->central, &m->central_n, 0, 8);
	put(m->central, &m->central_n, 0, 4);
	put(m->central, &m->central_n, offset, 4);
	put_text(m->central, &m->central_n, e->name);
	m->count++;
}

static size_t
add(struct maker *m, const struct piece *e)
{
	size_t offset = m->n;
	put_text(m->s, &m->n, "PK\3\4");
	put_common(m->s, &m->n, e);
	put(m->s, &m->n, 0, 2);
	put_text(m->s, &m->n, e->name);
	put_text(m->s, &m->n, e->data);
	add_central(m, e, offset);
	return offset;
}

static void
end(struct maker *m)
{
	size_t at = m->n;
	memcpy(m->s + m->n, m->central, m->central_n);
	m->n += m->central_n;
	put_text(m->s, &m->n, "PK\5\6");
	put(m->s, &m->n, 0, 4);
	put(m->s, &m->n, m->count, 2);
	put(m->s, &m->n, m->count, 2);
	put(m->s, &m->n, m->central_n, 4);
	put(m->s, &m->n, at, 4);
	put(m->s, &m->n, 0, 2);
}

struct memory {
	const unsigned char *p;
	size_t n;
};

static ssize_t
memory_read(void *ctx, void *buf, size_t n)
{
	struct memory *m = ctx;
	if (n > m->n)
		n = m->n;
	memcpy(buf, m->p, n);
	m->p += n;
	m->n -= n;
	return (ssize_t)n;
}

static int
memory_close(void *ctx)
{
	(void)ctx;
	return 0;
}

/* Through a source that cannot seek: spooled. */
static struct zipin *
open_bytes(const unsigned char *p, size_t n)
{
	static struct memory m;
	m = (struct memory){p, n};
	return zipin_open(input_new("a.zip", &m, memory_read, memory_close));
}

static struct text
said(void)
{
	static char buf[4096];
	fflush(stderr);
	rewind(messages);
	size_t n = fread(buf, 1, sizeof(buf) - 1, messages);
	buf[n] = '\0';
	rewind(messages);
	if (ftruncate(fileno(messages), 0) < 0)
		exit(1);
	return (struct text){buf, n};
}

static void
refuses(struct maker *m, const char *message, const char *name)
{
	end(m);
	struct zipin *z = open_bytes(m->s, m->n);
	ok(z == NULL, name);
	is_text(said(), message, name);
	zipin_close(z);
}

/* All of it, however small the pieces: bytes, or -1. */
static ssize_t
read_all(struct input *in, char *buf, size_t n)
{
	size_t got = 0;
	ssize_t k;
	while ((k = input_read(in, buf + got, n - got)) > 0)
		got += (size_t)k;
	return k < 0 ? -1 : (ssize_t)got;
}

/* Reads an entry to its end: bytes, or -1. The close must agree. */
static long
read_entry(struct zipin *z, size_t i, char *buf, size_t n)
{
	struct input *in = zipin_input(z, i);
	if (in == NULL)
		return -1;
	ssize_t got = read_all(in, buf, n);
	int rc = input_close(in);
	ok((got < 0) == (rc < 0), "reading and closing agree");
	return got;
}

static const struct piece one = {"One.txt", "hello", 0, 0, 0};
static const struct piece two = {"dir\\two", "", 0, 0, 0};

static void
test_reads(bool seekable)
{
	struct maker m = {0};
	char buf[64] = "";
	char path[] = "/tmp/test_zipin-XXXXXX";
	add(&m, &one);
	add(&m, &two);
	end(&m);
	int fd = mkstemp(path);
	ok(fd >= 0 && write(fd, m.s, m.n) == (ssize_t)m.n, "a file");
	close(fd);
	struct zipin *z =
	    seekable ? zipin_open(input_open(path)) : open_bytes(m.s, m.n);
	unlink(path);
	is_int(zipin_count(z), 2, "two entries");
	is_text(text_of(zipin_entry_name(z, 1)), "dir/two", "backslash");
	is_int(zipin_entry_size(z, 0), 5, "size");
	is_int(zipin_find(z, "oNE.TXT"), 0, "case does not count");
	is_int(zipin_find(z, "none"), -1, "no such entry");
	is_int(read_entry(z, 0, buf, sizeof(buf)), 5, "reads");
	is_text(text_of(buf), "hello", "its bytes");
	is_int(read_entry(z, 1, buf, sizeof(buf)), 0, "empty entry");
	zipin_close(z);
	is_text(said(), "", "silent");
}

/* One entry that opens but cannot be read. */
static void
fails_on_read(const struct piece *e, const char *message, const char *name)
{
	struct maker m = {0};
	char buf[64];
	add(&m, e);
	end(&m);
	struct zipin *z = open_bytes(m.s, m.n);
	ok(z != NULL, "opens");
	is_int(read_entry(z, 0, buf, sizeof(buf)), -1, name);
	is_text(said(), message, name);
	zipin_close(z);
}

static void
test_entries(void)
{
	struct piece e = one;
	e.crc_off = 1;
	fails_on_read(&e,
		      "t: a.zip:One.txt: error: damaged in the zip "
		      "archive\n",
		      "CRC");
	e = one;
	e.size_off = 1;
	fails_on_read(&e,
		      "t: a.zip:One.txt: error: damaged in the zip "
		      "archive\n",
		      "short");
	e.size_off = -1;
	fails_on_read(&e,
		      "t: a.zip:One.txt: error: longer than the zip archive "
		      "says\n",
		      "long");
	e = one;
	e.flags = 1;
	fails_on_read(&e, "t: a.zip: error: zip entry 'One.txt': encrypted\n",
		      "encrypted");
}

static void
test_names(void)
{
	struct maker m = {0};
	struct piece e = one;
	e.name = "ONE.TXT";
	add(&m, &one);
	add(&m, &e);
	end(&m);
	struct zipin *z = open_bytes(m.s, m.n);
	ok(z != NULL && zipin_input(z, 1) == NULL, "a name twice");
	is_text(said(),
		"t: a.zip: error: zip entry 'ONE.TXT': the name comes "
		"twice\n",
		"a name twice");
	zipin_close(z);
}

static void
test_overlap(void)
{
	struct maker m = {0};
	struct piece e = one;
	size_t at = add(&m, &one);
	e.name = "Two.txt";
	add_central(&m, &e, at);
	refuses(&m,
		"t: a.zip: error: zip entry 'One.txt' overlaps the next "
		"one\n",
		"same place");
	memset(&m, 0, sizeof(m));
	add_central(&m, &one, add(&m, &two) + 3);
	refuses(&m,
		"t: a.zip: error: zip entry 'dir\\two' overlaps the next "
		"one\n",
		"shifted place");
	memset(&m, 0, sizeof(m));
	add_central(&m, &one, add(&m, &two) + 4000);
	refuses(&m,
		"t: a.zip: error: zip entry 'One.txt' overlaps the "
		"directory\n",
		"beyond the end");
	memset(&m, 0, sizeof(m));
	e = one;
	e.data = "hello, and what the next one is";
	at = add(&m, &one);
	m.central_n = m.count = 0;
	add_central(&m, &e, at);
	add(&m, &two);
	refuses(&m,
		"t: a.zip: error: zip entry 'One.txt' overlaps the next "
		"one\n",
		"more than there is room for");
}

static void
test_much(void)
{
	static const char *const names[] = {"a", "b", "c"};
	struct maker m = {0};
	struct piece e = one;
	e.size_off = 4000000000;
	for (int i = 0; i < 3; i++) {
		e.name = names[i];
		add(&m, &e);
	}
	refuses(&m, "t: a.zip: error: unpacks to more than 8 GiB\n",
		"12 GB in three");
}

static void
test_containers(void)
{
	static const unsigned char ole[8] = {0xd0, 0xcf, 0x11, 0xe0};
	struct maker m = {0};
	ok(open_bytes(ole, sizeof(ole)) == NULL, "OLE");
	is_text(said(),
		"t: a.zip: error: encrypted workbook or .xls (an OLE "
		"container), expected a zip archive\n",
		"OLE");
	ok(open_bytes(ole, 0) == NULL, "empty");
	is_text(said(), "t: a.zip: error: empty file, expected a zip archive\n",
		"empty");
	ok(open_bytes((const unsigned char *)"a,b\n", 4) == NULL, "a CSV");
	is_text(said(), "t: a.zip: error: not a zip archive\n", "a CSV");
	add(&m, &one);
	ok(open_bytes(m.s, m.n) == NULL, "no directory");
	is_text(said(),
		"t: a.zip: error: no zip directory at its end (cut off?)\n",
		"no directory");
}

/* Every cut and every changed byte: refused, or the same bytes. */
static void
test_damage(void)
{
	struct maker m = {0};
	char buf[64];
	int bad = 0;
	add(&m, &one);
	add(&m, &two);
	end(&m);
	for (size_t i = 0; i < 2 * m.n; i++) {
		bool cut = i < m.n;
		if (!cut)
			m.s[i - m.n] ^= 0x10;
		struct zipin *z = open_bytes(m.s, cut ? i : m.n);
		long at = z != NULL ? zipin_find(z, "one.txt") : -1;
		struct input *in = at < 0 ? NULL : zipin_input(z, (size_t)at);
		ssize_t n = in == NULL ? -1 : read_all(in, buf, sizeof(buf));
		if (n >= 0 && (n != 5 || memcmp(buf, "hello", 5) != 0))
			bad++;
		input_close(in);
		zipin_close(z);
		if (!cut)
			m.s[i - m.n] ^= 0x10;
	}
	is_int(bad, 0, "no damage goes unseen");
	said();
}

int
main(void)
{
	diag_program("t");
	messages = tmpfile();
	if (messages == NULL || dup2(fileno(messages), STDERR_FILENO) < 0)
		return 1;
	test_reads(true);
	test_reads(false);
	test_entries();
	test_names();
	test_overlap();
	test_much();
	test_containers();
	test_damage();
	return done();
}
