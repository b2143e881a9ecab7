#include "measure.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buffer.h"
#include "csvin.h"
#include "diag.h"
#include "files.h"
#include "input.h"
#include "json.h"
#include "map.h"
#include "mem.h"

/* Bytes on their way to who reads them. */
struct tap {
	int fd;
	const char *path;
	struct sha256 *sum;
};

static ssize_t
tap_read(void *ctx, void *buf, size_t n)
{
	struct tap *t = ctx;
	ssize_t k;

	do
		k = read(t->fd, buf, n);
	while (k < 0 && errno == EINTR);
	if (k < 0)
		return diag_fail_errno(t->path);
	sha256_add(t->sum, buf, (size_t)k);
	return k;
}

static int
tap_close(void *ctx)
{
	struct tap *t = ctx;

	return close(t->fd) == 0 ? 0 : diag_fail_errno(t->path);
}

/* A table being read. */
struct reading {
	struct measure *m;
	const struct list_row *row;
	struct csvin *r;
	bool header;		   /* that is all there is to read */
	struct map *keys;	   /* NULL: no column is a key */
	size_t *key_at, key_count; /* the columns that are */
	struct buffer key;
	struct buffer *good; /* by column: the last cell in which nothing was
			      * wrong; the next one is often the same */
};

/* "arcgis/stand_lopend.csv" is the table stand_lopend. */
static struct text
table_of(const char *name)
{
	const char *slash = strrchr(name, '/');
	struct text t = text_of(slash ? slash + 1 : name);
	const char *dot = memchr(t.s, '.', t.n);

	if (dot)
		t.n = (size_t)(dot - t.s);
	return t;
}

static int
find_columns(struct reading *g, struct schemas *schemas, const char *name)
{
	size_t n = csvin_columns(g->r);
	char show[TEXT_SHOW];

	g->m->columns = mem_array(n, sizeof(*g->m->columns));
	g->good = mem_array(n, sizeof(*g->good));
	g->key_at = mem_array(n, sizeof(*g->key_at));
	for (size_t i = 0; i < n; i++) {
		struct text column = csvin_column_name(g->r, i);
		struct measure_column *c = &g->m->columns[g->m->count++];
		int rc;

		c->name = mem_text(column.s, column.n);
		rc = schema_find(schemas, g->row->schema,
				 (struct text){c->name, column.n},
				 table_of(name), c->about);
		if (rc < 0)
			return -1;
		if (rc == 0)
			return diag_fail_at(csvin_name(g->r), 1,
					    "column \"%s\" is not in the "
					    "schema %s",
					    text_show(column, show),
					    g->row->schema.s);
		if (text_is(c->about[SCHEMA_SLEUTEL], "ja"))
			g->key_at[g->key_count++] = i;
	}
	if (g->key_count)
		g->keys = map_new();
	return 0;
}

static struct text
key_of(struct reading *g)
{
	buffer_clear(&g->key);
	for (size_t i = 0; i < g->key_count; i++)
		buffer_part(&g->key, csvin_field(g->r, g->key_at[i]));
	return buffer_view(&g->key);
}

static int
check_key(struct reading *g)
{
	void **slot;

	if (!g->keys)
		return 0;
	slot = map_slot(g->keys, key_of(g));
	if (*slot)
		return diag_fail_at(csvin_name(g->r), csvin_row(g->r),
				    "the key of row %zu again; expected each "
				    "once",
				    (size_t)*slot);
	*slot = (void *)csvin_row(g->r);
	return 0;
}

static int
check_row(struct reading *g)
{
	char show[TEXT_SHOW];

	for (size_t i = 0; i < g->m->count; i++) {
		const struct measure_column *c = &g->m->columns[i];
		struct text cell = csvin_field(g->r, i);
		struct buffer *good = &g->good[i];
		const char *fault;

		if (good->n && text_equal(cell, buffer_view(good)))
			continue;
		fault = schema_fault(c->about, g->m->dialect.decimal, cell);
		if (fault)
			return diag_fail_at(csvin_name(g->r), csvin_row(g->r),
					    "%s: \"%s\", expected %s", c->name,
					    text_show(cell, show), fault);
		buffer_clear(good);
		buffer_add(good, cell);
	}
	return check_key(g);
}

