#include "table.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "csvin.h"
#include "diag.h"
#include "input.h"
#include "mem.h"

struct table {
	struct arena *arena;
	const char *name;
	const char *const *columns;
	size_t width;
	size_t count, cap;
	/* Of each row where its cells end, and then all of them, each with a
	 * NUL behind it: a table may have a million rows. */
	uint32_t **rows;
	size_t *lines;
	size_t lines_cap;
};

/* Where each wanted column stands; -1 for an absent one that may be. */
static int
find_columns(const struct csvin *r, const char *const *columns, size_t n,
	     long *at)
{
	for (size_t i = 0; i < n; i++) {
		bool optional = columns[i][0] == '?';

		at[i] = optional ? csvin_find(r, columns[i] + 1)
				 : csvin_need(r, columns[i]);
		if (at[i] < 0 && !optional)
			return -1;
	}
	return 0;
}

static struct text
cell_of(const struct csvin *r, long at)
{
	if (at < 0)
		return (struct text){"", 0};
	return text_trim(csvin_field(r, (size_t)at));
}

static void
keep_row(struct table *t, const struct csvin *r, const long *at)
{
	size_t size = t->width * sizeof(uint32_t), n = 0;
	uint32_t *ends;
	char *p;

	for (size_t i = 0; i < t->width; i++)
		n += cell_of(r, at[i]).n + 1;
	ends = arena_alloc(t->arena, 1, size + n);
	p = (char *)ends + size;
	n = 0;
	for (size_t i = 0; i < t->width; i++) {
		struct text cell = cell_of(r, at[i]);

		if (cell.n)
			memcpy(p + n, cell.s, cell.n);
		n += cell.n;
		ends[i] = (uint32_t)n;
		p[n++] = '\0';
	}
	t->rows = mem_grow(t->rows, &t->cap, t->count + 1, sizeof(*t->rows));
	t->lines =
	    mem_grow(t->lines, &t->lines_cap, t->count + 1, sizeof(*t->lines));
	t->lines[t->count] = csvin_row(r);
	t->rows[t->count++] = ends;
}

static int
read_rows(struct table *t, struct csvin *r)
{
	long *at = mem_array(t->width, sizeof(*at));
	int rc = csvin_header(r);

	if (rc == 0)
		rc = find_columns(r, t->columns, t->width, at);
	if (rc == 0)
		while ((rc = csvin_next_row(r)) == 1)
			keep_row(t, r, at);
	free(at);
	return rc;
}

struct table *
table_load(const char *path, const char *const *columns, size_t count)
{
	struct input *in = input_open(path);
	struct table *t;
	struct csvin *r;
	int rc;

	if (!in)
		return NULL;
	t = mem_new(struct table);
	t->arena = arena_new();
	t->columns = columns;
	t->width = count;
	t->name = arena_text(t->arena, text_of(input_name(in))).s;
	r = csvin_new(in, ',');
	rc = read_rows(t, r);
	csvin_free(r);
	if (input_close(in) < 0 || rc < 0) {
		table_free(t);
		return NULL;
	}
	return t;
}

void
table_free(struct table *t)
{
	if (!t)
		return;
	arena_free(t->arena);
	free(t->rows);
	free(t->lines);
	free(t);
}

size_t
table_rows(const struct table *t)
{
	return t->count;
}

struct text
table_cell(const struct table *t, size_t i, size_t column)
{
	const uint32_t *ends = t->rows[i];
	const char *cells = (const char *)(ends + t->width);
	size_t from = column > 0 ? ends[column - 1] + 1 : 0;

	return (struct text){cells + from, ends[column] - from};
}

size_t
table_line(const struct table *t, size_t i)
{
	return t->lines[i];
}

const char *
table_name(const struct table *t)
{
	return t->name;
}

int
table_fail(const struct table *t, size_t i, size_t column, const char *fmt, ...)
{
	const char *name = t->columns[column];
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	return diag_fail_at(t->name, t->lines[i], "%s: %s",
			    name[0] == '?' ? name + 1 : name, text);
}
