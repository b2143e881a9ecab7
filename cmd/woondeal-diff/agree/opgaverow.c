#include "agree/opgaverow.h"

#include <stdlib.h>

#include "agree/targets.h"
#include "mem.h"

enum column {
	WOONDEAL,
	GEMEENTE,
	FROM,
	TO,
	OPGAVE,
	AGREED,
	SOURCE,
	DERIVED,
	COLUMNS
};

static const char *const columns[COLUMNS] = {
    "woondeal", "gemeente",    "jaar_van", "jaar_tot",
    "opgave",	"vastgesteld", "?bron",	   "?afgeleid"};

static int
find_gemeente(const struct frame *k, const struct table *t, size_t i,
	      size_t *out)
{
	struct text code = table_cell(t, i, GEMEENTE);
	struct text deal = table_cell(t, i, WOONDEAL);
	long m = regios_gemeente(k->regios, code);
	if (m < 0)
		return table_fail(t, i, GEMEENTE,
				  "'%s' is not in the municipalities file",
				  code.s);
	struct text own = regios_woondeal_of(k->regios, (size_t)m);
	if (!text_equal(own, deal))
		return table_fail(t, i, WOONDEAL,
				  "'%s', but %s is in woondeal '%s' according "
				  "to the municipalities file",
				  deal.s, code.s, own.s);
	*out = regios_gemeente_index(k->regios, (size_t)m);
	return 0;
}

static int
find_regio(const struct frame *k, const struct table *t, size_t i, size_t *out)
{
	if (table_cell(t, i, GEMEENTE).n > 0)
		return find_gemeente(k, t, i, out);
	struct text deal = table_cell(t, i, WOONDEAL);
	long found = regios_find(k->regios, deal);
	if (found < 0 ||
	    regios_at(k->regios, (size_t)found)->level != REGION_WOONDEAL)
		return table_fail(t, i, WOONDEAL,
				  "'%s' is no woondeal of the municipalities "
				  "file",
				  deal.s);
	*out = (size_t)found;
	return 0;
}

static int
parse_row(struct frame *k, const struct table *t, size_t i,
	  struct opgave_row *row)
{
	static const struct target_columns columns_of = {OPGAVE, FROM, TO};
	row->row = table_line(t, i);
	row->date = table_cell(t, i, AGREED);
	row->source = table_cell(t, i, SOURCE);
	row->derived = table_cell(t, i, DERIVED);
	row->agreed = INT32_MIN;
	row->target.derived = text_is(row->derived, "ja");
	if (find_regio(k, t, i, &row->regio) != 0 ||
	    target_read(k, t, i, &columns_of, &row->target) != 0 ||
	    table_date(t, i, AGREED, &row->agreed) < 0)
		return -1;
	return 0;
}

static int
check_pair(const struct opgave_rows *o, size_t a, size_t b)
{
	const struct opgave_row *x = &o->rows[a];
	const struct opgave_row *y = &o->rows[b];
	if (x->regio != y->regio ||
	    !span_overlaps(x->target.span, y->target.span))
		return 0;
	size_t line = table_line(o->table, a);
	if (!span_within(x->target.span, y->target.span) &&
	    !span_within(y->target.span, x->target.span))
		return table_fail(o->table, b, FROM,
				  "this period overlaps that of line %zu; only "
				  "an identical period amends, and a total has "
				  "all of its parts",
				  line);
	if (!span_equal(x->target.span, y->target.span))
		return 0;
	if (x->agreed == y->agreed)
		return table_fail(o->table, b, AGREED,
				  "the same period and date as line %zu; an "
				  "amendment needs a later date",
				  line);
	return 0;
}

static int
check_pairs(const struct opgave_rows *o)
{
	for (size_t b = 0; b < o->count; b++)
		for (size_t a = 0; a < b; a++)
			if (check_pair(o, a, b) != 0)
				return -1;
	return 0;
}

int
opgave_rows_load(struct opgave_rows *o, struct frame *k, const char *path)
{
	*o = (struct opgave_rows){0};
	o->table = table_load(path, columns, COLUMNS);
	if (!o->table)
		return -1;
	o->count = table_rows(o->table);
	o->rows = mem_array(o->count + 1, sizeof(*o->rows));
	for (size_t i = 0; i < o->count; i++)
		if (parse_row(k, o->table, i, &o->rows[i]) != 0)
			return -1;
	return check_pairs(o);
}

void
opgave_rows_free(struct opgave_rows *o)
{
	free(o->rows);
	table_free(o->table);
}
