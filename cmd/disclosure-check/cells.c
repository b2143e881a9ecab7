#include "cells.h"

#include <stdlib.h>
#include <unistd.h>

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "map.h"
#include "mem.h"
#include "table.h"

/* Every table of a release with sums of plans: the stand in its forms. What
 * else is published is made of the public plan table (bos.csv, the tables of
 * the page) or of growth and targets, which have no plans. A letter is its
 * municipality's own. */
static const char *const TABLES[] = {
    "stand.csv",	  "stand-lopend.csv", "stand-band.csv",
    "stand-gebieden.csv", "arcgis/stand.csv", "arcgis/stand_lopend.csv"};
#define CELLS_PLANS "arcgis/plannen.csv"
#define TABLE_COUNT (sizeof(TABLES) / sizeof(TABLES[0]))

/* Their columns that are sums of plans, and of which. A percentage is the sum
 * itself to who knows what it is a part of. The least that the capacity may be
 * counts no plan whose status is not known. */
const char *const CELLS_NAMES[CELLS_COLUMNS] = {"hard",
						"zacht",
						"onbekend",
						"dekking_hard_pct",
						"dekking_pct",
						"capaciteit_laag",
						"capaciteit_hoog",
						"dekking_laag_pct",
						"dekking_hoog_pct"};
static const unsigned SUMS[CELLS_COLUMNS] = {
    HARD,	  ZACHT,   ONBEKEND,	 HARD,	 COUNTED,
    HARD | ZACHT, COUNTED, HARD | ZACHT, COUNTED};

enum { SLEUTEL, SCENARIO, REGIO, JAAR_VAN, JAAR_TOT, SUM };
static const char *const COLUMNS[SUM + CELLS_COLUMNS] = {"sleutel",
							 "scenario",
							 "regio",
							 "jaar_van",
							 "jaar_tot",
							 "hard",
							 "zacht",
							 "onbekend",
							 "?dekking_hard_pct",
							 "?dekking_pct",
							 "?capaciteit_laag",
							 "?capaciteit_hoog",
							 "?dekking_laag_pct",
							 "?dekking_hoog_pct"};

struct cells {
	struct arena *arena;
	struct world *world;
	struct map *index;
	struct buffer buffer;
	/* The first year that a table of the stand has plans of. */
	int first[ROUNDS][TABLE_COUNT];
};

struct cells *
cells_new(struct world *w)
{
	struct cells *c = mem_new(struct cells);

	c->arena = arena_new();
	c->index = map_new();
	c->world = w;
	return c;
}

void
cells_free(struct cells *c)
{
	if (!c)
		return;
	map_free(c->index);
	buffer_free(&c->buffer);
	arena_free(c->arena);
	free(c);
}

size_t
cells_count(const struct cells *c)
{
	return map_count(c->index);
}

struct cell *
cells_at(const struct cells *c, size_t i)
{
	return map_value(c->index, i);
}

const char *
cells_table(size_t i)
{
	return i < TABLE_COUNT ? TABLES[i] : NULL;
}

struct text
cells_tables(const struct cells *c, const struct cell *cell)
{
	struct buffer b = {0};
	struct text all;

	for (size_t i = 0; i < TABLE_COUNT; i++) {
		if (!(cell->tables & 1u << i))
			continue;
		if (b.n > 0)
			buffer_char(&b, '|');
		buffer_string(&b, TABLES[i]);
	}
	if (cell->merged) {
		if (b.n > 0)
			buffer_char(&b, '|');
		buffer_string(&b, CELLS_PLANS);
	}
	all = arena_text(c->arena, buffer_view(&b));
	buffer_free(&b);
	return all;
}

/* What a row and a column sum. */
static struct cell
like(const struct cells *c, const struct cells_row *row, size_t column)
{
	int first = c->first[row->round][row->table];

	return (struct cell){.round = row->round,
			     .region = row->region,
			     .hardheid = SUMS[column],
			     .van = row->van > first ? row->van : first,
			     .tot = row->tot};
}

static struct text
key_of(struct cells *c, const struct cell *cell)
{
	buffer_clear(&c->buffer);
	buffer_printf(&c->buffer, "%d %u %d %d ", cell->round, cell->hardheid,
		      cell->van, cell->tot);
	buffer_add(&c->buffer, cell->region);
	return buffer_view(&c->buffer);
}

struct cell *
cells_find(struct cells *c, const struct cells_row *row, size_t column)
{
	struct cell cell = like(c, row, column);

	return map_get(c->index, key_of(c, &cell));
}

static bool
is_part(const struct cell *cell, const struct amount *a)
{
	return a->unknown && (a->entry->hardheid & cell->hardheid) &&
	       a->van >= cell->van && a->tot <= cell->tot &&
	       entry_within(a->entry, cell->region);
}

