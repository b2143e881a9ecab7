#include <stdlib.h>

#include "diag.h"
#include "join.h"
#include "mem.h"
#include "secrets.h"

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

static void
look_at(struct secrets *s, const struct join *j, size_t indicator,
	size_t period)
{
	const struct indicator *x = catalogue_at(j->catalogue, indicator);

	s->bounded = x->weging == WEGING_SOM;
	for (size_t i = 0; i < s->count; i++) {
		const struct cell *c =
		    store_get(j->store, indicator, period, i);
		struct secret *at = &s->at[i];

		*at = (struct secret){0};
		at->hidden = is_secret(c);
		at->has = at->hidden || cell_has(c);
		if (cell_has(c))
			at->value = cell_num(c);
		at->size = x->weging == WEGING_SOM
			       ? absolute(at->value)
			       : weight_of(j, x->weight, period, i);
		if (!secrets_is_total(s, i) &&
		    (!at->has || at->value.units < 0 ||
		     !num_is_whole(at->value)))
			s->bounded = false;
	}
}

static void
carry_out(const struct secrets *s, struct join *j, size_t indicator,
	  size_t period)
{
	struct cell *c;

	for (size_t i = 0; i < s->count; i++) {
		if (!s->at[i].hidden ||
		    !cell_has(store_get(j->store, indicator, period, i)))
			continue;
		c = store_cell(j->store, indicator, period, i);
		c->reden = REDEN_ONDERDRUKT;
		c->positie = 0;
	}
}

int
join_withhold(struct join *j, size_t indicator)
{
	const struct indicator *x = catalogue_at(j->catalogue, indicator);
	struct secrets s = {0};
	char shown[TEXT_SHOW];
	size_t which;
	int rc = 0;

	if (!j->options->min_count || x->weging == WEGING_GEEN)
		return 0;
	s.places = j->places;
	s.count = places_grid(j->places) - 1; /* not the country */
	s.at = mem_array(s.count, sizeof(*s.at));
	for (size_t p = 0; rc == 0 && p < periods_count(j->periods); p++) {
		if (!store_has(j->store, indicator, p))
			continue;
		look_at(&s, j, indicator, p);
		secrets_hide(&s, num_of((int64_t)j->options->min_count));
		carry_out(&s, j, indicator, p);
		if (secrets_attack(&s, &which))
			rc = diag_fail(
			    "--min-count: %s is withheld but "
			    "follows from what is shown",
			    text_show(join_key(j, indicator, which, p), shown));
	}
	j->withheld += s.first;
	j->protected += s.second;
	free(s.at);
	return rc;
}
