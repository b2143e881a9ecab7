#include <stdlib.h>

#include "join.h"
#include "mem.h"
#include "num.h"

/* Fewer municipalities than this have no quartiles (contracts.md). */
#define POSITIE_MIN 40

static int
by_value(const void *a, const void *b)
{
	return cell_order(*(const struct num *)a, *(const struct num *)b);
}

/* The values of all municipalities, low to high. */
static size_t
gather(const struct join *j, size_t series, size_t period, struct num *list)
{
	size_t n = 0, places = store_places(j->store, series, period);
	const struct cell *c;

	if (places > places_count(j->places))
		places = places_count(j->places);
	for (size_t i = 0; i < places; i++) {
		c = store_get(j->store, series, period, i);
		if (cell_has(c) &&
		    places_at(j->places, i)->level == REGION_GEMEENTE)
			list[n++] = cell_num(c);
	}
	qsort(list, n, sizeof(*list), by_value);
	return n;
}

/* How many of the list are below v, or not above it. */
static size_t
count_below(const struct num *list, size_t n, struct num v, bool or_equal)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = cell_order(list[mid], v);

		if (order < 0 || (or_equal && order == 0))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
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
rank(struct join *j, size_t series, size_t period, const struct num *list,
     size_t n)
{
	bool lager =
	    catalogue_at(j->catalogue, series)->richting == RICHTING_LAGER;

	for (size_t i = 0; i < places_grid(j->places); i++) {
		const struct cell *c = store_get(j->store, series, period, i);
		size_t better;

		if (!cell_has(c) ||
		    places_at(j->places, i)->level != REGION_GEMEENTE)
			continue;
		better = lager ? count_below(list, n, cell_num(c), false)
			       : n - count_below(list, n, cell_num(c), true);
		set_place(store_cell(j->store, series, period, i), better, n);
	}
	store_rank(j->store, series, period, n);
}

void
join_settle(struct join *j, size_t series)
{
	struct num *list =
	    mem_array(places_count(j->places) + 1, sizeof(*list));

	for (size_t i = 0; series < catalogue_count(j->catalogue) &&
			   i < periods_count(j->periods);
	     i++) {
		size_t n = gather(j, series, i, list);

		if (n >= POSITIE_MIN)
			rank(j, series, i, list, n);
	}
	free(list);
	store_shrink(j->store, series, places_grid(j->places));
}
