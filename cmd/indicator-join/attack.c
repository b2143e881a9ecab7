#include <stdlib.h>

#include "mem.h"
#include "secrets.h"

/* Passes over the equations: they form a tree of four levels, of which a few
 * passes find all there is to find. */
#define PASSES 32

/* What is known about a value: at least, at most. */
struct bounds {
	bool has_low, has_high;
	struct num low, high;
};

/* total = the sum of its parts. */
struct equation {
	size_t total;
	const size_t *parts;
	size_t count;
};

struct attack {
	const struct secrets *s;
	struct bounds *at;
	bool moved;
};

static void
start(struct attack *a)
{
	for (size_t i = 0; i < a->s->all; i++) {
		const struct secret *x = &a->s->at[i];
		struct bounds *b = &a->at[i];
		bool counts =
		    i < a->s->count ? a->s->bounded : a->s->bounded_parts;

		if (!x->hidden && (x->has || !secrets_is_total(a->s, i))) {
			b->has_low = b->has_high = true;
			b->low = b->high = x->value;
		} else if (x->hidden && counts) {
			b->has_low = true;
			b->low = num_of(1);
		}
	}
}

static void
raise_low(struct attack *a, struct bounds *b, struct num v)
{
	if (b->has_low && num_compare(b->low, v) >= 0)
		return;
	b->has_low = true;
	b->low = v;
	a->moved = true;
}

static void
lower_high(struct attack *a, struct bounds *b, struct num v)
{
	if (b->has_high && num_compare(b->high, v) <= 0)
		return;
	b->has_high = true;
	b->high = v;
	a->moved = true;
}

/* The sum of the lower (or upper) bounds of the parts but one; false when one
 * of those has none. */
static bool
sum_others(const struct attack *a, const struct equation *e, size_t but,
	   bool high, struct num *out)
{
	*out = num_of(0);
	for (size_t i = 0; i < e->count; i++) {
		const struct bounds *b = &a->at[e->parts[i]];

		if (e->parts[i] == but)
			continue;
		if (!(high ? b->has_high : b->has_low) ||
		    !num_add(*out, high ? b->high : b->low, out))
			return false;
	}
	return true;
}

/* What the equation says about its total and about each part. */
static void
apply(struct attack *a, const struct equation *e)
{
	struct bounds *t = &a->at[e->total];
	struct num sum, v;

	if (sum_others(a, e, e->total, false, &sum))
		raise_low(a, t, sum);
	if (sum_others(a, e, e->total, true, &sum))
		lower_high(a, t, sum);
	for (size_t i = 0; i < e->count; i++) {
		struct bounds *b = &a->at[e->parts[i]];

		if (t->has_high && sum_others(a, e, e->parts[i], false, &sum) &&
		    num_subtract(t->high, sum, &v))
			lower_high(a, b, v);
		if (t->has_low && sum_others(a, e, e->parts[i], true, &sum) &&
		    num_subtract(t->low, sum, &v))
			raise_low(a, b, v);
	}
}

/* A province as its deals and the municipalities in none of them. */
static size_t
by_deals(const struct secrets *s, size_t province, size_t *parts)
{
	const struct place *p = places_at(s->places, province);
	bool *taken = mem_array(s->count, sizeof(*taken));
	size_t n = 0;

	for (size_t d = 0; d < s->count; d++) {
		const struct place *deal = places_at(s->places, d);

		if (!secrets_within(s, d, province))
			continue;
		parts[n++] = d;
		for (size_t i = 0; i < deal->member_count; i++)
			taken[deal->members[i]] = true;
	}
	for (size_t i = 0; i < p->member_count; i++)
		if (!taken[p->members[i]])
			parts[n++] = p->members[i];
	free(taken);
	return n;
}

/* There is something to find out: most have nothing hidden. */
static bool
hides(const struct secrets *s, const struct equation *e)
{
	for (size_t i = 0; i < e->count; i++)
		if (s->at[e->parts[i]].hidden)
			return true;
	return e->count > 0 && s->at[e->total].hidden;
}

/* Municipalities and wijken as their parts. */
static void
pass_below(struct attack *a)
{
	for (size_t i = 0; i < a->s->all; i++) {
		struct family f = families_of(a->s->families, i);
		struct equation e = {i, f.parts, f.count};

		if (a->s->at[i].has && hides(a->s, &e))
			apply(a, &e);
	}
}

static void
pass(struct attack *a, size_t *parts)
{
	for (size_t i = 0; i < a->s->count; i++) {
		const struct place *p = places_at(a->s->places, i);
		struct equation e = {i, p->members, p->member_count};

		if (p->member_count == 0)
			continue;
		apply(a, &e);
		if (p->level != REGION_PROVINCIE)
			continue;
		e.parts = parts;
		e.count = by_deals(a->s, i, parts);
		apply(a, &e);
	}
}

static bool
any_hidden(const struct secrets *s)
{
	for (size_t i = 0; i < s->all; i++)
		if (s->at[i].hidden)
			return true;
	return false;
}

static bool
try_all(struct attack *a, size_t *which)
{
	size_t *parts = mem_array(a->s->count, sizeof(*parts));
	bool found = false;

	start(a);
	for (int i = 0; i < PASSES && a->moved; i++) {
		a->moved = false;
		pass(a, parts);
		pass_below(a);
	}
	free(parts);
	for (size_t i = 0; i < a->s->all && !found; i++) {
		const struct bounds *b = &a->at[i];

		found = a->s->at[i].hidden && b->has_low && b->has_high &&
			num_compare(b->low, b->high) >= 0;
		*which = i;
	}
	return found;
}

bool
secrets_attack(const struct secrets *s, size_t *which)
{
	struct attack a = {s, NULL, true};
	bool found;

	if (!any_hidden(s))
		return false;
	a.at = mem_array(s->all, sizeof(*a.at));
	found = try_all(&a, which);
	free(a.at);
	return found || secrets_eliminate(s, which);
}
