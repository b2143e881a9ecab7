#include "shape/strip.h"

#include <stdlib.h>

#include "mem.h"

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
	*s = (struct strip){.indicator = indicator, .j = j};
	s->periods = mem_array(n + 1, sizeof(*s->periods));
	s->slices = mem_array(n + 1, sizeof(*s->slices));
	for (size_t i = 0; i < n; i++) {
		struct strip_slice *x = &s->slices[s->count];

		x->cells = store_slice(j->store, indicator, order[i], &x->n);
		if (x->n)
			s->periods[s->count++] = order[i];
	}
	s->found = mem_array(s->count + 1, sizeof(*s->found));
	s->cells = mem_array(s->count + 1, sizeof(struct cell *));
	s->country = mem_array(s->count + 1, sizeof(*s->country));
	s->trends = trends_new(j, s->periods, s->count);
	find_country(s, j);
}

void
strip_close(struct strip *s)
{
	free(s->periods);
	free(s->slices);
	free(s->cells);
	free(s->found);
	free(s->country);
	trends_free(s->trends);
}

void
strip_turn(struct strip *s, size_t place)
{
	s->place = place;
	for (size_t i = 0; i < s->count; i++) {
		const struct strip_slice *x = &s->slices[i];
		const struct cell *c = place < x->n ? &x->cells[place] : NULL;

		/* A place has a cell in each of many slices: fetch those of a
		 * place to come. */
		if (place + 2 < x->n)
			__builtin_prefetch(c + 2);
		s->cells[i] = c && c->kind != CELL_NONE ? c : NULL;
	}
	trends_find(s->trends, s->cells, s->found);
}

struct figure
strip_figure(const struct strip *s, const struct join *j, size_t i)
{
	struct figure f = figure_cell(j, s->indicator, s->place, s->cells[i]);

	f.periode = periods_text(j->periods, s->periods[i]);
	f.eenheid = measures_unit(j->measures, s->indicator);
	f.nl_waarde = s->country[i].text;
	f.trend = s->found[i];
	return f;
}
