#include "loss.h"

#include "region.h"

/* What is lost with a cell: more of a total than of a year, more of a deal
 * than of a municipality; of what sums several kinds of hardheid nothing that
 * the kinds do not say. */
static int
cost(const struct cell *c)
{
	int level = 2;

	if (region_level(c->region) == REGION_PROVINCIE)
		level = 200;
	else if (region_level(c->region) == REGION_WOONDEAL)
		level = 20;
	if (c->hardheid & (c->hardheid - 1))
		level /= 2;
	return c->total ? 4 * level : level;
}

int
loss_order(const void *x, const void *y)
{
	const struct cell *a = *(struct cell *const *)x,
			  *b = *(struct cell *const *)y;
	int c = cost(a) - cost(b);

	return c ? c : text_compare(a->key, b->key);
}

bool
loss_hides(const struct cell *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (!c->members[i]->entry->shown)
			return true;
	return false;
}
