#include "twins.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "map.h"
#include "mem.h"

struct twins {
	struct plan *plans;
	size_t count;
	size_t next;	 /* the one after that found last */
	uint32_t *slots; /* place + 1; NULL: not needed yet */
	size_t mask;
};

struct twins *
twins_new(struct plan *plans, size_t count)
{
	struct twins *t = mem_new(struct twins);

	t->plans = plans;
	t->count = count;
	return t;
}

void
twins_free(struct twins *t)
{
	if (!t)
		return;
	free(t->slots);
	free(t);
}

struct called
twins_name(const struct plan *p)
{
	return (struct called){*p->state->gemeente, plan_id(p), plan_naam(p),
			       *p->state->fase};
}

static bool
is_called(const struct plan *p, const struct called *c)
{
	return text_equal(plan_id(p), c->plan_id) &&
	       text_equal(*p->state->fase, c->fase_id) &&
	       text_equal(*p->state->gemeente, c->gemeente) &&
	       (c->plan_id.n > 0 || text_equal(plan_naam(p), c->plan_naam));
}

static size_t
place(const struct twins *t, const struct called *c)
{
	uint64_t h = map_hash(c->gemeente);

	if (c->fase_id.n > 0)
		h = map_hash_numbers(h, map_hash(c->fase_id));
	return (size_t)map_hash_numbers(
		   h, map_hash(c->plan_id.n > 0 ? c->plan_id : c->plan_naam)) &
	       t->mask;
}

static void
build(struct twins *t)
{
	size_t size = 64;

	while (t->count * 3 > size * 2)
		size *= 2;
	t->slots = mem_array(size, sizeof(*t->slots));
	t->mask = size - 1;
	for (size_t k = 0; k < t->count; k++) {
		const struct called c = twins_name(&t->plans[k]);
		size_t i = place(t, &c);

		while (t->slots[i])
			i = (i + 1) & t->mask;
		t->slots[i] = (uint32_t)k + 1;
	}
}

struct plan *
twins_find(struct twins *t, const struct called *c)
{
	size_t i;

	if (t->next < t->count && is_called(&t->plans[t->next], c))
		return &t->plans[t->next++];
	if (!t->slots)
		build(t);
	for (i = place(t, c); t->slots[i]; i = (i + 1) & t->mask) {
		size_t at = t->slots[i] - 1;

		if (!is_called(&t->plans[at], c))
			continue;
		t->next = at + 1;
		return &t->plans[at];
	}
	return NULL;
}
