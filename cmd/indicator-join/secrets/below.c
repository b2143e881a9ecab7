#include "secrets/secrets.h"

/* A municipality or wijk and what it is made of. */
struct nest {
	size_t total;
	struct family family;
	size_t hidden;	  /* parts that are */
	struct num rest;  /* total less the parts that are shown */
	struct num least; /* that the hidden parts can be together */
	bool exact;	  /* both fit their digits */
};

/* What a hidden place is at least, where nothing is negative: 1, or what is
 * seen of its own parts. */
static bool
add_least(const struct secrets *s, size_t place, struct num *sum)
{
	struct family f = families_of(s->families, place);
	struct num least = num_of(0);

	for (size_t i = 0; i < f.count; i++) {
		const struct secret *x = &s->at[f.parts[i]];

		if (!num_add(least, x->hidden ? num_of(1) : x->value, &least))
			return false;
	}
	if (num_compare(least, num_of(1)) < 0)
		least = num_of(1);
	return num_add(*sum, least, sum);
}

static struct nest
nest_of(const struct secrets *s, size_t total)
{
	struct nest n = {.total = total, .exact = true};

	n.family = families_of(s->families, total);
	n.rest = s->at[total].value;
	for (size_t i = 0; i < n.family.count; i++) {
		size_t part = n.family.parts[i];

		if (s->at[part].hidden) {
			n.hidden++;
			n.exact = n.exact && add_least(s, part, &n.least);
		} else {
			n.exact =
			    n.exact &&
			    num_subtract(n.rest, s->at[part].value, &n.rest);
		}
	}
	return n;
}

/* Hides the smallest shown part; when there is none, the total, if that is
 * shown. */
static bool
hide_smallest(struct secrets *s, const struct nest *n)
{
	size_t best = n->total;

	for (size_t i = 0; i < n->family.count; i++) {
		size_t part = n->family.parts[i];

		if (!secrets_shown(s, part) || s->at[part].size.units == 0)
			continue;
		if (best == n->total ||
		    num_compare(s->at[part].size, s->at[best].size) < 0)
			best = part;
	}
	if (!secrets_shown(s, best))
		return false;
	secrets_protect(s, best);
	return true;
}

/* A shown total gives away a part that is hidden alone, and all that are
 * hidden when they can be no more than they must. A hidden total is given
 * away by parts that are all shown. A part that nobody delivered hides
 * nothing: it may be none at all. */
static bool
guard(struct secrets *s, size_t total)
{
	struct nest n = nest_of(s, total);

	if (n.family.count == 0 || !s->at[total].has)
		return false;
	if (s->at[total].hidden)
		return n.hidden == 0 && hide_smallest(s, &n);
	if (n.hidden == 0)
		return false;
	if (n.hidden > 1 &&
	    !(s->bounded_parts && n.exact && num_compare(n.rest, n.least) <= 0))
		return false;
	return hide_smallest(s, &n);
}

bool
secrets_below(struct secrets *s)
{
	bool hid = false;

	for (size_t i = 0; i < s->all; i++)
		while (guard(s, i))
			hid = true;
	return hid;
}
