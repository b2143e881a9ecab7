#include "table.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "csvin.h"
#include "diag.h"
#include "input.h"
#include "map.h"
#include "mem.h"
#include "period.h"

struct table {
	struct arena *arena;
	const char *name;
	const char *const *columns;
	size_t width;
	size_t count, cap;
	size_t padded, first; /* cells that were trimmed, the first row */
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

		if (at[i] >= 0 && cell.n < csvin_field(r, (size_t)at[i]).n &&
		    t->padded++ == 0)
			t->first = csvin_row(r);
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

static bool
is_wanted(const struct table *t, struct text name)
{
	for (size_t i = 0; i < t->width; i++)
		if (text_is(name, t->columns[i] + (t->columns[i][0] == '?')))
			return true;
	return false;
}

/* A column of no use to who reads the table. */
static int
refuse_others(const struct table *t, const struct csvin *r)
{
	for (size_t i = 0; i < csvin_columns(r); i++)
		if (!is_wanted(t, csvin_column_name(r, i)))
			return diag_fail("%s: column %s: not known here, where "
					 "each must be",
					 t->name, csvin_column_name(r, i).s);
	return 0;
}

static int
read_rows(struct table *t, struct csvin *r, bool only)
{
	long *at = mem_array(t->width, sizeof(*at));
	int rc = csvin_header(r);

	if (rc == 0)
		rc = find_columns(r, t->columns, t->width, at);
	if (rc == 0 && only)
		rc = refuse_others(t, r);
	if (rc == 0)
		while ((rc = csvin_next_row(r)) == 1)
			keep_row(t, r, at);
	free(at);
	return rc;
}

static struct table *
load(const char *path, const char *const *columns, size_t count, bool only)
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
	rc = read_rows(t, r, only);
	csvin_free(r);
	if (input_close(in) < 0 || rc < 0) {
		table_free(t);
		return NULL;
	}
	if (t->padded)
		diag_note("%s: cells with blanks around them: %zu, the first "
			  "in row %zu: the blanks are taken off",
			  t->name, t->padded, t->first);
	return t;
}

struct table *
table_load(const char *path, const char *const *columns, size_t count)
{
	return load(path, columns, count, false);
}

struct table *
table_load_only(const char *path, const char *const *columns, size_t count)
{
	return load(path, columns, count, true);
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

int
table_once(const struct table *t, const size_t *key, size_t n)
{
	struct map *seen = map_new();
	struct buffer b = {0};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < t->count; i++) {
		void **slot;

		buffer_clear(&b);
		for (size_t k = 0; k < n; k++)
			buffer_part(&b, table_cell(t, i, key[k]));
		slot = map_slot(seen, buffer_view(&b));
		if (*slot)
			rc = table_fail(t, i, key[0],
					"'%s' stands in line %zu already, with "
					"the same key: expected each once",
					table_cell(t, i, key[0]).s,
					*(size_t *)*slot);
		*slot = &t->lines[i];
	}
	buffer_free(&b);
	map_free(seen);
	return rc;
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

const char *
table_column(const struct table *t, size_t column)
{
	const char *name = t->columns[column];

	return name[0] == '?' ? name + 1 : name;
}

int
table_fail(const struct table *t, size_t i, size_t column, const char *fmt, ...)
{
	struct buffer text = {0};
	va_list ap;

	va_start(ap, fmt);
	buffer_vprintf(&text, fmt, ap);
	va_end(ap);
	diag_fail_at(t->name, t->lines[i], "%s: %s", table_column(t, column),
		     buffer_view(&text).s);
	buffer_free(&text);
	return -1;
}

static bool
all_digits(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] < '0' || t.s[i] > '9')
			return false;
	return t.n > 0;
}

/* One to three digits, a mark and three more: thousands, or a fraction. With
 * a zero before the mark it is a fraction only. */
static bool
is_ambiguous(struct text t, struct num *thousands)
{
	size_t mark = t.n > 4 ? t.n - 4 : 0;
	char digits[8];

	if (mark == 0 || mark > 3 || (t.s[mark] != '.' && t.s[mark] != ',') ||
	    t.s[0] == '0')
		return false;
	memcpy(digits, t.s, mark);
	memcpy(digits + mark, t.s + mark + 1, 3);
	return all_digits((struct text){digits, t.n - 1}) &&
	       num_parse((struct text){digits, t.n - 1}, NUM_PLAIN,
			 thousands) == NUM_OK;
}

static int
parse_number(const struct table *t, size_t i, size_t column, struct num *out)
{
	struct text cell = table_cell(t, i, column), bare = cell;
	char whole[NUM_TEXT];
	struct num v;

	if (cell.n == 0)
		return 0;
	if (cell.s[0] == '-')
		bare = (struct text){cell.s + 1, cell.n - 1};
	if (is_ambiguous(bare, &v))
		return table_fail(t, i, column,
				  "'%s' could be thousands or a fraction; "
				  "write %s, or with a zero more behind the "
				  "decimal point",
				  cell.s, num_format(v, whole).s);
	if (num_parse(cell, NUM_PLAIN, out) == NUM_OK)
		return 1;
	return table_fail(t, i, column,
			  "'%s' found, expected a number with a decimal point "
			  "and no thousands mark",
			  cell.s);
}

int
table_decimal(const struct table *t, size_t i, size_t column, struct num *out)
{
	return parse_number(t, i, column, out);
}

int
table_whole(const struct table *t, size_t i, size_t column, struct num *out)
{
	int rc = parse_number(t, i, column, out);

	if (rc != 1 || num_is_whole(*out))
		return rc;
	return table_fail(t, i, column, "'%s' found, expected a whole number",
			  table_cell(t, i, column).s);
}

int
table_year(const struct table *t, size_t i, size_t column, int *out)
{
	struct text cell = table_cell(t, i, column);
	struct num v;

	if (cell.n == 0)
		return 0;
	if (cell.n != 4 || !all_digits(cell) || cell.s[0] == '0' ||
	    num_parse(cell, NUM_PLAIN, &v) != NUM_OK)
		return table_fail(t, i, column,
				  "'%s' found, expected a year as 2024",
				  cell.s);
	*out = (int)v.units;
	return 1;
}

int
table_date(const struct table *t, size_t i, size_t column, int32_t *out)
{
	struct text cell = table_cell(t, i, column);

	if (cell.n == 0)
		return 0;
	if (date_parse(cell, out))
		return 1;
	return table_fail(t, i, column,
			  "'%s' found, expected a date as 2024-01-01", cell.s);
}

int
table_word(const struct table *t, size_t i, size_t column,
	   const char *const *words, size_t n, size_t *out)
{
	struct text cell = table_cell(t, i, column);
	struct buffer list = {0};

	if (cell.n == 0)
		return 0;
	for (*out = 0; *out < n; ++*out)
		if (text_is(cell, words[*out]))
			return 1;
	for (size_t k = 0; k < n; k++)
		buffer_printf(&list, "%s%s",
			      k == 0	   ? ""
			      : k + 1 == n ? " or "
					   : ", ",
			      words[k]);
	table_fail(t, i, column, "'%s' found, expected %s", cell.s,
		   buffer_view(&list).s);
	buffer_free(&list);
	return -1;
}
