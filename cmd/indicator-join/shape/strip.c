#include "shape/strip.h"

#include <stdlib.h>

#include "mem.h"

/* Where the years of each period's window stand in the strip. */
static void
find_windows(struct strip *s, const struct join *j)
{
	size_t n = periods_count(j->periods);
	long *at = mem_array(n + 1, sizeof(*at));

	for (size_t i = 0; i < n; i++)
		at[i] = -1;
	for (size_t i = 0; i < s->count; i++)
		at[s->periods[i]] = (long)i;
	for (size_t i = 0; i < s->count * s->years; i++) {
		size_t years = s->years - 1 - i % s->years;
		long before =
		    periods_before(j->periods, s->periods[i / s->years], years);

		s->windows[i] = before < 0 ? -1 : at[before];
	}
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
	*s = (struct strip){.indicator = indicator,
			    .years = j->options->trend_years,
			    .least = j->options->trend_least,
			    .j = j};
	s->periods = mem_array(n + 1, sizeof(*s->periods));
	s->slices = mem_array(n + 1, sizeof(*s->slices));
	for (size_t i = 0; i < n; i++) {
		struct strip_slice *x = &s->slices[s->count];

		x->cells = store_slice(j->store, indicator, order[i], &x->n);
		if (x->n)
			s->periods[s->count++] = order[i];
	}
	s->values = mem_array(s->count + 1, sizeof(*s->values));
	s->trends = mem_array(s->count + 1, sizeof(*s->trends));
	s->windows = mem_array((s->count + 1) * s->years, sizeof(long));
	s->pairs = mem_array((s->count + 1) * s->years, sizeof(*s->pairs));
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
	free(s->trends);
	free(s->pairs);
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

/* Whether the year of window[k] has a value. */
static bool
has_year(const struct strip *s, const long *window, size_t k)
{
	return window[k] >= 0 && cell_has(s->cells[window[k]]);
}

/* Of the value at i and those up to so many years before it: how many are less
 * minus how many are more, and how many are the same. So each pair is compared
 * once, in however many windows it is. */
static void
compare_years(struct strip *s, size_t i)
{
	const long *window = &s->windows[s->years * i];
	struct strip_pairs *x = &s->pairs[s->years * i];
	int64_t v = s->values[i];

	int sum = 0, same = 0;

	x[0] = (struct strip_pairs){0, 0};
	for (size_t back = 1; back < s->years; back++) {
		if (has_year(s, window, s->years - 1 - back)) {
			int64_t old = s->values[window[s->years - 1 - back]];

			sum += (v > old) - (v < old);
			same += v == old;
		}
		x[back] = (struct strip_pairs){(int8_t)sum, (int8_t)same};
	}
}

/* Value by value, where pairs alone do not tell. */
static enum trend
test_values(const struct strip *s, const long *window)
{
	int64_t v[KENDALL_MOST];
	struct num wide[KENDALL_MOST];
	struct kendall_test test;
	size_t n = 0;

	for (size_t k = 0; k < s->years; k++) {
		if (!has_year(s, window, k))
			continue;
		wide[n] = cell_num(s->cells[window[k]]);
		v[n++] = s->values[window[k]];
	}
	return s->wide ? figure_trend(s->j, wide, n, &test)
		       : kendall_trend(s->j->kendall, v, n, &test);
}

static enum trend
trend_of(struct strip *s, size_t i)
{
	const long *window = &s->windows[s->years * i];
	int sum = 0, same = 0;
	size_t n = 0;

	if (!cell_has(s->cells[i]))
		return TREND_NONE;
	compare_years(s, i);
	for (size_t k = 0; k < s->years; k++) {
		if (!has_year(s, window, k))
			continue;
		const struct strip_pairs *x =
		    &s->pairs[s->years * (size_t)window[k] + k];
		sum += x->sum;
		same += x->same;
		n++;
	}
	if (n < s->least)
		return TREND_NONE;
	return same > 0 || s->wide ? test_values(s, window)
				   : kendall_untied(s->j->kendall, n, sum);
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
		s->trends[i] = trend_of(s, i);
}

struct figure
strip_figure(const struct strip *s, const struct join *j, size_t i)
{
	struct figure f = figure_cell(j, s->indicator, s->place, s->cells[i]);

	f.periode = periods_text(j->periods, s->periods[i]);
	f.eenheid = measures_unit(j->measures, s->indicator);
	f.nl_waarde = s->country[i].text;
	f.trend = s->trends[i];
	return f;
}
