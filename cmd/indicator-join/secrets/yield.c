#include <stdlib.h>

#include "mem.h"
#include "secrets/secrets.h"

/* The shown values beside one that can still be worked out: in the totals
 * that it is in, then in those that its hidden neighbours are in, and so on. */
struct search {
	const struct secrets *s;
	bool *near; /* by place */
	bool grown, any_part, any_sum;
	size_t part, sum; /* the smallest */
};

static void
consider(const struct search *x, size_t place, bool *any, size_t *best)
{
	const struct secret *at = x->s->at;

	if (!secrets_shown(x->s, place) || at[place].size.units == 0)
		return;
	if (*any && num_compare(at[place].size, at[*best].size) >= 0)
		return;
	*any = true;
	*best = place;
}

static bool
is_near(const struct search *x, size_t total, const size_t *parts, size_t n)
{
	bool found = n > 0 && x->near[total];

	for (size_t i = 0; i < n && !found; i++)
		found = x->near[parts[i]];
	return found;
}

static void
reach(struct search *x, size_t place)
{
	if (x->near[place] || !x->s->at[place].hidden)
		return;
	x->near[place] = true;
	x->grown = true;
}

static void
look(struct search *x, size_t total, const size_t *parts, size_t n)
{
	if (!is_near(x, total, parts, n))
		return;
	consider(x, total, &x->any_sum, &x->sum);
	reach(x, total);
	for (size_t i = 0; i < n; i++) {
		consider(x, parts[i], &x->any_part, &x->part);
		reach(x, parts[i]);
	}
}

static void
look_around(struct search *x)
{
	x->grown = false;
	for (size_t i = 0; i < x->s->all; i++) {
		const struct place *p = places_at(x->s->places, i);
		struct family f = families_of(x->s->families, i);

		look(x, i, p->members, p->member_count);
		look(x, i, f.parts, f.count);
	}
}

bool
secrets_yield(struct secrets *s, size_t which)
{
	struct search x = {.s = s, .grown = true};

	x.near = mem_array(s->all, sizeof(*x.near));
	x.near[which] = true;
	while (x.grown && !x.any_part && !x.any_sum)
		look_around(&x);
	free(x.near);
	if (!x.any_part && !x.any_sum)
		return false;
	secrets_protect(s, x.any_part ? x.part : x.sum);
	return true;
}
