#include "strip.h"

#include <stdlib.h>

#include "mem.h"

static void
find_window(const struct join *j, const long *at, size_t period, long *window)
{
	size_t years[TREND_YEARS];

	window[0] = -1;
	if (!figure_window(j, period, years))
		return;
	for (size_t i = TREND_YEARS; i-- > 0;) {
		window[i] = at[years[i]];
		if (window[i] < 0) {
			window[0] = -1;
			return;
		}
	}
}

static void
find_windows(struct strip *s, const struct join *j)
{
	size_t n = periods_count(j->periods);
	long *at = mem_array(n + 1, sizeof(*at));

	for (size_t i = 0; i < n; i++)
		at[i] = -1;
	for (size_t i = 0; i < s->count; i++)
		at[s->periods[i]] = (long)i;
	for (size_t i = 0; i < s->count; i++)
		find_window(j, at, s->periods[i], &s->windows[TREND_YEARS * i]);
	free(at);
}

/* The country is the last region of the grid. */
static void
find_country(struct strip *s, const struct join *j)
{
	size_t place = places_grid(j->places) - 1;

	for (size_t i = 0; i < s->count; i++) {
		const struct cell *c =
		    store_get(j->store, s->indicator, s->periods[i], place);
		struct strip_country *x = &s->country[i];

		x->text = text_of("");
		if (cell_has(c))
			x->text =
			    num_format_fixed(cell_num(c), c->decimals, x->buf);
	}
}

void
strip_open(struct strip *s, struct join *j, size_t indicator,
	   const size_t *order, size_t n)
{
	*s = (struct strip){.indicator = indicator};
	s->periods = mem_array(n + 1, sizeof(*s->periods));
	for (size_t i = 0; i < n; i++)
		if (store_has(j->store, indicator, order[i]))
			s->periods[s->count++] = order[i];
	s->windows = mem_array((s->count + 1) * TREND_YEARS, sizeof(long));
	s->cells = mem_array(s->count + 1, sizeof(struct cell *));
	s->country = mem_array(s->count + 1, sizeof(*s->country));
	find_windows(s, j);
	find_country(s, j);
}

void
strip_close(struct strip *s)
{
	free(s->periods);
	free(s->windows);
	free(s->cells);
	free(s->country);
}

void
strip_turn(struct strip *s, const struct join *j, size_t place)
{
	s->place = place;
	for (size_t i = 0; i < s->count; i++)
		s->cells[i] =
		    store_get(j->store, s->indicator, s->periods[i], place);
}

static enum trend
find_trend(const struct strip *s, size_t i)
{
	const long *window = &s->windows[TREND_YEARS * i];
	struct num v[TREND_YEARS];
	int sum;

	if (window[0] < 0)
		return TREND_NONE;
	for (size_t k = 0; k < TREND_YEARS; k++) {
		const struct cell *c = s->cells[window[k]];

		if (!cell_has(c))
			return TREND_NONE;
		v[k] = cell_num(c);
	}
	return figure_mann_kendall(v, &sum);
}

struct figure
strip_figure(const struct strip *s, const struct join *j, size_t i)
{
	const struct indicator *x = catalogue_at(j->catalogue, s->indicator);
	struct figure f = figure_cell(j, s->indicator, s->place, s->cells[i]);

	f.periode = periods_text(j->periods, s->periods[i]);
	f.eenheid = x->eenheid.n ? x->eenheid : j->units[s->indicator];
	f.nl_waarde = s->country[i].text;
	if (f.reden == REDEN_NONE)
		f.trend = find_trend(s, i);
	return f;
}
