#include "join.h"
#include "ranking.h"

/* Fewer municipalities than this have no quartiles (contracts.md). */
#define POSITIE_MIN 40

/* The values of all municipalities. */
static void
gather(const struct join *j, struct ranking *r, struct cell *cells, size_t n)
{
	ranking_clear(r);
	for (size_t i = 0; i < n; i++)
		if (cell_has(&cells[i]) &&
		    places_at(j->places, i)->level == REGION_GEMEENTE)
			ranking_add(r, &cells[i]);
}

static void
set_place(struct cell *c, size_t better, size_t n)
{
	c->better = (uint32_t)better;
	c->positie = (uint8_t)(4 * better / n + 1);
}

/* 1 is the best quarter: the highest values, or the lowest when lower is
 * better. Equal values share the better place. */
static void
rank(struct ranking *r, bool lager)
{
	size_t n = ranking_count(r), better = 0;

	ranking_sort(r);
	for (size_t i = 0; lager && i < n; i++) {
		if (!ranking_equal(r, i))
			better = i;
		set_place(ranking_at(r, i), better, n);
	}
	for (size_t i = n; !lager && i-- > 0;) {
		if (i + 1 == n || !ranking_equal(r, i + 1))
			better = n - 1 - i;
		set_place(ranking_at(r, i), better, n);
	}
}

void
join_settle(struct join *j, size_t series)
{
	struct ranking *r = ranking_new();
	size_t n;

	for (size_t i = 0; series < catalogue_count(j->catalogue) &&
			   i < periods_count(j->periods);
	     i++) {
		struct cell *cells = store_slice(j->store, series, i, &n);

		if (n > places_count(j->places))
			n = places_count(j->places);
		gather(j, r, cells, n);
		if (ranking_count(r) < POSITIE_MIN)
			continue;
		rank(r, catalogue_at(j->catalogue, series)->richting ==
			    RICHTING_LAGER);
		store_rank(j->store, series, i, ranking_count(r));
	}
	ranking_free(r);
	store_shrink(j->store, series, places_grid(j->places));
}
