#include "cells.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "mem.h"
#include "sums.h"
#include "table.h"

/* What is read of a stand and of figures; the other columns are names, growth
 * and targets. One that is not here is refused: it might be a sum. */
enum { REGIO, JAAR_VAN, JAAR_TOT, SLEUTEL, SCENARIO, SUM };
static const char *const STAND_COLUMNS[] = {"regio",
					    "?jaar_van",
					    "?jaar_tot",
					    "?sleutel",
					    "?scenario",
					    "hard",
					    "zacht",
					    "onbekend",
					    "?dekking_hard_pct",
					    "?dekking_pct",
					    "?capaciteit_laag",
					    "?capaciteit_hoog",
					    "?dekking_laag_pct",
					    "?dekking_hoog_pct",
					    "?nodig_zacht_pct",
					    "?haalbaar",
					    "?niveau",
					    "?naam",
					    "?opgave",
					    "?opgave_reden",
					    "?netto_groei",
					    "?groei_status",
					    "?groei_tm",
					    "?nieuwbouw",
					    "?overige_toevoeging",
					    "?sloop",
					    "?overige_onttrekking",
					    "?correctie",
					    "?verschil",
					    "?opgave_cum",
					    "?groei_cum",
					    "?verschil_cum",
					    "?rest_opgave",
					    "?gerealiseerd_pct",
					    "?volledig",
					    "?afgeleid",
					    "?band_oorzaak",
					    "?onderdrukt"};
#define STAND_WIDTH (sizeof(STAND_COLUMNS) / sizeof(STAND_COLUMNS[0]))
enum { CIJFER = SLEUTEL, WAARDE };
static const char *const FIGURE_COLUMNS[] = {
    "regio", "jaar_van", "jaar_tot", "cijfer", "waarde", "?niveau", "?naam",
    "?voor", "?heel", "?eenheid", "?groei_status", "?breuk", "?afgeleid",
    "?onderdrukt",
    /* Of statements that are held against figures. */
    "?rij", "?bewering", "?periode", "?beweerd", "?oordeel", "?code",
    "?klopt_bij", "?bron"};
#define FIGURE_WIDTH (sizeof(FIGURE_COLUMNS) / sizeof(FIGURE_COLUMNS[0]))

struct cells {
	struct arena *arena;
	struct world *world;
	struct map *index;
	struct map *lots[ROUNDS]; /* by region */
	struct buffer buffer;
	const struct tables *list;
	const char *plans; /* the path of the public plan table */
	/* Of a stand: the first year that has plans, and the last. */
	int first[ROUNDS][TABLES_MOST], last[ROUNDS][TABLES_MOST];
};

struct cells *
cells_new(struct world *w, const struct tables *list)
{
	struct cells *c = mem_new(struct cells);

	c->arena = arena_new();
	c->index = map_new();
	c->world = w;
	c->list = list;
	c->plans = "plannen";
	for (size_t i = 0; i < tables_count(list); i++)
		if (tables_at(list, i)->form == FORM_PLANS)
			c->plans = tables_at(list, i)->path;
	return c;
}

/* The amounts of a region that are not nothing, in their order. */
struct lot {
	struct amount **at;
	size_t count, cap;
};

static void
lots_free(struct map *lots)
{
	for (size_t i = 0; lots && i < map_count(lots); i++)
		free(((struct lot *)map_value(lots, i))->at);
	map_free(lots);
}

