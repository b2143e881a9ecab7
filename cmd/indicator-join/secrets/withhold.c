#include "secrets/withhold.h"

#include <stdlib.h>

#include "diag.h"
#include "grid/join.h"
#include "mem.h"
#include "secrets/secrets.h"

static bool
is_secret(const struct cell *c)
{
	return c && (c->reden == REDEN_GEHEIM || c->reden == REDEN_ONDERDRUKT);
}

static struct num
absolute(struct num v)
{
	if (v.units < 0)
		v.units = -v.units;
	return v;
}

/* The weight behind a mean, of a total the sum of its parts; 0 when it is not
 * known. */
static struct num
weight_of(const struct join *j, size_t series, size_t period, size_t place)
{
	const struct place *p = places_at(j->places, place);
	const struct cell *c = store_get(j->store, series, period, place);
	struct num sum = num_of(0);

	if (p->member_count == 0)
		return cell_has(c) ? absolute(cell_num(c)) : sum;
	for (size_t i = 0; i < p->member_count; i++) {
		c = store_get(j->store, series, period, p->members[i]);
		if (cell_has(c))
			num_add(sum, absolute(cell_num(c)), &sum);
	}
	return sum;
}

/* What a value counts: itself, or its weight; of a ratio teller or noemer, the
 * smaller one that is not 0. */
static struct num
size_of(const struct join *j, const struct indicator *x, size_t period,
	size_t place, struct num value)
{
	struct num size, teller;
	long at;

	if (x->weging == WEGING_SOM)
		return absolute(value);
	if (!x->is_ratio)
		return weight_of(j, x->weight, period, place);
	at = join_part(j, x->noemer, period);
	size = at < 0 ? num_of(0) : weight_of(j, x->noemer, (size_t)at, place);
	at = join_part(j, x->teller, period);
	teller =
	    at < 0 ? num_of(0) : weight_of(j, x->teller, (size_t)at, place);
	return teller.units && num_compare(teller, size) < 0 ? teller : size;
}

/* Whether a value lets hidden ones be anything, not just counts. */
static void
judge(struct secrets *s, size_t place)
{
	const struct secret *at = &s->at[place];
	bool odd = at->value.units < 0 || !num_is_whole(at->value);

	if (place > s->count && odd)
		s->bounded_parts = false;
	if (place < s->count && !secrets_is_total(s, place) &&
	    (odd || !at->has))
		s->bounded = false;
}

static void
look_at(struct secrets *s, const struct join *j, size_t indicator,
	size_t period)
{
	const struct indicator *x = catalogue_at(j->catalogue, indicator);

	s->bounded = s->bounded_parts = x->weging == WEGING_SOM;
	for (size_t i = 0; i < s->all; i++) {
		const struct cell *c =
		    store_get(j->store, indicator, period, i);
		struct secret *at = &s->at[i];

		*at = (struct secret){0};
		if (i == s->count) /* the country is no part of it */
			continue;
		at->hidden = is_secret(c);
		at->has = at->hidden || cell_has(c);
		if (cell_has(c))
			at->value = cell_num(c);
		at->size = size_of(j, x, period, i, at->value);
		judge(s, i);
	}
}

static void
carry_out(const struct secrets *s, struct join *j, size_t indicator,
	  size_t period)
{
	struct cell *c;

	for (size_t i = 0; i < s->all; i++) {
		if (!s->at[i].hidden ||
		    !cell_has(store_get(j->store, indicator, period, i)))
			continue;
		c = store_cell(j->store, indicator, period, i);
		c->reden = REDEN_ONDERDRUKT;
		c->positie = 0;
	}
}

/* Hides until no total gives anything away. */
static void
guard(struct secrets *s)
{
	bool again = true;

	while (again) {
		again = secrets_below(s);
		again = secrets_guard(s) || again;
	}
}

/* Hides what is small, and what would give it away. */
static void
hide(struct secrets *s, struct num limit)
{
	bool any = false;

	for (size_t i = 0; i < s->all; i++) {
		struct secret *x = &s->at[i];

		if (secrets_shown(s, i) && x->size.units != 0 &&
		    num_compare(x->size, limit) < 0) {
			x->hidden = true;
			s->first++;
		}
		any = any || x->hidden;
	}
	if (any)
		guard(s);
}

/* Plays who wants to know, and hides more as long as that finds anything.
 * False when there is nothing more to hide, and which is found. */
static bool
keep_safe(struct secrets *s, size_t *which)
{
	while (secrets_attack(s, which)) {
		if (!secrets_yield(s, *which))
			return false;
		guard(s);
	}
	return true;
}

int
withhold_counts(struct join *j, size_t indicator)
{
	const struct indicator *x = catalogue_at(j->catalogue, indicator);
	struct secrets s = {0};
	char shown[TEXT_SHOW];
	size_t which;
	int rc = 0;

	if (!j->options->min_count || x->weging == WEGING_GEEN)
		return 0;
	s.places = j->places;
	s.count = places_country(j->places);
	s.all = places_grid(j->places);
	s.margin = j->geheim.margin;
	s.families = families_new(j->places);
	s.at = mem_array(s.all, sizeof(*s.at));
	for (size_t p = 0; rc == 0 && p < periods_count(j->periods); p++) {
		if (!store_has(j->store, indicator, p))
			continue;
		look_at(&s, j, indicator, p);
		hide(&s, num_of((int64_t)j->options->min_count));
		if (!keep_safe(&s, &which))
			rc = diag_fail(
			    "--min-count: %s is withheld but "
			    "follows from what is shown",
			    text_show(join_key(j, indicator, which, p), shown));
		carry_out(&s, j, indicator, p);
	}
	j->withheld += s.first;
	j->protected += s.second;
	families_free(s.families);
	free(s.at);
	return rc;
}
