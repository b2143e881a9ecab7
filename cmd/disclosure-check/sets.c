#include "sets.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "mem.h"

/* What a plan has in a set. */
struct share {
	const struct unknown *first;
	int64_t size; /* without sign */
	bool secret;  /* any of it is */
};

struct sets {
	struct world *world;
	const struct told *told;
	struct arena *arena;
	uint64_t *known; /* by unknown, as a cell has its numbers */
	/* All, in the order in which they were left; what is left of one may
	 * be reduced again, when another is found later. Those that nothing is
	 * left of but what they say are the last. */
	struct set *at;
	size_t made, cap;
	size_t *last; /* their places */
	size_t count, last_cap;
	/* By unknown the last set that has it first, and by set the one before
	 * it that has the same; counted from 1. */
	size_t *by_first, *before;
	size_t before_cap;
	size_t *drafted; /* as many as there are unknowns */
	bool *marked;	 /* by unknown: left of the draft in hand */
	size_t *inside;	 /* sets that may lie within it */
	size_t inside_cap;
	uint64_t *found; /* of many of these, to sort them */
	size_t found_cap;
	/* Of who asks what is behind a set: by plan its place among these. */
	size_t *place;
	struct share *shares;
};

/* Whether a set lies within what is marked; its last tells at once that most
 * do not. */
static bool
within(const struct sets *s, const struct set *set)
{
	if (!s->marked[set->unknowns[set->count - 1]])
		return false;
	for (size_t i = 0; i < set->count; i++)
		if (!s->marked[set->unknowns[i]])
			return false;
	return true;
}

static void
know(struct sets *s, size_t number)
{
	s->known[number / NUMBER_BITS] |= (uint64_t)1 << number % NUMBER_BITS;
}

static void
learn(struct sets *s, int round)
{
	const struct round *r = world_round(s->world, round);

	for (size_t i = 0; i < r->amount_count; i++)
		if (r->amounts[i]->unknown && r->amounts[i]->entry->shown)
			know(s, r->amounts[i]->unknown->number);
}

#define AHEAD 16
#define MANY 32

/* Of this release, whose unknowns are in a row for each entry: those that are
 * in one word at once. */
static void
learn_now(struct sets *s)
{
	const struct round *r = world_round(s->world, NOW);

	for (size_t i = 0; i < r->entry_count; i++) {
		const struct entry *e = r->entries[i];
		size_t at = e->first, left = e->shown ? e->count : 0;

		/* They stand anywhere, and nothing else is done with them. */
		if (i + AHEAD < r->entry_count)
			__builtin_prefetch(r->entries[i + AHEAD]);
		while (left > 0) {
			size_t bit = at % NUMBER_BITS;
			size_t n =
			    left < NUMBER_BITS - bit ? left : NUMBER_BITS - bit;
			uint64_t ones = n < NUMBER_BITS ? (UINT64_C(1) << n) - 1
							: UINT64_MAX;

			s->known[at / NUMBER_BITS] |= ones << bit;
			at += n;
			left -= n;
		}
	}
}

static int
by_number(const void *x, const void *y)
{
	const size_t *a = x, *b = y;

	return *a < *b ? -1 : *a > *b;
}

/* Of a cell that is not shown. */
static void
draft(const struct sets *s, const struct cell *c, struct draft *d)
{
	const uint64_t *known = s->known + c->first;
	size_t *list, n = 0;

	for (size_t i = 0; i < c->words; i++)
		for (uint64_t left = c->numbers[i] & ~known[i]; left;
		     left &= left - 1)
			s->drafted[n++] = (c->first + i) * NUMBER_BITS +
					  (size_t)__builtin_ctzll(left);
	*d = (struct draft){.cell = c, .size = n};
	if (n == 0)
		return;
	list = arena_alloc(s->arena, n, sizeof(*list));
	d->unknowns = memcpy(list, s->drafted, n * sizeof(*list));
}

static int
last_first(const void *x, const void *y)
{
	return by_number(y, x);
}

