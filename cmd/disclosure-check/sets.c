#include "sets.h"

#include <stdlib.h>

#include "mem.h"

#define WORD 64

struct sets {
	struct world *world;
	const struct told *told;
	bool *known; /* by unknown */
	/* Those that are not are counted again: few are hidden. */
	size_t *place;	/* of an unknown among these */
	size_t *number; /* and back */
	size_t hidden;
	size_t words; /* of a row of bits */
	struct set *at;
	uint64_t **bits;
	size_t count, cap;
};

/* A cell and the unknowns that it sums. */
struct draft {
	const struct cell *cell;
	uint64_t *bits;
	size_t size;
};

static inline bool
has(const uint64_t *bits, size_t i)
{
	return bits[i / WORD] >> (i % WORD) & 1;
}

static void
put(uint64_t *bits, size_t i)
{
	bits[i / WORD] |= (uint64_t)1 << (i % WORD);
}

/* Whether a set is within; its first and last tell at once that most are not.
 */
static bool
within(const struct sets *s, const struct set *set, const uint64_t *part,
       const uint64_t *whole)
{
	size_t first = s->place[set->unknowns[0]];
	size_t last = s->place[set->unknowns[set->count - 1]];

	if (!has(whole, first) || !has(whole, last))
		return false;
	for (size_t i = first / WORD; i <= last / WORD; i++)
		if (part[i] & ~whole[i])
			return false;
	return true;
}

static size_t
size_of(const uint64_t *bits, size_t words)
{
	size_t n = 0;

	for (size_t i = 0; i < words; i++)
		n += (size_t)__builtin_popcountll(bits[i]);
	return n;
}

static void
learn(struct sets *s, int round)
{
	const struct round *r = world_round(s->world, round);

	for (size_t i = 0; i < r->amount_count; i++)
		if (r->amounts[i]->unknown && r->amounts[i]->entry->shown)
			s->known[r->amounts[i]->unknown->number] = true;
}

static void
draft(const struct sets *s, const struct cell *c, struct draft *d)
{
	d->cell = c;
	d->bits = mem_array(s->words, sizeof(*d->bits));
	for (size_t i = 0; i < c->count; i++)
		if (!s->known[c->members[i]->unknown->number])
			put(d->bits, s->place[c->members[i]->unknown->number]);
	d->size = size_of(d->bits, s->words);
}

/* The smallest first; the order does not depend on that of the tables, so that
 * who mends and who judges find the same. Of the same sum the least region is
 * named first: GM before PV before WD. */
static int
by_size(const void *x, const void *y)
{
	const struct draft *a = x, *b = y;
	const struct cell *p = a->cell, *q = b->cell;
	int c;

	if (a->size != b->size)
		return a->size < b->size ? -1 : 1;
	if ((c = p->round - q->round) ||
	    (c = text_compare(p->region, q->region)) ||
	    (c = (int)p->hardheid - (int)q->hardheid) || (c = p->van - q->van))
		return c;
	return p->tot - q->tot;
}

static void
list(struct sets *s, struct set *set, const uint64_t *bits)
{
	set->count = size_of(bits, s->words);
	set->unknowns = mem_array(set->count + 1, sizeof(*set->unknowns));
	set->count = 0;
	for (size_t i = 0; i < s->hidden; i++)
		if (has(bits, i))
			set->unknowns[set->count++] = s->number[i];
}

/* Takes off the sets that lie within, the last found, which are the largest,
 * first. What is left, if anything, is a set of its own. */
static void
reduce(struct sets *s, struct draft *d)
{
	struct set set = {.base = d->cell};

	set.off = mem_array(s->count + 1, sizeof(*set.off));
	for (size_t i = s->count; i-- > 0 && d->size > 0;) {
		if (s->at[i].count > d->size ||
		    !within(s, &s->at[i], s->bits[i], d->bits))
			continue;
		for (size_t k = 0; k < s->words; k++)
			d->bits[k] &= ~s->bits[i][k];
		d->size -= s->at[i].count;
		set.off[set.off_count++] = i;
	}
	if (d->size == 0) {
		free(set.off);
		free(d->bits);
		return;
	}
	list(s, &set, d->bits);
	s->at[s->count] = set;
	s->bits[s->count++] = d->bits;
}

static void
count_hidden(struct sets *s, size_t all)
{
	s->place = mem_array(all + 1, sizeof(*s->place));
	s->number = mem_array(all + 1, sizeof(*s->number));
	for (size_t i = 0; i < all; i++) {
		if (s->known[i])
			continue;
		s->place[i] = s->hidden;
		s->number[s->hidden++] = i;
	}
	s->words = s->hidden / WORD + 1;
}

