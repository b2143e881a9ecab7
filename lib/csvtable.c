#include "csvtable.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "mem.h"
#include "num.h"
#include "opt.h"
#include "smartcols.h"
#include "width.h"

#define GAP 2 /* blanks between columns */
/* A text column is not made narrower than this, or than its name. */
#define LEAST 10
/* So much of a cell is held. */
#define HELD 1024
/* Columns that a message names. */
#define NAMED 12

struct column {
	size_t natural, width; /* as it is; as it is shown */
	bool number;	       /* all its cells are numbers or empty */
	bool empty;
	bool shown;
	bool cut; /* a cell was */
};

struct csvtable {
	struct arena *arena;
	struct text *cells; /* row by row */
	size_t count, cap, width;
	size_t most, rows; /* that are shown; that came, without the header */
	struct column *columns;
};

struct csvtable *
csvtable_new(size_t rows)
{
	struct csvtable *t = mem_new(struct csvtable);

	t->arena = arena_new();
	t->most = rows;
	return t;
}

void
csvtable_free(struct csvtable *t)
{
	if (!t)
		return;
	arena_free(t->arena);
	free(t->cells);
	free(t->columns);
	free(t);
}

static void
start(struct csvtable *t, size_t count, const bool *numbers)
{
	t->width = count;
	t->columns = mem_array(count, sizeof(*t->columns));
	for (size_t c = 0; c < count; c++)
		t->columns[c] = (struct column){.number = numbers && numbers[c],
						.empty = true};
}

/* Back from byte n to the beginning of a character. */
static size_t
whole(struct text t, size_t n)
{
	while (n > 0 && ((unsigned char)t.s[n] & 0xC0) == 0x80)
		n--;
	return n;
}

static struct text
hold(struct csvtable *t, struct text cell, struct column *c)
{
	char *own;

	if (cell.n <= HELD)
		return (struct text){arena_string(t->arena, cell.s, cell.n),
				     cell.n};
	c->cut = true;
	cell.n = whole(cell, HELD);
	own = arena_alloc(t->arena, cell.n + sizeof(WIDTH_MARK), 1);
	memcpy(own, cell.s, cell.n);
	memcpy(own + cell.n, WIDTH_MARK, sizeof(WIDTH_MARK));
	return (struct text){own, cell.n + sizeof(WIDTH_MARK) - 1};
}

void
csvtable_add(struct csvtable *t, const struct text *fields, size_t count,
	     const bool *numbers)
{
	if (!t->columns)
		start(t, count, numbers);
	else
		t->rows++;
	assert(t->width == count);
	if (t->most && t->rows > t->most)
		return;
	t->cells =
	    mem_grow(t->cells, &t->cap, t->count + count, sizeof(*t->cells));
	for (size_t c = 0; c < count; c++)
		t->cells[t->count++] = hold(t, fields[c], &t->columns[c]);
}

static void
measure_column(struct csvtable *t, size_t i)
{
	struct column *c = &t->columns[i];
	bool told = c->number, digits = true;
	struct num v;

	for (size_t k = i; k < t->count; k += t->width) {
		char *own = (char *)t->cells[k].s;
		size_t n;

		t->cells[k] = width_inert(t->cells[k], own);
		own[t->cells[k].n] = '\0';
		n = width_of(t->cells[k]);
		if (n > c->natural)
			c->natural = n;
		if (k == i || t->cells[k].n == 0)
			continue;
		c->empty = false;
		digits =
		    digits && num_parse(t->cells[k], NUM_PLAIN, &v) == NUM_OK;
	}
	c->number = digits && (told || !c->empty);
	c->shown = true;
	c->width = c->natural;
}

static size_t
least(const struct csvtable *t, size_t i)
{
	const struct column *c = &t->columns[i];
	size_t n = width_of(t->cells[i]);

	if (c->number)
		return c->natural;
	n = n < LEAST ? LEAST : n;
	return c->natural < n ? c->natural : n;
}

/* What the shown columns take, each as narrow as may be. */
static size_t
least_of_all(const struct csvtable *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->width; i++)
		if (t->columns[i].shown)
			n += least(t, i) + (n ? GAP : 0);
	return n;
}

/* Leaves out columns from the right, only empty ones or any, but not the
 * first. */
static void
leave_out(struct csvtable *t, size_t room, bool only_empty)
{
	for (size_t i = t->width; i-- > 1 && least_of_all(t) > room;)
		if (!only_empty || t->columns[i].empty)
			t->columns[i].shown = false;
}

static size_t
width_of_all(const struct csvtable *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->width; i++)
		if (t->columns[i].shown)
			n += t->columns[i].width + (n ? GAP : 0);
	return n;
}

/* The widest column that may be narrower; t->width when there is none. */
static size_t
widest(const struct csvtable *t)
{
	size_t best = t->width;

	for (size_t i = 0; i < t->width; i++) {
		const struct column *c = &t->columns[i];

		if (c->shown && c->width > least(t, i) &&
		    (best == t->width || c->width > t->columns[best].width))
			best = i;
	}
	return best;
}

