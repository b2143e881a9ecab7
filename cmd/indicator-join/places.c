#include "places.h"

#include <stdint.h>
#include <stdlib.h>

#include "arena.h"
#include "map.h"
#include "mem.h"

struct places {
	struct map *map; /* code -> number + 1 */
	struct place *list;
	size_t count, cap, grid, municipalities;
	struct arena *arena;
	size_t trimmed;
	struct text example;
	size_t last; /* found last: rows often repeat it */
};

static struct place *
add(struct places *ps, struct text code, enum region_level level)
{
	struct place *p;

	ps->list =
	    mem_grow(ps->list, &ps->cap, ps->count + 1, sizeof(*ps->list));
	p = &ps->list[ps->count++];
	*p = (struct place){
	    arena_text(ps->arena, code), {"", 0}, level, NULL, 0};
	return p;
}

static int
by_level_and_code(const void *a, const void *b)
{
	static const int rank[] = {[REGION_GEMEENTE] = 1,
				   [REGION_WOONDEAL] = 2,
				   [REGION_PROVINCIE] = 3,
				   [REGION_LAND] = 4};
	const struct place *x = a, *y = b;
	int order = rank[x->level] - rank[y->level];

	return order ? order : text_compare(x->code, y->code);
}

static struct text
group_of(const struct gemeente *gm, enum region_level level)
{
	return level == REGION_WOONDEAL ? gm->woondeal : gm->provincie;
}

/* Which places of the sorted list belong to this deal or province. */
static void
add_members(struct places *ps, struct place *p, const struct gemeenten *g)
{
	size_t n = gemeenten_count(g);

	p->members = arena_alloc(ps->arena, n, sizeof(*p->members));
	for (size_t i = 0; i < n; i++) {
		const struct gemeente *gm =
		    gemeenten_by_code(g, ps->list[i].code);

		if (text_equal(group_of(gm, p->level), p->code))
			p->members[p->member_count++] = i;
	}
}

static void
add_all(struct places *ps, const struct gemeenten *g)
{
	for (size_t i = 0; i < gemeenten_count(g); i++)
		add(ps, gemeenten_at(g, i)->code, REGION_GEMEENTE);
	for (size_t i = 0; i < gemeenten_woondeals(g); i++)
		add(ps, gemeenten_woondeal(g, i), REGION_WOONDEAL);
	for (size_t i = 0; i < gemeenten_provincies(g); i++)
		add(ps, gemeenten_provincie(g, i), REGION_PROVINCIE);
	add(ps, text_of("NL01"), REGION_LAND);
}

struct places *
places_new(const struct gemeenten *g)
{
	struct places *ps = mem_new(struct places);

	ps->map = map_new();
	ps->arena = arena_new();
	add_all(ps, g);
	qsort(ps->list, ps->count, sizeof(*ps->list), by_level_and_code);
	ps->grid = ps->count;
	ps->municipalities = gemeenten_count(g);
	for (size_t i = 0; i < ps->count; i++) {
		struct place *p = &ps->list[i];

		*map_slot(ps->map, p->code) = (void *)(uintptr_t)(i + 1);
		p->naam = gemeenten_name(g, p->code);
		if (p->level == REGION_WOONDEAL || p->level == REGION_PROVINCIE)
			add_members(ps, p, g);
	}
	return ps;
}

void
places_free(struct places *ps)
{
	if (!ps)
		return;
	map_free(ps->map);
	arena_free(ps->arena);
	free(ps->list);
	free(ps);
}

size_t
places_grid(const struct places *ps)
{
	return ps->grid;
}

size_t
places_municipalities(const struct places *ps)
{
	return ps->municipalities;
}

size_t
places_count(const struct places *ps)
{
	return ps->count;
}

const struct place *
places_at(const struct places *ps, size_t i)
{
	return &ps->list[i];
}

long
places_find(struct places *ps, struct text code)
{
	struct text normal;
	void *found;

	if (text_equal(ps->list[ps->last].code, code))
		return (long)ps->last;
	normal = region_normalize(code);
	if (!text_equal(normal, code) && ps->trimmed++ == 0)
		ps->example = arena_text(ps->arena, code);
	found = map_get(ps->map, normal);
	if (!found) {
		if (region_level(normal) != REGION_GEMEENTE)
			return -1;
		add(ps, normal, REGION_GEMEENTE);
		found = (void *)(uintptr_t)ps->count;
		*map_slot(ps->map, normal) = found;
	}
	ps->last = (size_t)(uintptr_t)found - 1;
	return (long)ps->last;
}

size_t
places_trimmed(const struct places *ps)
{
	return ps->trimmed;
}

struct text
places_example(const struct places *ps)
{
	return ps->example;
}
