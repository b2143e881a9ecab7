#include "network.h"

#include <stdlib.h>

#include "mem.h"

#define NONE ((size_t)-1)

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

struct network *
network_new(size_t nodes, size_t arcs)
{
	struct network *n = mem_new(struct network);

	n->arcs = mem_array(arcs + 1, sizeof(*n->arcs));
	n->nodes = nodes;
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
	size_t without;	 /* an arc that takes no part, or NONE */
	int64_t *excess; /* by node */
	size_t *by;	 /* the arc by which a node was reached, or NONE */
	size_t *queue;
};

static struct flow
flow_new(struct network *n, size_t without)
{
	struct flow f = {.n = n, .without = without};

	f.excess = mem_array(n->nodes, sizeof(*f.excess));
	f.by = mem_array(n->nodes, sizeof(*f.by));
	f.queue = mem_array(n->nodes, sizeof(*f.queue));
	return f;
}

static void
flow_free(struct flow *f)
{
	free(f->excess);
	free(f->by);
	free(f->queue);
}

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
			    n->ends[k] == f->without || !arc_leads(a, at))
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
	struct flow f = flow_new(n, NONE);

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
	flow_free(&f);
}

/* The most that one end can lead to the other without the arc itself. */
static int64_t
moved(struct network *n, size_t arc, size_t from, size_t to, int64_t want)
{
	struct flow f = flow_new(n, arc);
	int64_t left;

	f.excess[from] += want;
	f.excess[to] -= want;
	while (f.excess[from] > 0 && search(&f, from) == to)
		lead(&f, from, to);
	left = f.excess[from];
	flow_free(&f);
	return want - left;
}

int64_t
network_room(struct network *n, size_t arc, int64_t want)
{
	const struct arc *a = &n->arcs[arc];
	int64_t *values = mem_array(n->count + 1, sizeof(*values));
	int64_t down = a->counts && a->value - 1 < want ? a->value - 1 : want;
	int64_t room = 0;

	for (size_t i = 0; i < n->count; i++)
		values[i] = n->arcs[i].value;
	/* More of it comes back from where it ends, less goes another way. */
	if (down > 0)
		room = moved(n, arc, a->from, a->to, down);
	for (size_t i = 0; i < n->count; i++)
		n->arcs[i].value = values[i];
	if (room < want)
		room += moved(n, arc, a->to, a->from, want - room);
	for (size_t i = 0; i < n->count; i++)
		n->arcs[i].value = values[i];
	free(values);
	return room;
}

void
network_close(struct network *n)
{
	bool unknown = false;

	for (size_t i = 0; i < n->count; i++) {
		struct arc *a = &n->arcs[i];

		if (a->counts && a->value < 1) {
			a->value = 1;
			unknown = true;
		}
	}
	gather(n);
	if (unknown && !is_beyond(n))
		settle(n);
}

/* --- A hidden value can be worked out when no other would do. Another does
 * when some of what flows through it can go round another way and come back:
 * when its arc is on a cycle, along arcs that can carry more (Gusfield 1988, A
 * graph theoretic approach to statistical data security). The nodes from which
 * one can go to each other and back are a region; an arc between two of them is
 * on no cycle; one that leads in one direction only, within a region, is on
 * one; and one that leads in both is, unless it is a bridge: the only link
 * between two halves of the region. Both are found in one walk over all arcs
 * each. */

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

bool
network_told(const struct network *n, size_t *arc)
{
	struct walk w = {.n = n};
	bool found = false;

	w.order = mem_array(n->nodes, sizeof(*w.order));
	w.low = mem_array(n->nodes, sizeof(*w.low));
	w.region = mem_array(n->nodes, sizeof(*w.region));
	w.stack = mem_array(n->nodes, sizeof(*w.stack));
	w.bridge = mem_array(n->count + 1, sizeof(*w.bridge));
	explore(&w);
	for (size_t i = 0; i < n->count && !found; i++) {
		found = n->arcs[i].hidden && is_told(&w, i);
		*arc = i;
	}
	free(w.order);
	free(w.low);
	free(w.region);
	free(w.stack);
	free(w.bridge);
	return found;
}