static void
fit(struct csvtable *t, size_t room)
{
	size_t i, n;

	for (i = 0; i < t->width; i++)
		measure_column(t, i);
	if (width_of_all(t) <= room)
		return;
	leave_out(t, room, true);
	leave_out(t, room, false);
	for (n = width_of_all(t); n > room && (i = widest(t)) < t->width; n--)
		t->columns[i].width--;
	/* The first column is shown, however narrow the terminal is. */
	if (n > room && t->columns[0].width > room)
		t->columns[0].width = room;
}

/* The cell as it is shown: cut, with the mark as its last column. */
static const char *
shown(struct csvtable *t, size_t k, struct column *c)
{
	struct text cell = t->cells[k], part;
	char *own;

	if (width_of(cell) <= c->width)
		return cell.s;
	c->cut = true;
	part = width_cut(cell, c->width - 1);
	own = arena_alloc(t->arena, part.n + sizeof(WIDTH_MARK), 1);
	memcpy(own, part.s, part.n);
	memcpy(own + part.n, WIDTH_MARK, sizeof(WIDTH_MARK));
	return own;
}

static const char *
line_of(struct csvtable *t, size_t n)
{
	char *line = arena_alloc(t->arena, n + 1, 1);

	memset(line, '-', n);
	return line;
}

static void
put(struct csvtable *t, struct smartcols *to)
{
	const char **row = mem_array(t->width, sizeof(*row));
	size_t n = 0;

	for (size_t i = 0; i < t->width; i++)
		if (t->columns[i].shown)
			smartcols_column(to, t->columns[i].number);
	for (size_t k = 0; k < t->count; k += t->width) {
		n = 0;
		for (size_t i = 0; i < t->width; i++)
			if (t->columns[i].shown)
				row[n++] = shown(t, k + i, &t->columns[i]);
		smartcols_row(to, row);
		n = 0;
		for (size_t i = 0; k == 0 && i < t->width; i++)
			if (t->columns[i].shown)
				row[n++] = line_of(t, t->columns[i].width);
		if (k == 0)
			smartcols_row(to, row);
	}
	free(row);
}

/* 1204 as 1,204. */
static void
put_count(struct buffer *b, size_t n)
{
	char digits[24];
	size_t k = sizeof(digits), i = 0;

	do {
		if (i > 0 && i % 3 == 0)
			digits[--k] = ',';
		digits[--k] = (char)('0' + n % 10);
		i++;
	} while (n /= 10);
	buffer_bytes(b, digits + k, sizeof(digits) - k);
}

static void
put_names(struct buffer *b, const struct csvtable *t, bool cut)
{
	size_t n = 0;

	for (size_t i = 0; i < t->width; i++) {
		const struct column *c = &t->columns[i];

		if (cut ? !c->shown || !c->cut : c->shown)
			continue;
		if (n++ < NAMED)
			buffer_list(b, ", ",
				    t->cells[i].n ? t->cells[i]
						  : text_of("\"\""));
	}
	if (n > NAMED)
		buffer_printf(b, " and %zu more", n - NAMED);
}

static size_t
columns_left_out(const struct csvtable *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->width; i++)
		n += !t->columns[i].shown;
	return n;
}

/* "3 columns (a, b, c) and 1,204 rows not shown; cut: naam (--rows 0 ...)". */
static void
tell(const struct csvtable *t, struct output *o)
{
	size_t columns = columns_left_out(t);
	size_t rows = t->most && t->rows > t->most ? t->rows - t->most : 0;
	struct buffer b = {0}, names = {0}, cut = {0};

	put_names(&names, t, false);
	put_names(&cut, t, true);
	if (columns)
		buffer_printf(&b, "%zu column%s (%s)", columns,
			      columns == 1 ? "" : "s", buffer_view(&names).s);
	if (columns && rows)
		buffer_string(&b, " and ");
	if (rows) {
		put_count(&b, rows);
		buffer_string(&b, rows == 1 ? " row" : " rows");
	}
	if (columns || rows)
		buffer_string(&b, " not shown");
	if (cut.n)
		buffer_printf(&b, "%stexts cut in %s", b.n ? ", " : "",
			      buffer_view(&cut).s);
	if (columns || cut.n)
		buffer_printf(&b,
			      "; a wider terminal or COLUMNS=N shows more%s",
			      opt_has("columns") ? ", -c chooses columns" : "");
	if (rows)
		buffer_string(&b, "; --rows 0 shows all rows");
	/* Behind the table, where a terminal shows both. */
	if (b.n)
		output_send(o);
	if (b.n)
		diag_tell("%s", buffer_view(&b).s);
	buffer_free(&b);
	buffer_free(&names);
	buffer_free(&cut);
}

static void
write_line(void *ctx, size_t line, struct text text)
{
	struct output *o = ctx;

	(void)line;
	output_write(o, text.s, text.n);
	output_write(o, "\n", 1);
}

long
csvtable_write(struct csvtable *t, struct output *o)
{
	struct smartcols *to;

	if (t->count == 0)
		return 0;
	if (!width_begin())
		return -1;
	to = smartcols_new("  ");
	fit(t, output_columns(o));
	put(t, to);
	smartcols_lines(to, write_line, o);
	width_end();
	smartcols_free(to);
	tell(t, o);
	return (long)(t->count / t->width);
}
