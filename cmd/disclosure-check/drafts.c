#include "drafts.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* Of the rounds of one question: this release, and all of them. */
#define GROUNDS 2

/* A cell's, which are kept. */
struct left {
	size_t *unknowns;
	size_t size, cap;
};

struct ground {
	unsigned rounds;
	uint64_t *known;   /* by bit; NULL: there is no ground yet */
	struct left *left; /* by cell */
	size_t cells, cap; /* that were looked at */
	struct draft *sorted;
	size_t count; /* of these */
};

struct drafts {
	struct world *world;
	const struct cells *cells;
	struct ground grounds[GROUNDS]; /* the one asked last first */
	size_t words;			/* of what is known */
	size_t *changed;		/* of these the other ones */
	size_t changed_count;
	size_t *drafted; /* in hand */
};

struct drafts *
drafts_new(struct world *w, const struct cells *c)
{
	struct drafts *d = mem_new(struct drafts);
	size_t all = world_unknowns(w);

	d->world = w;
	d->cells = c;
	d->words = all / NUMBER_BITS + 1;
	d->changed = mem_array(d->words, sizeof(*d->changed));
	d->drafted = mem_array(all + 1, sizeof(*d->drafted));
	return d;
}

static void
ground_clear(struct ground *g)
{
	for (size_t i = 0; i < g->cells; i++)
		free(g->left[i].unknowns);
	free(g->left);
	free(g->known);
	free(g->sorted);
	*g = (struct ground){0};
}

void
drafts_free(struct drafts *d)
{
	if (!d)
		return;
	for (size_t i = 0; i < GROUNDS; i++)
		ground_clear(&d->grounds[i]);
	free(d->changed);
	free(d->drafted);
	free(d);
}

struct world *
drafts_world(const struct drafts *d)
{
	return d->world;
}

size_t
drafts_most(const struct drafts *d)
{
	return cells_count(d->cells);
}

/* That of these rounds, brought to the front; the last one makes way. */
static struct ground *
ground_of(struct drafts *d, unsigned rounds)
{
	struct ground *g = d->grounds, found;
	size_t i = 0;

	while (i + 1 < GROUNDS && !(g[i].known && g[i].rounds == rounds))
		i++;
	if (!g[i].known || g[i].rounds != rounds) {
		ground_clear(&g[i]);
		g[i].rounds = rounds;
		g[i].known = mem_array(d->words, sizeof(*g->known));
	}
	found = g[i];
	memmove(&g[1], &g[0], i * sizeof(*g));
	g[0] = found;
	return g;
}

/* Takes what is known, and notes where that is other than it was. */
static void
note_known(struct drafts *d, struct ground *g, const uint64_t *known)
{
	d->changed_count = 0;
	for (size_t i = 0; i < d->words; i++)
		if (g->known[i] != known[i])
			d->changed[d->changed_count++] = i;
	for (size_t i = 0; i < d->changed_count; i++)
		g->known[d->changed[i]] ^= known[d->changed[i]];
}

/* While known has what is other: whether the cell has any of it. */
static bool
is_changed(const struct drafts *d, const struct ground *g, const struct cell *c)
{
	for (size_t i = 0; i < d->changed_count; i++) {
		size_t at = d->changed[i];

		if (at >= c->first && at < c->first + c->words &&
		    c->numbers[at - c->first] & g->known[at])
			return true;
	}
	return false;
}

static void
look(const struct drafts *d, const uint64_t *known, const struct cell *c,
     struct left *to)
{
	size_t n = 0;

	for (size_t i = 0; i < c->words; i++)
		for (uint64_t left = c->numbers[i] & ~known[c->first + i]; left;
		     left &= left - 1)
			d->drafted[n++] = (c->first + i) * NUMBER_BITS +
					  (size_t)__builtin_ctzll(left);
	to->size = n;
	if (n > to->cap) {
		free(to->unknowns);
		to->cap = n;
		to->unknowns = mem_array(n, sizeof(*to->unknowns));
	}
	if (n > 0)
		memcpy(to->unknowns, d->drafted, n * sizeof(*to->unknowns));
}

/* Of the same sum the least region is named first: GM before PV before WD. */
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

void
drafts_sort(struct draft *list, size_t n)
{
	if (n > 0)
		qsort(list, n, sizeof(*list), by_size);
}

static void
sort(const struct drafts *d, struct ground *g)
{
	free(g->sorted);
	g->sorted = mem_array(g->cells + 1, sizeof(*g->sorted));
	g->count = 0;
	for (size_t i = 0; i < g->cells; i++)
		if (g->left[i].size > 0)
			g->sorted[g->count++] =
			    (struct draft){.cell = cells_at(d->cells, i),
					   .unknowns = g->left[i].unknowns,
					   .size = g->left[i].size};
	drafts_sort(g->sorted, g->count);
}

/* Looks at the cells that are new, and again at those with a change. */
static void
refresh(const struct drafts *d, struct ground *g, const uint64_t *known)
{
	size_t all = cells_count(d->cells);
	bool any = all > g->cells;

	g->left = mem_grow(g->left, &g->cap, all, sizeof(*g->left));
	for (size_t i = 0; i < all; i++) {
		const struct cell *c = cells_at(d->cells, i);

		if (i >= g->cells)
			g->left[i] = (struct left){0};
		else if (!is_changed(d, g, c))
			continue;
		if (!(g->rounds & 1u << c->round))
			continue;
		look(d, known, c, &g->left[i]);
		any = true;
	}
	g->cells = all;
	memcpy(g->known, known, d->words * sizeof(*known));
	if (any || !g->sorted)
		sort(d, g);
}

size_t
drafts_list(struct drafts *d, unsigned rounds, const uint64_t *known,
	    struct draft *list)
{
	struct ground *g = ground_of(d, rounds);
	size_t n = 0;

	note_known(d, g, known);
	refresh(d, g, known);
	for (size_t i = 0; i < g->count; i++)
		if (g->sorted[i].cell->shown)
			list[n++] = g->sorted[i];
	return n;
}
