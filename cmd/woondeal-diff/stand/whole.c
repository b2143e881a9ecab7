#include "stand/whole.h"

#include <stdlib.h>

#include "map.h"
#include "mem.h"
#include "table.h"

enum {
	REGIO,
	FROM,
	TO,
	HARD,
	ONDERDRUKT = HARD + HARDHEDEN,
	SCENARIO,
	COLUMNS
};
static const char *const NAMES[COLUMNS] = {
    "regio", "jaar_van", "jaar_tot",	"hard",
    "zacht", "onbekend", "?onderdrukt", "?scenario"};

/* A row of the stand. */
struct sums {
	struct maybe n[HARDHEDEN];
};

struct whole {
	const struct frame *frame;
	struct map *rows; /* by region and years */
	struct sums *list;
	struct amount_guard guard;
	struct buffer key;
};

static struct text
key_of(struct whole *w, struct text regio, struct span span)
{
	buffer_clear(&w->key);
	buffer_printf(&w->key, "%d %d ", span.from, span.to);
	buffer_add(&w->key, regio);
	return buffer_view(&w->key);
}

/* zacht~50: rounded, which is no sum. */
static bool
is_rounded(const struct table *t, size_t i, int column)
{
	struct text rest = table_cell(t, i, ONDERDRUKT), part, name;
	while (text_split(&rest, '|', &part))
		if (text_split(&part, '~', &name) && part.s &&
		    text_is(name, NAMES[column]))
			return true;
	return false;
}

static int
take(struct whole *w, const struct table *t, size_t i)
{
	struct sums *row = &w->list[i];
	struct text scenario = table_cell(t, i, SCENARIO);
	struct span span;
	if (scenario.n > 0 && !text_is(scenario, "basis"))
		return 0;
	if (table_year(t, i, FROM, &span.from) != 1 ||
	    table_year(t, i, TO, &span.to) != 1)
		return table_fail(t, i, FROM, "a year expected");
	for (int h = 0; h < HARDHEDEN; h++) {
		struct text cell = table_cell(t, i, (size_t)(HARD + h));
		if (cell.n == 0 || is_rounded(t, i, HARD + h))
			continue;
		if (!amount_parse(&w->guard, cell, &row->n[h].n))
			return table_fail(t, i, (size_t)(HARD + h),
					  "a number of dwellings expected");
		row->n[h].known = true;
	}
	*map_slot(w->rows, key_of(w, table_cell(t, i, REGIO), span)) = row;
	return 0;
}

struct whole *
whole_load(const struct frame *k, const char *path)
{
	struct table *t = table_load(path, NAMES, COLUMNS);
	struct whole *w;
	int rc = 0;
	if (!t)
		return NULL;
	w = mem_new(struct whole);
	w->frame = k;
	w->rows = map_new();
	w->list = mem_array(table_rows(t) + 1, sizeof(*w->list));
	for (size_t i = 0; rc == 0 && i < table_rows(t); i++)
		rc = take(w, t, i);
	table_free(t);
	if (rc == 0)
		return w;
	whole_free(w);
	return NULL;
}

void
whole_free(struct whole *w)
{
	if (!w)
		return;
	map_free(w->rows);
	free(w->list);
	buffer_free(&w->key);
	free(w);
}

static struct maybe
in_row(const struct whole *w, const struct regio *r, struct span span, int h)
{
	/* The buffer is only room for the key. */
	const struct sums *row =
	    map_get(w->rows, key_of((struct whole *)w, r->code, span));
	return row ? row->n[h] : (struct maybe){false, 0};
}

struct maybe
whole_sum(const struct whole *w, const struct regio *r, struct span span,
	  int hardheid)
{
	struct maybe sum = in_row(w, r, span, hardheid);
	/* Buckets count in the whole only: years are not all of that. */
	if (sum.known || span.to == w->frame->years.to)
		return sum;
	sum = (struct maybe){true, 0};
	for (int y = frame_plan_year(w->frame); y <= span.to && sum.known;
	     y++) {
		struct maybe one = in_row(w, r, (struct span){y, y}, hardheid);
		sum.known = one.known;
		sum.n += one.n;
	}
	return sum;
}

int64_t
whole_put(const struct whole *w, const struct regio *r, struct span span,
	  struct maybe sum[HARDHEDEN], struct buffer *hidden)
{
	int64_t more = 0;
	for (int h = 0; w && h < HARDHEDEN; h++) {
		struct maybe all = whole_sum(w, r, span, h);
		if (!sum[h].known)
			continue;
		if (!all.known) {
			buffer_list(hidden, "|", text_of(NAMES[HARD + h]));
			continue;
		}
		more += all.n - sum[h].n;
		sum[h].n = all.n;
	}
	return more;
}
