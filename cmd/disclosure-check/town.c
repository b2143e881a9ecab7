#include "town.h"

#include <stdlib.h>

#include "drafts.h"
#include "mem.h"

struct towns {
	struct judge *j;
	struct cell **cells; /* by region, else as they are */
	size_t count;
};

/* A cell and its place among all. */
struct placed {
	struct cell *cell;
	size_t at;
};

static int
by_region(const void *x, const void *y)
{
	const struct placed *a = x, *b = y;
	int c = text_compare(a->cell->region, b->cell->region);

	return c ? c : (a->at > b->at) - (a->at < b->at);
}

struct towns *
towns_new(struct judge *j)
{
	struct towns *t = mem_new(struct towns);
	size_t n = cells_count(j->cells);
	struct placed *list = mem_array(n + 1, sizeof(*list));

	for (size_t i = 0; i < n; i++)
		list[i] = (struct placed){cells_at(j->cells, i), i};
	if (n > 0)
		qsort(list, n, sizeof(*list), by_region);
	t->j = j;
	t->count = n;
	t->cells = mem_array(n + 1, sizeof(struct cell *));
	for (size_t i = 0; i < n; i++)
		t->cells[i] = list[i].cell;
	free(list);
	return t;
}

void
towns_free(struct towns *t)
{
	free(t->cells);
	free(t);
}

bool
towns_next(const struct towns *t, size_t *at, struct text *gemeente)
{
	const struct round *r = world_round(t->j->world, NOW);

	for (; *at < r->entry_count; ++*at) {
		const struct plan *p = r->entries[*at]->plan;
		struct stretch own;

		if (!r->entries[*at]->closed)
			continue;
		*gemeente = p->gemeente;
		own = world_stretch(r, p->gemeente);
		*at = own.entries + own.entry_count;
		return true;
	}
	return false;
}

/* The first cell of a region that does not come before this one. */
static size_t
first_of(const struct towns *t, struct text region)
{
	size_t from = 0, to = t->count;

	while (from < to) {
		size_t half = from + (to - from) / 2;

		if (text_compare(t->cells[half]->region, region) < 0)
			from = half + 1;
		else
			to = half;
	}
	return from;
}

/* What was told of an unknown, under its number here. */
static void
tell_unknown(struct town *t, const struct unknown *from,
	     const struct unknown *to)
{
	const struct told *all = &t->of->told;
	struct told *told = &t->judge.told;

	if (!from)
		return;
	if (all->exactly[from->number / NUMBER_BITS] >>
		from->number % NUMBER_BITS &
	    1)
		told_exactly(told, to->number);
	told->crowded[to->number] = all->crowded[from->number];
	told->unknowns[to->number] = all->unknowns[from->number];
}

static void
tell_plan(struct town *t, const struct plan *from, const struct plan *to)
{
	t->judge.told.plans[to->number] = t->of->told.plans[from->number];
	t->judge.told.mark[to->number] = t->of->told.mark[from->number];
}

static void
tell(struct town *t)
{
	told_new(&t->judge.told, t->judge.world);
	t->judge.told.whole = t->of->told.whole;
	for (int i = 0; i < ROUNDS; i++) {
		const struct round *all = world_round(t->of->world, i);
		const struct round *own = world_round(t->judge.world, i);
		struct stretch s = world_stretch(all, t->gemeente);

		for (size_t k = 0; k < s.amount_count; k++)
			tell_unknown(t, all->amounts[s.amounts + k]->unknown,
				     own->amounts[k]->unknown);
		for (size_t k = 0; k < s.entry_count; k++)
			tell_plan(t, all->entries[s.entries + k]->plan,
				  own->entries[k]->plan);
	}
}

void
town_open(struct town *t, struct towns *all, struct text gemeente)
{
	size_t from = first_of(all, gemeente), n = from;

	while (n < all->count && text_equal(all->cells[n]->region, gemeente))
		n++;
	*t = (struct town){.of = all->j,
			   .gemeente = gemeente,
			   .cells = all->cells + from,
			   .cell_count = n - from};
	t->judge.limits = all->j->limits;
	t->judge.world = world_part(all->j->world, gemeente);
	t->judge.cells = cells_part(all->j->cells, t->judge.world,
				    all->cells + from, n - from);
	t->judge.drafts = drafts_new(t->judge.world, t->judge.cells);
	t->judge.passed = map_new();
	tell(t);
}

void
town_give(const struct town *t)
{
	const struct round *all = world_round(t->of->world, NOW);
	const struct round *own = world_round(t->judge.world, NOW);
	struct stretch s = world_stretch(all, t->gemeente);

	for (size_t i = 0; i < s.entry_count; i++)
		all->entries[s.entries + i]->shown = own->entries[i]->shown;
	for (size_t i = 0; i < t->cell_count; i++)
		t->cells[i]->shown = cells_at(t->judge.cells, i)->shown;
}

void
town_close(struct town *t)
{
	struct world *w = t->judge.world;
	struct cells *c = t->judge.cells;

	judge_free(&t->judge);
	cells_free(c);
	world_free(w);
}
