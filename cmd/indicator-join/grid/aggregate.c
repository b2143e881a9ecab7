#include "grid/join.h"
#include "grid/total.h"

static void
compute(struct join *j, struct total *t)
{
	const struct place *p = places_at(j->places, t->place);
	const struct indicator *x = catalogue_at(j->catalogue, t->series);
	const struct cell *c, *w = NULL;

	for (size_t i = 0; i < p->member_count; i++) {
		c = store_get(j->store, t->series, t->period, p->members[i]);
		if (x->weging == WEGING_GEWICHT)
			w = store_get(j->store, x->weight, t->period,
				      p->members[i]);
		total_add(j, t, c, w, num_of(1));
	}
	*store_cell(j->store, t->series, t->period, t->place) =
	    total_cell(j, t);
}

void
join_aggregate(struct join *j, size_t indicator)
{
	const struct indicator *x = catalogue_at(j->catalogue, indicator);
	size_t from = places_municipalities(j->places);
	size_t n = places_country(j->places) - from;

	if (x->weging == WEGING_GEEN || x->is_ratio)
		return;
	for (size_t i = 0; i < n * periods_count(j->periods); i++) {
		struct total t = {0};

		t.series = indicator;
		t.place = from + i % n;
		t.period = i / n;
		t.weging = x->weging;
		t.decimalen = x->decimalen;
		if (!store_has(j->store, indicator, t.period) ||
		    store_get(j->store, indicator, t.period, t.place))
			continue;
		compute(j, &t);
	}
}
