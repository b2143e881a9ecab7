#include "stock.h"

#include <stdlib.h>

#include "arena.h"
#include "map.h"
#include "mem.h"
#include "observations.h"
#include "period.h"

struct entry {
	int32_t end; /* of the period */
	struct num value;
};

struct stock {
	struct arena *arena;
	struct map *of; /* region -> struct entry */
};

/* Of one day the most: where a table also has the dwellings of a part, or is
 * known in two editions. */
static void
take(struct stock *s, const struct observations *o)
{
	struct period p;
	struct num v;
	void **slot;
	struct entry *e;

	if (!text_is(observations_field(o, OBSERVATION_ONDERWERP),
		     "eindstand") ||
	    !period_parse(observations_field(o, OBSERVATION_PERIODE), &p) ||
	    num_parse(observations_field(o, OBSERVATION_WAARDE), NUM_PLAIN,
		      &v) != NUM_OK)
		return;
	slot = map_slot(s->of, observations_field(o, OBSERVATION_REGIO));
	if (!*slot) {
		*slot = e = arena_alloc(s->arena, 1, sizeof(*e));
		*e = (struct entry){period_end(p), v};
		return;
	}
	e = *slot;
	if (period_end(p) > e->end ||
	    (period_end(p) == e->end && num_compare(v, e->value) > 0))
		*e = (struct entry){period_end(p), v};
}

struct stock *
stock_load(const char *path)
{
	struct observations *o = observations_open(path);
	struct stock *s;
	int rc;

	if (!o)
		return NULL;
	s = mem_new(struct stock);
	s->arena = arena_new();
	s->of = map_new();
	while ((rc = observations_next(o)) == 1)
		take(s, o);
	if (observations_close(o) < 0 || rc < 0) {
		stock_free(s);
		return NULL;
	}
	return s;
}

void
stock_free(struct stock *s)
{
	if (!s)
		return;
	map_free(s->of);
	arena_free(s->arena);
	free(s);
}

bool
stock_of(const struct stock *s, struct text gemeente, struct sum *out)
{
	const struct entry *e = s ? map_get(s->of, gemeente) : NULL;

	if (!e)
		return false;
	*out = sum_of(e->value);
	return true;
}
