#include "shape/figure.h"

/* Of the 28 pairs of eight values: |S| of 18 and more has a chance of 0.031
 * without a trend (contracts.md). */
#define TREND_S 18

enum trend
figure_trend_of(int s)
{
	if (s >= TREND_S)
		return TREND_STIJGEND;
	return s <= -TREND_S ? TREND_DALEND : TREND_STABIEL;
}

/* How many pairs rise minus how many fall. */
enum trend
figure_mann_kendall(const struct num *v, int *s)
{
	*s = 0;
	for (int i = 0; i < TREND_YEARS; i++)
		for (int k = i + 1; k < TREND_YEARS; k++)
			*s += cell_order(v[k], v[i]);
	return figure_trend_of(*s);
}

bool
figure_window(const struct join *j, size_t period, size_t window[TREND_YEARS])
{
	long p = (long)period;

	for (int i = TREND_YEARS - 1; i >= 0 && p >= 0; i--) {
		window[i] = (size_t)p;
		if (i == 0)
			return true;
		p = periods_year_before(j->periods, (size_t)p);
	}
	return false;
}

enum trend
figure_trend(const struct join *j, size_t indicator, size_t place,
	     size_t period, int *s)
{
	size_t window[TREND_YEARS];
	struct num v[TREND_YEARS];

	if (!figure_window(j, period, window))
		return TREND_NONE;
	for (int i = TREND_YEARS - 1; i >= 0; i--) {
		const struct cell *c =
		    store_get(j->store, indicator, window[i], place);

		if (!cell_has(c))
			return TREND_NONE;
		v[i] = cell_num(c);
	}
	return figure_mann_kendall(v, s);
}

/* A deal that is not computed does not apply; anything else could have been
 * delivered. */
static enum reden
absent(const struct indicator *x, const struct place *p)
{
	if (p->level == REGION_WOONDEAL && x->weging == WEGING_GEEN)
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
		f.reden = absent(f.indicator, f.place);
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