struct sets *
sets_new(struct world *w, const struct cells *c, unsigned rounds,
	 const struct told *told)
{
	struct sets *s = mem_new(struct sets);
	struct draft *d = mem_array(cells_count(c) + 1, sizeof(*d));
	size_t n = 0, all = world_unknowns(w);

	s->world = w;
	s->told = told;
	s->known = mem_array(all + 1, sizeof(*s->known));
	for (int i = 0; i < ROUNDS; i++)
		if (rounds & 1u << i)
			learn(s, i);
	for (size_t i = 0; told && i < all; i++)
		s->known[i] = s->known[i] || told->exactly[i];
	count_hidden(s, all);
	for (size_t i = 0; i < cells_count(c); i++) {
		const struct cell *cell = cells_at(c, i);

		if (cell->shown && (rounds & 1u << cell->round))
			draft(s, cell, &d[n++]);
	}
	qsort(d, n, sizeof(*d), by_size);
	s->at = mem_array(n + 1, sizeof(*s->at));
	s->bits = mem_array(n + 1, sizeof(*s->bits));
	for (size_t i = 0; i < n; i++)
		reduce(s, &d[i]);
	free(d);
	return s;
}

void
sets_free(struct sets *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->count; i++) {
		free(s->at[i].unknowns);
		free(s->at[i].off);
		free(s->bits[i]);
	}
	free(s->at);
	free(s->bits);
	free(s->known);
	free(s->place);
	free(s->number);
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
	return &s->at[i];
}

bool
sets_known(const struct sets *s, const struct unknown *u)
{
	return s->known[u->number];
}

static int64_t
magnitude(int64_t v)
{
	return v < 0 ? -v : v;
}

static bool
is_secret(const struct sets *s, const struct unknown *u)
{
	return u->closed && !(s->told && s->told->nearly[u->number]);
}

/* By plan: what it has in a set, without sign, and whether any of it is
 * secret. */
static size_t
shares(const struct sets *s, const struct set *set, struct unknown *by)
{
	size_t n = 0;

	for (size_t i = 0; i < set->count; i++) {
		const struct unknown *u =
		    world_unknown(s->world, set->unknowns[i]);
		size_t k = 0;

		while (k < n && by[k].plan != u->plan)
			k++;
		if (k == n) {
			by[n++] = *u;
			by[k].value = 0;
			by[k].closed = false;
		}
		by[k].value += magnitude(u->value);
		by[k].closed = by[k].closed || is_secret(s, u);
	}
	return n;
}

/* Who made the largest of the others takes his own off, and what is left must
 * be far enough: the p% rule. */
static bool
is_near(const struct unknown *by, size_t n, size_t one, const struct limits *l)
{
	int64_t rest = 0, most = 0;

	for (size_t i = 0; i < n; i++) {
		if (i == one)
			continue;
		rest += by[i].value;
		most = by[i].value > most ? by[i].value : most;
	}
	return rest - most < limits_step(l, by[one].value);
}

struct crowd
sets_crowd(const struct sets *s, const struct set *set, const struct limits *l)
{
	struct crowd c = {0};
	struct unknown *by = mem_array(set->count + 1, sizeof(*by));

	c.plans = shares(s, set, by);
	for (size_t i = 0; i < c.plans; i++) {
		bool near = by[i].closed && is_near(by, c.plans, i, l);

		if (by[i].closed && (!c.worst || (near && !c.too_near)))
			c.worst = world_unknown(s->world, by[i].number);
		c.closed = c.closed || by[i].closed;
		c.too_near = c.too_near || near;
	}
	free(by);
	return c;
}

void
sets_mark(const struct sets *s, const struct set *set, const struct limits *l,
	  struct told *told)
{
	struct unknown *by = mem_array(set->count + 1, sizeof(*by));
	size_t n = shares(s, set, by);

	for (size_t i = 0; i < n; i++) {
		if (!by[i].closed ||
		    (n >= (size_t)l->least && !is_near(by, n, i, l)))
			continue;
		for (size_t k = 0; k < set->count; k++) {
			size_t at = set->unknowns[k];

			if (world_unknown(s->world, at)->plan == by[i].plan)
				told->nearly[at] = true;
		}
	}
	free(by);
	if (set->count == 1)
		told->exactly[set->unknowns[0]] = true;
}

bool
crowd_hides(const struct crowd *c, const struct limits *l)
{
	return !c->closed || (c->plans >= (size_t)l->least && !c->too_near);
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
