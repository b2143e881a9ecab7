#include <stdlib.h>

#include "mem.h"
#include "network.h"
#include "secrets/secrets.h"

#define OUTSIDE 0
#define NONE ((size_t)-1)

/* Where every place of the grid lies. */
struct chart {
	const struct secrets *s;
	size_t *parent;	  /* of wijken and buurten; NONE of others */
	size_t *deal;	  /* of municipalities; NONE: in none that is known */
	size_t *province; /* likewise */
};

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

static struct network *
chart_network(const struct secrets *s)
{
	struct network *n = network_new(s->all + 1, s->all);
	struct chart c;

	chart_fill(&c, s);
	for (size_t i = 0; i < s->all; i++)
		if (i != s->count && s->at[i].has)
			lay(&c, i, &n->arcs[n->count++]);
	chart_free(&c);
	network_close(n);
	return n;
}

static bool
any_hidden(const struct secrets *s)
{
	for (size_t i = 0; i < s->all; i++)
		if (s->at[i].hidden)
			return true;
	return false;
}

/* The first that has fewer other values than the margin. */
static bool
is_narrow(struct network *n, int64_t margin, size_t *arc)
{
	for (size_t i = 0; i < n->count; i++)
		if (n->arcs[i].hidden && network_room(n, i, margin) < margin) {
			*arc = i;
			return true;
		}
	return false;
}

bool
secrets_attack(const struct secrets *s, size_t *which)
{
	struct network *n;
	size_t arc;
	bool found;

	if (!any_hidden(s))
		return false;
	n = chart_network(s);
	found = network_told(n, &arc) ||
		(s->margin > 1 && is_narrow(n, s->margin, &arc));
	if (found)
		*which = n->arcs[arc].place;
	network_free(n);
	return found;
}
