#include "zipdir.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "mem.h"

/* The fixed parts of the records. */
#define LOCAL_SIZE 30
#define CENTRAL_SIZE 46
#define END_SIZE 22
#define LOCATOR_SIZE 20
#define END64_SIZE 56
#define TAIL_MAX (END_SIZE + 65535 + LOCATOR_SIZE)

struct file {
	int fd;
	const char *name;
	uint64_t size;
};

/* Where the directory lies, from the record at the end of the file. */
struct place {
	uint64_t offset;
	uint64_t size;
	uint64_t count;
};

static int
fail(const struct file *f, const char *what)
{
	return diag_fail_at(f->name, 0, "%s", what);
}

static uint64_t
little(const unsigned char *p, int bytes)
{
	uint64_t v = 0;
	for (int i = bytes; i-- > 0;)
		v = v << 8 | p[i];
	return v;
}

static int
read_at(const struct file *f, uint64_t offset, void *buf, size_t n)
{
	char *p = buf;
	while (n > 0) {
		ssize_t k = pread(f->fd, p, n, (off_t)offset);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return diag_fail_errno(f->name);
		if (k == 0)
			return fail(f, "the zip archive is cut off");
		p += k;
		offset += (uint64_t)k;
		n -= (size_t)k;
	}
	return 0;
}

static int
read_end64(const struct file *f, const unsigned char *locator,
	   struct place *out)
{
	unsigned char p[END64_SIZE];
	uint64_t at = little(locator + 8, 8);
	if (at > f->size || f->size - at < sizeof(p))
		return fail(f, "zip64 directory outside the file");
	if (read_at(f, at, p, sizeof(p)) < 0)
		return -1;
	if (memcmp(p, "PK\6\6", 4) != 0)
		return fail(f, "zip64 directory is damaged");
	out->count = little(p + 32, 8);
	out->size = little(p + 40, 8);
	out->offset = little(p + 48, 8);
	return 0;
}

/* The last end record whose comment fits in the file; n >= END_SIZE. */
static long
find_end(const unsigned char *tail, size_t n)
{
	for (size_t i = n - END_SIZE + 1; i-- > 0;)
		if (memcmp(tail + i, "PK\5\6", 4) == 0 &&
		    i + END_SIZE + little(tail + i + 20, 2) <= n)
			return (long)i;
	return -1;
}

static int
parse_end(const struct file *f, const unsigned char *tail, size_t n,
	  struct place *out)
{
	long at = find_end(tail, n);
	if (at < 0)
		return fail(f, "no zip directory at its end (cut off?)");
	const unsigned char *p = tail + at;
	out->count = little(p + 10, 2);
	out->size = little(p + 12, 4);
	out->offset = little(p + 16, 4);
	if (at >= LOCATOR_SIZE && memcmp(p - LOCATOR_SIZE, "PK\6\7", 4) == 0)
		return read_end64(f, p - LOCATOR_SIZE, out);
	return 0;
}

static int
find_directory(const struct file *f, struct place *out)
{
	size_t n = f->size < TAIL_MAX ? (size_t)f->size : TAIL_MAX;
	if (n < END_SIZE)
		return fail(f, "the zip archive is cut off");
	unsigned char *tail = mem_array(n, 1);
	int rc = read_at(f, f->size - n, tail, n);
	if (rc == 0)
		rc = parse_end(f, tail, n, out);
	free(tail);
	if (rc < 0)
		return -1;
	if (out->offset > f->size || out->size > f->size - out->offset)
		return fail(f, "zip directory outside the file");
	if (out->count > ZIPDIR_MAX)
		return diag_fail_at(f->name, 0, "%ju zip entries, at most %d",
				    (uintmax_t)out->count, ZIPDIR_MAX);
	if (out->size > out->count * (CENTRAL_SIZE + UINT64_C(3) * 65535))
		return fail(f, "zip directory larger than its entries");
	return 0;
}

