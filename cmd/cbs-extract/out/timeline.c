#include "out/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "mem.h"
#include "table/rows.h"

/* Columns before the periods, and before the dimensions. */
static const enum row_column fixed[] = {ROW_TABEL, ROW_ONDERWERP, ROW_REGIO,
					ROW_EENHEID};
#define FIXED (sizeof(fixed) / sizeof(fixed[0]))

/* One period. */
struct moment {
	struct text name; /* as in the rows */
	struct period period;
	struct text column;
	size_t rank;
};

struct seen {
	struct moment *moment;
	struct text value;
	struct text mark; /* status, or reden */
};

/* A row; its keys live as long as the run. */
struct line {
	struct text *keys;
	struct seen *cells;
	size_t count, cap;
};

struct timeline {
	struct csvout *out;
	const char *missing;
	struct arena *arena;
	struct map *lines;   /* keys -> struct line */
	struct map *moments; /* name -> struct moment */
	struct buffer key;
	bool failed;
};

struct timeline *
timeline_new(struct csvout *out, const char *missing)
{
	struct timeline *l = mem_new(struct timeline);

	l->out = out;
	l->missing = missing;
	l->arena = arena_new();
	l->lines = map_new();
	l->moments = map_new();
	return l;
}

void
timeline_free(struct timeline *l)
{
	if (!l)
		return;
	for (size_t i = 0; i < map_count(l->lines); i++)
		free(((struct line *)map_value(l->lines, i))->cells);
	map_free(l->lines);
	map_free(l->moments);
	buffer_free(&l->key);
	arena_free(l->arena);
	free(l);
}

static struct moment *
moment_of(struct timeline *l, struct text name)
{
	struct moment **slot = (struct moment **)map_slot(l->moments, name);

	if (!*slot) {
		*slot = arena_alloc(l->arena, 1, sizeof(**slot));
		(*slot)->name = arena_text(l->arena, name);
		if (!period_parse(name, &(*slot)->period))
			(*slot)->period.grain = GRAIN_NONE;
	}
	return *slot;
}

static struct line *
line_new(struct timeline *l, const struct text *fields, size_t dimensions)
{
	struct line *line = arena_alloc(l->arena, 1, sizeof(*line));
	size_t n = 0;

	line->keys =
	    arena_alloc(l->arena, FIXED + dimensions, sizeof(*line->keys));
	for (size_t i = 0; i < FIXED; i++)
		line->keys[n++] = fields[fixed[i]];
	for (size_t i = 0; i < dimensions; i++)
		line->keys[n++] = fields[ROW_FIXED + i];
	return line;
}

static struct line *
line_of(struct timeline *l, const struct text *fields, size_t dimensions)
{
	struct line **slot;

	buffer_clear(&l->key);
	for (size_t i = 0; i < FIXED; i++)
		buffer_part(&l->key, fields[fixed[i]]);
	for (size_t i = 0; i < dimensions; i++)
		buffer_part(&l->key, fields[ROW_FIXED + i]);
	slot = (struct line **)map_slot(l->lines, buffer_view(&l->key));
	if (!*slot)
		*slot = line_new(l, fields, dimensions);
	return *slot;
}

void
timeline_add(struct timeline *l, const struct run *run)
{
	const struct text *fields = rows_fields(run->rows);
	struct line *line;
	struct seen *c;

	if (l->failed)
		return;
	if (fields[ROW_PERIODE].n == 0) {
		diag_fail("--wide perioden: %s has no periods",
			  fields[ROW_TABEL].s);
		l->failed = true;
		return;
	}
	line = line_of(l, fields, rows_dimensions(run->rows));
	line->cells = mem_grow(line->cells, &line->cap, line->count + 1,
			       sizeof(*line->cells));
	c = &line->cells[line->count++];
	c->moment = moment_of(l, fields[ROW_PERIODE]);
	c->value = arena_text(l->arena, fields[ROW_WAARDE]);
	c->mark = fields[fields[ROW_WAARDE].n ? ROW_STATUS : ROW_REDEN];
}

