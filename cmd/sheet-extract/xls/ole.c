#include "xls/ole.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag.h"
#include "mem.h"
#include "tempfile.h"
#include "text.h"
#include "xls/bytes.h"

#define HEADER 512
#define ENTRY 128
#define MINI_SECTOR 64
/* Special numbers of sectors: all that are greater are none. */
#define SECTOR_MAX 0xfffffff9u
#define NAME_UNITS 32
/* Sector numbers in the header; more stand in a chain of their own. */
#define IN_HEADER 109

struct entry {
	char name[NAME_UNITS]; /* ASCII; others are '?' */
	uint8_t type;
	uint32_t start;
	uint64_t size;
};

enum { TYPE_STREAM = 2, TYPE_ROOT = 5 };

struct ole {
	const char *name;
	int fd;
	uint64_t size;
	uint32_t shift; /* 9 or 12: sectors of 512 or 4096 bytes */
	uint32_t cutoff;
	uint32_t *fat, *mini_fat; /* the sector after each */
	size_t fat_count, mini_count;
	struct entry *entries;
	size_t count;
	struct olestream *mini; /* where small streams are kept, or NULL */
};

struct olestream {
	struct ole *ole;
	struct olestream *mini; /* its sectors are of this one, or NULL */
	uint32_t *sectors;
	size_t count;
	uint64_t size;
};

static int
fail(const struct ole *o, const char *what)
{
	return diag_fail_at(o->name, 0,
			    "damaged OLE file: %s; open and save it in Excel",
			    what);
}

