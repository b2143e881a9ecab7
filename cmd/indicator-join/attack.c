#include <stdlib.h>

#include "mem.h"
#include "network.h"

/* A hidden value can be worked out when no other would do. Another does when
 * some of what flows through it can go round another way and come back: when
 * its arc is on a cycle, along arcs that can carry more (Gusfield 1988, A graph
 * theoretic approach to statistical data security). The nodes from which one
 * can go to each other and back are a region; an arc between two of them is on
 * no cycle; one that leads in one direction only, within a region, is on one;
 * and one that leads in both is, unless it is a bridge: the only link between
 * two halves of the region. Both are found in one walk over all arcs each. */

struct walk {
	const struct network *n;
	size_t *order; /* when a node was first seen, from 1; 0: not yet */
	size_t *low;   /* the earliest seen that can be reached from it */
	size_t *region;
	size_t *stack;
	size_t seen, top, regions;
	bool *bridge; /* by arc */
};

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Tarjan's walk: a node that reaches nothing seen before it closes a region. */
static void
find_regions(struct walk *w, size_t node)
{
	const struct network *n = w->n;
	size_t at;

	w->order[node] = w->low[node] = ++w->seen;
	w->stack[w->top++] = node;
	for (size_t k = n->first[node]; k < n->first[node + 1]; k++) {
		const struct arc *a = &n->arcs[n->ends[k]];
		size_t to = arc_other(a, node);

		if (!arc_leads(a, node))
			continue;
		if (!w->order[to]) {
			find_regions(w, to);
			w->low[node] = least(w->low[node], w->low[to]);
		} else if (!w->region[to]) {
			w->low[node] = least(w->low[node], w->order[to]);
		}
	}
	if (w->low[node] < w->order[node])
		return;
	w->regions++;
	do {
		at = w->stack[--w->top];
		w->region[at] = w->regions;
	} while (at != node);
}

/* The same walk within a region, in both directions of every arc, and never
 * back by the arc it came by. */
static void
find_bridges(struct walk *w, size_t node, size_t by)
{
	const struct network *n = w->n;

	w->order[node] = w->low[node] = ++w->seen;
	for (size_t k = n->first[node]; k < n->first[node + 1]; k++) {
		size_t arc = n->ends[k];
		size_t to = arc_other(&n->arcs[arc], node);

		if (arc == by || w->region[to] != w->region[node])
			continue;
		if (w->order[to]) {
			w->low[node] = least(w->low[node], w->order[to]);
			continue;
		}
		find_bridges(w, to, arc);
		w->low[node] = least(w->low[node], w->low[to]);
		w->bridge[arc] = w->low[to] > w->order[node];
	}
}

static void
explore(struct walk *w)
{
	size_t nodes = w->n->nodes;

	for (size_t i = 0; i < nodes; i++)
		if (!w->order[i])
			find_regions(w, i);
	for (size_t i = 0; i < nodes; i++)
		w->order[i] = 0;
	w->seen = 0;
	for (size_t i = 0; i < nodes; i++)
		if (!w->order[i])
			find_bridges(w, i, w->n->count);
}

static bool
is_told(const struct walk *w, size_t arc)
{
	const struct arc *a = &w->n->arcs[arc];

	return w->region[a->from] != w->region[a->to] ||
	       (arc_falls(a) && w->bridge[arc]);
}

static bool
any_hidden(const struct secrets *s)
{
	for (size_t i = 0; i < s->all; i++)
		if (s->at[i].hidden)
			return true;
	return false;
}

bool
secrets_attack(const struct secrets *s, size_t *which)
{
	struct walk w = {0};
	struct network *n;
	bool found = false;

	if (!any_hidden(s))
		return false;
	w.n = n = network_new(s);
	w.order = mem_array(n->nodes, sizeof(*w.order));
	w.low = mem_array(n->nodes, sizeof(*w.low));
	w.region = mem_array(n->nodes, sizeof(*w.region));
	w.stack = mem_array(n->nodes, sizeof(*w.stack));
	w.bridge = mem_array(n->count + 1, sizeof(*w.bridge));
	explore(&w);
	for (size_t i = 0; i < n->count && !found; i++) {
		found = n->arcs[i].hidden && is_told(&w, i);
		*which = n->arcs[i].place;
	}
	free(w.order);
	free(w.low);
	free(w.region);
	free(w.stack);
	free(w.bridge);
	network_free(n);
	return found;
}
