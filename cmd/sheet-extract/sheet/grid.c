#include "sheet/grid.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "diag.h"
#include "mem.h"
#include "sheet/rules.h"
#include "sheet/survey.h"

/* One cell at XFD1048576 would make 17 billion fields. */
#define FIELDS_MAX (2 * UINT64_C(1) * CELLS_MAX)
#define BYTES_MAX (UINT64_C(4) << 30)
#define NOWHERE SIZE_MAX
/* Sheets named where this one is empty. */
#define NAMED_MAX 5

struct grid {
	struct book *book;
	const struct grid_task *task;
	struct survey survey;
	struct csvout *out;
	struct report report;
	struct range area; /* of the sheet, that is written */
	size_t *places;	   /* of the columns of area: field, or NOWHERE */
	size_t width;
	size_t row;	     /* under construction */
	struct text *fields; /* views; s is NULL where nothing is */
	size_t merge;	     /* the first that does not begin above the row */
	size_t *active;	     /* those that do, and may go on */
	size_t active_count;
	size_t *covers; /* by field: 1 + the merge over it in this row, or 0 */
	size_t marked;	/* 1 + the row for which covers stands */
	size_t cells;
	uint64_t total;
};

static void
find_area(struct grid *g)
{
	const struct range *r = g->task->range;
	const struct survey *s = &g->survey;
	g->area = (struct range){0, 0, ROWS_MAX - 1, COLUMNS_MAX - 1};
	if (r != NULL)
		g->area = *r;
	/* An open end goes as far as the sheet does. Rows are counted from 0,
	 * so that no rows at all gives an end before the start. */
	if (g->area.bottom == ROWS_MAX - 1)
		g->area.bottom = s->rows - 1;
	if (g->area.right == COLUMNS_MAX - 1)
		g->area.right = s->columns - 1;
}

static bool
is_empty(const struct grid *g)
{
	return g->survey.rows == 0 || g->area.bottom + 1 <= g->area.top ||
	       g->area.right + 1 <= g->area.left;
}

static bool
leaves_out(const struct grid *g, const struct spans *hidden, size_t i)
{
	return g->task->visible && spans_has(hidden, i);
}

/* Says from where each column comes when not from its own place. */
static void
place_columns(struct grid *g)
{
	size_t n = g->area.right - g->area.left + 1;
	g->places = mem_array(n, sizeof(*g->places));
	bool told = g->area.left == 0;
	for (size_t i = 0; i < n; i++) {
		size_t column = g->area.left + i;
		g->places[i] = NOWHERE;
		if (leaves_out(g, &g->survey.hidden_columns, column)) {
			told = false;
			continue;
		}
		if (!told)
			rules_column(&g->report, column, g->width);
		told = true;
		g->places[i] = g->width++;
	}
}

static int
check_size(const struct grid *g)
{
	uint64_t rows = g->area.bottom - g->area.top + 1;
	if (g->width == 0)
		return diag_fail_at(g->book->name, 0,
				    "all columns are hidden, nothing to write");
	if (rows * g->width <= FIELDS_MAX)
		return 0;
	return diag_fail_at(g->book->name, 0,
			    "%zu rows of %zu columns, of which %zu cells "
			    "filled: more than is written; give a --range",
			    (size_t)rows, g->width, g->survey.cells);
}

static size_t
place_of(const struct grid *g, size_t column)
{
	if (column < g->area.left || column > g->area.right)
		return NOWHERE;
	return g->places[column - g->area.left];
}

/* The columns of m that are written: how many, from *left. */
static size_t
columns_of(const struct grid *g, const struct merge *m, size_t *left)
{
	const struct range *r = &m->range;
	size_t right = r->right < g->area.right ? r->right : g->area.right;
	*left = r->left > g->area.left ? r->left : g->area.left;
	return *left > right ? 0 : right - *left + 1;
}

static void
fill_from(struct grid *g, const struct merge *m)
{
	size_t left, n = columns_of(g, m, &left);
	for (size_t i = 0; i < n; i++) {
		size_t place = place_of(g, left + i);
		if (place != NOWHERE && g->fields[place].s == NULL)
			g->fields[place] = m->text;
	}
}

