#include <stdlib.h>

#include "tables/key.h"
#include "shape/figure.h"
#include "shape/layout.h"
#include "mem.h"

/* What the cells of one indicator say together. */
struct extent {
	long first, last; /* years with a row; -1: none */
	long provisional; /* the first year whose figures are not final */
	struct text tables[4];
	size_t table_count;
};

/* The columns of Swing's indicator table, as Studio calls them. */
static const char *const columns[] = {"Indicator code",
				      "Name",
				      "Description",
				      "Unit",
				      "Source",
				      "Keywords",
				      "Aggregation indicator",
				      "Data type",
				      "RoundOff",
				      "Start period",
				      "End period",
				      "Provisional period"};

static int
begin(struct layout *l)
{
	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		csvout_string(l->w, columns[i]);
	csvout_end(l->w);
	return 0;
}

static void
see_cell(struct extent *e, const struct join *j, const struct cell *c,
	 long year)
{
	struct text name;

	if (!c || c->kind == CELL_COMPUTED)
		return;
	if (cell_has(c) && c->status > STATUS_DEFINITIEF &&
	    (e->provisional < 0 || year < e->provisional))
		e->provisional = year;
	name = join_table_name(j, c->tabel);
	for (size_t i = 0; i < e->table_count; i++)
		if (text_equal(e->tables[i], name))
			return;
	if (name.n && e->table_count < 4)
		e->tables[e->table_count++] = name;
}

static struct extent
extent_of(const struct join *j, size_t i)
{
	struct extent e = {-1, -1, -1, {{NULL, 0}}, 0};
	size_t *order = periods_order(j->periods);

	for (size_t k = 0; k < periods_count(j->periods); k++) {
		struct period p = periods_at(j->periods, order[k]);

		if (p.grain != GRAIN_YEAR || !store_has(j->store, i, order[k]))
			continue;
		if (e.first < 0)
			e.first = p.year;
		e.last = p.year;
		for (size_t place = 0; place < places_grid(j->places); place++)
			see_cell(&e, j, store_get(j->store, i, order[k], place),
				 p.year);
	}
	free(order);
	return e;
}

static void
write_year(struct csvout *w, long year)
{
	if (year < 0)
		csvout_empty(w);
	else
		csvout_int(w, year);
}

/* Swing weighs with an indicator: ours with the weight's onderwerp. */
static struct text
aggregation_of(const struct join *j, const struct indicator *x)
{
	const struct catalogue *c = j->catalogue;
	struct text onderwerp;

	if (x->weging != WEGING_GEWICHT)
		return text_of("");
	onderwerp = catalogue_selection(c, x->weight)->onderwerp;
	for (size_t i = 0; i < catalogue_count(c); i++)
		if (text_equal(catalogue_selection(c, i)->onderwerp, onderwerp))
			return catalogue_at(c, i)->code;
	return text_of("");
}

static const char *
data_type(const struct indicator *x, struct text eenheid)
{
	if (text_starts(eenheid, "%"))
		return "Percentage";
	return x->weging == WEGING_GEWICHT ? "Mean" : "Numeric";
}

static int
indicator(struct layout *l, size_t i)
{
	const struct indicator *x = catalogue_at(l->j->catalogue, i);
	struct extent e = extent_of(l->j, i);
	struct text eenheid = measures_unit(l->j->measures, i);

	csvout_text(l->w, x->code);
	csvout_text(l->w, key_clean(&l->b, x->naam));
	csvout_text(l->w, key_clean(&l->b, x->toelichting));
	csvout_text(l->w, key_clean(&l->b, eenheid));
	csvout_text(l->w, key_join(&l->a, e.tables, e.table_count));
	csvout_text(l->w, key_clean(&l->b, x->thema));
	csvout_text(l->w, aggregation_of(l->j, x));
	csvout_string(l->w, data_type(x, eenheid));
	csvout_int(l->w, x->decimalen);
	write_year(l->w, e.first);
	write_year(l->w, e.last);
	write_year(l->w, e.provisional);
	csvout_end(l->w);
	return 0;
}

const struct layout_kind layout_swing_meta = {begin, indicator, NULL, true};
