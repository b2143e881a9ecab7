#include "csvtable.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "mem.h"
#include "num.h"

struct csvtable {
	struct arena *arena;
	struct text *cells; /* row by row */
	size_t count, cap, width;
	size_t *widths; /* of the columns */
	bool *numeric;	/* columns that hold numbers and nothing else */
};

struct csvtable *
csvtable_new(void)
{
	struct csvtable *t = mem_new(struct csvtable);

	t->arena = arena_new();
	return t;
}

void
csvtable_free(struct csvtable *t)
{
	if (!t)
		return;
	arena_free(t->arena);
	free(t->cells);
	free(t->widths);
	free(t->numeric);
	free(t);
}

void
csvtable_add(struct csvtable *t, const struct text *fields, size_t count)
{
	assert(t->count == 0 || t->width == count);
	t->width = count;
	t->cells =
	    mem_grow(t->cells, &t->cap, t->count + count, sizeof(*t->cells));
	for (size_t i = 0; i < count; i++) {
		char *own = arena_string(t->arena, fields[i].s, fields[i].n);

		t->cells[t->count++] =
		    text_inert((struct text){own, fields[i].n}, own);
	}
}

static void
measure(struct csvtable *t)
{
	struct num v;

	t->widths = mem_array(t->width, sizeof(*t->widths));
	t->numeric = mem_array(t->width, sizeof(*t->numeric));
	for (size_t i = 0; i < t->count; i++) {
		size_t c = i % t->width, n = text_width(t->cells[i]);
		enum num_result rc;

		if (n > t->widths[c])
			t->widths[c] = n;
		if (i < t->width)
			continue;
		rc = num_parse(t->cells[i], NUM_PLAIN, &v);
		if (i / t->width == 1)
			t->numeric[c] = true;
		if (rc != NUM_OK && rc != NUM_EMPTY)
			t->numeric[c] = false;
	}
}

static void
fill(struct output *o, char c, size_t n)
{
	memset(output_reserve(o, n), c, n);
	output_advance(o, n);
}

/* One row of the table. Blanks are owed and only paid before more text, so
 * that none stand at the end of a line. */
static void
row(const struct csvtable *t, struct output *o, const struct text *cells)
{
	size_t owed = 0;

	for (size_t c = 0; c < t->width; c++) {
		size_t n = text_width(cells[c]), pad = t->widths[c] - n;

		if (t->numeric[c])
			owed += pad;
		if (n > 0) {
			fill(o, ' ', owed);
			output_write(o, cells[c].s, cells[c].n);
			owed = 0;
		}
		owed += 2 + (t->numeric[c] ? 0 : pad);
	}
	output_write(o, "\n", 1);
}

void
csvtable_write(struct csvtable *t, struct output *o)
{
	if (t->count == 0)
		return;
	measure(t);
	for (size_t i = 0; i < t->count; i += t->width) {
		row(t, o, t->cells + i);
		for (size_t c = 0; i == 0 && c < t->width; c++) {
			fill(o, '-', t->widths[c]);
			output_write(o, c + 1 < t->width ? "  " : "\n",
				     c + 1 < t->width ? 2 : 1);
		}
	}
}
