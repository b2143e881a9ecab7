#include "join.h"
#include "ranking.h"

/* Fewer municipalities than this have no quartiles (contracts.md). */
#define POSITIE_MIN 40

/* The values of all municipalities: those of the grid come first in it, the
 * others after it. */
static void
gather(const struct join *j, struct ranking *r, struct cell *cells, size_t n)
{
	size_t own = places_municipalities(j->places);

	ranking_clear(r);
	for (size_t i = 0; i < n && i < own; i++)
		if (cell_has(&cells[i]))
			ranking_add(r, &cells[i], true);
	for (size_t i = places_grid(j->places); i < n; i++)
		if (cell_has(&cells[i]))
			ranking_add(r, &cells[i], false);
}

/* 1 is the best quarter: the highest values, or the lowest when lower is
 * better. Equal values share the better place. */
static void
set_place(struct cell *c, size_t better, size_t count)
{
	c->better = (uint32_t)better;
	c->positie = (uint8_t)(4 * better / count + 1);
}

static void
rank(struct join *j, struct ranking *r, size_t series, size_t period)
{
	size_t n;
	struct cell *cells = store_slice(j->store, series, period, &n);

	if (n > places_count(j->places))
		n = places_count(j->places);
	gather(j, r, cells, n);
	if (ranking_count(r) < POSITIE_MIN)
		return;
	ranking_each(
	    r, catalogue_at(j->catalogue, series)->richting == RICHTING_LAGER,
	    set_place);
	store_rank(j->store, series, period, ranking_count(r));
}

void
join_settle(struct join *j, size_t series)
{
	struct ranking *r = ranking_new();

	for (size_t i = 0; series < catalogue_count(j->catalogue) &&
			   i < periods_count(j->periods);
	     i++)
		rank(j, r, series, i);
	ranking_free(r);
	store_shrink(j->store, series, places_grid(j->places));
}
