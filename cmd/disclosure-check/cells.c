#include "cells.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "map.h"
#include "mem.h"
#include "table.h"

/* Every table of a release with sums of plans: the stand in its forms, and what
 * follows from it. What else is published is made of the public plan table
 * (bos.csv, segmenten.csv) or of growth and targets, which have no plans. A
 * letter is its municipality's own. */
static const struct {
	const char *name;
	bool figures; /* a number a row */
	size_t base;  /* the stand that says from which year plans count */
} TABLES[] = {
    {"stand.csv", false, 0},	    {"stand-lopend.csv", false, 1},
    {"stand-band.csv", false, 2},   {"stand-gebieden.csv", false, 3},
    {"arcgis/stand.csv", false, 4}, {"arcgis/stand_lopend.csv", false, 5},
    {"cijfers.csv", true, 0},	    {"cijfers-lopend.csv", true, 1}};
#define CELLS_PLANS "arcgis/plannen.csv"
#define TABLE_COUNT (sizeof(TABLES) / sizeof(TABLES[0]))

/* The columns of a stand that are sums of plans, and of which. A percentage is
 * the sum itself to who knows what it is a part of. The least that the
 * capacity may be counts no plan whose status is not known. */
static const struct {
	const char *name;
	unsigned sums;
} STAND[] = {{"hard", HARD},
	     {"zacht", ZACHT},
	     {"onbekend", ONBEKEND},
	     {"dekking_hard_pct", HARD},
	     {"dekking_pct", COUNTED},
	     {"capaciteit_laag", HARD | ZACHT},
	     {"capaciteit_hoog", COUNTED},
	     {"dekking_laag_pct", HARD | ZACHT},
	     {"dekking_hoog_pct", COUNTED}};
#define STAND_COUNT (sizeof(STAND) / sizeof(STAND[0]))

/* The figures, which beside the number say what was divided by what. */
static const struct {
	const char *name;
	unsigned sums[CELLS_SUMS];
} FIGURES[] = {{"dekking_hard_pct", {HARD}},
	       {"dekking_pct", {COUNTED}},
	       {"capaciteit", {COUNTED}},
	       {"hard_en_zacht", {HARD | ZACHT}},
	       {"zacht_en_onbekend", {ZACHT | ONBEKEND}},
	       {"overschot", {COUNTED}},
	       {"overschot_hard", {HARD}},
	       {"hard_pct", {HARD, COUNTED}},
	       {"zacht_pct", {ZACHT, COUNTED}},
	       {"onbekend_pct", {ONBEKEND, COUNTED}}};
#define FIGURE_COUNT (sizeof(FIGURES) / sizeof(FIGURES[0]))

/* What is read of a stand, and of figures. */
enum { REGIO, JAAR_VAN, JAAR_TOT, SLEUTEL, SCENARIO, SUM };
static const char *const STAND_COLUMNS[SUM + STAND_COUNT] = {
    "regio",
    "jaar_van",
    "jaar_tot",
    "sleutel",
    "scenario",
    "hard",
    "zacht",
    "onbekend",
    "?dekking_hard_pct",
    "?dekking_pct",
    "?capaciteit_laag",
    "?capaciteit_hoog",
    "?dekking_laag_pct",
    "?dekking_hoog_pct"};
enum { CIJFER = SLEUTEL, WAARDE, FIGURE_WIDTH };
static const char *const FIGURE_COLUMNS[FIGURE_WIDTH] = {
    "regio", "jaar_van", "jaar_tot", "cijfer", "waarde"};

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
	return i < TABLE_COUNT ? TABLES[i].name : NULL;
}

bool
cells_is_figures(size_t i)
{
	return TABLES[i].figures;
}

unsigned
cells_column(struct text column)
{
	for (size_t i = 0; i < STAND_COUNT; i++)
		if (text_is(column, STAND[i].name))
			return STAND[i].sums;
	return 0;
}

