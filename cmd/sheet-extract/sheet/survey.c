#include "sheet/survey.h"

#include <stdlib.h>

#include "buffer.h"
#include "diag.h"
#include "mem.h"

/* How many of the first cells -l shows. */
#define FIRST 5
/* Several times what Excel can open. */
#define MERGES_MAX 262144

/* Few columns are: each once. */
static void
add_percent(struct survey *s, size_t column)
{
	const struct spans *of = &s->percent_columns;
	for (size_t i = 0; i < of->count; i++)
		if (of->list[i].from == column)
			return;
	spans_add(&s->percent_columns, column, column);
}

static int
on_cell(void *ctx, const struct cell *c)
{
	struct survey *s = ctx;
	if (c->row >= s->rows)
		s->rows = c->row + 1;
	if (c->column >= s->columns)
		s->columns = c->column + 1;
	if (s->first != NULL && s->cells < FIRST && c->text.n > 0) {
		if (s->first->n > 0)
			cell_add(s->first, " | ", 3);
		cell_add(s->first, c->text.s, c->text.n);
	}
	if (++s->cells > CELLS_MAX)
		return diag_fail_at(s->book->name, 0,
				    "more than %zu cells that are not empty",
				    (size_t)CELLS_MAX);
	if (c->kind == CELL_PERCENT)
		add_percent(s, c->column);
	return s->spool == NULL ? 0 : spool_add(s->spool, c);
}

static int
on_hide(void *ctx, enum axis axis, size_t from, size_t to)
{
	struct survey *s = ctx;
	struct spans *to_add =
	    axis == AXIS_ROWS ? &s->hidden_rows : &s->hidden_columns;
	if (to_add->count > ROWS_MAX)
		return diag_fail_at(s->book->name, 0,
				    "more hidden rows than a sheet has");
	spans_add(to_add, from, to);
	return 0;
}

static int
on_merge(void *ctx, const struct range *r)
{
	struct survey *s = ctx;
	if (r->top == r->bottom && r->left == r->right)
		return 0;
	if (s->merge_count >= MERGES_MAX)
		return diag_fail_at(s->book->name, 0,
				    "more than %d merged cells", MERGES_MAX);
	s->merges = mem_grow(s->merges, &s->merge_cap, s->merge_count + 1,
			     sizeof(*s->merges));
	s->merges[s->merge_count++] = (struct merge){*r, {"", 0}};
	return 0;
}

static int
by_place(const void *a, const void *b)
{
	const struct merge *x = a, *y = b;
	if (x->range.top != y->range.top)
		return x->range.top < y->range.top ? -1 : 1;
	if (x->range.left != y->range.left)
		return x->range.left < y->range.left ? -1 : 1;
	return 0;
}

int
survey_read(struct survey *s, struct book *b, size_t sheet)
{
	static const struct sheet_handler handler = {on_cell, on_hide,
						     on_merge};
	s->book = b;
	int rc = book_read(b, sheet, &handler, s);
	if (rc == 0 && s->spool != NULL)
		rc = spool_settle(s->spool, b->rows_apart);
	spans_settle(&s->hidden_rows);
	spans_settle(&s->hidden_columns);
	spans_settle(&s->percent_columns);
	if (s->merge_count > 0)
		qsort(s->merges, s->merge_count, sizeof(*s->merges), by_place);
	return rc;
}

struct filler {
	struct survey *survey;
	struct arena *arena;
};

static int
on_fill(void *ctx, const struct cell *c)
{
	struct filler *f = ctx;
	struct survey *s = f->survey;
	struct merge key = {.range = {.top = c->row, .left = c->column}};
	struct merge *m = bsearch(&key, s->merges, s->merge_count,
				  sizeof(*s->merges), by_place);
	if (m == NULL || c->text.n == 0)
		return 0;
	m->text = arena_text(f->arena, c->text);
	if (m->range.bottom >= s->rows)
		s->rows = m->range.bottom + 1;
	if (m->range.right >= s->columns)
		s->columns = m->range.right + 1;
	return 0;
}

int
survey_fill(struct survey *s, struct book *b)
{
	static const struct spool_handler handler = {on_fill, NULL};
	struct filler f = {s, b->arena};
	return s->merge_count == 0 ? 0 : spool_read(s->spool, &handler, &f);
}

void
survey_free(struct survey *s)
{
	spool_free(s->spool);
	spans_free(&s->hidden_rows);
	spans_free(&s->hidden_columns);
	spans_free(&s->percent_columns);
	free(s->merges);
	*s = (struct survey){0};
}
