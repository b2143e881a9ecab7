#include "shape/strip.h"

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

static void
find_country(struct strip *s, const struct join *j)
{
	size_t place = places_country(j->places);

	for (size_t i = 0; i < s->count; i++) {
		const struct cell *c =
		    store_get(j->store, s->indicator, s->periods[i], place);
		struct strip_country *x = &s->country[i];

		x->text = (struct text){x->buf, 0};
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
	s->slices = mem_array(n + 1, sizeof(*s->slices));
	for (size_t i = 0; i < n; i++) {
		struct strip_slice *x = &s->slices[s->count];

		x->cells = store_slice(j->store, indicator, order[i], &x->n);
		if (x->n)
			s->periods[s->count++] = order[i];
	}
	s->values = mem_array(s->count + 1, sizeof(*s->values));
	s->sums = mem_array(s->count + 1, sizeof(*s->sums));
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
	free(s->slices);
	free(s->windows);
	free(s->cells);
	free(s->values);
	free(s->sums);
	free(s->country);
}

/* Brings the values to one scale, the largest. */
static void
scale_values(struct strip *s)
{
	int64_t factor[NUM_DIGITS + 1] = {1};
	int scale = 0;

	for (size_t i = 0; i < s->count; i++)
		if (cell_has(s->cells[i]) && s->cells[i]->scale > scale)
			scale = s->cells[i]->scale;
	for (int k = 1; k <= scale; k++)
		factor[k] = factor[k - 1] * 10;
	s->wide = false;
	for (size_t i = 0; i < s->count; i++) {
		const struct cell *c = s->cells[i];

		s->values[i] = 0;
		if (cell_has(c) &&
		    __builtin_mul_overflow(c->units, factor[scale - c->scale],
					   &s->values[i]))
			s->wide = true;
	}
}

static int
order_of(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* S of a window from that of the one a year before: the pairs of the oldest
 * year go, those of the newest come. */
static int
next_sum(const struct strip *s, int sum, const long *before, const long *now)
{
	const int64_t *v = s->values;
	int64_t oldest = v[before[0]], newest = v[now[TREND_YEARS - 1]];

	for (int k = 0; k < TREND_YEARS - 1; k++)
		sum += order_of(newest, v[now[k]]) -
		       order_of(v[before[k + 1]], oldest);
	return sum;
}

static int
whole_sum(const struct strip *s, const long *window)
{
	struct num v[TREND_YEARS];
	int sum;

	for (size_t k = 0; k < TREND_YEARS; k++) {
		const struct cell *c = s->cells[window[k]];

		if (!cell_has(c))
			return STRIP_NONE;
		v[k] = cell_num(c);
	}
	figure_mann_kendall(v, &sum);
	return sum;
}

/* In order of time, so that the year before has its sum already. */
static int
window_sum(const struct strip *s, size_t i)
{
	const long *window = &s->windows[TREND_YEARS * i], *before;
	long year;

	if (!cell_has(s->cells[i]) || window[0] < 0)
		return STRIP_NONE;
	year = window[TREND_YEARS - 2];
	before = &s->windows[(size_t)TREND_YEARS * (size_t)year];
	if (s->wide || s->sums[year] == STRIP_NONE)
		return whole_sum(s, window);
	return next_sum(s, s->sums[year], before, window);
}

void
strip_turn(struct strip *s, size_t place)
{
	s->place = place;
	for (size_t i = 0; i < s->count; i++) {
		const struct strip_slice *x = &s->slices[i];
		const struct cell *c = place < x->n ? &x->cells[place] : NULL;

		s->cells[i] = c && c->kind != CELL_NONE ? c : NULL;
	}
	scale_values(s);
	for (size_t i = 0; i < s->count; i++)
		s->sums[i] = (int8_t)window_sum(s, i);
}

enum trend
strip_trend(const struct strip *s, size_t i)
{
	return s->sums[i] == STRIP_NONE ? TREND_NONE
					: figure_trend_of(s->sums[i]);
}

struct figure
strip_figure(const struct strip *s, const struct join *j, size_t i)
{
	struct figure f = figure_cell(j, s->indicator, s->place, s->cells[i]);

	f.periode = periods_text(j->periods, s->periods[i]);
	f.eenheid = measures_unit(j->measures, s->indicator);
	f.nl_waarde = s->country[i].text;
	f.trend = strip_trend(s, i);
	return f;
}
