#include "protect.h"

#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "map.h"
#include "mem.h"
#include "region.h"
#include "town.h"

/* What is lost with a cell: more of a total than of a year, more of a deal
 * than of a municipality; of what sums several kinds of hardheid nothing that
 * the kinds do not say. */
static int
cost(const struct cell *c)
{
	int level = 2;

	if (region_level(c->region) == REGION_PROVINCIE)
		level = 200;
	else if (region_level(c->region) == REGION_WOONDEAL)
		level = 20;
	if (c->hardheid & (c->hardheid - 1))
		level /= 2;
	return c->total ? 4 * level : level;
}

static bool
is_in(const struct set *set, const struct unknown *u)
{
	for (size_t i = 0; i < set->count; i++)
		if (set->unknowns[i] == u->number)
			return true;
	return false;
}

static bool
hides(struct judge *j, const struct sets *s, const struct unknown *u)
{
	for (size_t i = 0; i < sets_count(s); i++) {
		struct crowd c;

		if (!is_in(sets_at(s, i), u))
			continue;
		c = sets_crowd(s, sets_at(s, i), j->limits);
		if (!crowd_hides(&c, j->limits))
			return false;
	}
	return true;
}

/* Whether every sum with the unknown hides it, of these rounds. */
static bool
is_hidden_in(struct judge *j, const struct unknown *u, unsigned rounds,
	     const struct told *told)
{
	struct sets *s = sets_new(j->drafts, rounds, told);
	bool good = hides(j, s, u);

	sets_free(s);
	return good;
}

static bool
is_hidden_now(struct judge *j, const struct unknown *u)
{
	return is_hidden_in(j, u, 1u << NOW, NULL);
}

/* Of this release and those before it together. */
static bool
is_hidden_with_before(struct judge *j, const struct unknown *u)
{
	return !world_has(j->world, BEFORE) ||
	       is_hidden_in(j, u, 1u << NOW | world_before(j->world), &j->told);
}

static bool
is_hidden(struct judge *j, const struct unknown *u)
{
	return is_hidden_now(j, u) && is_hidden_with_before(j, u);
}

/* --- public plans that join --- */

/* Whether a public plan would stand behind the danger's sum. */
static bool
would_join(const struct amount *a, const struct danger *d)
{
	return a->entry->shown && a->unknown && !a->entry->closed &&
	       (a->entry->hardheid & d->set->base->hardheid) &&
	       a->van == d->unknown->van && a->tot == d->unknown->tot;
}

/* Of two the one to take first: hidden in the release before too; of no area
 * and without wood, of which there are numbers; smaller; by name. */
static int
by_loss(const void *x, const void *y)
{
	const struct amount *a = *(struct amount *const *)x,
			    *b = *(struct amount *const *)y;
	const struct entry *p = a->entry, *q = b->entry;
	int more = (p->gebied.n > 0 || p->wood) - (q->gebied.n > 0 || q->wood);

	if (p->was_hidden != q->was_hidden)
		return p->was_hidden ? -1 : 1;
	if (more)
		return more;
	if (p->size != q->size)
		return p->size < q->size ? -1 : 1;
	return (int)(p->plan->number > q->plan->number) -
	       (int)(p->plan->number < q->plan->number);
}

static size_t
candidates(struct judge *j, const struct danger *d, struct text gemeente,
	   struct amount **list)
{
	const struct round *r = world_round(j->world, NOW);
	struct stretch s = world_stretch(r, gemeente);
	size_t n = 0;

	for (size_t i = s.amounts; i < s.amounts + s.amount_count; i++)
		if (would_join(r->amounts[i], d))
			list[n++] = r->amounts[i];
	if (n > 1)
		qsort(list, n, sizeof(*list), by_loss);
	return n;
}

/* Plans of which the first `hidden` are hidden, and more may be. */
struct joining {
	struct judge *j;
	const struct unknown *unknown;
	struct amount **list;
	size_t hidden;
};

static void
hide_first(struct joining *m, size_t n)
{
	size_t from = m->hidden < n ? m->hidden : n;
	size_t to = m->hidden < n ? n : m->hidden;

	for (size_t i = from; i < to; i++)
		m->list[i]->entry->shown = m->hidden > n;
	m->hidden = n;
}

/* How many of the first n must be hidden, and at least so many, before `hidden`
 * says that the unknown is; NONE when not even all are enough. The more are
 * hidden the less is told: so it is looked for by doubling, and then by
 * halving. */
static size_t
fewest(struct joining *m,
       bool (*hidden)(struct judge *, const struct unknown *), size_t least,
       size_t n)
{
	size_t few = least, many = n;

	hide_first(m, least);
	if (hidden(m->j, m->unknown))
		return least;
	hide_first(m, n);
	if (least == n || !hidden(m->j, m->unknown))
		return NONE;
	for (size_t by = 1; few + by < many; by *= 2) {
		hide_first(m, few + by);
		if (hidden(m->j, m->unknown))
			many = few + by;
		else
			few += by;
	}
	while (many - few > 1) {
		size_t half = few + (many - few) / 2;

		hide_first(m, half);
		if (hidden(m->j, m->unknown))
			many = half;
		else
			few = half;
	}
	return many;
}

static bool
any_news(const struct joining *m, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (m->list[i]->entry->news)
			return true;
	return false;
}

/* Hides public plans of a municipality, the smallest first, until the unknown
 * is hidden; none when all together do not hide it. A plan that the releases
 * before show changes nothing of what they tell together with this one. */