/* The last first. Of many, as a total has, by a bit for each set there is. */
static void
sort_inside(struct sets *s, size_t n)
{
	size_t words = s->made / NUMBER_BITS + 1, to = 0;

	if (n < MANY) {
		if (n > 1)
			qsort(s->inside, n, sizeof(*s->inside), last_first);
		return;
	}
	s->found = mem_grow(s->found, &s->found_cap, words, sizeof(*s->found));
	memset(s->found, 0, words * sizeof(*s->found));
	for (size_t i = 0; i < n; i++)
		s->found[s->inside[i] / NUMBER_BITS] |=
		    UINT64_C(1) << s->inside[i] % NUMBER_BITS;
	for (size_t w = words; w-- > 0;)
		for (uint64_t left = s->found[w]; left;) {
			size_t bit =
			    NUMBER_BITS - 1 - (size_t)__builtin_clzll(left);

			s->inside[to++] = w * NUMBER_BITS + bit;
			left ^= UINT64_C(1) << bit;
		}
}

/* The sets that may lie within the draft that is marked, the last first. */
static size_t
candidates(struct sets *s, const struct draft *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->size; i++) {
		for (size_t k = s->by_first[d->unknowns[i]]; k > 0;
		     k = s->before[k - 1]) {
			const struct set *set = &s->at[k - 1];

			if (set->count > d->size || !within(s, set))
				continue;
			s->inside = mem_grow(s->inside, &s->inside_cap, n + 1,
					     sizeof(*s->inside));
			s->inside[n++] = k - 1;
		}
	}
	sort_inside(s, n);
	return n;
}

/* Takes off the sets that lie within, the last found, which are the largest,
 * first. How many unknowns are left. */
static size_t
take_off(struct sets *s, const struct draft *d, struct set *set, size_t n)
{
	size_t left = d->size;

	set->off =
	    arena_alloc(s->arena, d->off_count + n + 1, sizeof(*set->off));
	for (size_t i = 0; i < d->off_count; i++)
		set->off[set->off_count++] = d->off[i];
	for (size_t i = 0; i < n && left > 0; i++) {
		const struct set *off = &s->at[s->inside[i]];

		if (off->count > left || !within(s, off))
			continue;
		for (size_t k = 0; k < off->count; k++)
			s->marked[off->unknowns[k]] = false;
		left -= off->count;
		set->off[set->off_count++] = s->inside[i];
	}
	return left;
}

/* Whether the same sum was rounded in the same way, as in a release before. */
static bool
is_filed(const struct sets *s, const struct set *set)
{
	for (size_t i = 0; set->rounded && i < s->count; i++) {
		const struct set *other = &s->at[s->last[i]];

		if (other->rounded && other->count == set->count &&
		    other->less == set->less && other->more == set->more &&
		    memcmp(other->unknowns, set->unknowns,
			   set->count * sizeof(*set->unknowns)) == 0)
			return true;
	}
	return false;
}

/* One that is rounded is taken off nothing. */
static void
file(struct sets *s, const struct set *set)
{
	size_t *first = &s->by_first[set->unknowns[0]];

	s->at = mem_grow(s->at, &s->cap, s->made + 1, sizeof(*s->at));
	s->last =
	    mem_grow(s->last, &s->last_cap, s->count + 1, sizeof(*s->last));
	s->before = mem_grow(s->before, &s->before_cap, s->made + 1,
			     sizeof(*s->before));
	if (!set->rounded) {
		s->before[s->made] = *first;
		*first = s->made + 1;
	}
	s->last[s->count++] = s->made;
	s->at[s->made++] = *set;
}

/* Fills set with what is left of a draft. */
static void
reduce(struct sets *s, const struct draft *d, struct set *set)
{
	size_t left;

	*set = (struct set){.base = d->cell};
	set->rounded = cell_room(d->cell, &set->less, &set->more);
	for (size_t i = 0; i < d->size; i++)
		s->marked[d->unknowns[i]] = true;
	left = take_off(s, d, set, candidates(s, d));
	if (left > 0)
		set->unknowns =
		    arena_alloc(s->arena, left, sizeof(*set->unknowns));
	for (size_t i = 0; i < d->size && left > 0; i++)
		if (s->marked[d->unknowns[i]])
			set->unknowns[set->count++] = d->unknowns[i];
	for (size_t i = 0; i < set->count; i++)
		s->marked[set->unknowns[i]] = false;
}

static void
make_room(struct sets *s, size_t all)
{
	s->known = mem_array(all / NUMBER_BITS + 1, sizeof(*s->known));
	s->drafted = mem_array(all + 1, sizeof(*s->drafted));
	s->marked = mem_array(all + 1, sizeof(*s->marked));
	s->by_first = mem_array(all + 1, sizeof(*s->by_first));
	s->place = mem_array(world_plans(s->world) + 1, sizeof(*s->place));
	s->shares = mem_array(world_plans(s->world) + 1, sizeof(*s->shares));
}

