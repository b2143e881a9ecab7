#include "counts.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "mem.h"
#include "network.h"
#include "num.h"
#include "region.h"
#include "table.h"

#define OUTSIDE 0
#define NONE ((size_t)-1)

static const char *const TABLES[] = {"indicatoren.csv", "monitoren.csv",
				     "arcgis/indicatoren.csv",
				     "arcgis/monitoren.csv"};
#define TABLE_COUNT (sizeof(TABLES) / sizeof(TABLES[0]))

enum { SLEUTEL, CODE, REGIO, PERIODE, WAARDE, EENHEID, REDEN, COLUMNS };
static const char *const NAMES[COLUMNS] = {
    "sleutel", "indicator_code", "regio", "periode",
    "waarde",  "eenheid",	 "reden"};

/* A region of one indicator and period. */
struct cell {
	struct count count;
	bool hidden; /* in this release, in some table */
	bool shown;  /* in any */
	bool number; /* a whole count, not negative */
	struct num value;
};

/* What may add up: the cells of an indicator and period. */
struct group {
	struct map *cells; /* by region */
	bool counts;	   /* its unit is a count */
};

struct counts {
	const struct gemeenten *gemeenten;
	struct arena *arena;
	struct map *groups;
	struct map *withheld; /* by key */
	struct buffer buffer;
};

struct counts *
counts_new(const struct gemeenten *g)
{
	struct counts *c = mem_new(struct counts);

	c->gemeenten = g;
	c->arena = arena_new();
	c->groups = map_new();
	c->withheld = map_new();
	return c;
}

void
counts_free(struct counts *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < map_count(c->groups); i++)
		map_free(((struct group *)map_value(c->groups, i))->cells);
	map_free(c->groups);
	map_free(c->withheld);
	buffer_free(&c->buffer);
	arena_free(c->arena);
	free(c);
}

static struct cell *
cell_of(struct counts *c, const struct table *t, size_t i)
{
	struct group *g;
	void **slot;

	buffer_clear(&c->buffer);
	buffer_part(&c->buffer, table_cell(t, i, CODE));
	buffer_part(&c->buffer, table_cell(t, i, PERIODE));
	slot = map_slot(c->groups, buffer_view(&c->buffer));
	g = *slot;
	if (!g) {
		g = *slot = arena_alloc(c->arena, 1, sizeof(*g));
		g->cells = map_new();
		g->counts = text_is(table_cell(t, i, EENHEID), "aantal");
	}
	slot = map_slot(g->cells, table_cell(t, i, REGIO));
	if (!*slot) {
		struct cell *cell = arena_alloc(c->arena, 1, sizeof(*cell));

		cell->count.region =
		    arena_text(c->arena, table_cell(t, i, REGIO));
		cell->count.key =
		    arena_text(c->arena, table_cell(t, i, SLEUTEL));
		cell->count.table = cell->count.shown = text_of("");
		*slot = cell;
	}
	return *slot;
}

static void
take_row(struct counts *c, const struct table *t, size_t i, const char *name)
{
	struct text value = table_cell(t, i, WAARDE);
	struct text reden = table_cell(t, i, REDEN);
	bool hidden = text_is(reden, "onderdrukt") || text_is(reden, "geheim");
	struct cell *cell = cell_of(c, t, i);
	bool now = name[0] != '\0';

	cell->count.ours = cell->count.ours || text_is(reden, "onderdrukt");
	if (hidden && now && !cell->hidden) {
		cell->hidden = true;
		cell->count.table = text_of(name);
		*map_slot(c->withheld, cell->count.key) = cell;
	}
	if (value.n == 0 || cell->shown)
		return;
	cell->shown = num_parse(value, NUM_PLAIN, &cell->value) == NUM_OK;
	cell->number =
	    cell->shown && num_is_whole(cell->value) && cell->value.units >= 0;
	cell->count.shown = text_of(now ? name : "the release before");
}

int
counts_load(struct counts *c, const char *folder, bool now)
{
	struct buffer path = {0};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < TABLE_COUNT; i++) {
		struct table *t;

		buffer_clear(&path);
		buffer_printf(&path, "%s/%s", folder, TABLES[i]);
		if (access(buffer_view(&path).s, F_OK) != 0)
			continue;
		t = table_load(path.s, NAMES, COLUMNS);
		rc = t ? 0 : -1;
		for (size_t k = 0; t && k < table_rows(t); k++)
			take_row(c, t, k, now ? TABLES[i] : "");
		table_free(t);
	}
	buffer_free(&path);
	return rc;
}

/* --- what adds up, as a network (network.h): from a deal through its
 * municipalities, and these through their wijken and buurten, to the province
 * --- */

struct chart {
	const struct counts *c;
	const struct group *g;
	size_t n;
	size_t *parent; /* of a wijk or buurt */
	bool *parts;	/* has any */
	bool bounded, bounded_parts;
};

static struct cell *
at(const struct chart *k, size_t i)
{
	return map_value(k->g->cells, i);
}