/* Values of 0xffffffff stand in the zip64 field (id 1), in this order. */
static void
apply_zip64(const unsigned char *extra, size_t n, uint64_t *const want[3])
{
	while (n >= 4) {
		size_t size = (size_t)little(extra + 2, 2);
		if (size > n - 4)
			return;
		const unsigned char *p = extra + 4;
		size_t left = little(extra, 2) == 1 ? size : 0;
		for (int i = 0; i < 3 && left >= 8; i++) {
			if (*want[i] != UINT32_MAX)
				continue;
			*want[i] = little(p, 8);
			p += 8;
			left -= 8;
		}
		extra += 4 + size;
		n -= 4 + size;
	}
}

/* Bytes taken by the entry at p, or 0 when it is not a whole one. */
static size_t
parse_entry(const unsigned char *p, size_t n, struct zipdir_entry *e)
{
	if (n < CENTRAL_SIZE || memcmp(p, "PK\1\2", 4) != 0)
		return 0;
	size_t name = (size_t)little(p + 28, 2);
	size_t extra = (size_t)little(p + 30, 2);
	size_t comment = (size_t)little(p + 32, 2);
	size_t all = CENTRAL_SIZE + name + extra + comment;
	if (n < all)
		return 0;
	e->packed = little(p + 20, 4);
	e->size = little(p + 24, 4);
	e->offset = little(p + 42, 4);
	e->name = (struct text){(const char *)p + CENTRAL_SIZE, name};
	uint64_t *const want[] = {&e->size, &e->packed, &e->offset};
	apply_zip64(p + CENTRAL_SIZE + name, extra, want);
	return all;
}

static int
parse_entries(struct zipdir *d, const struct file *f, const struct place *at)
{
	const unsigned char *p = d->bytes;
	size_t left = (size_t)at->size;
	d->entries = mem_array((size_t)at->count + 1, sizeof(*d->entries));
	d->count = (size_t)at->count;
	for (size_t i = 0; i < d->count; i++) {
		size_t n = parse_entry(p, left, &d->entries[i]);
		if (n == 0)
			return fail(f, "zip directory is damaged");
		p += n;
		left -= n;
	}
	return 0;
}

static int
by_offset(const void *a, const void *b)
{
	const struct zipdir_entry *const *x = a, *const *y = b;
	if ((*x)->offset != (*y)->offset)
		return (*x)->offset < (*y)->offset ? -1 : 1;
	return 0;
}

static int
fail_overlap(const struct file *f, const struct zipdir_entry *e,
	     const char *what)
{
	char show[TEXT_SHOW];
	return diag_fail_at(f->name, 0, "zip entry '%s' overlaps %s",
			    text_show(e->name, show), what);
}

/* The true data range is longer by the local extra field; without it an
 * overlap bomb is caught all the same, for it shares the packed bytes. */
static int
check_ranges(const struct zipdir *d, const struct file *f, uint64_t end)
{
	const struct zipdir_entry **list =
	    mem_array(d->count + 1, sizeof(*list));
	int rc = 0;
	for (size_t i = 0; i < d->count; i++)
		list[i] = &d->entries[i];
	qsort(list, d->count, sizeof(*list), by_offset);
	for (size_t i = 0; i < d->count && rc == 0; i++) {
		const struct zipdir_entry *e = list[i];
		uint64_t next = i + 1 < d->count ? list[i + 1]->offset : end;
		uint64_t need = LOCAL_SIZE + e->name.n;
		if (next < e->offset || next - e->offset < need ||
		    next - e->offset - need < e->packed)
			rc = fail_overlap(f, e,
					  i + 1 < d->count ? "the next one"
							   : "the directory");
	}
	free(list);
	return rc;
}

int
zipdir_read(struct zipdir *d, int fd, const char *name)
{
	struct file f = {fd, name, 0};
	struct place at = {0};
	*d = (struct zipdir){0};
	off_t end = lseek(fd, 0, SEEK_END);
	if (end < 0)
		return diag_fail_errno(name);
	f.size = (uint64_t)end;
	if (find_directory(&f, &at) < 0)
		return -1;
	d->bytes = mem_array((size_t)at.size + 1, 1);
	if (read_at(&f, at.offset, d->bytes, (size_t)at.size) < 0 ||
	    parse_entries(d, &f, &at) < 0)
		return -1;
	return check_ranges(d, &f, at.offset);
}

void
zipdir_free(struct zipdir *d)
{
	free(d->entries);
	free(d->bytes);
	*d = (struct zipdir){0};
}