static int
table(struct reading *g, struct schemas *schemas, const char *name)
{
	int rc = csvin_header(g->r);

	if (rc == 0)
		rc = find_columns(g, schemas, name);
	if (rc < 0 || g->header)
		return rc;
	while ((rc = csvin_next_row(g->r)) == 1) {
		g->m->rows++;
		if (g->row->kind == LIST_TABLE && check_row(g) < 0)
			return -1;
	}
	return rc;
}

static int
read_table(struct measure *m, struct input *in, const char *name,
	   const struct list_row *row, struct schemas *schemas, bool header)
{
	struct reading g = {.m = m,
			    .row = row,
			    .r = csvin_new(in, m->dialect.delimiter),
			    .header = header};
	int rc = table(&g, schemas, name);

	csvin_free(g.r);
	map_free(g.keys);
	buffer_free(&g.key);
	for (size_t i = 0; g.good && i < m->count; i++)
		buffer_free(&g.good[i]);
	free(g.good);
	free(g.key_at);
	return rc;
}

static int
check_text(const char *path, struct text t, enum list_kind kind)
{
	size_t at;

	if (t.n == 0)
		return diag_fail("%s: is empty", path);
	if (t.s[t.n - 1] != '\n')
		return diag_fail("%s: does not end with a newline; is it "
				 "whole?",
				 path);
	if ((at = text_utf8_error(t.s, t.n)) < t.n)
		return diag_fail("%s: no UTF-8 at byte %zu", path, at);
	if (kind == LIST_JSON && json_read(t, NULL, NULL, &at) < 0)
		return diag_fail("%s: no JSON at byte %zu", path, at);
	return 0;
}

static int
read_text(struct input *in, const char *path, enum list_kind kind)
{
	char *s = NULL;
	size_t n = 0, cap = 0;
	ssize_t k;
	int rc;

	do {
		s = mem_grow(s, &cap, n + 65536, 1);
		k = input_read(in, s + n, 65536);
		n += k > 0 ? (size_t)k : 0;
	} while (k > 0);
	rc = k < 0 ? -1 : check_text(path, (struct text){s, n}, kind);
	free(s);
	return rc;
}

/* 1 when the file has the bytes that were seen, 0, or -1. */
static int
is_seen(struct measure *m, const char *path, const struct seen_file *f)
{
	if (files_sum(path, m->sha256) != 0)
		return -1;
	if (strcmp(m->sha256, f->sha256) != 0)
		return 0;
	m->bytes = f->bytes;
	m->rows = f->rows;
	return 1;
}

static bool
is_csv(const struct list_row *row)
{
	return row->kind == LIST_TABLE || row->kind == LIST_FORM;
}

/* header: only what the columns are, of a table that was seen. */
static int
read_file(struct measure *m, const char *path, const char *name,
	  const struct list_row *row, struct schemas *schemas, bool header)
{
	struct tap tap = {.fd = open(path, O_RDONLY | O_CLOEXEC), .path = path};
	struct input *in;
	int rc;

	if (tap.fd < 0)
		return diag_fail_errno(path);
	tap.sum = sha256_new();
	in = input_new(path, &tap, tap_read, tap_close);
	rc = is_csv(row) ? read_table(m, in, name, row, schemas, header)
			 : read_text(in, path, row->kind);
	if (input_close(in) != 0)
		rc = -1;
	if (!header) {
		m->bytes = sha256_bytes(tap.sum);
		sha256_hex(tap.sum, m->sha256);
	}
	sha256_free(tap.sum);
	return rc;
}

int
measure_file(struct measure *m, const char *path, const char *name,
	     const struct list_row *row, struct schemas *schemas,
	     struct measure_dialect feed, const struct seen *seen)
{
	const struct seen_file *f = seen ? seen_find(seen, name) : NULL;
	int rc;

	*m = (struct measure){.dialect = {',', '.'}};
	if (row->feed)
		m->dialect = feed;
	rc = f ? is_seen(m, path, f) : 0;
	if (rc < 0)
		return -1;
	return rc == 1 && !is_csv(row)
		   ? 0
		   : read_file(m, path, name, row, schemas, rc == 1);
}

void
measure_free(struct measure *m)
{
	for (size_t i = 0; i < m->count; i++)
		free(m->columns[i].name);
	free(m->columns);
}