/* What is no period of ours comes last, by its name. */
static int
by_time(const void *x, const void *y)
{
	const struct moment *a = *(struct moment *const *)x;
	const struct moment *b = *(struct moment *const *)y;
	bool known = a->period.grain != GRAIN_NONE;

	if (known != (b->period.grain != GRAIN_NONE))
		return known ? -1 : 1;
	return known ? period_compare(a->period, b->period)
		     : text_compare(a->name, b->name);
}

/* 2024-Q3 is p2024_q3: a column's name begins with a letter. */
static int
name_column(struct timeline *l, struct moment *m, struct map *names)
{
	size_t n = m->name.n < ROWS_NAME - 8 ? m->name.n : ROWS_NAME - 8;
	char *s = arena_alloc(l->arena, n + 2, 1);
	struct moment **slot;

	s[0] = 'p';
	for (size_t i = 0; i < n; i++) {
		char c = m->name.s[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		s[i + 1] =
		    (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_';
	}
	m->column = (struct text){s, n + 1};
	slot = (struct moment **)map_slot(names, m->column);
	if (*slot)
		return diag_fail("--wide perioden: %s and %s would both be "
				 "column %s",
				 (*slot)->name.s, m->name.s, s);
	*slot = m;
	return 0;
}

/* The periods in order, each with its place and its column. */
static struct moment **
order(struct timeline *l)
{
	size_t n = map_count(l->moments);
	struct moment **list = mem_array(n + 1, sizeof(struct moment *));
	struct map *names = map_new();

	for (size_t i = 0; i < n; i++)
		list[i] = map_value(l->moments, i);
	qsort(list, n, sizeof(struct moment *), by_time);
	for (size_t i = 0; i < n && !l->failed; i++) {
		list[i]->rank = i;
		l->failed = name_column(l, list[i], names) < 0;
	}
	map_free(names);
	return list;
}

static void
write_header(struct timeline *l, const struct rows *rows,
	     struct moment *const *moments)
{
	char buf[ROWS_NAME + 1];

	for (size_t i = 0; i < FIXED; i++)
		csvout_text(l->out, rows_name(rows, fixed[i]));
	for (size_t i = 0; i < rows_dimensions(rows); i++)
		csvout_text(l->out, rows_name(rows, ROW_FIXED + i));
	for (size_t i = 0; i < map_count(l->moments); i++) {
		size_t n = moments[i]->column.n;

		csvout_number_name(l->out, moments[i]->column);
		memcpy(buf, moments[i]->column.s, n);
		memcpy(buf + n, "_status", sizeof("_status"));
		csvout_string(l->out, buf);
	}
	csvout_end(l->out);
}

static int
twice(const struct line *line, const struct moment *m)
{
	return diag_fail("%s: %s of %s in %s comes twice: --wide perioden has "
			 "one place for it",
			 line->keys[0].s, line->keys[1].s, line->keys[2].s,
			 m->name.s);
}

/* cells has room for each period. */
static int
write_line(struct timeline *l, const struct line *line, size_t keys,
	   const struct seen **cells)
{
	size_t n = map_count(l->moments);

	memset(cells, 0, n * sizeof(*cells));
	for (size_t i = 0; i < line->count; i++) {
		const struct seen *c = &line->cells[i];

		if (cells[c->moment->rank])
			return twice(line, c->moment);
		cells[c->moment->rank] = c;
	}
	for (size_t i = 0; i < keys; i++)
		csvout_text(l->out, line->keys[i]);
	for (size_t i = 0; i < n; i++) {
		csvout_text(l->out, cells[i] ? cells[i]->value : text_of(""));
		csvout_text(l->out,
			    cells[i] ? cells[i]->mark : text_of(l->missing));
	}
	csvout_end(l->out);
	return 0;
}

int
timeline_finish(struct timeline *l, const struct run *run)
{
	size_t keys = FIXED + rows_dimensions(run->rows);
	struct moment **moments = order(l);
	const struct seen **cells =
	    mem_array(map_count(l->moments) + 1, sizeof(*cells));

	if (!l->failed)
		write_header(l, run->rows, moments);
	for (size_t i = 0; i < map_count(l->lines) && !l->failed; i++)
		l->failed =
		    write_line(l, map_value(l->lines, i), keys, cells) < 0;
	free(cells);
	free(moments);
	return l->failed ? -1 : 0;
}