/* Lets go of the merged cells that ended, takes on those that begin. Of those
 * that overlap not all can be filled; where nothing is, the first counts. */
static int
follow_merges(struct grid *g)
{
	const struct survey *s = &g->survey;
	size_t n = 0, left, columns = 0, all = g->area.right - g->area.left + 1;
	for (size_t i = 0; i < g->active_count; i++)
		if (s->merges[g->active[i]].range.bottom >= g->row)
			g->active[n++] = g->active[i];
	for (size_t i = 0; i < n; i++)
		columns += columns_of(g, &s->merges[g->active[i]], &left);
	for (; g->merge < s->merge_count; g->merge++) {
		const struct merge *m = &s->merges[g->merge];
		if (m->range.top > g->row)
			break;
		size_t k = columns_of(g, m, &left);
		if (m->range.bottom < g->row || k == 0)
			continue;
		if (columns + k > all && m->text.n > 0)
			return sheets_fail(g->book, g->task->sheet, g->row,
					   m->range.left,
					   "merged cells overlap");
		if (columns + k > all)
			continue;
		columns += k;
		g->active[n++] = g->merge;
	}
	g->active_count = n;
	return 0;
}

static int
fill_merged(struct grid *g)
{
	if (follow_merges(g) < 0)
		return -1;
	for (size_t i = 0; i < g->active_count; i++)
		fill_from(g, &g->survey.merges[g->active[i]]);
	return 0;
}

static void
mark(struct grid *g, size_t merge)
{
	size_t left, n = columns_of(g, &g->survey.merges[merge], &left);
	for (size_t i = 0; i < n; i++) {
		size_t place = place_of(g, left + i);
		if (place != NOWHERE && g->covers[place] == 0)
			g->covers[place] = merge + 1;
	}
}

/* The merged cell that hides the one in this column of the row, or NULL. 0,
 * or -1 with the message given. */
static int
find_cover(struct grid *g, size_t column, const struct range **out)
{
	*out = NULL;
	if (g->survey.merge_count == 0)
		return 0;
	if (g->marked != g->row + 1) {
		if (follow_merges(g) < 0)
			return -1;
		memset(g->covers, 0, g->width * sizeof(*g->covers));
		for (size_t i = 0; i < g->active_count; i++)
			mark(g, g->active[i]);
		g->marked = g->row + 1;
	}
	size_t merge = g->covers[place_of(g, column)];
	if (merge == 0)
		return 0;
	const struct range *r = &g->survey.merges[merge - 1].range;
	if (r->top != g->row || r->left != column)
		*out = r;
	return 0;
}

static bool
is_written(const struct grid *g)
{
	return g->row >= g->area.top && g->row <= g->area.bottom &&
	       !leaves_out(g, &g->survey.hidden_rows, g->row);
}

static int
write_row(struct grid *g)
{
	if (g->task->fill_merged && fill_merged(g) < 0)
		return -1;
	csvout_record(g->out, g->fields, g->width, false);
	for (size_t i = 0; i < g->width; i++) {
		g->total += g->fields[i].n + 1;
		g->fields[i] = (struct text){NULL, 0};
	}
	if (g->total > BYTES_MAX)
		return diag_fail_at(g->book->name, 0,
				    "more than 4 GiB of CSV, refused");
	return 0;
}

/* Ends the rows up to, not including, `row`. */
static int
advance(struct grid *g, size_t row)
{
	for (; g->row < row; g->row++)
		if (is_written(g) && write_row(g) < 0)
			return -1;
	return 0;
}

static int
on_cell(void *ctx, const struct cell *c)
{
	struct grid *g = ctx;
	if (advance(g, c->row) < 0)
		return -1;
	size_t place = is_written(g) ? place_of(g, c->column) : NOWHERE;
	if (place == NOWHERE)
		return 0;
	if (g->fields[place].s != NULL)
		return sheets_fail(g->book, g->task->sheet, c->row, c->column,
				   "the cell comes twice");
	if (c->kind != CELL_UNSHOWN)
		g->fields[place] = c->text;
	g->cells++;
	rules_cell(&g->report, c);
	const struct range *cover;
	if (find_cover(g, c->column, &cover) < 0)
		return -1;
	if (cover != NULL && c->text.n > 0)
		rules_covered(&g->report, c, cover);
	return 0;
}

