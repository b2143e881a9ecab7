#include "agree/behoefte.h"

#include <stdlib.h>

#include "mem.h"

enum need_column {
	REGIO,
	YEAR,
	SEGMENT,
	CATEGORY,
	NEED,
	LOW,
	HIGH,
	SOURCE,
	DATE,
	DERIVED,
	NEED_COLUMNS
};

static const char *const need_columns[NEED_COLUMNS] = {
    "regio", "jaar", "segment", "categorie",  "behoefte",
    "laag",  "hoog", "bron",	"?peildatum", "?afgeleid"};

enum share_column {
	PLACE,
	PART,
	KIND,
	SHARE,
	GOAL,
	DAY,
	ORIGIN,
	SHARE_COLUMNS
};

static const char *const share_columns[SHARE_COLUMNS] = {
    "regio", "segment", "categorie", "aandeel", "?doel", "?peildatum", "bron"};

static int
read_regio(const struct table *t, size_t i, const struct frame *k, size_t *out)
{
	struct text code = table_cell(t, i, REGIO);
	long regio = regios_find(k->regios, code);
	if (regio < 0)
		return table_fail(t, i, REGIO,
				  "'%s' is not in the municipalities file",
				  code.s);
	*out = (size_t)regio;
	return 0;
}

/* 1, 0 when it is empty, -1. */
static int
read_dwellings(struct frame *k, const struct table *t, size_t i,
	       enum need_column c, int64_t *out)
{
	struct num n;
	int rc = table_whole(t, i, c, &n);
	if (rc == 1 && (n.units < 0 || !amount_read(&k->guard, n, out)))
		return table_fail(t, i, c,
				  "'%s' found, expected dwellings of 0 or more",
				  table_cell(t, i, c).s);
	return rc;
}

static int
read_range(struct frame *k, const struct table *t, size_t i,
	   struct wanted_dwellings *w)
{
	int low = read_dwellings(k, t, i, LOW, &w->low);
	int high = low < 0 ? -1 : read_dwellings(k, t, i, HIGH, &w->high);
	if (high < 0)
		return -1;
	w->ranged = low && high;
	if (low != high)
		return table_fail(t, i, low ? HIGH : LOW,
				  "'' found, expected laag and hoog, or "
				  "neither");
	if (!w->ranged)
		w->low = w->high = w->n;
	if (w->low > w->n || w->high < w->n)
		return table_fail(
		    t, i, NEED, "%s does not lie between %s and %s",
		    table_cell(t, i, NEED).s, table_cell(t, i, LOW).s,
		    table_cell(t, i, HIGH).s);
	return 0;
}

static int
read_need(struct behoefte *b, struct frame *k, size_t i)
{
	const struct table *t = b->table;
	struct wanted_dwellings *w = &b->list[i];
	int32_t day;
	*w = (struct wanted_dwellings){
	    .segment = table_cell(t, i, SEGMENT),
	    .category = table_cell(t, i, CATEGORY),
	    .derived = text_is(table_cell(t, i, DERIVED), "ja"),
	    .source = table_cell(t, i, SOURCE),
	    .date = table_cell(t, i, DATE)};
	if (read_regio(t, i, k, &w->regio) != 0)
		return -1;
	int rc = table_year(t, i, YEAR, &w->year);
	int n = rc < 0 ? -1 : read_dwellings(k, t, i, NEED, &w->n);
	if (n < 0 || table_date(t, i, DATE, &day) < 0)
		return -1;
	if (rc == 0 || n == 0)
		return table_fail(t, i, rc == 0 ? YEAR : NEED,
				  "'' found, expected a %s",
				  rc == 0 ? "year as 2030" : "number");
	if ((w->segment.n == 0) != (w->category.n == 0))
		return table_fail(t, i, CATEGORY,
				  "expected segment and categorie, or neither");
	return read_range(k, t, i, w);
}

static bool
same_need(const struct wanted_dwellings *a, const struct wanted_dwellings *b)
{
	return a->regio == b->regio && a->year == b->year &&
	       text_equal(a->segment, b->segment) &&
	       text_equal(a->category, b->category);
}

int
behoefte_load(struct behoefte *b, struct frame *k, const char *path)
{
	*b = (struct behoefte){
	    .table = table_load(path, need_columns, NEED_COLUMNS)};
	if (!b->table)
		return -1;
	size_t n = table_rows(b->table);
	b->list = mem_array(n + 1, sizeof(*b->list));
	for (; b->count < n; b->count++) {
		if (read_need(b, k, b->count) != 0)
			return -1;
		for (size_t j = 0; j < b->count; j++)
			if (same_need(&b->list[j], &b->list[b->count]))
				return table_fail(
				    b->table, b->count, REGIO,
				    "the same region, year and category as "
				    "line %zu",
				    table_line(b->table, j));
	}
	return 0;
}

void
behoefte_free(struct behoefte *b)
{
	table_free(b->table);
	free(b->list);
}

static int
read_percent(const struct table *t, size_t i, enum share_column c,
	     struct num *out)
{
	int rc = table_decimal(t, i, c, out);
	if (rc == 1 && (out->units < 0 || out->scale > 2 ||
			num_compare(*out, num_of(100)) > 0))
		return table_fail(t, i, c,
				  "'%s' is not a percentage from 0 to 100 with "
				  "at most two decimals",
				  table_cell(t, i, c).s);
	return rc;
}

static int
read_share(struct voorraad *v, const struct frame *k, size_t i)
{
	const struct table *t = v->table;
	struct stock_share *s = &v->list[i];
	int32_t day;
	*s = (struct stock_share){.segment = table_cell(t, i, PART),
				  .category = table_cell(t, i, KIND),
				  .source = table_cell(t, i, ORIGIN),
				  .date = table_cell(t, i, DAY)};
	if (read_regio(t, i, k, &s->regio) != 0)
		return -1;
	int share = read_percent(t, i, SHARE, &s->share);
	int goal = share < 0 ? -1 : read_percent(t, i, GOAL, &s->goal);
	if (goal < 0 || table_date(t, i, DAY, &day) < 0)
		return -1;
	s->has_goal = goal;
	if (share == 0 || s->segment.n == 0 || s->category.n == 0)
		return table_fail(t, i, share == 0 ? SHARE : KIND,
				  "'' found, expected a %s",
				  share == 0 ? "percentage" : "category");
	if (voorraad_of(v, s->regio, s->segment, s->category))
		return table_fail(t, i, KIND,
				  "this region and category is there twice");
	return 0;
}

int
voorraad_load(struct voorraad *v, const struct frame *k, const char *path)
{
	*v = (struct voorraad){
	    .table = table_load(path, share_columns, SHARE_COLUMNS)};
	if (!v->table)
		return -1;
	size_t n = table_rows(v->table);
	v->list = mem_array(n + 1, sizeof(*v->list));
	for (; v->count < n; v->count++)
		if (read_share(v, k, v->count) != 0)
			return -1;
	return 0;
}

void
voorraad_free(struct voorraad *v)
{
	table_free(v->table);
	free(v->list);
}

const struct stock_share *
voorraad_of(const struct voorraad *v, size_t regio, struct text segment,
	    struct text category)
{
	for (size_t i = 0; i < v->count; i++)
		if (v->list[i].regio == regio &&
		    text_equal(v->list[i].segment, segment) &&
		    text_equal(v->list[i].category, category))
			return &v->list[i];
	return NULL;
}
