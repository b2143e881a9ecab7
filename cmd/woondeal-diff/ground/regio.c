#include "ground/regio.h"

#include <stdlib.h>

#include "arena.h"
#include "diag.h"
#include "map.h"
#include "mem.h"

struct regios {
	const struct gemeenten *source;
	struct arena *arena;
	struct map *codes; /* code -> struct regio */
	struct regio *list;
	const struct gemeente **gemeenten; /* by code */
	size_t count;
	size_t first; /* the first municipality in the list */
};

static int
by_gemeente(const void *a, const void *b)
{
	const struct gemeente *const *x = a;
	const struct gemeente *const *y = b;
	return text_compare((*x)->code, (*y)->code);
}

static int
by_text(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static void
sort_gemeenten(struct regios *r)
{
	size_t n = gemeenten_count(r->source);
	r->gemeenten = arena_alloc(r->arena, n + 1, sizeof(*r->gemeenten));
	for (size_t i = 0; i < n; i++)
		r->gemeenten[i] = gemeenten_at(r->source, i);
	qsort(r->gemeenten, n, sizeof(*r->gemeenten), by_gemeente);
}

static struct regio *
add(struct regios *r, enum region_level level, struct text code)
{
	struct regio *new = &r->list[r->count++];
	new->level = level;
	new->code = code;
	new->name = gemeenten_name(r->source, code);
	*map_slot(r->codes, code) = new;
	return new;
}

static void
add_sorted(struct regios *r, enum region_level level, struct text *codes,
	   size_t n)
{
	qsort(codes, n, sizeof(*codes), by_text);
	for (size_t i = 0; i < n; i++)
		add(r, level, codes[i]);
	free(codes);
}

static void
add_groups(struct regios *r)
{
	size_t n = gemeenten_provincies(r->source);
	struct text *codes = mem_array(n + 1, sizeof(*codes));
	for (size_t i = 0; i < n; i++)
		codes[i] = gemeenten_provincie(r->source, i);
	add_sorted(r, REGION_PROVINCIE, codes, n);
	n = gemeenten_woondeals(r->source);
	codes = mem_array(n + 1, sizeof(*codes));
	for (size_t i = 0; i < n; i++)
		codes[i] = gemeenten_woondeal(r->source, i);
	add_sorted(r, REGION_WOONDEAL, codes, n);
}

static struct text
group_of(const struct gemeente *g, enum region_level level)
{
	return level == REGION_PROVINCIE ? g->provincie : g->woondeal;
}

static void
fill_members(struct regios *r, struct regio *group)
{
	size_t n = regios_gemeenten(r);
	size_t *members = arena_alloc(r->arena, n + 1, sizeof(*members));
	size_t *parts = arena_alloc(r->arena, n + 1, sizeof(*parts));
	for (size_t m = 0; m < n; m++) {
		struct text code = group_of(r->gemeenten[m], group->level);
		if (!text_equal(code, group->code))
			continue;
		parts[group->members_count] = r->first + m;
		members[group->members_count++] = m;
	}
	group->members = members;
	group->parts = parts;
	group->parts_count = group->members_count;
}

/* The deals of a province instead of its municipalities. */
static int
fill_deals(struct regios *r, struct regio *provincie)
{
	size_t *parts = arena_alloc(r->arena, r->count, sizeof(*parts));
	size_t n = 0;
	for (size_t i = 0; i < r->first; i++) {
		const struct regio *deal = &r->list[i];
		size_t inside = 0;
		if (deal->level != REGION_WOONDEAL)
			continue;
		for (size_t j = 0; j < deal->members_count; j++)
			inside += text_equal(
			    r->gemeenten[deal->members[j]]->provincie,
			    provincie->code);
		if (inside != 0 && inside != deal->members_count)
			return diag_fail("woondeal %s lies in more than one "
					 "province of the municipalities file: "
					 "its target cannot be divided",
					 deal->code.s);
		if (inside != 0)
			parts[n++] = i;
	}
	provincie->parts = parts;
	provincie->parts_count = n;
	return 0;
}

static int
fill_groups(struct regios *r)
{
	for (size_t i = 0; i < r->first; i++)
		fill_members(r, &r->list[i]);
	for (size_t i = 0; i < r->first; i++) {
		struct regio *group = &r->list[i];
		if (group->level == REGION_PROVINCIE &&
		    fill_deals(r, group) != 0)
			return -1;
	}
	return 0;
}

static void
add_gemeenten(struct regios *r)
{
	size_t n = gemeenten_count(r->source);
	r->first = r->count;
	for (size_t m = 0; m < n; m++) {
		struct regio *g =
		    add(r, REGION_GEMEENTE, r->gemeenten[m]->code);
		size_t *self = arena_alloc(r->arena, 1, sizeof(*self));
		*self = m;
		g->members = self;
		g->members_count = 1;
	}
}

struct regios *
regios_new(const struct gemeenten *g)
{
	struct regios *r = mem_new(struct regios);
	r->source = g;
	r->arena = arena_new();
	r->codes = map_new();
	size_t n = gemeenten_count(g) + gemeenten_woondeals(g) +
		   gemeenten_provincies(g);
	r->list = arena_alloc(r->arena, n + 1, sizeof(*r->list));
	sort_gemeenten(r);
	add_groups(r);
	add_gemeenten(r);
	if (fill_groups(r) != 0) {
		regios_free(r);
		return NULL;
	}
	return r;
}

void
regios_free(struct regios *r)
{
	if (!r)
		return;
	map_free(r->codes);
	arena_free(r->arena);
	free(r);
}

size_t
regios_count(const struct regios *r)
{
	return r->count;
}

const struct regio *
regios_at(const struct regios *r, size_t i)
{
	return &r->list[i];
}

size_t
regios_gemeenten(const struct regios *r)
{
	return r->count - r->first;
}

size_t
regios_gemeente_index(const struct regios *r, size_t m)
{
	return r->first + m;
}

const struct regio *
regios_gemeente_at(const struct regios *r, size_t m)
{
	return &r->list[r->first + m];
}

long
regios_find(const struct regios *r, struct text code)
{
	const struct regio *found = map_get(r->codes, code);
	return found ? (long)(found - r->list) : -1;
}

long
regios_gemeente(const struct regios *r, struct text code)
{
	long i = regios_find(r, code);
	return i < (long)r->first ? -1 : i - (long)r->first;
}

struct text
regios_woondeal_of(const struct regios *r, size_t m)
{
	return r->gemeenten[m]->woondeal;
}
