#include "network.h"

#include <stdlib.h>

#include "mem.h"

#define OUTSIDE 0
#define NONE ((size_t)-1)

/* Where every place of the grid lies. */
struct chart {
	const struct secrets *s;
	size_t *parent;	  /* of wijken and buurten; NONE of others */
	size_t *deal;	  /* of municipalities; NONE: in none that is known */
	size_t *province; /* likewise */
};

bool
arc_falls(const struct arc *a)
{
	return !a->counts || a->value > 1;
}

size_t
arc_other(const struct arc *a, size_t node)
{
	return a->from == node ? a->to : a->from;
}

bool
arc_leads(const struct arc *a, size_t node)
{
	return a->from == node || arc_falls(a);
}

static size_t *
nowhere(size_t n)
{
	size_t *list = mem_array(n + 1, sizeof(*list));

	for (size_t i = 0; i < n; i++)
		list[i] = NONE;
	return list;
}

static void
chart_fill(struct chart *c, const struct secrets *s)
{
	c->s = s;
	c->parent = nowhere(s->all);
	c->deal = nowhere(s->all);
	c->province = nowhere(s->all);
	for (size_t i = 0; i < s->all; i++) {
		const struct place *p = places_at(s->places, i);
		struct family f = families_of(s->families, i);
		size_t *of =
		    p->level == REGION_WOONDEAL ? c->deal : c->province;

		for (size_t k = 0; k < f.count; k++)
			c->parent[f.parts[k]] = i;
		for (size_t k = 0; s->at[i].has && k < p->member_count; k++)
			of[p->members[k]] = i;
	}
}

static void
chart_free(struct chart *c)
{
	free(c->parent);
	free(c->deal);
	free(c->province);
}

static size_t
node_of(size_t place)
{
	return place == NONE ? OUTSIDE : place + 1;
}

/* Where the last of the parts of a municipality flow to: its province. */
static size_t
end_of(const struct chart *c, size_t place)
{
	while (c->parent[place] != NONE) {
		if (!c->s->at[c->parent[place]].has)
			return OUTSIDE;
		place = c->parent[place];
	}
	return node_of(c->province[place]);
}

static size_t
begin_of(const struct chart *c, size_t place)
{
	size_t parent = c->parent[place];

	if (parent == NONE)
		return node_of(c->deal[place]);
	return c->s->at[parent].has ? node_of(parent) : OUTSIDE;
}

static void
lay(const struct chart *c, size_t place, struct arc *a)
{
	const struct secrets *s = c->s;
	const struct secret *x = &s->at[place];
	struct num whole;

	*a = (struct arc){.place = place, .hidden = x->hidden};
	a->counts =
	    x->hidden && (place < s->count ? s->bounded : s->bounded_parts);
	a->value = num_round(x->value, 0, NUM_DOWN, &whole) ? whole.units : 0;
	if (places_at(s->places, place)->level == REGION_PROVINCIE) {
		a->from = node_of(place);
	} else if (secrets_is_total(s, place)) {
		a->to = node_of(place);
	} else {
		a->from = begin_of(c, place);
		a->to = families_of(s->families, place).count
			    ? node_of(place)
			    : end_of(c, place);
	}
}

/* The hidden arcs by node. */
static void
gather(struct network *n)
{
	size_t *next;

	n->first = mem_array(n->nodes + 2, sizeof(*n->first));
	n->ends = mem_array(2 * n->count + 1, sizeof(*n->ends));
	for (size_t i = 0; i < n->count; i++) {
		n->first[n->arcs[i].from + 2] += n->arcs[i].hidden;
		n->first[n->arcs[i].to + 2] += n->arcs[i].hidden;
	}
	for (size_t i = 2; i < n->nodes + 2; i++)
		n->first[i] += n->first[i - 1];
	/* Each arc put moves the beginning of the next node to its own. */
	next = n->first + 1;
	for (size_t i = 0; i < n->count; i++) {
		if (!n->arcs[i].hidden)
			continue;
		n->ends[next[n->arcs[i].from]++] = i;
		n->ends[next[n->arcs[i].to]++] = i;
	}
}

