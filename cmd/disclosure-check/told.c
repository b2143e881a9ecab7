#include "told.h"

#include <stdlib.h>

#include "cells.h"
#include "mem.h"

void
told_new(struct told *t, const struct world *w)
{
	const struct reach far = {INT64_MAX, INT64_MAX};
	size_t n = world_unknowns(w) + 1, plans = world_plans(w) + 1;

	t->exactly = mem_array(n / NUMBER_BITS + 1, sizeof(*t->exactly));
	t->crowded = mem_array(n, sizeof(*t->crowded));
	t->unknowns = mem_array(n, sizeof(*t->unknowns));
	t->plans = mem_array(plans, sizeof(*t->plans));
	t->mark = mem_array(plans, sizeof(*t->mark));
	for (size_t i = 0; i < n; i++)
		t->unknowns[i] = far;
	for (size_t i = 0; i < plans; i++)
		t->plans[i] = far;
}

void
told_free(struct told *t)
{
	free(t->exactly);
	free(t->crowded);
	free(t->unknowns);
	free(t->plans);
	free(t->mark);
}

void
told_exactly(struct told *told, size_t number)
{
	told->exactly[number / NUMBER_BITS] |= (uint64_t)1
					       << number % NUMBER_BITS;
}
