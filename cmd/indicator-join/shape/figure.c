#include "shape/figure.h"

enum trend
figure_trend(const struct join *j, const struct num *v, size_t n,
	     struct kendall_test *out)
{
	int64_t ranks[KENDALL_MOST];

	for (size_t i = 0; i < n; i++) {
		ranks[i] = 0;
		for (size_t k = 0; k < n; k++)
			ranks[i] += cell_order(v[k], v[i]) < 0;
	}
	return kendall_trend(j->kendall, ranks, n, out);
}

enum trend
figure_window(const struct join *j, size_t indicator, size_t place,
	      size_t period, struct figure_window *w)
{
	struct num v[KENDALL_MOST];

	w->n = 0;
	for (size_t years = j->options->trend_years; years-- > 0;) {
		long at = periods_before(j->periods, period, years);
		const struct cell *c = NULL;

		if (at >= 0)
			c = store_get(j->store, indicator, (size_t)at, place);
		if (!cell_has(c))
			continue;
		v[w->n] = cell_num(c);
		w->periods[w->n++] = (size_t)at;
	}
	if (w->n < j->options->trend_least || w->periods[w->n - 1] != period)
		return TREND_NONE;
	return figure_trend(j, v, w->n, &w->test);
}

/* A deal that is not computed does not apply, nor a municipality of what CBS
 * has of none; anything else could have been delivered. */
static enum reden
absent(const struct join *j, size_t indicator, const struct place *p)
{
	const struct indicator *x = catalogue_at(j->catalogue, indicator);

	if (p->level == REGION_WOONDEAL && x->weging == WEGING_GEEN)
		return REDEN_NVT;
	if (p->level == REGION_GEMEENTE && x->bron == HERKOMST_CBS &&
	    j->observed[indicator] && !j->local[indicator])
		return REDEN_NVT;
	return REDEN_NIET_GELEVERD;
}

struct figure
figure_cell(const struct join *j, size_t indicator, size_t place,
	    const struct cell *c)
{
	struct figure f = {0};

	f.indicator = catalogue_at(j->catalogue, indicator);
	f.place = places_at(j->places, place);
	f.tabel = catalogue_selection(j->catalogue, indicator)->tabel;
	if (!c) {
		f.reden = absent(j, indicator, f.place);
		return f;
	}
	f.waarde = cell_num(c);
	f.decimals = c->decimals;
	f.status = (enum status)c->status;
	f.reden = (enum reden)c->reden;
	f.positie = f.reden == REDEN_NONE ? c->positie : 0;
	f.tabel = join_table_name(j, c->tabel);
	return f;
}

struct figure
figure_value(const struct join *j, size_t indicator, size_t place,
	     size_t period)
{
	struct figure f = figure_cell(
	    j, indicator, place, store_get(j->store, indicator, period, place));

	f.periode = periods_text(j->periods, period);
	return f;
}
