#include "protect.h"

#include <stdlib.h>

#include "diag.h"
#include "loss.h"
#include "mem.h"
#include "merge.h"
#include "region.h"
#include "show.h"
#include "town.h"

static void
begin(struct judge *j)
{
	const struct round *r = world_round(j->world, NOW);

	for (size_t i = 0; i < r->entry_count; i++) {
		struct entry *e = r->entries[i], *b = NULL;

		for (int k = BEFORE; k < ROUNDS && !b; k++)
			b = e->plan->at[k];
		e->was_hidden = b && !b->shown;
		e->shown = merge_begins(e);
	}
}

/* Whether an entry has a number that no release before tells. */
static void
find_news(struct judge *j)
{
	const struct round *r = world_round(j->world, NOW);
	struct sets *s = sets_new(j->drafts, world_before(j->world), &j->told);

	for (size_t i = 0; i < r->amount_count; i++) {
		const struct amount *a = r->amounts[i];

		if (a->unknown && !sets_known(s, a->unknown))
			a->entry->news = true;
	}
	sets_free(s);
}

/* --- cells that are withheld --- */

static bool
sums(const struct cell *c, const struct unknown *u)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->members[i]->unknown == u)
			return true;
	return false;
}

/* Keeps the cells of this release that are shown, the cheapest first. */
static size_t
keep_shown(const struct cell **list, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (list[i]->round == NOW && list[i]->shown)
			list[kept++] = list[i];
	if (kept > 0)
		qsort(list, kept, sizeof(*list), loss_order);
	return kept;
}

/* The cells that the danger follows from or, where all sums together tell it,
 * that have it; where none is left that has it, all: they tell of others that
 * hid it in the release before. */
static size_t
sources(struct judge *j, const struct danger *d, const struct cell **list)
{
	size_t all = cells_count(j->cells), n = 0;

	if (d->set)
		n = sets_origin(d->sets, d->set, list);
	for (size_t i = 0; !d->set && i < all; i++)
		if (sums(cells_at(j->cells, i), d->unknown))
			list[n++] = cells_at(j->cells, i);
	n = keep_shown(list, n);
	for (size_t i = 0; n == 0 && i < all; i++)
		list[i] = cells_at(j->cells, i);
	return n > 0 ? n : keep_shown(list, all);
}

/* Whether the unknown is hidden without this cell, or without it and public
 * plans of its region; else it is shown again. */
static bool
helps(struct judge *j, const struct danger *d, struct cell *c)
{
	c->shown = false;
	if (d->set && (merge_hides(j, d->unknown) ||
		       (region_level(c->region) == REGION_GEMEENTE &&
			merge_public(j, d, c->region))))
		return true;
	c->shown = true;
	return false;
}

/* Withholds the cheapest cell without which the unknown is hidden; where no
 * one does, the cheapest behind which anything is. */
static bool
withhold(struct judge *j, const struct danger *d)
{
	const struct cell **list =
	    mem_array(cells_count(j->cells) + 1, sizeof(*list));
	size_t n = sources(j, d, list);
	struct cell *first = NULL;
	bool found = false;

	for (size_t i = 0; i < n && !found; i++) {
		struct cell *c = (struct cell *)list[i];

		if (!first && loss_hides(c))
			first = c;
		found = d->set && helps(j, d, c);
	}
	free(list);
	if (!found && first)
		first->shown = false;
	return found || first;
}

/* Of one municipality by itself; what cannot be mended there is left. */
static void
withhold_town(struct towns *towns, struct text gemeente)
{
	struct town t;
	struct danger d;
	bool mended = true;

	town_open(&t, towns, gemeente);
	while (mended && judge_danger(&t.judge, &d)) {
		mended = withhold(&t.judge, &d);
		sets_free(d.sets);
	}
	town_give(&t);
	town_close(&t);
}

/* Where no plans are merged, cells of most municipalities are withheld, and the
 * whole has to bring only what others tell together. */
static void
withhold_towns(struct judge *j)
{
	struct towns *towns = towns_new(j);
	struct text gemeente;

	for (size_t at = 0; towns_next(towns, &at, &gemeente);)
		withhold_town(towns, gemeente);
	towns_free(towns);
}

int
protect(struct judge *j)
{
	struct danger d;

	begin(j);
	judge_before(j);
	find_news(j);
	if (j->limits->remedy == REMEDY_MERGE)
		merge_all(j);
	else
		withhold_towns(j);
	while (judge_danger(j, &d)) {
		bool mended = withhold(j, &d);

		sets_free(d.sets);
		if (!mended)
			return diag_fail("%s %s can be told, whatever is "
					 "withheld: by releases before, which "
					 "nothing can take back",
					 d.unknown->plan->gemeente.s,
					 d.unknown->plan->naam.s);
	}
	show_again(j);
	return 0;
}