bool
ole_is(const unsigned char *p, size_t n)
{
	return n >= 8 && memcmp(p, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0;
}

static size_t
sector_size(const struct ole *o)
{
	return (size_t)1 << o->shift;
}

/* n bytes from a place in a sector on, and on into those behind it. A last
 * sector that is cut off ends in zeros, as Excel has it; one that is not there
 * at all is damage. */
static int
read_sectors(struct ole *o, uint32_t sector, size_t from, void *p, size_t n)
{
	uint64_t at = (((uint64_t)sector + 1) << o->shift) + from;
	uint64_t last = (at + n - 1) >> o->shift << o->shift;
	if (sector > SECTOR_MAX || last >= o->size)
		return fail(o, "a sector beyond its end");
	size_t have = at >= o->size		   ? 0
		      : o->size - at < (uint64_t)n ? (size_t)(o->size - at)
						   : n;
	memset((char *)p + have, 0, n - have);
	return tempfile_read(o->fd, p, have, at, o->name);
}

/* The chain of sectors that begins at `start`; one that comes back on itself
 * is longer than there are sectors. NULL with the message given. */
static uint32_t *
follow(struct ole *o, const uint32_t *fat, size_t fat_count, uint32_t start,
       size_t *count)
{
	uint32_t *list = NULL;
	size_t n = 0, cap = 0;
	for (uint32_t s = start; s <= SECTOR_MAX; s = fat[s]) {
		if (s >= fat_count || n >= fat_count) {
			fail(o, "a chain of sectors that is broken");
			free(list);
			return NULL;
		}
		list = mem_grow(list, &cap, n + 1, sizeof(*list));
		list[n++] = s;
	}
	*count = n;
	return list == NULL ? mem_array(1, sizeof(*list)) : list;
}

/* Takes sector numbers of the table of sectors, reads those into fat. */
static int
load_fat_sectors(struct ole *o, const unsigned char *numbers, size_t n)
{
	size_t per = sector_size(o) / 4, room = (size_t)(o->size / 4) / per + 1;
	unsigned char *buf = mem_array(sector_size(o), 1);
	int rc = 0;
	for (size_t i = 0; i < n && rc == 0; i++) {
		uint32_t sector = bytes_u32(numbers + 4 * i);
		if (sector > SECTOR_MAX)
			break;
		if (o->fat_count / per > room)
			rc = fail(o, "a table of sectors that has no end");
		else
			rc = read_sectors(o, sector, 0, buf, sector_size(o));
		if (rc < 0)
			break;
		o->fat =
		    mem_resize(o->fat, o->fat_count + per, sizeof(*o->fat));
		for (size_t k = 0; k < per; k++)
			o->fat[o->fat_count++] = bytes_u32(buf + 4 * k);
	}
	free(buf);
	return rc;
}

/* The numbers of the sectors of the table: 109 in the header, the others in a
 * list of sectors, each with the number of the next at its end. */
static int
load_fat(struct ole *o, const unsigned char *header)
{
	size_t per = sector_size(o) / 4, seen = 0;
	uint32_t next = bytes_u32(header + 68);
	unsigned char *buf = mem_array(sector_size(o), 1);
	int rc = load_fat_sectors(o, header + 76, IN_HEADER);
	while (rc == 0 && next <= SECTOR_MAX) {
		if (seen++ > o->size >> o->shift)
			rc = fail(o, "a list of sectors that has no end");
		else
			rc = read_sectors(o, next, 0, buf, sector_size(o));
		if (rc == 0)
			rc = load_fat_sectors(o, buf, per - 1);
		next = bytes_u32(buf + 4 * (per - 1));
	}
	free(buf);
	return rc;
}

static void
read_entry(const struct ole *o, const unsigned char *p, struct entry *e)
{
	size_t units = bytes_u16(p + 64) / 2;
	memset(e, 0, sizeof(*e));
	for (size_t i = 0; i + 1 < units && i + 1 < NAME_UNITS; i++) {
		uint16_t c = bytes_u16(p + 2 * i);
		e->name[i] = c >= 0x20 && c < 0x7f ? (char)c : '?';
	}
	e->type = p[66];
	e->start = bytes_u32(p + 116);
	e->size = bytes_u32(p + 120);
	if (o->shift > 9)
		e->size |= (uint64_t)bytes_u32(p + 124) << 32;
}

static int
load_directory(struct ole *o, uint32_t start)
{
	unsigned char *buf = mem_array(sector_size(o), 1);
	size_t count, cap = 0;
	uint32_t *list = follow(o, o->fat, o->fat_count, start, &count);
	int rc = list == NULL ? -1 : 0;
	for (size_t i = 0; rc == 0 && i < count; i++) {
		rc = read_sectors(o, list[i], 0, buf, sector_size(o));
		for (size_t k = 0; rc == 0 && k < sector_size(o); k += ENTRY) {
			o->entries = mem_grow(o->entries, &cap, o->count + 1,
					      sizeof(*o->entries));
			read_entry(o, buf + k, &o->entries[o->count++]);
		}
	}
	free(list);
	free(buf);
	return rc;
}

static struct olestream *
open_entry(struct ole *o, const struct entry *e, bool mini)
{
	struct olestream *s = mem_new(struct olestream);
	uint32_t shift = mini ? 6 : o->shift;
	*s = (struct olestream){.ole = o, .size = e->size};
	s->mini = mini ? o->mini : NULL;
	s->sectors =
	    follow(o, mini ? o->mini_fat : o->fat,
		   mini ? o->mini_count : o->fat_count, e->start, &s->count);
	if (s->sectors != NULL && s->size <= (uint64_t)s->count << shift)
		return s;
	if (s->sectors != NULL)
		fail(o, "a stream that is longer than its sectors");
	olestream_close(s);
	return NULL;
}

static int
load_mini(struct ole *o, uint32_t start)
{
	size_t count, per = sector_size(o) / 4;
	struct entry table = {.start = start};
	if (o->count == 0 || o->entries[0].type != TYPE_ROOT)
		return fail(o, "no root in its directory");
	if (o->entries[0].start > SECTOR_MAX || start > SECTOR_MAX)
		return 0;
	o->mini = open_entry(o, &o->entries[0], false);
	struct olestream *s =
	    o->mini == NULL ? NULL : open_entry(o, &table, false);
	if (s == NULL)
		return -1;
	count = s->count * per;
	s->size = (uint64_t)count * 4;
	unsigned char *buf = mem_array(count, 4);
	int rc = olestream_read(s, 0, buf, count * 4);
	o->mini_fat = mem_array(count, sizeof(*o->mini_fat));
	o->mini_count = count;
	for (size_t i = 0; i < count; i++)
		o->mini_fat[i] = bytes_u32(buf + 4 * i);
	free(buf);
	olestream_close(s);
	return rc;
}

static int
load(struct ole *o)
{
	unsigned char header[HEADER];
	struct stat st;
	if (fstat(o->fd, &st) < 0)
		return diag_fail_errno(o->name);
	o->size = (uint64_t)st.st_size;
	if (o->size < HEADER)
		return fail(o, "cut off in its header");
	if (tempfile_read(o->fd, header, HEADER, 0, o->name) < 0)
		return -1;
	o->shift = bytes_u16(header + 30);
	o->cutoff = bytes_u32(header + 56);
	if ((o->shift != 9 && o->shift != 12) || bytes_u16(header + 32) != 6)
		return fail(o, "sectors of a size that is none");
	if (load_fat(o, header) < 0 ||
	    load_directory(o, bytes_u32(header + 48)) < 0)
		return -1;
	return load_mini(o, bytes_u32(header + 60));
}

struct ole *
ole_open(int fd, const char *name)
{
	struct ole *o = mem_new(struct ole);
	o->fd = fd;
	o->name = name;
	if (load(o) == 0)
		return o;
	ole_close(o);
	return NULL;
}

void
ole_close(struct ole *o)
{
	if (o == NULL)
		return;
	olestream_close(o->mini);
	close(o->fd);
	free(o->fat);
	free(o->mini_fat);
	free(o->entries);
	free(o);
}

static const struct entry *
find(const struct ole *o, const char *name)
{
	char want[NAME_UNITS], have[NAME_UNITS];
	struct text folded = text_fold(text_of(name), want, sizeof(want));
	for (size_t i = 0; i < o->count; i++)
		if (o->entries[i].type == TYPE_STREAM &&
		    text_equal(text_fold(text_of(o->entries[i].name), have,
					 sizeof(have)),
			       folded))
			return &o->entries[i];
	return NULL;
}

bool
ole_has(const struct ole *o, const char *name)
{
	return find(o, name) != NULL;
}

struct olestream *
olestream_open(struct ole *o, const char *name)
{
	const struct entry *e = find(o, name);
	if (e == NULL) {
		diag_fail_at(o->name, 0, "no stream \"%s\" in it", name);
		return NULL;
	}
	bool mini = e->size < o->cutoff;
	if (mini && o->mini == NULL && e->size > 0) {
		fail(o, "a small stream without a place for them");
		return NULL;
	}
	return open_entry(o, e, mini);
}

void
olestream_close(struct olestream *s)
{
	if (s == NULL)
		return;
	free(s->sectors);
	free(s);
}

uint64_t
olestream_size(const struct olestream *s)
{
	return s->size;
}

/* How many of the sectors from i on stand one behind the other, at most n. */
static size_t
run_of(const struct olestream *s, size_t i, size_t n)
{
	size_t k = 1;
	while (k < n && s->sectors[i + k] == s->sectors[i] + k)
		k++;
	return k;
}

int
olestream_read(struct olestream *s, uint64_t at, void *p, size_t n)
{
	size_t size = s->mini != NULL ? MINI_SECTOR : sector_size(s->ole);
	if (at > s->size || n > s->size - at)
		return fail(s->ole, "cut off in a stream");
	for (char *to = p; n > 0;) {
		size_t i = (size_t)(at / size), from = (size_t)(at % size);
		size_t run = run_of(s, i, (from + n + size - 1) / size) * size;
		size_t k = run - from < n ? run - from : n;
		uint64_t place = (uint64_t)s->sectors[i] * size + from;
		int rc = s->mini != NULL
			     ? olestream_read(s->mini, place, to, k)
			     : read_sectors(s->ole, s->sectors[i], from, to, k);
		if (rc < 0)
			return -1;
		to += k;
		at += k;
		n -= k;
	}
	return 0;
}