/* All drafts, which are in order. Whether anything was taken off. */
static bool
reduce_all(struct sets *s, struct draft *d, size_t n)
{
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		struct set set;

		reduce(s, &d[i], &set);
		any = any || set.off_count > d[i].off_count;
		if (set.count > 0 && !is_filed(s, &set))
			file(s, &set);
	}
	return any;
}

/* What was left is reduced by what was found after it: a large sum may leave
 * less than a small one. Until nothing more is taken off. */
static void
reduce_again(struct sets *s, struct draft *d)
{
	size_t n;

	do {
		n = s->count;
		for (size_t i = 0; i < n; i++) {
			const struct set *set = &s->at[s->last[i]];

			s->by_first[set->unknowns[0]] = 0;
			d[i] =
			    (struct draft){set->base, set->unknowns, set->count,
					   set->off, set->off_count};
		}
		s->count = 0;
		drafts_sort(d, n);
	} while (reduce_all(s, d, n));
}

struct sets *
sets_new(struct drafts *from, unsigned rounds, const struct told *told)
{
	struct sets *s = mem_new(struct sets);
	struct draft *d = mem_array(drafts_most(from) + 1, sizeof(*d));
	size_t n, all = world_unknowns(drafts_world(from));

	s->world = drafts_world(from);
	s->told = told;
	s->arena = arena_new();
	make_room(s, all);
	if (rounds & 1u << NOW)
		learn_now(s);
	for (int i = BEFORE; i < ROUNDS && !(told && told->whole); i++)
		if (rounds & 1u << i)
			learn(s, i);
	for (size_t i = 0; told && i < all / NUMBER_BITS + 1; i++)
		s->known[i] |= told->exactly[i];
	n = drafts_list(from, rounds, s->known, d);
	if (reduce_all(s, d, n))
		reduce_again(s, d);
	free(d);
	return s;
}

void
sets_free(struct sets *s)
{
	if (!s)
		return;
	arena_free(s->arena);
	free(s->at);
	free(s->last);
	free(s->by_first);
	free(s->before);
	free(s->drafted);
	free(s->marked);
	free(s->inside);
	free(s->found);
	free(s->known);
	free(s->place);
	free(s->shares);
	free(s);
}

size_t
sets_count(const struct sets *s)
{
	return s->count;
}

const struct set *
sets_at(const struct sets *s, size_t i)
{
	return &s->at[s->last[i]];
}

bool
set_has(const struct set *set, size_t first, size_t count)
{
	size_t from = 0, to = set->count;

	if (count == 0 || to == 0 || set->unknowns[0] >= first + count ||
	    set->unknowns[to - 1] < first)
		return false;
	while (from < to) {
		size_t half = from + (to - from) / 2;

		if (set->unknowns[half] < first)
			from = half + 1;
		else
			to = half;
	}
	return set->unknowns[from] < first + count;
}

const struct set *
sets_taken(const struct sets *s, const struct set *set, size_t i)
{
	return &s->at[set->off[i]];
}

bool
sets_known(const struct sets *s, const struct unknown *u)
{
	return s->known[u->number / NUMBER_BITS] >> u->number % NUMBER_BITS & 1;
}

static int64_t
magnitude(int64_t v)
{
	return v < 0 ? -v : v;
}

static bool
is_secret(const struct sets *s, const struct unknown *u)
{
	return u->closed && !(s->told && s->told->crowded[u->number]);
}

/* By plan: what it has in a set, without sign, and whether any of it is
 * secret; in the order of the unknowns. */
static size_t
find_shares(const struct sets *s, const struct set *set)
{
	size_t n = 0;

	for (size_t i = 0; i < set->count; i++) {
		const struct unknown *u =
		    world_unknown(s->world, set->unknowns[i]);
		size_t k = s->place[u->plan->number];

		if (k >= n || s->shares[k].first->plan != u->plan) {
			k = s->place[u->plan->number] = n++;
			s->shares[k] = (struct share){.first = u};
		}
		s->shares[k].size += magnitude(u->value);
		s->shares[k].secret = s->shares[k].secret || is_secret(s, u);
	}
	return n;
}

/* Of all shares: their sum, the largest, and the largest of the others. */
struct top {
	int64_t sum, most, next;
	size_t largest;
};