/* --- Values that the source hides, of which any will do that fits the rest:
 * they begin at 1, and what then flows into a node and not out of it is led to
 * one where it lacks. --- */

struct flow {
	struct network *n;
	int64_t *excess; /* by node */
	size_t *by;	 /* the arc by which a node was reached, or NONE */
	size_t *queue;
};

/* The nearest node that lacks something, from one that has too much; OUTSIDE's
 * number of nodes when there is none. */
static size_t
search(struct flow *f, size_t from)
{
	struct network *n = f->n;
	size_t head = 0, tail = 0;

	for (size_t i = 0; i < n->nodes; i++)
		f->by[i] = NONE;
	f->queue[tail++] = from;
	while (head < tail) {
		size_t at = f->queue[head++];

		if (f->excess[at] < 0)
			return at;
		for (size_t k = n->first[at]; k < n->first[at + 1]; k++) {
			const struct arc *a = &n->arcs[n->ends[k]];
			size_t to = arc_other(a, at);

			if (to == from || f->by[to] != NONE ||
			    !arc_leads(a, at))
				continue;
			f->by[to] = n->ends[k];
			f->queue[tail++] = to;
		}
	}
	return n->nodes;
}

/* What goes along the way found: all that one end has and the other lacks, if
 * no arc that falls would be under 1. */
static void
lead(struct flow *f, size_t from, size_t to)
{
	struct arc *arcs = f->n->arcs;
	int64_t much = f->excess[from];
	size_t at;

	if (-f->excess[to] < much)
		much = -f->excess[to];
	for (at = to; at != from; at = arc_other(&arcs[f->by[at]], at)) {
		const struct arc *a = &arcs[f->by[at]];

		if (a->to != at && a->counts && a->value - 1 < much)
			much = a->value - 1;
	}
	for (at = to; at != from;) {
		struct arc *a = &arcs[f->by[at]];

		a->value += a->to == at ? much : -much;
		at = arc_other(a, at);
	}
	f->excess[from] -= much;
	f->excess[to] += much;
}

/* Sums of such values may be beyond what an integer holds. The unknown ones
 * are then left at 1: beside what cannot fall more is withheld, not less. */
static bool
is_beyond(const struct network *n)
{
	int64_t most = INT64_MAX / 4 / (int64_t)(n->count + 1);

	for (size_t i = 0; i < n->count; i++)
		if (n->arcs[i].value > most || n->arcs[i].value < -most)
			return true;
	return false;
}

static void
settle(struct network *n)
{
	struct flow f = {n, NULL, NULL, NULL};

	f.excess = mem_array(n->nodes, sizeof(*f.excess));
	f.by = mem_array(n->nodes, sizeof(*f.by));
	f.queue = mem_array(n->nodes, sizeof(*f.queue));
	for (size_t i = 0; i < n->count; i++) {
		f.excess[n->arcs[i].to] += n->arcs[i].value;
		f.excess[n->arcs[i].from] -= n->arcs[i].value;
	}
	for (size_t i = 0; i < n->nodes; i++) {
		while (f.excess[i] > 0) {
			size_t to = search(&f, i);

			if (to == n->nodes)
				break; /* what was delivered does not add up */
			lead(&f, i, to);
		}
	}
	free(f.excess);
	free(f.by);
	free(f.queue);
}

struct network *
network_new(const struct secrets *s)
{
	struct network *n = mem_new(struct network);
	struct chart c;
	bool unknown = false;

	n->arcs = mem_array(s->all + 1, sizeof(*n->arcs));
	n->nodes = s->all + 1;
	chart_fill(&c, s);
	for (size_t i = 0; i < s->all; i++) {
		struct arc *a = &n->arcs[n->count];

		if (i == s->count || !s->at[i].has)
			continue;
		lay(&c, i, a);
		n->count++;
		if (a->counts && a->value < 1) {
			a->value = 1;
			unknown = true;
		}
	}
	chart_free(&c);
	gather(n);
	if (unknown && !is_beyond(n))
		settle(n);
	return n;
}

void
network_free(struct network *n)
{
	if (!n)
		return;
	free(n->arcs);
	free(n->first);
	free(n->ends);
	free(n);
}
