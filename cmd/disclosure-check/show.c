#include "show.h"

#include <stdlib.h>
#include <string.h>

#include "loss.h"
#include "map.h"
#include "mem.h"
#include "town.h"

/* What is told now: where that alone tells that something more may not be
 * shown, no more need be worked out. */
struct standing {
	struct judge *j;
	struct sets *sets;
};

/* Whether it is safe as it is shown now, which is what stands then. */
static bool
stands(struct standing *s, bool news)
{
	struct sets *now;

	if (!judge_safe(s->j, news, &now))
		return false;
	sets_free(s->sets);
	s->sets = now;
	return true;
}

static void
show_cell(struct standing *s, struct cell *c)
{
	if (!sets_bears_cell(s->sets, c, s->j->limits))
		return;
	c->shown = true;
	c->shown = stands(s, true);
}

static bool
is_one_kind(unsigned hardheid)
{
	return (hardheid & (hardheid - 1)) == 0;
}

/* Shows a cell rounded to the first base that tells nothing; what would be no
 * more than once or twice the base says little, and is withheld. */
static void
round_cell(struct standing *s, struct cell *c)
{
	static const int64_t times[] = {1, 2, 5, 10, 20, 50, 100};
	int64_t base = s->j->limits->base;
	int64_t size = c->value < 0 ? -c->value : c->value;

	for (int i = 0; i < world_scale(s->j->world); i++)
		base *= 10;
	for (size_t i = 0; i < sizeof(times) / sizeof(times[0]) && !c->shown;
	     i++) {
		c->base = times[i] * base;
		if (i == 0 || size / 2 >= c->base)
			show_cell(s, c);
	}
	if (!c->shown)
		c->base = 0;
}

/* All that are withheld, those that say most first; `round`: what several
 * kinds of hardheid are together follows from these, and is not rounded too. */
static void
show_cells(struct standing *s, bool round)
{
	size_t n = 0, all = cells_count(s->j->cells);
	struct cell **list = mem_array(all + 1, sizeof(*list));

	for (size_t i = 0; i < all; i++)
		if (!cells_at(s->j->cells, i)->shown)
			list[n++] = cells_at(s->j->cells, i);
	if (n > 0)
		qsort(list, n, sizeof(*list), loss_order);
	while (n-- > 0)
		if (!round)
			show_cell(s, list[n]);
		else if (list[n]->tables && is_one_kind(list[n]->hardheid))
			round_cell(s, list[n]);
	free(list);
}

/* Keeps those of n that tell too much by no sum. */
static size_t
keep_borne(const struct standing *s, struct entry **list, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (sets_bears_entry(s->sets, list[i], s->j->limits))
			list[kept++] = list[i];
	return kept;
}

/* Shows all n, where that tells nothing. */
static bool
show_all(struct standing *s, struct entry **list, size_t n)
{
	bool news = false;

	for (size_t i = 0; i < n; i++) {
		list[i]->shown = true;
		news = news || list[i]->news;
	}
	if (stands(s, news))
		return true;
	for (size_t i = 0; i < n; i++)
		list[i]->shown = false;
	return false;
}

/* Shows as many as can be, the first first: where all together tell too much
 * half of them, and of the others what then still can. */
static void
show_entries(struct standing *s, struct entry **list, size_t n)
{
	n = keep_borne(s, list, n);
	if (n == 0 || show_all(s, list, n) || n == 1)
		return;
	show_entries(s, list, n / 2);
	show_entries(s, list + n / 2, n - n / 2);
}

/* The public plans that are hidden; the caller frees. */
static struct entry **
hidden_plans(const struct judge *j, size_t *n)
{
	const struct round *r = world_round(j->world, NOW);
	struct entry **list = mem_array(r->entry_count + 1, sizeof(*list));

	*n = 0;
	for (size_t i = 0; i < r->entry_count; i++)
		if (!r->entries[i]->closed && !r->entries[i]->shown)
			list[(*n)++] = r->entries[i];
	return list;
}

/* Of one municipality, as far as its own cells tell. */
static void
show_town(struct towns *towns, struct text gemeente)
{
	struct town t;
	struct standing s = {.j = &t.judge};
	struct entry **list;
	size_t n;

	town_open(&t, towns, gemeente);
	s.sets = sets_new(t.judge.drafts, 1u << NOW, NULL);
	list = hidden_plans(&t.judge, &n);
	show_entries(&s, list, n);
	town_give(&t);
	sets_free(s.sets);
	town_close(&t);
	free(list);
}

/* Those of n that are shown come first, in their order, and the others behind
 * them, in theirs. How many are shown. */