static void
gather(struct cells *c, struct cell *cell)
{
	const struct round *r = world_round(c->world, cell->round);
	size_t n = 0;

	for (size_t i = 0; i < r->amount_count; i++)
		n += is_part(cell, r->amounts[i]);
	cell->members = arena_alloc(c->arena, n + 1, sizeof(*cell->members));
	for (size_t i = 0; i < r->amount_count; i++)
		if (is_part(cell, r->amounts[i]))
			cell->members[cell->count++] = r->amounts[i];
}

/* The cell that sums the same, which is made when it is new. */
static struct cell *
cell_of(struct cells *c, const struct cell *same)
{
	void **slot = map_slot(c->index, key_of(c, same));
	struct cell *cell = *slot;

	if (cell)
		return cell;
	cell = *slot = arena_alloc(c->arena, 1, sizeof(*cell));
	*cell = *same;
	cell->region = arena_text(c->arena, same->region);
	gather(c, cell);
	return cell;
}

static void
add(struct cells *c, const struct cells_row *row, size_t column)
{
	struct cell same = like(c, row, column);
	struct cell *cell = cell_of(c, &same);

	if (cell->key.n == 0) {
		buffer_clear(&c->buffer);
		buffer_printf(&c->buffer, "%s %s %s", TABLES[row->table],
			      row->key.s, CELLS_NAMES[column]);
		cell->key = arena_text(c->arena, buffer_view(&c->buffer));
	}
	cell->total = cell->total || row->van < row->tot;
	cell->shown = true;
	cell->tables |= 1u << row->table;
}

struct cell *
cells_together(struct cells *c, int round, struct text gemeente,
	       unsigned hardheid, const int years[2])
{
	struct cell same = {.round = round,
			    .region = gemeente,
			    .hardheid = hardheid,
			    .van = years[0],
			    .tot = years[1]};
	struct cell *cell = cell_of(c, &same);

	if (cell->key.n == 0) {
		buffer_clear(&c->buffer);
		buffer_printf(&c->buffer, "%s %s %d-%d", CELLS_PLANS,
			      gemeente.s, years[0], years[1]);
		cell->key = arena_text(c->arena, buffer_view(&c->buffer));
	}
	cell->merged = true;
	return cell;
}

/* The first year of plans: the first that has any number of them. */
static int
first_year(const struct table *t)
{
	int first = NEVER;

	for (size_t i = 0; i < table_rows(t); i++) {
		int year = world_year(table_cell(t, i, JAAR_VAN), NO_YEAR);
		bool any = false;

		for (size_t k = SUM; k < SUM + 3; k++)
			any = any || table_cell(t, i, k).n > 0;
		if (any && year > 0 && year < first &&
		    text_equal(table_cell(t, i, JAAR_VAN),
			       table_cell(t, i, JAAR_TOT)))
			first = year;
	}
	return first == NEVER ? NO_YEAR : first;
}

static int
take_row(struct cells *c, const struct table *t, size_t i,
	 struct cells_row *row)
{
	if (!text_is(table_cell(t, i, SCENARIO), "basis"))
		return table_fail(t, i, SCENARIO,
				  "only the stand of all plans as they are, "
				  "basis, can be judged");
	row->van = world_year(table_cell(t, i, JAAR_VAN), NO_YEAR);
	row->tot = world_year(table_cell(t, i, JAAR_TOT), NEVER);
	if (row->van < 0 || row->tot < 0)
		return table_fail(t, i, row->van < 0 ? JAAR_VAN : JAAR_TOT,
				  "a year as 2024 expected");
	row->region = table_cell(t, i, REGIO);
	row->key = table_cell(t, i, SLEUTEL);
	for (size_t k = 0; k < CELLS_COLUMNS; k++)
		if (table_cell(t, i, SUM + k).n > 0)
			add(c, row, k);
	return 0;
}

static int
load(struct cells *c, struct cells_row *row, const char *path)
{
	struct table *t = table_load(path, COLUMNS, SUM + CELLS_COLUMNS);
	int rc = 0;

	if (!t)
		return -1;
	c->first[row->round][row->table] = first_year(t);
	for (size_t i = 0; rc == 0 && i < table_rows(t); i++)
		rc = take_row(c, t, i, row);
	table_free(t);
	return rc;
}

int
cells_load(struct cells *c, int round, const char *folder)
{
	struct cells_row row = {.round = round};
	struct buffer path = {0};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < TABLE_COUNT; i++) {
		buffer_clear(&path);
		buffer_printf(&path, "%s/%s", folder, TABLES[i]);
		row.table = i;
		if (access(buffer_view(&path).s, F_OK) == 0)
			rc = load(c, &row, path.s);
	}
	buffer_free(&path);
	return rc;
}