/* Its texts do not outlive it. */
static int
on_end(void *ctx)
{
	struct grid *g = ctx;
	return advance(g, g->row + 1);
}

/* With --range or --visible: which rows the records are. */
static void
tell_records(const struct grid *g)
{
	size_t record = 1;
	bool told = g->area.top == 0;
	for (size_t row = g->area.top; row <= g->area.bottom; row++) {
		if (leaves_out(g, &g->survey.hidden_rows, row)) {
			told = false;
			continue;
		}
		if (!told)
			rules_record(&g->report, row, record);
		told = true;
		record++;
	}
}

static int
write_all(struct grid *g)
{
	static const struct spool_handler handler = {on_cell, on_end};
	place_columns(g);
	if (check_size(g) < 0)
		return -1;
	tell_records(g);
	g->fields = mem_array(g->width, sizeof(*g->fields));
	g->covers = mem_array(g->width, sizeof(*g->covers));
	g->active =
	    mem_array(g->area.right - g->area.left + 1, sizeof(*g->active));
	if (spool_read(g->survey.spool, &handler, g) < 0)
		return -1;
	return advance(g, g->area.bottom + 1);
}

static int
on_value(void *ctx, const struct cell *c)
{
	(void)c;
	*(bool *)ctx = true;
	return -1;
}

static int
on_hidden(void *ctx, enum axis axis, size_t from, size_t to)
{
	(void)ctx;
	(void)axis;
	(void)from;
	(void)to;
	return 0;
}

static int
on_merged(void *ctx, const struct range *r)
{
	(void)ctx;
	(void)r;
	return 0;
}

/* Up to its first cell; damage is for who asks for that sheet. */
static bool
has_values(struct book *b, size_t sheet)
{
	static const struct sheet_handler handler = {on_value, on_hidden,
						     on_merged};
	char *held;
	bool found = false;
	if (strcmp(b->sheets[sheet].type, "worksheet") != 0)
		return false;
	diag_hold(&held);
	(void)book_read(b, sheet, &handler, &found);
	diag_hold(NULL);
	free(held);
	return found;
}

/* Names the first few sheets that do hold cells. */
static void
tell_empty(struct grid *g)
{
	struct buffer others = {0};
	size_t named = 0;
	for (size_t i = 0; i < g->book->count && g->survey.rows == 0; i++) {
		char show[TEXT_SHOW];
		if (i == g->task->sheet || !has_values(g->book, i))
			continue;
		if (named++ == NAMED_MAX) {
			buffer_string(&others, ", ...");
			break;
		}
		buffer_printf(
		    &others, "%s%zu \"%s\"", named > 1 ? ", " : "", i + 1,
		    text_show(text_of(g->book->sheets[i].name), show));
	}
	rules_empty(&g->report, &g->survey, buffer_view(&others));
	buffer_free(&others);
}

static int
run(struct grid *g)
{
	const struct grid_task *t = g->task;
	g->survey.spool = spool_new(g->book->name);
	if (survey_read(&g->survey, g->book, t->sheet) < 0)
		return -1;
	if (t->fill_merged && survey_fill(&g->survey, g->book) < 0)
		return -1;
	find_area(g);
	rules_sheet(&g->report, &g->survey);
	if (!is_empty(g))
		return write_all(g);
	tell_empty(g);
	return 0;
}

int
grid_write(struct book *b, const struct grid_task *task, struct csvout *out,
	   struct findings *findings, struct grid_count *count)
{
	struct grid g = {.book = b, .task = task, .out = out};
	g.report =
	    (struct report){findings, b, task->sheet, task->info_findings};
	int rc = run(&g);
	*count = (struct grid_count){csvout_records(out), g.width, g.cells};
	survey_free(&g.survey);
	free(g.places);
	free(g.fields);
	free(g.active);
	free(g.covers);
	return rc;
}