void
cells_free(struct cells *c)
{
	if (!c)
		return;
	map_free(c->index);
	for (int i = 0; i < ROUNDS; i++)
		lots_free(c->lots[i]);
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

void
cells_years(const struct cells *c, int round, size_t table, int years[2])
{
	size_t base = tables_at(c->list, table)->base;

	years[0] = c->first[round][base];
	years[1] = c->last[round][base];
}

struct text
cells_tables(const struct cells *c, const struct cell *cell)
{
	struct buffer b = {0};
	struct text all;

	for (size_t i = 0; i < tables_count(c->list); i++)
		if (cell->tables & (uint64_t)1 << i)
			buffer_list(&b, "|",
				    text_of(tables_at(c->list, i)->path));
	if (cell->merged)
		buffer_list(&b, "|", text_of(c->plans));
	all = arena_text(c->arena, buffer_view(&b));
	buffer_free(&b);
	return all;
}

/* The cell of these kinds in a row. */
static struct cell
like(const struct cells *c, const struct cells_row *row, unsigned hardheid)
{
	int first = c->first[row->round][tables_at(c->list, row->table)->base];

	return (struct cell){.round = row->round,
			     .total =
				 row->van<row->tot, .region = row->region,
					  .hardheid = hardheid, .van = row->van>
					 first
				     ? row->van
				     : first,
			     .tot = row->tot};
}

static struct text
key_of(struct cells *c, const struct cell *cell)
{
	buffer_clear(&c->buffer);
	/* A total of one year with plans is not that year: rests lie in it. */
	buffer_printf(&c->buffer, "%d %u %d %d %d ", cell->round,
		      cell->hardheid, cell->van, cell->tot,
		      cell->total && cell->van == cell->tot);
	buffer_add(&c->buffer, cell->region);
	return buffer_view(&c->buffer);
}

const struct cell *
cells_in_row(struct cells *c, const struct cells_row *row, unsigned hardheid)
{
	struct cell same = like(c, row, hardheid);

	return map_get(c->index, key_of(c, &same));
}

/* --- rounding --- */

int64_t
cell_nearest(int64_t value, int64_t base)
{
	int64_t size = value < 0 ? -value : value;

	size = (size + base / 2) / base * base;
	return value < 0 ? -size : size;
}

/* All that has the same nearest multiple, but for who lies just halfway. */
bool
cell_room(const struct cell *c, int64_t *less, int64_t *more)
{
	int64_t half = (c->base - 1) / 2, off;

	*less = *more = 0;
	if (c->base == 0)
		return false;
	off = c->value - cell_nearest(c->value, c->base);
	*less = off + half > 0 ? off + half : 0;
	*more = half - off > 0 ? half - off : 0;
	return true;
}

/* --- what a cell sums --- */

static void
put_in(struct cells *c, int round, struct text region, struct amount *a)
{
	struct lot *lot;
	void **slot;

	if (region.n == 0)
		return;
	slot = map_slot(c->lots[round], region);
	if (!*slot)
		*slot = arena_alloc(c->arena, 1, sizeof(struct lot));
	lot = *slot;
	/* The municipality may be the deal, too: once. */
	if (lot->count > 0 && lot->at[lot->count - 1] == a)
		return;
	lot->at = mem_grow(lot->at, &lot->cap, lot->count + 1,
			   sizeof(struct amount *));
	lot->at[lot->count++] = a;
}

static void
sort_out(struct cells *c, int round)
{
	const struct round *r = world_round(c->world, round);

	c->lots[round] = map_new();
	for (size_t i = 0; i < r->amount_count; i++) {
		struct amount *a = r->amounts[i];
		const struct entry *e = a->entry;

		if (!a->unknown)
			continue;
		put_in(c, round, e->plan->gemeente, a);
		put_in(c, round, e->woondeal, a);
		put_in(c, round, e->provincie, a);
		put_in(c, round, e->gebied, a);
	}
}

/* What remains of years that began before the first with plans lies in those
 * from it on, and counts in the total only. */
static bool
is_part(const struct cell *cell, const struct amount *a)
{
	bool rest = cell->total && !a->whole && a->van != NO_YEAR;

	return (a->entry->hardheid & cell->hardheid) &&
	       (a->van >= cell->van || (rest && a->tot >= cell->van)) &&
	       a->tot <= cell->tot;
}

static void
number(struct cells *c, struct cell *cell)
{
	size_t first = SIZE_MAX, last = 0;

	for (size_t i = 0; i < cell->count; i++) {
		size_t at = cell->members[i]->unknown->number / NUMBER_BITS;

		first = at < first ? at : first;
		last = at > last ? at : last;
	}
	cell->first = first;
	cell->words = cell->count > 0 ? last - first + 1 : 0;
	cell->numbers =
	    arena_alloc(c->arena, cell->words + 1, sizeof(*cell->numbers));
	for (size_t i = 0; i < cell->count; i++) {
		size_t n = cell->members[i]->unknown->number;

		cell->numbers[n / NUMBER_BITS - first] |= (uint64_t)1
							  << n % NUMBER_BITS;
	}
}

static void
gather(struct cells *c, struct cell *cell)
{
	const struct lot *lot;
	size_t n = 0;

	if (!c->lots[cell->round])
		sort_out(c, cell->round);
	lot = map_get(c->lots[cell->round], cell->region);
	for (size_t i = 0; lot && i < lot->count; i++)
		n += is_part(cell, lot->at[i]);
	cell->members = arena_alloc(c->arena, n + 1, sizeof(*cell->members));
	for (size_t i = 0; lot && i < lot->count; i++)
		if (is_part(cell, lot->at[i]))
			cell->members[cell->count++] = lot->at[i];
	for (size_t i = 0; i < n; i++)
		cell->value += cell->members[i]->unknown->value;
	number(c, cell);
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

/* base: 0 of a sum as it is. Who sees one, or two that differ, knows most. */
static void
add(struct cells *c, const struct cells_row *row, unsigned hardheid,
    struct text key, const char *column, int64_t base)
{
	struct cell same = like(c, row, hardheid);
	struct cell *cell = cell_of(c, &same);

	if (cell->key.n == 0) {
		buffer_clear(&c->buffer);
		buffer_printf(&c->buffer, "%s %s %s",
			      tables_at(c->list, row->table)->path, key.s,
			      column);
		cell->key = arena_text(c->arena, buffer_view(&c->buffer));
	}
	cell->base = cell->shown && cell->base != base ? 0 : base;
	cell->shown = true;
	cell->tables |= (uint64_t)1 << row->table;
}

struct cells *
cells_part(const struct cells *c, struct world *part, struct cell *const *list,
	   size_t n)
{
	struct cells *p = cells_new(part, c->list);

	for (size_t i = 0; i < n; i++) {
		void **slot = map_slot(p->index, key_of(p, list[i]));
		struct cell *cell = *slot =
		    arena_alloc(p->arena, 1, sizeof(*cell));

		*cell = *list[i];
		cell->value = 0;
		cell->count = 0;
		gather(p, cell);
	}
	return p;
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
		buffer_printf(&c->buffer, "%s %s %d-%d", c->plans, gemeente.s,
			      years[0], years[1]);
		cell->key = arena_text(c->arena, buffer_view(&c->buffer));
	}
	cell->merged = true;
	return cell;
}

/* The first year of plans: the first that has any number of them, also one
 * that is withheld; and the last of all. */
static void
find_years(struct cells *c, const struct table *t, const struct cells_row *row)
{
	int first = NEVER, last = NO_YEAR;

	for (size_t i = 0; i < table_rows(t); i++) {
		int year = world_year(table_cell(t, i, JAAR_VAN), NO_YEAR);
		int end = world_year(table_cell(t, i, JAAR_TOT), NO_YEAR);
		bool any = table_cell(t, i, STAND_WIDTH - 1).n > 0;

		for (size_t k = SUM; k < SUM + 3; k++)
			any = any || table_cell(t, i, k).n > 0;
		if (any && year > 0 && year < first && year == end)
			first = year;
		last = end > last ? end : last;
	}
	c->first[row->round][row->table] = first == NEVER ? NO_YEAR : first;
	c->last[row->round][row->table] = last;
}

static int
take_years(struct cells *c, const struct table *t, size_t i,
	   struct cells_row *row)
{
	int years[2];

	row->region = table_cell(t, i, REGIO);
	if (tables_at(c->list, row->table)->form == FORM_TOTAL) {
		cells_years(c, row->round, row->table, years);
		row->van = years[0];
		row->tot = years[1];
		return 0;
	}
	row->van = world_year(table_cell(t, i, JAAR_VAN), NO_YEAR);
	row->tot = world_year(table_cell(t, i, JAAR_TOT), NEVER);
	if (row->van >= 0 && row->tot >= 0)
		return 0;
	return table_fail(t, i, row->van < 0 ? JAAR_VAN : JAAR_TOT,
			  "a year as 2024 expected");
}

/* Of a table without keys the region is one. */
static struct text
key_in(const struct table *t, size_t i)
{
	struct text key = table_cell(t, i, SLEUTEL);

	return key.n > 0 ? key : table_cell(t, i, REGIO);
}

/* What a column is rounded to, as the row says: zacht~50; empty: not. */
static struct text
said_base(const struct table *t, size_t i, const char *name)
{
	struct text rest = table_cell(t, i, STAND_WIDTH - 1), part, column;

	while (text_split(&rest, '|', &part))
		if (text_split(&part, CELLS_ROUNDED, &column) && part.s &&
		    text_is(column, name))
			return part;
	return text_of("");
}

/* The base of a column that is shown, 0 of one that is not rounded. What it is
 * rounded to must be what the register gives. -1 with the message given. */
static int64_t
take_base(struct cells *c, const struct table *t, size_t i, size_t k,
	  const struct cells_row *row)
{
	struct text said = said_base(t, i, sums_stand(k)->name);
	int scale = world_scale(c->world);
	struct num base, shown, same = {0, scale};
	struct cell like_it = like(c, row, sums_stand(k)->sums[0]);
	struct cell *cell;

	if (said.n == 0)
		return 0;
	if (num_parse(said, NUM_PLAIN, &base) != NUM_OK ||
	    !num_is_whole(base) || base.units <= 0)
		return table_fail(t, i, STAND_WIDTH - 1,
				  "a whole number expected after ~");
	cell = cell_of(c, &like_it);
	for (; base.scale < scale; base.scale++)
		base.units *= 10;
	same.units = cell_nearest(cell->value, base.units);
	if (num_parse(table_cell(t, i, SUM + k), NUM_PLAIN, &shown) != NUM_OK ||
	    num_compare(shown, same) != 0)
		return table_fail(t, i, SUM + k,
				  "the register rounded to %s expected",
				  said.s);
	return base.units;
}

static int
take_column(struct cells *c, const struct table *t, size_t i, size_t k,
	    const struct cells_row *row)
{
	int64_t base;

	if (table_cell(t, i, SUM + k).n == 0)
		return 0;
	base = take_base(c, t, i, k, row);
	if (base < 0)
		return -1;
	for (size_t n = 0; sums_stand(k)->sums[n]; n++)
		add(c, row, sums_stand(k)->sums[n], key_in(t, i),
		    sums_stand(k)->name, base);
	return 0;
}

static int
take_stand(struct cells *c, const struct table *t, size_t i,
	   struct cells_row *row)
{
	struct text scenario = table_cell(t, i, SCENARIO);

	if (scenario.n > 0 && !text_is(scenario, "basis"))
		return table_fail(t, i, SCENARIO,
				  "only the stand of all plans as they are, "
				  "basis, can be judged");
	if (take_years(c, t, i, row) != 0)
		return -1;
	for (size_t k = 0; sums_stand(k); k++)
		if (take_column(c, t, i, k, row) != 0)
			return -1;
	return 0;
}

static int
take_figure(struct cells *c, const struct table *t, size_t i,
	    struct cells_row *row)
{
	const struct sums *f = sums_figure(table_cell(t, i, CIJFER));

	if (!f)
		return table_fail(t, i, CIJFER,
				  "\"%s\": how it is a sum of plans is not "
				  "known",
				  table_cell(t, i, CIJFER).s);
	if (take_years(c, t, i, row) != 0)
		return -1;
	for (size_t k = 0; table_cell(t, i, WAARDE).n > 0 && f->sums[k]; k++)
		add(c, row, f->sums[k], row->region, f->name, 0);
	return 0;
}

static int
load(struct cells *c, struct cells_row *row, const char *path)
{
	enum form form = tables_at(c->list, row->table)->form;
	bool figures = form == FORM_FIGURES;
	struct table *t =
	    figures ? table_load_only(path, FIGURE_COLUMNS, FIGURE_WIDTH)
		    : table_load_only(path, STAND_COLUMNS, STAND_WIDTH);
	int rc = 0;

	if (!t)
		return -1;
	if (form == FORM_STAND)
		find_years(c, t, row);
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
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < tables_count(c->list); i++) {
		enum form form = tables_at(c->list, i)->form;
		char *path;

		if (form != FORM_STAND && form != FORM_TOTAL &&
		    form != FORM_FIGURES)
			continue;
		row.table = i;
		path = tables_find(c->list, i, folder);
		rc = path ? load(c, &row, path) : 0;
		free(path);
	}
	return rc;
}
