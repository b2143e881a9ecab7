#include "parts.h"

#include <stdint.h>
#include <stdlib.h>

#include "mem.h"

/* Of the sets of a part, whatever their order: two sums of two mixtures. */
struct mark {
	uint64_t a, b;
};

struct parts {
	struct map *passed;
	bool both;
	size_t *root;	    /* by unknown; then by plan */
	struct mark *marks; /* by root */
	bool *good;	    /* by set */
	const struct sets *sets;
};

static size_t
find(struct parts *p, size_t i)
{
	while (p->root[i] != i) {
		p->root[i] = p->root[p->root[i]];
		i = p->root[i];
	}
	return i;
}

static void
join(struct parts *p, size_t a, size_t b)
{
	p->root[find(p, a)] = find(p, b);
}

/* The finalizer of splitmix64. */
static uint64_t
mix(uint64_t x)
{
	x += 0x9e3779b97f4a7c15u;
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
	x = (x ^ x >> 27) * 0x94d049bb133111ebu;
	return x ^ x >> 31;
}

static void
add(struct mark *m, const struct set *set)
{
	uint64_t a = set->count, b = ~(uint64_t)set->count;

	for (size_t i = 0; i < set->count; i++) {
		a = mix(a ^ set->unknowns[i]);
		b = mix(b + set->unknowns[i]);
	}
	if (set->rounded) {
		a = mix(a ^ (uint64_t)set->less) ^ mix((uint64_t)set->more);
		b = mix(b + (uint64_t)set->less) + mix(~(uint64_t)set->more);
	}
	m->a += a;
	m->b += b;
}

static struct text
key_of(const struct parts *p, const struct mark *m, char key[17])
{
	memcpy(key, &m->a, 8);
	memcpy(key + 8, &m->b, 8);
	key[16] = p->both ? 'b' : 'n';
	return (struct text){key, 17};
}

static struct mark *
mark_of(struct parts *p, const struct set *set)
{
	return &p->marks[find(p, set->unknowns[0])];
}

struct parts *
parts_new(struct world *w, const struct sets *s, bool both, struct map *passed)
{
	struct parts *p = mem_new(struct parts);
	size_t unknowns = world_unknowns(w), n = unknowns + world_plans(w);
	char key[17];

	*p = (struct parts){.passed = passed, .both = both, .sets = s};
	p->root = mem_array(n + 1, sizeof(*p->root));
	p->marks = mem_array(n + 1, sizeof(*p->marks));
	p->good = mem_array(sets_count(s) + 1, sizeof(*p->good));
	for (size_t i = 0; i < n; i++)
		p->root[i] = i;
	for (size_t i = 0; i < sets_count(s); i++) {
		const struct set *set = sets_at(s, i);

		for (size_t k = 0; k < set->count; k++) {
			size_t u = set->unknowns[k];

			join(p, u, set->unknowns[0]);
			join(p, u,
			     unknowns + world_unknown(w, u)->plan->number);
		}
	}
	for (size_t i = 0; i < sets_count(s); i++)
		add(mark_of(p, sets_at(s, i)), sets_at(s, i));
	for (size_t i = 0; i < sets_count(s); i++)
		p->good[i] =
		    map_get(passed,
			    key_of(p, mark_of(p, sets_at(s, i)), key)) != NULL;
	return p;
}

void
parts_free(struct parts *p)
{
	if (!p)
		return;
	free(p->root);
	free(p->marks);
	free(p->good);
	free(p);
}

const bool *
parts_good(const struct parts *p)
{
	return p->good;
}

void
parts_pass(struct parts *p)
{
	char key[17];

	for (size_t i = 0; i < sets_count(p->sets); i++)
		if (!p->good[i])
			*map_slot(p->passed,
				  key_of(p, mark_of(p, sets_at(p->sets, i)),
					 key)) = p->passed;
}
