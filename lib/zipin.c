#include "zipin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <zip.h>

#include "arena.h"
#include "diag.h"
#include "library.h"
#include "map.h"
#include "mem.h"
#include "tempfile.h"
#include "zipdir.h"

/* robustness.md 1.3. Real workbooks reach 299:1, so a ratio alone says
 * nothing: it counts only with size. */
#define GIB (UINT64_C(1) << 30)
#define PART_MAX (4 * GIB)
#define TOTAL_MAX (8 * GIB)
#define BOMB_SIZE (GIB / 16)
#define BOMB_RATIO 200

_Static_assert(sizeof(LIBZIP_SONAME) > 1,
	       "the library is not where this is built");
static struct library libzip = {LIBZIP_SONAME, "libzip", NULL};

/* What is used of it. */
#define CALLS(X)                    \
	X(zip_fdopen)               \
	X(zip_error_init_with_code) \
	X(zip_error_strerror)       \
	X(zip_error_fini)           \
	X(zip_stat_index)           \
	X(zip_get_name)             \
	X(zip_get_num_entries)      \
	X(zip_discard)              \
	X(zip_fread)                \
	X(zip_fclose)               \
	X(zip_fopen_index)          \
	X(zip_strerror)

static struct {
	CALLS(LIBRARY_MEMBER)
} lib;

struct entry {
	const char *name;
	uint64_t size;
	uint64_t packed;
	bool encrypted;
	bool twice; /* another entry has this name, case not counted */
};

struct zipin {
	char *name;
	int fd;
	zip_t *zip;
	struct arena *arena;
	struct map *index; /* lower case name -> entry */
	struct entry *entries;
	size_t count;
};

struct part {
	const struct entry *entry;
	zip_file_t *file;
	char *name;
	uint64_t got;
	bool failed;
};

static int
fail(const struct zipin *z, const char *what)
{
	return diag_fail_at(z->name, 0, "%s", what);
}

static int
fail_entry(const struct zipin *z, const struct entry *e, const char *what)
{
	char show[TEXT_SHOW];
	return diag_fail_at(z->name, 0, "zip entry '%s': %s",
			    text_show(text_of(e->name), show), what);
}

bool
zipin_is_zip(const unsigned char *p, size_t n)
{
	return n >= 4 && p[0] == 'P' && p[1] == 'K' &&
	       ((p[2] == 3 && p[3] == 4) || (p[2] == 5 && p[3] == 6));
}

static int
check_magic(const struct zipin *z, struct input *in)
{
	static const unsigned char ole[] = {0xd0, 0xcf, 0x11, 0xe0};
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	if (n < 0)
		return -1;
	if (n == 0)
		return fail(z, "empty file, expected a zip archive");
	if (n >= 4 && memcmp(p, ole, sizeof(ole)) == 0)
		return fail(z, "encrypted workbook or .xls (an OLE container), "
			       "expected a zip archive");
	if (!zipin_is_zip(p, (size_t)n))
		return fail(z, "not a zip archive");
	return 0;
}

static int
open_zip(struct zipin *z)
{
	int code = 0;
	if (library_load(&libzip)) {
#define FIND(name) library_find(&libzip, #name, &lib.name);
		CALLS(FIND)
	}
	int fd = dup(z->fd); /* zip_fdopen keeps it only when it succeeds */
	if (fd < 0)
		return diag_fail_errno(z->name);
	z->zip = lib.zip_fdopen(fd, 0, &code);
	if (z->zip != NULL)
		return 0;
	close(fd);
	zip_error_t error;
	lib.zip_error_init_with_code(&error, code);
	diag_fail_at(z->name, 0, "damaged zip archive: %s",
		     lib.zip_error_strerror(&error));
	lib.zip_error_fini(&error);
	return -1;
}

static struct text
lower(const char *name, char *buf, size_t cap)
{
	size_t n = 0;
	for (; name[n] != '\0' && n + 1 < cap; n++) {
		char c = name[n];
		buf[n] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
	}
	return (struct text){buf, n};
}

static void
add_index(struct zipin *z, struct entry *e)
{
	size_t cap = strlen(e->name) + 1;
	char *buf = mem_array(cap, 1);
	void **slot = map_slot(z->index, lower(e->name, buf, cap));
	if (*slot != NULL) {
		e->twice = true;
		((struct entry *)*slot)->twice = true;
	} else {
		*slot = e;
	}
	free(buf);
}

