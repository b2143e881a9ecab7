#include "merge.h"

#include <stdlib.h>

#include "mem.h"
#include "town.h"

bool
merge_begins(const struct entry *e)
{
	return !e->closed && !e->was_hidden;
}

static bool
hides(struct judge *j, const struct sets *s, const struct unknown *u)
{
	for (size_t i = 0; i < sets_count(s); i++) {
		struct crowd c;

		if (!set_has(sets_at(s, i), u->number, 1))
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

bool
merge_hides(struct judge *j, const struct unknown *u)
{
	return is_hidden_now(j, u) && is_hidden_with_before(j, u);
}

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

/* A plan that the releases before show changes nothing of what they tell
 * together with this one. */
bool
merge_public(struct judge *j, const struct danger *d, struct text gemeente)
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

/* All that can be hidden among the public plans of its municipality, one by
 * one. */
static void
merge_crowds(struct judge *j)
{
	bool *tried = mem_array(world_unknowns(j->world) + 1, sizeof(*tried));
	struct danger d;

	while (judge_crowd(j, &d, tried)) {
		tried[d.unknown->number] = true;
		merge_public(j, &d, d.unknown->plan->gemeente);
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
	merge_crowds(&t.judge);
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

			e->shown = merge_begins(e);
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
	struct towns *towns = towns_new(j);
	bool *found = mem_array(world_unknowns(j->world) + 1, sizeof(*found));
	struct text gemeente;

	for (size_t at = 0; towns_next(towns, &at, &gemeente);)
		merge_town(towns, gemeente);
	do
		judge_crowded(j, found);
	while (take_back(j, found));
	free(found);
	towns_free(towns);
}

void
merge_all(struct judge *j)
{
	merge_towns(j);
	merge_crowds(j);
}
