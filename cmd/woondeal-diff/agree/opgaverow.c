#include "agree/opgaverow.h"

#include <stdlib.h>

#include "mem.h"
#include "period.h"

enum kolom {
	WOONDEAL,
	GEMEENTE,
	VAN,
	TOT,
	OPGAVE,
	VASTGESTELD,
	BRON,
	AFGELEID,
	KOLOMMEN
};

static const char *const kolommen[KOLOMMEN] = {
    "woondeal", "gemeente",    "jaar_van", "jaar_tot",
    "opgave",	"vastgesteld", "?bron",	   "?afgeleid"};

static int
parse_years(const struct table *t, size_t i, struct span *out)
{
	struct text van = table_cell(t, i, VAN);
	struct text tot = table_cell(t, i, TOT);
	if (!span_year(van, &out->van))
		return table_fail(t, i, VAN, "'%s' is not a year", van.s);
	if (!span_year(tot, &out->tot))
		return table_fail(t, i, TOT, "'%s' is not a year", tot.s);
	if (out->van > out->tot)
		return table_fail(t, i, TOT, "%s is before jaar_van %s", tot.s,
				  van.s);
	return 0;
}

static int
find_gemeente(const struct kader *k, const struct table *t, size_t i,
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
find_regio(const struct kader *k, const struct table *t, size_t i, size_t *out)
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
parse_row(struct kader *k, const struct table *t, size_t i,
	  struct opgaverij *row)
{
	struct text amount = table_cell(t, i, OPGAVE);
	struct text date = table_cell(t, i, VASTGESTELD);
	if (find_regio(k, t, i, &row->regio) != 0 ||
	    parse_years(t, i, &row->doel.span) != 0)
		return -1;
	if (!aantal_parse(&k->guard, amount, &row->doel.aantal) ||
	    row->doel.aantal < 0)
		return table_fail(t, i, OPGAVE,
				  "'%s' is not a number of dwellings of 0 or "
				  "more",
				  amount.s);
	row->rij = table_line(t, i);
	row->datum = date;
	row->bron = table_cell(t, i, BRON);
	row->afgeleid = table_cell(t, i, AFGELEID);
	row->vastgesteld = INT32_MIN;
	if (date.n > 0 && !date_parse(date, &row->vastgesteld))
		return table_fail(t, i, VASTGESTELD,
				  "'%s' is not a date, expected YYYY-MM-DD",
				  date.s);
	return 0;
}

static int
check_pair(const struct opgaverijen *o, size_t a, size_t b)
{
	const struct opgaverij *x = &o->rows[a];
	const struct opgaverij *y = &o->rows[b];
	if (x->regio != y->regio || !span_overlaps(x->doel.span, y->doel.span))
		return 0;
	size_t line = table_line(o->table, a);
	if (!span_equal(x->doel.span, y->doel.span))
		return table_fail(o->table, b, VAN,
				  "this period overlaps that of line %zu; only "
				  "an identical period amends",
				  line);
	if (x->vastgesteld == y->vastgesteld)
		return table_fail(o->table, b, VASTGESTELD,
				  "the same period and date as line %zu; an "
				  "amendment needs a later date",
				  line);
	return 0;
}

static int
check_pairs(const struct opgaverijen *o)
{
	for (size_t b = 0; b < o->count; b++)
		for (size_t a = 0; a < b; a++)
			if (check_pair(o, a, b) != 0)
				return -1;
	return 0;
}

int
opgaverijen_load(struct opgaverijen *o, struct kader *k, const char *path)
{
	*o = (struct opgaverijen){0};
	o->table = table_load(path, kolommen, KOLOMMEN);
	if (o->table == NULL)
		return -1;
	o->count = table_rows(o->table);
	o->rows = mem_array(o->count + 1, sizeof *o->rows);
	for (size_t i = 0; i < o->count; i++)
		if (parse_row(k, o->table, i, &o->rows[i]) != 0)
			return -1;
	return check_pairs(o);
}

void
opgaverijen_free(struct opgaverijen *o)
{
	free(o->rows);
	table_free(o->table);
}
