/* What adds up to what, as a network: each total is a node where what flows in,
 * its value, flows out again, as its parts; each value is an arc. A
 * municipality flows from its Woondeal through its wijken and buurten into its
 * province, and from there outside, where nothing need add up. Two families of
 * totals of which each is a tree always make such a network. */
#ifndef NETWORK_H
#define NETWORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arc {
	size_t place;	 /* the caller's own number */
	size_t from, to; /* nodes */
	bool hidden;
	bool counts; /* a whole count of at least 1, so long as it is hidden */
	int64_t value; /* when it counts; one that fits what is shown when the
			* source hides it */
};

struct network {
	struct arc *arcs;
	size_t count;
	size_t nodes;
	/* The hidden arcs at a node, at either end: ends[first[node]] up to
	 * ends[first[node + 1]]. */
	size_t *first, *ends;
};

/* With the node 0 outside and room for so many arcs: the caller puts them at
 * arcs[count++], and then closes. */
struct network *network_new(size_t nodes, size_t arcs);
void network_free(struct network *n);
/* All arcs are there. Hidden counts whose value is not known, under 1, get one
 * that fits the rest. */
void network_close(struct network *n);
/* Whether the value of a hidden arc could be less, as far as it knows itself;
 * more it can always be. */
bool arc_falls(const struct arc *a);
/* The other end of an arc. */
size_t arc_other(const struct arc *a, size_t node);
/* Whether an arc can carry more away from this end of it: by rising where it
 * begins there, by falling where it ends there. */
bool arc_leads(const struct arc *a, size_t node);

/* Whether a hidden value can be worked out from what is shown, and the first
 * arc of which; all are found, in one walk over the arcs. */
bool network_told(const struct network *n, size_t *arc);
/* How many other values a hidden arc can have, up to `want`. */
int64_t network_room(struct network *n, size_t arc, int64_t want);

#endif
