#include <stdlib.h>

#include "diag.h"
#include "grid/join.h"
#include "mem.h"
#include "grid/total.h"

/* Decimals of a weight that is divided over parts. */
#define WEIGHT_DECIMALS 9

/* The changes of one date, in one slice of the store. */
struct step {
	struct join *j;
	size_t first, last; /* changes */
	size_t series, period;
	struct cell *made; /* per change; kind CELL_NONE: nothing to do */
};

static const struct cell *
cell_at(const struct step *s, size_t series, size_t place)
{
	return store_get(s->j->store, series, s->period, place);
}

/* A new municipality with an observation from before the change, which is
 * none of its own parts: of which division is that? */
static int
check_self(const struct step *s, const struct change *x)
{
	const struct cell *c = cell_at(s, s->series, x->place);

	if (!c || c->kind != CELL_SOURCE)
		return 0;
	for (size_t i = 0; i < x->count; i++)
		if (x->parts[i].place == x->place)
			return 0;
	return diag_fail_at(changes_name(s->j->changes), x->line,
			    "%s and what it is made of both have an "
			    "observation (%s:%zu); when it was there before, "
			    "it is a part of itself",
			    join_key(s->j, s->series, x->place, s->period).s,
			    s->j->names[c->source].s, (size_t)c->row);
}

static struct total
total_of(const struct step *s, const struct change *x, size_t *weight)
{
	const struct catalogue *c = s->j->catalogue;
	struct total t = {0};

	t.series = s->series;
	t.place = x->place;
	t.period = s->period;
	t.weging = WEGING_SOM;
	t.decimalen = WEIGHT_DECIMALS;
	if (s->series < catalogue_count(c)) {
		t.weging = catalogue_at(c, s->series)->weging;
		t.decimalen = catalogue_at(c, s->series)->decimalen;
		*weight = catalogue_at(c, s->series)->weight;
	}
	return t;
}

static struct cell
add_parts(const struct step *s, const struct change *x)
{
	size_t weight = 0;
	struct total t = total_of(s, x, &weight);
	const struct cell *w = NULL;

	if (t.weging == WEGING_GEEN) {
		total_refuse(s->j, &t, NULL);
		return total_cell(s->j, &t);
	}
	for (size_t i = 0; i < x->count; i++) {
		if (t.weging == WEGING_GEWICHT)
			w = cell_at(s, weight, x->parts[i].place);
		total_add(s->j, &t, cell_at(s, s->series, x->parts[i].place), w,
			  x->parts[i].share);
	}
	return total_cell(s->j, &t);
}

/* The cell of the new municipality. A new code for the same one is copied,
 * whatever it is; where no part has a row the source is in the new division
 * already. */
static int
make(struct step *s, const struct change *x, struct cell *out)
{
	const struct part *p = x->parts;
	size_t rows = 0;

	*out = (struct cell){0};
	for (size_t i = 0; i < x->count; i++)
		rows += cell_at(s, s->series, p[i].place) != NULL;
	if (rows == 0)
		return 0;
	if (check_self(s, x) < 0)
		return -1;
	if (x->count == 1 && num_compare(p->share, num_of(1)) == 0)
		*out = *cell_at(s, s->series, p->place);
	else
		*out = add_parts(s, x);
	s->j->converted++;
	return 0;
}

/* All of a date at once, since one new municipality may be part of another. */
static int
take_step(struct step *s)
{
	const struct changes *all = s->j->changes;
	size_t n = s->last - s->first;

	for (size_t i = 0; i < n; i++)
		if (make(s, changes_at(all, s->first + i), &s->made[i]) < 0)
			return -1;
	for (size_t i = 0; i < n; i++) {
		const struct change *x = changes_at(all, s->first + i);

		for (size_t k = 0; s->made[i].kind && k < x->count; k++)
			*store_cell(s->j->store, s->series, s->period,
				    x->parts[k].place) = (struct cell){0};
	}
	for (size_t i = 0; i < n; i++) {
		const struct change *x = changes_at(all, s->first + i);

		if (s->made[i].kind)
			*store_cell(s->j->store, s->series, s->period,
				    x->place) = s->made[i];
	}
	return 0;
}

/* The series of all indicators, then those of the weights, which the means
 * need as they were. */
static int
take_date(struct step *s)
{
	const struct join *j = s->j;
	int32_t date = changes_at(j->changes, s->first)->date;

	for (s->series = 0; s->series < catalogue_series(j->catalogue);
	     s->series++) {
		for (s->period = 0; s->period < periods_count(j->periods);
		     s->period++) {
			struct period p = periods_at(j->periods, s->period);

			if (p.grain == GRAIN_NONE || period_start(p) >= date ||
			    !store_has(j->store, s->series, s->period))
				continue;
			if (take_step(s) < 0)
				return -1;
		}
	}
	return 0;
}

int
join_convert(struct join *j)
{
	size_t n = changes_count(j->changes);
	struct step s = {.j = j};
	int rc = 0;

	s.made = mem_array(n + 1, sizeof(*s.made));
	while (rc == 0 && s.first < n) {
		s.last = s.first + 1;
		while (s.last < n && changes_at(j->changes, s.last)->date ==
					 changes_at(j->changes, s.first)->date)
			s.last++;
		rc = take_date(&s);
		s.first = s.last;
	}
	free(s.made);
	return rc;
}