void
cells_figure(struct text name, unsigned sums[CELLS_SUMS])
{
	sums[0] = 0;
	for (size_t i = 0; i < FIGURE_COUNT; i++)
		if (text_is(name, FIGURES[i].name))
			memcpy(sums, FIGURES[i].sums, sizeof(FIGURES[i].sums));
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
		buffer_string(&b, TABLES[i].name);
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

/* The cell of these kinds in a row. */
static struct cell
like(const struct cells *c, const struct cells_row *row, unsigned hardheid)
{
	int first = c->first[row->round][TABLES[row->table].base];

	return (struct cell){.round = row->round,
			     .region = row->region,
			     .hardheid = hardheid,
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

bool
cells_withheld(struct cells *c, const struct cells_row *row, unsigned hardheid)
{
	struct cell same = like(c, row, hardheid), *cell;

	cell = map_get(c->index, key_of(c, &same));
	return cell && !cell->shown;
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
add(struct cells *c, const struct cells_row *row, unsigned hardheid,
    struct text key, const char *column)
{
	struct cell same = like(c, row, hardheid);
	struct cell *cell = cell_of(c, &same);

	if (cell->key.n == 0) {
		buffer_clear(&c->buffer);
		buffer_printf(&c->buffer, "%s %s %s", TABLES[row->table].name,
			      key.s, column);
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
take_years(const struct table *t, size_t i, struct cells_row *row)
{
	row->van = world_year(table_cell(t, i, JAAR_VAN), NO_YEAR);
	row->tot = world_year(table_cell(t, i, JAAR_TOT), NEVER);
	row->region = table_cell(t, i, REGIO);
	if (row->van >= 0 && row->tot >= 0)
		return 0;
	return table_fail(t, i, row->van < 0 ? JAAR_VAN : JAAR_TOT,
			  "a year as 2024 expected");
}

static int
take_stand(struct cells *c, const struct table *t, size_t i,
	   struct cells_row *row)
{
	if (!text_is(table_cell(t, i, SCENARIO), "basis"))
		return table_fail(t, i, SCENARIO,
				  "only the stand of all plans as they are, "
				  "basis, can be judged");
	if (take_years(t, i, row) != 0)
		return -1;
	for (size_t k = 0; k < STAND_COUNT; k++)
		if (table_cell(t, i, SUM + k).n > 0)
			add(c, row, STAND[k].sums, table_cell(t, i, SLEUTEL),
			    STAND[k].name);
	return 0;
}

static int
take_figure(struct cells *c, const struct table *t, size_t i,
	    struct cells_row *row)
{
	unsigned sums[CELLS_SUMS];

	if (take_years(t, i, row) != 0)
		return -1;
	cells_figure(table_cell(t, i, CIJFER), sums);
	for (size_t k = 0; table_cell(t, i, WAARDE).n > 0 && sums[k]; k++)
		add(c, row, sums[k], row->region, table_cell(t, i, CIJFER).s);
	return 0;
}

static int
load(struct cells *c, struct cells_row *row, const char *path)
{
	bool figures = TABLES[row->table].figures;
	struct table *t =
	    figures ? table_load(path, FIGURE_COLUMNS, FIGURE_WIDTH)
		    : table_load(path, STAND_COLUMNS, SUM + STAND_COUNT);
	int rc = 0;

	if (!t)
		return -1;
	if (!figures)
		c->first[row->round][row->table] = first_year(t);
	for (size_t i = 0; rc == 0 && i < table_rows(t); i++)
		rc = figures ? take_figure(c, t, i, row)
			     : take_stand(c, t, i, row);
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
		buffer_printf(&path, "%s/%s", folder, TABLES[i].name);
		row.table = i;
		if (access(buffer_view(&path).s, F_OK) == 0)
			rc = load(c, &row, path.s);
	}
	buffer_free(&path);
	return rc;
}