static size_t
shown_first(struct entry **list, size_t n)
{
	struct entry **others = mem_array(n + 1, sizeof(*others));
	size_t first = 0, rest = 0;

	for (size_t i = 0; i < n; i++)
		if (list[i]->shown)
			list[first++] = list[i];
		else
			others[rest++] = list[i];
	if (rest > 0)
		memcpy(list + first, others, rest * sizeof(*others));
	free(others);
	return first;
}

/* Of municipalities with a plan among the first n that is not shown the plans
 * of all `all` that are not. */
static void
show_rest(struct standing *s, struct entry **list, size_t n, size_t all)
{
	struct map *towns = map_new();
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (!list[i]->shown)
			*map_slot(towns, list[i]->plan->gemeente) = towns;
	for (size_t i = 0; i < all; i++)
		if (!list[i]->shown && map_get(towns, list[i]->plan->gemeente))
			list[kept++] = list[i];
	map_free(towns);
	show_entries(s, list, kept);
}

/* Municipality by municipality; where all of that together tells too much, as
 * many as can be, and in their place others. */
static void
show_plans(struct standing *s)
{
	size_t all, n;
	struct entry **list = hidden_plans(s->j, &all);
	struct towns *towns = towns_new(s->j);
	struct text gemeente = {NULL, 0};

	for (size_t i = 0; i < all; i++) {
		if (!text_equal(list[i]->plan->gemeente, gemeente))
			show_town(towns, list[i]->plan->gemeente);
		gemeente = list[i]->plan->gemeente;
	}
	towns_free(towns);
	n = shown_first(list, all);
	for (size_t i = 0; i < n; i++)
		list[i]->shown = false;
	if (n > 0 && !show_all(s, list, n)) {
		show_entries(s, list, n);
		show_rest(s, list, n, all);
	}
	free(list);
}

/* --- what plans have together, for the public plan table --- */

/* Shows a sum of what is hidden, where that tells nothing. */
static void
offer(struct standing *s, const struct entry *e, int van, int tot)
{
	struct cell *c = cells_together(s->j->cells, NOW, e->plan->gemeente,
					e->hardheid, (int[]){van, tot});

	if (c->shown)
		return;
	if (loss_hides(c))
		show_cell(s, c);
	else
		c->shown = true;
}

/* Each year; years that are withheld next to each other also together; all
 * after them together. */
static void
offer_years(struct standing *s, const struct entry *e, int first, int last)
{
	int from = NO_YEAR;

	for (int y = first; y <= last + 1; y++) {
		struct cell *c =
		    y > last
			? NULL
			: cells_together(s->j->cells, NOW, e->plan->gemeente,
					 e->hardheid, (int[]){y, y});

		if (c && (!c->shown || c->base)) {
			from = from == NO_YEAR ? y : from;
			continue;
		}
		if (from != NO_YEAR)
			offer(s, e, from, y - 1);
		from = NO_YEAR;
	}
	offer(s, e, last + 1, NEVER);
}

/* The first and the last year that the stand has by itself. */
static void
years_of(const struct cells *c, int *first, int *last)
{
	*first = NEVER;
	*last = NO_YEAR;
	for (size_t i = 0; i < cells_count(c); i++) {
		const struct cell *cell = cells_at(c, i);

		if (cell->round != NOW || cell->total)
			continue;
		*first = cell->van < *first ? cell->van : *first;
		*last = cell->tot > *last ? cell->tot : *last;
	}
}

static void
offer_all(struct standing *s)
{
	struct judge *j = s->j;
	const struct round *r = world_round(j->world, NOW);
	struct text gemeente = {NULL, 0};
	unsigned offered = 0; /* kinds, of this municipality */
	int first, last;

	years_of(j->cells, &first, &last);
	for (size_t i = 0; i < r->entry_count && first <= last; i++) {
		const struct entry *e = r->entries[i];

		if (!text_equal(e->plan->gemeente, gemeente))
			offered = 0;
		gemeente = e->plan->gemeente;
		/* Once for the hidden plans of a municipality and kind. */
		if (e->shown || e->hardheid == TELT_NIET ||
		    (offered & e->hardheid))
			continue;
		offered |= e->hardheid;
		offer_years(s, e, first, last);
	}
}

void
show_again(struct judge *j)
{
	struct standing s = {.j = j};

	s.sets = sets_new(j->drafts, 1u << NOW, NULL);
	show_cells(&s, false);
	show_plans(&s);
	if (j->limits->remedy == REMEDY_ROUND)
		show_cells(&s, true);
	offer_all(&s);
	sets_free(s.sets);
}