static size_t
find(const struct chart *k, struct text region)
{
	for (size_t i = 0; region.n > 0 && i < k->n; i++)
		if (text_equal(at(k, i)->count.region, region))
			return i;
	return NONE;
}

/* The wijk of a buurt where that is there, else the municipality. */
static size_t
parent_of(const struct chart *k, struct text region)
{
	char code[16] = "GM";
	size_t found;

	if (!region_is_part(region) || region.n < 8)
		return NONE;
	if (region_level(region) == REGION_BUURT) {
		memcpy(code, "WK", 2);
		memcpy(code + 2, region.s + 2, 6);
		found = find(k, text_of(code));
		if (found != NONE)
			return found;
	}
	memcpy(code, "GM", 2);
	memcpy(code + 2, region.s + 2, 4);
	code[6] = '\0';
	return find(k, text_of(code));
}

static size_t
node_of(size_t place)
{
	return place == NONE ? OUTSIDE : place + 1;
}

static size_t
total_of(const struct chart *k, size_t place, bool province)
{
	const struct gemeente *g =
	    gemeenten_by_code(k->c->gemeenten, at(k, place)->count.region);

	return g ? node_of(find(k, province ? g->provincie : g->woondeal))
		 : OUTSIDE;
}

static size_t
end_of(const struct chart *k, size_t place)
{
	while (k->parent[place] != NONE)
		place = k->parent[place];
	return total_of(k, place, true);
}

static void
lay(const struct chart *k, size_t i, struct arc *a)
{
	const struct cell *cell = at(k, i);
	enum region_level level = region_level(cell->count.region);
	bool hidden = cell->hidden && !cell->shown;

	*a = (struct arc){.place = i, .hidden = hidden};
	a->counts =
	    hidden && (region_is_part(cell->count.region) ? k->bounded_parts
							  : k->bounded);
	a->value = cell->number ? cell->value.units : 0;
	if (level == REGION_PROVINCIE) {
		a->from = node_of(i);
	} else if (level == REGION_WOONDEAL) {
		a->to = node_of(i);
	} else {
		a->from = k->parent[i] == NONE ? total_of(k, i, false)
					       : node_of(k->parent[i]);
		a->to = k->parts[i] ? node_of(i) : end_of(k, i);
	}
}

/* Whether hidden ones are known to be at least 1: where all are whole counts,
 * and no municipality is missing. */
static void
bound(struct chart *k)
{
	k->bounded = k->bounded_parts = true;
	for (size_t i = 0; i < k->n; i++) {
		const struct cell *cell = at(k, i);
		bool known = cell->number || (cell->hidden && !cell->shown);

		if (region_is_part(cell->count.region))
			k->bounded_parts =
			    k->bounded_parts && (known || !cell->shown);
		else if (region_level(cell->count.region) == REGION_GEMEENTE)
			k->bounded = k->bounded && known;
	}
	for (size_t i = 0; i < gemeenten_count(k->c->gemeenten); i++)
		if (find(k, gemeenten_at(k->c->gemeenten, i)->code) == NONE)
			k->bounded = false;
}

static void
judge_group(struct counts *c, struct group *g)
{
	struct chart k = {.c = c, .g = g, .n = map_count(g->cells)};
	struct network *n = network_new(k.n + 1, k.n);
	size_t arc;

	k.parent = mem_array(k.n + 1, sizeof(*k.parent));
	k.parts = mem_array(k.n + 1, sizeof(*k.parts));
	bound(&k);
	for (size_t i = 0; i < k.n; i++) {
		k.parent[i] = parent_of(&k, at(&k, i)->count.region);
		if (k.parent[i] != NONE)
			k.parts[k.parent[i]] = true;
	}
	for (size_t i = 0; i < k.n; i++) {
		const struct cell *cell = at(&k, i);

		if ((cell->hidden || cell->shown) &&
		    region_level(cell->count.region) != REGION_LAND)
			lay(&k, i, &n->arcs[n->count++]);
	}
	network_close(n);
	if (network_told(n, &arc))
		at(&k, n->arcs[arc].place)->count.told = true;
	network_free(n);
	free(k.parent);
	free(k.parts);
}

void
counts_judge(struct counts *c)
{
	for (size_t i = 0; i < map_count(c->withheld); i++) {
		struct cell *cell = map_value(c->withheld, i);

		cell->count.told = cell->shown;
	}
	for (size_t i = 0; i < map_count(c->groups); i++) {
		struct group *g = map_value(c->groups, i);
		bool any = false;

		for (size_t k = 0; k < map_count(g->cells); k++)
			any = any ||
			      ((struct cell *)map_value(g->cells, k))->hidden;
		if (any && g->counts)
			judge_group(c, g);
	}
}

size_t
counts_count(const struct counts *c)
{
	return map_count(c->withheld);
}

const struct count *
counts_at(const struct counts *c, size_t i)
{
	return &((const struct cell *)map_value(c->withheld, i))->count;
}