static bool
merge(struct judge *j, const struct danger *d, struct text gemeente)
{
	struct stretch s = world_stretch(world_round(j->world, NOW), gemeente);
	struct joining m = {.j = j, .unknown = d->unknown};
	size_t n, need = NONE;

	if (j->limits->remedy != REMEDY_MERGE || !d->set)
		return false;
	m.list = mem_array(s.amount_count + 1, sizeof(*m.list));
	n = candidates(j, d, gemeente, m.list);
	if (n > 0)
		need = fewest(&m, is_hidden_with_before, 0,
			      any_news(&m, n) ? n : 0);
	if (need != NONE)
		need = fewest(&m, is_hidden_now, need > 0 ? need : 1, n);
	hide_first(&m, need != NONE ? need : 0);
	free(m.list);
	return need != NONE;
}

/* --- cells that are withheld --- */

static int
by_cost(const void *x, const void *y)
{
	const struct cell *a = *(struct cell *const *)x,
			  *b = *(struct cell *const *)y;
	int c = cost(a) - cost(b);

	return c ? c : text_compare(a->key, b->key);
}

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
		qsort(list, kept, sizeof(*list), by_cost);
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

static bool
has_hidden(const struct cell *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (!c->members[i]->entry->shown)
			return true;
	return false;
}

/* Whether the unknown is hidden without this cell, or without it and public
 * plans of its region; else it is shown again. */
static bool
helps(struct judge *j, const struct danger *d, struct cell *c)
{
	c->shown = false;
	if (d->set && (is_hidden(j, d->unknown) ||
		       (region_level(c->region) == REGION_GEMEENTE &&
			merge(j, d, c->region))))
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

		if (!first && has_hidden(c))
			first = c;
		found = d->set && helps(j, d, c);
	}
	free(list);
	if (!found && first)
		first->shown = false;
	return found || first;
}

/* --- what need not be hidden --- */

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
		qsort(list, n, sizeof(*list), by_cost);
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
	if (has_hidden(c))
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

/* Before anything is merged. What was hidden stays so, or it tells of what it
 * hid. */
static bool
is_shown_first(const struct entry *e)
{
	return !e->closed && !e->was_hidden;
}

static void
begin(struct judge *j)
{
	const struct round *r = world_round(j->world, NOW);

	for (size_t i = 0; i < r->entry_count; i++) {
		struct entry *e = r->entries[i], *b = NULL;

		for (int k = BEFORE; k < ROUNDS && !b; k++)
			b = e->plan->at[k];
		e->was_hidden = b && !b->shown;
		e->shown = is_shown_first(e);
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

/* All that can be hidden among the public plans of its municipality, before
 * any total is withheld. */
static void
merge_all(struct judge *j)
{
	bool *tried = mem_array(world_unknowns(j->world) + 1, sizeof(*tried));
	struct danger d;

	while (judge_crowd(j, &d, tried)) {
		tried[d.unknown->number] = true;
		merge(j, &d, d.unknown->plan->gemeente);
		sets_free(d.sets);
	}
	free(tried);
}

/* The same of a municipality by itself. */
static void
merge_town(struct towns *towns, struct text gemeente)
{
	struct town t;

	town_open(&t, towns, gemeente);
	merge_all(&t.judge);
	town_give(&t);
	town_close(&t);
}

/* Takes back what was merged in municipalities with a number that was found
 * not to be hidden so. Whether there was any. */
static bool
take_back(struct judge *j, const bool *found)
{
	const struct round *r = world_round(j->world, NOW);
	struct text gemeente = {NULL, 0};
	bool any = false;

	for (size_t i = 0; i < r->amount_count; i++) {
		const struct amount *a = r->amounts[i];
		struct stretch s;

		if (!a->unknown || !found[a->unknown->number] ||
		    text_equal(a->entry->plan->gemeente, gemeente))
			continue;
		gemeente = a->entry->plan->gemeente;
		s = world_stretch(r, gemeente);
		for (size_t k = s.entries; k < s.entries + s.entry_count; k++) {
			struct entry *e = r->entries[k];
			bool before = e->shown;

			e->shown = is_shown_first(e);
			any = any || e->shown != before;
		}
	}
	return any;
}

/* Each municipality by itself, as long as that hides what it should from who
 * looks at all. */
static void
merge_towns(struct judge *j)
{
	const struct round *r = world_round(j->world, NOW);
	struct towns *towns = towns_new(j);
	bool *found = mem_array(world_unknowns(j->world) + 1, sizeof(*found));
	struct text gemeente = {NULL, 0};

	for (size_t i = 0; i < r->entry_count; i++) {
		const struct entry *e = r->entries[i];

		if (!e->closed || text_equal(e->plan->gemeente, gemeente))
			continue;
		gemeente = e->plan->gemeente;
		merge_town(towns, gemeente);
	}
	do
		judge_crowded(j, found);
	while (take_back(j, found));
	free(found);
	towns_free(towns);
}

int
protect(struct judge *j)
{
	struct standing standing = {.j = j};
	struct danger d;

	begin(j);
	judge_before(j);
	find_news(j);
	if (j->limits->remedy == REMEDY_MERGE) {
		merge_towns(j);
		merge_all(j);
	}
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
	standing.sets = sets_new(j->drafts, 1u << NOW, NULL);
	show_cells(&standing, false);
	show_plans(&standing);
	if (j->limits->remedy == REMEDY_ROUND)
		show_cells(&standing, true);
	offer_all(&standing);
	sets_free(standing.sets);
	return 0;
}