static struct top
find_top(const struct sets *s, size_t n)
{
	struct top t = {.largest = NONE};

	for (size_t i = 0; i < n; i++) {
		int64_t size = s->shares[i].size;

		t.sum += size;
		if (t.largest == NONE || size > t.most) {
			t.next = t.most;
			t.most = size;
			t.largest = i;
		} else if (size > t.next) {
			t.next = size;
		}
	}
	return t;
}

/* Who made the largest of the others takes his own off, and what is left must
 * be far enough: the p% rule. */
static bool
is_near(const struct sets *s, const struct top *t, size_t one,
	const struct geheim *l)
{
	int64_t own = s->shares[one].size;
	int64_t most = one == t->largest ? t->next : t->most;

	return t->sum - own - most < geheim_step(l, own);
}

/* Whether the rounding alone hides a share, from all others behind the sum
 * together. */
static bool
is_blurred(const struct set *set, const struct share *one,
	   const struct geheim *l)
{
	int64_t step = geheim_step(l, one->size);

	return set->rounded && set->less >= step && set->more >= step;
}

struct crowd
sets_crowd(const struct sets *s, const struct set *set, const struct geheim *l)
{
	struct crowd c = {.plans = find_shares(s, set)};
	struct top top = find_top(s, c.plans);

	for (size_t i = 0; i < c.plans; i++) {
		struct share *one = &s->shares[i];
		bool near;

		one->secret = one->secret && !is_blurred(set, one, l);
		near = one->secret && is_near(s, &top, i, l);

		if (one->secret && (!c.worst || (near && !c.too_near)))
			c.worst = one->first;
		c.closed = c.closed || one->secret;
		c.too_near = c.too_near || near;
	}
	return c;
}

void
sets_mark(const struct sets *s, const struct set *set, const struct geheim *l,
	  struct told *told)
{
	size_t n = find_shares(s, set);
	struct top top = find_top(s, n);

	for (size_t i = 0; i < set->count; i++) {
		const struct unknown *u =
		    world_unknown(s->world, set->unknowns[i]);
		size_t k = s->place[u->plan->number];

		if (s->shares[k].secret && !is_blurred(set, &s->shares[k], l) &&
		    (n < (size_t)l->least || is_near(s, &top, k, l)))
			told->crowded[u->number] = true;
	}
	if (set->count == 1 && !set->rounded)
		told_exactly(told, set->unknowns[0]);
}

bool
crowd_hides(const struct crowd *c, const struct geheim *l)
{
	return !c->closed || (c->plans >= (size_t)l->least && !c->too_near);
}

bool
sets_bears_cell(struct sets *s, const struct cell *c, const struct geheim *l)
{
	struct draft d;
	struct set set;
	struct crowd crowd;

	draft(s, c, &d);
	if (d.size == 0)
		return true;
	reduce(s, &d, &set);
	crowd = sets_crowd(s, &set, l);
	return crowd_hides(&crowd, l);
}

/* A set without the unknowns of an entry. */
static bool
bears_without(struct sets *s, const struct set *set, const struct entry *e,
	      const struct geheim *l)
{
	struct set rest = *set;
	struct crowd crowd;

	rest.unknowns =
	    arena_alloc(s->arena, set->count, sizeof(*rest.unknowns));
	rest.count = 0;
	for (size_t i = 0; i < set->count; i++)
		if (world_unknown(s->world, set->unknowns[i])->plan != e->plan)
			rest.unknowns[rest.count++] = set->unknowns[i];
	if (rest.count == set->count)
		return true;
	crowd = sets_crowd(s, &rest, l);
	return crowd_hides(&crowd, l);
}

bool
sets_bears_entry(struct sets *s, const struct entry *e, const struct geheim *l)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct set *set = sets_at(s, i);

		if (set_has(set, e->first, e->count) &&
		    !bears_without(s, set, e, l))
			return false;
	}
	return true;
}

static size_t
note(const struct cell *cell, const struct cell **list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == cell)
			return n;
	list[n] = cell;
	return n + 1;
}

static size_t
descend(const struct sets *s, const struct set *set, const struct cell **list,
	size_t n)
{
	n = note(set->base, list, n);
	for (size_t i = 0; i < set->off_count; i++)
		n = descend(s, &s->at[set->off[i]], list, n);
	return n;
}

size_t
sets_origin(const struct sets *s, const struct set *set,
	    const struct cell **list)
{
	return descend(s, set, list, 0);
}
