#include "tables/places.h"

#include <stdint.h>
#include <stdlib.h>

#include "arena.h"
#include "map.h"
#include "mem.h"

struct places {
	/* code -> number + 1, by open addressing: a map of codes that are kept
	 * in the list already would take more than all else for a buurt. */
	uint32_t *slots;
	size_t mask;
	struct place *list;
	size_t count, cap, grid, municipalities, country;
	struct arena *arena;
	size_t trimmed;
	struct text example;
	size_t last; /* found last: rows often repeat it */
};

/* The slot that has the code, or the free one where it would go. */
static uint32_t *
probe(const struct places *ps, struct text code)
{
	size_t i = (size_t)map_hash(code) & ps->mask;

	while (ps->slots[i] &&
	       !text_equal(ps->list[ps->slots[i] - 1].code, code))
		i = (i + 1) & ps->mask;
	return &ps->slots[i];
}

/* Makes the slots anew, at least twice as many as there are places. */
static void
spread(struct places *ps)
{
	size_t size = 64;

	if (ps->count >= UINT32_MAX / 4)
		mem_fail();
	while (size < 2 * (ps->count + 1))
		size *= 2;
	free(ps->slots);
	ps->slots = mem_array(size, sizeof(*ps->slots));
	ps->mask = size - 1;
	for (size_t i = 0; i < ps->count; i++)
		*probe(ps, ps->list[i].code) = (uint32_t)i + 1;
}

/* code outlives the places. */
static void
add(struct places *ps, struct text code, enum region_level level)
{
	ps->list =
	    mem_grow(ps->list, &ps->cap, ps->count + 1, sizeof(*ps->list));
	ps->list[ps->count++] =
	    (struct place){.code = code, .naam = {"", 0}, .level = level};
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

/* They are in order already. */
static void
add_parts(struct places *ps, const struct gemeenten *g)
{
	for (size_t i = 0; i < gemeenten_parts(g); i++) {
		struct text code = gemeenten_part(g, i);

		add(ps, code, region_level(code));
		ps->list[ps->count - 1].naam = gemeenten_part_name(g, i);
	}
}

struct places *
places_new(const struct gemeenten *g)
{
	struct places *ps = mem_new(struct places);

	ps->arena = arena_new();
	add_all(ps, g);
	qsort(ps->list, ps->count, sizeof(*ps->list), by_level_and_code);
	ps->municipalities = gemeenten_count(g);
	ps->country = ps->count - 1;
	for (size_t i = 0; i < ps->count; i++) {
		struct place *p = &ps->list[i];

		p->naam = gemeenten_name(g, p->code);
		if (p->level == REGION_WOONDEAL || p->level == REGION_PROVINCIE)
			add_members(ps, p, g);
	}
	add_parts(ps, g);
	ps->grid = ps->count;
	spread(ps);
	return ps;
}

void
places_free(struct places *ps)
{
	if (!ps)
		return;
	free(ps->slots);
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
places_country(const struct places *ps)
{
	return ps->country;
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
	uint32_t number;

	/* Rows mostly have the region of the last, or the one after it. */
	for (size_t i = ps->last; i < ps->count && i < ps->last + 2; i++) {
		if (text_equal(ps->list[i].code, code)) {
			ps->last = i;
			return (long)i;
		}
	}
	normal = region_normalize(code);
	if (!text_equal(normal, code) && ps->trimmed++ == 0)
		ps->example = arena_text(ps->arena, code);
	number = *probe(ps, normal);
	if (!number) {
		if (region_level(normal) != REGION_GEMEENTE)
			return -1;
		add(ps, arena_text(ps->arena, normal), REGION_GEMEENTE);
		number = (uint32_t)ps->count;
		*probe(ps, normal) = number;
		if (2 * ps->count > ps->mask)
			spread(ps);
	}
	ps->last = number - 1;
	return (long)ps->last;
}

long
places_known(const struct places *ps, struct text code)
{
	return (long)*probe(ps, code) - 1;
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
