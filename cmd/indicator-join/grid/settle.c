#include "grid/join.h"
#include "grid/ranking.h"
#include "tables/rule.h"

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

static bool
has_known(const struct join *j, size_t series)
{
	for (size_t i = 0; i < periods_count(j->periods); i++)
		if (store_has(j->store, series, i) &&
		    periods_known(j->periods, i))
			return true;
	return false;
}

/* A series of school years is one, but among years one text is a slip. */
static void
tell_strays(struct join *j, size_t series, size_t period)
{
	struct text of = catalogue_selection(j->catalogue, series)->onderwerp;
	size_t n;
	const struct cell *c = store_slice(j->store, series, period, &n);

	for (size_t i = 0; i < n; i++) {
		struct finding_place p;

		if (c[i].kind != CELL_SOURCE)
			continue;
		p = source_place_before(j->sources[c[i].source],
					OBSERVATION_PERIODE, c[i].row,
					periods_text(j->periods, period));
		finding_add(j->findings, &rules[RULE_STRAY_PERIOD], &p, &of, 1);
	}
}

void
join_settle(struct join *j, size_t series)
{
	struct ranking *r = ranking_new();
	bool known = has_known(j, series);

	for (size_t i = 0; known && i < periods_count(j->periods); i++)
		if (!periods_known(j->periods, i))
			tell_strays(j, series, i);

	for (size_t i = 0; series < catalogue_count(j->catalogue) &&
			   i < periods_count(j->periods);
	     i++)
		rank(j, r, series, i);
	ranking_free(r);
	store_shrink(j->store, series, places_grid(j->places));
}