/* What libzip sees must be what zipdir sees, in the same order. */
static int
load_entry(struct zipin *z, struct entry *e, const struct zipdir_entry *d)
{
	zip_uint64_t i = (zip_uint64_t)(e - z->entries);
	zip_stat_t st;
	const zip_uint64_t need =
	    ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
	if (lib.zip_stat_index(z->zip, i, ZIP_FL_ENC_RAW, &st) < 0 ||
	    (st.valid & need) != need || !text_is(d->name, st.name) ||
	    st.size != d->size || st.comp_size != d->packed)
		return fail(z, "zip directory can be read in two ways");
	const char *name = lib.zip_get_name(z->zip, i, ZIP_FL_ENC_GUESS);
	if (name == NULL)
		return fail(z, "zip directory: a name cannot be read");
	char *own = arena_string(z->arena, name, strlen(name));
	for (char *p = own; *p != '\0'; p++)
		if (*p == '\\')
			*p = '/';
	e->name = own;
	e->size = st.size;
	e->packed = st.comp_size;
	e->encrypted = (st.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
		       st.encryption_method != ZIP_EM_NONE;
	return 0;
}

static int
load_entries(struct zipin *z, const struct zipdir *d)
{
	uint64_t total = 0;
	if (lib.zip_get_num_entries(z->zip, 0) != (zip_int64_t)d->count)
		return fail(z, "zip directory can be read in two ways");
	z->entries = arena_alloc(z->arena, d->count + 1, sizeof(*z->entries));
	z->count = d->count;
	for (size_t i = 0; i < d->count; i++) {
		struct entry *e = &z->entries[i];
		if (load_entry(z, e, &d->entries[i]) < 0)
			return -1;
		if (e->size > TOTAL_MAX || (total += e->size) > TOTAL_MAX)
			return fail(z, "unpacks to more than 8 GiB");
		add_index(z, e);
	}
	return 0;
}

static int
load(struct zipin *z, struct input *in)
{
	if (check_magic(z, in) < 0 || (z->fd = tempfile_of(in)) < 0)
		return -1;
	struct zipdir d;
	int rc = zipdir_read(&d, z->fd, z->name);
	if (rc == 0)
		rc = open_zip(z);
	if (rc == 0)
		rc = load_entries(z, &d);
	zipdir_free(&d);
	return rc;
}

struct zipin *
zipin_open(struct input *in)
{
	const char *name = input_name(in);
	struct zipin *z = mem_new(struct zipin);
	z->fd = -1;
	z->name = mem_text(name, strlen(name));
	z->arena = arena_new();
	z->index = map_new();
	int rc = load(z, in);
	if (input_close(in) < 0)
		rc = -1;
	if (rc == 0)
		return z;
	zipin_close(z);
	return NULL;
}

void
zipin_close(struct zipin *z)
{
	if (z == NULL)
		return;
	if (z->zip != NULL)
		lib.zip_discard(z->zip);
	if (z->fd >= 0)
		close(z->fd);
	map_free(z->index);
	arena_free(z->arena);
	free(z->name);
	free(z);
}

size_t
zipin_count(const struct zipin *z)
{
	return z->count;
}

const char *
zipin_entry_name(const struct zipin *z, size_t i)
{
	return z->entries[i].name;
}

uint64_t
zipin_entry_size(const struct zipin *z, size_t i)
{
	return z->entries[i].size;
}

long
zipin_find(const struct zipin *z, const char *name)
{
	size_t cap = strlen(name) + 1;
	char *buf = mem_array(cap, 1);
	const struct entry *e = map_get(z->index, lower(name, buf, cap));
	free(buf);
	return e == NULL ? -1 : (long)(e - z->entries);
}

static ssize_t
part_fail(struct part *p, const char *what)
{
	p->failed = true;
	return diag_fail_at(p->name, 0, "%s", what);
}

static ssize_t
part_read(void *ctx, void *buf, size_t n)
{
	struct part *p = ctx;
	if (p->failed)
		return -1;
	zip_int64_t got = lib.zip_fread(p->file, buf, n);
	if (got < 0)
		return part_fail(p, "damaged in the zip archive");
	p->got += (uint64_t)got;
	if (p->got > p->entry->size)
		return part_fail(p, "longer than the zip archive says");
	if (got == 0 && n > 0 && p->got != p->entry->size)
		return part_fail(p, "shorter than the zip archive says");
	return (ssize_t)got;
}

static int
part_close(void *ctx)
{
	struct part *p = ctx;
	int rc = p->failed ? -1 : 0;
	bool whole = p->got == p->entry->size;
	if (lib.zip_fclose(p->file) != 0 && rc == 0 && whole)
		rc = (int)part_fail(p, "damaged in the zip archive");
	free(p->name);
	free(p);
	return rc;
}

static int
check_entry(const struct zipin *z, const struct entry *e)
{
	if (e->twice)
		return fail_entry(z, e, "the name comes twice");
	if (e->encrypted)
		return fail_entry(z, e, "encrypted");
	if (e->size > PART_MAX)
		return fail_entry(z, e, "unpacks to more than 4 GiB");
	if (e->size > BOMB_SIZE && e->size / BOMB_RATIO > e->packed)
		return fail_entry(z, e,
				  "unpacks to more than 200 times its "
				  "size: refused as a zip bomb");
	return 0;
}

struct input *
zipin_input(struct zipin *z, size_t i)
{
	const struct entry *e = &z->entries[i];
	if (check_entry(z, e) < 0)
		return NULL;
	zip_file_t *file = lib.zip_fopen_index(z->zip, i, 0);
	if (file == NULL) {
		fail_entry(z, e, lib.zip_strerror(z->zip));
		return NULL;
	}
	struct part *p = mem_new(struct part);
	size_t cap = strlen(z->name) + strlen(e->name) + 2;
	p->entry = e;
	p->file = file;
	p->name = mem_array(cap, 1);
	snprintf(p->name, cap, "%s:%s", z->name, e->name);
	return input_new(p->name, p, part_read, part_close);
}
