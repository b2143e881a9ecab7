#include "plausible.h"

#include <stdlib.h>

#include "mem.h"
#include "table.h"
#include "tables/rule.h"
#include "tables/units.h"

/* bereik: percent of the range that a total may lie outside it. sprong: how
 * many times the largest other change. reeks: changes that it takes to know. */
enum test { BEREIK, SPRONG, REEKS, TESTS };

static const char *const names[TESTS] = {"bereik", "sprong", "reeks"};

enum column { TOETS, GRENS, COLUMNS };

static const char *const columns[COLUMNS] = {"toets", "grens"};

struct plausible {
	bool given[TESTS];
	struct num limit[TESTS];
};

static int
add_row(struct plausible *p, const struct table *t, size_t i)
{
	size_t test = TESTS;
	int rc = table_word(t, i, TOETS, names, TESTS, &test);

	if (rc == 1)
		rc = table_decimal(t, i, GRENS, &p->limit[test]);
	if (rc == 0)
		return table_fail(t, i, test == TESTS ? TOETS : GRENS,
				  "must not be empty");
	if (rc == 1 && p->limit[test].units < 0)
		return table_fail(t, i, GRENS, "expected 0 or more");
	if (rc == 1)
		p->given[test] = true;
	return rc < 0 ? -1 : 0;
}

struct plausible *
plausible_load(const char *path)
{
	struct plausible *p = mem_new(struct plausible);
	struct table *t;
	int rc = 0;

	if (!path)
		return p;
	t = table_load(path, columns, COLUMNS);
	if (!t)
		rc = -1;
	for (size_t i = 0; rc == 0 && i < table_rows(t); i++)
		rc = add_row(p, t, i);
	table_free(t);
	if (rc == 0)
		return p;
	plausible_free(p);
	return NULL;
}

void
plausible_free(struct plausible *p)
{
	free(p);
}

/* What a test found of an indicator, and the first of it. */
struct found {
	size_t count, place, period;
	struct num value, low, high;
};

static void
find(struct found *x, size_t place, size_t period, struct num value)
{
	if (x->count++ > 0)
		return;
	x->place = place;
	x->period = period;
	x->value = value;
}

static void
tell(struct join *j, size_t indicator, const struct found *x, enum rule rule)
{
	char count[NUM_TEXT], value[NUM_TEXT], low[NUM_TEXT], high[NUM_TEXT];
	struct finding_place place = {.name = text_of("waarde")};

	if (x->count == 0)
		return;
	place.value = num_format(x->value, value);
	const struct text args[] = {
	    join_key(j, indicator, x->place, x->period),
	    num_format(num_of((int64_t)x->count), count),
	    num_format(x->low, low), num_format(x->high, high)};
	finding_add(j->findings, &rules[rule], &place, args, 4);
}

/* The range of all members of a total; false when one has no value. */
static bool
range_of(const struct join *j, size_t indicator, size_t period,
	 const struct place *p, struct found *x)
{
	for (size_t i = 0; i < p->member_count; i++) {
		const struct cell *c =
		    store_get(j->store, indicator, period, p->members[i]);

		if (!cell_has(c))
			return false;
		if (i == 0 || num_compare(cell_num(c), x->low) < 0)
			x->low = cell_num(c);
		if (i == 0 || num_compare(cell_num(c), x->high) > 0)
			x->high = cell_num(c);
	}
	return p->member_count > 1;
}

/* By how much it lies outside, set against percent of the range. */
static bool
is_outside(const struct plausible *p, struct num v, const struct found *x)
{
	bool below = num_compare(v, x->low) < 0;
	struct num out, range;

	if (!below && num_compare(v, x->high) <= 0)
		return false;
	return num_subtract(below ? x->low : v, below ? v : x->high, &out) &&
	       num_subtract(x->high, x->low, &range) &&
	       num_multiply(out, num_of(100), &out) &&
	       num_multiply(range, p->limit[BEREIK], &range) &&
	       num_compare(out, range) > 0;
}

static void
judge_range(const struct plausible *p, struct join *j, size_t indicator,
	    size_t period, struct found *x)
{
	for (size_t i = 0; i < places_grid(j->places); i++) {
		const struct cell *c =
		    store_get(j->store, indicator, period, i);
		struct found now = {0};

		if (!cell_has(c) || c->kind != CELL_SOURCE ||
		    !range_of(j, indicator, period, places_at(j->places, i),
			      &now) ||
		    !is_outside(p, cell_num(c), &now))
			continue;
		if (x->count == 0) {
			x->low = now.low;
			x->high = now.high;
		}
		find(x, i, period, cell_num(c));
	}
}

/* The change that ends at a period, in size; false when there is none. */
static bool
change_of(const struct join *j, size_t indicator, size_t place, size_t period,
	  struct num *out)
{
	long before = periods_before(j->periods, period, 1);
	const struct cell *a, *b;

	if (before < 0)
		return false;
	a = store_get(j->store, indicator, (size_t)before, place);
	b = store_get(j->store, indicator, period, place);
	if (!cell_has(a) || !cell_has(b) ||
	    !num_subtract(cell_num(b), cell_num(a), out))
		return false;
	if (out->units < 0)
		out->units = -out->units;
	return true;
}

/* The largest change of a place, and the largest of the others. */
static void
judge_jumps(const struct plausible *p, struct join *j, size_t indicator,
	    size_t place, struct found *x)
{
	struct num most = num_of(0), next = num_of(0), change;
	size_t n = 0, period = 0;

	for (size_t i = 0; i < periods_count(j->periods); i++) {
		if (!change_of(j, indicator, place, i, &change))
			continue;
		n++;
		if (num_compare(change, most) > 0) {
			next = most;
			most = change;
			period = i;
		} else if (num_compare(change, next) > 0) {
			next = change;
		}
	}
	if (num_compare(num_of((int64_t)n), p->limit[REEKS]) < 0 ||
	    next.units == 0 || !num_multiply(next, p->limit[SPRONG], &change) ||
	    num_compare(most, change) <= 0)
		return;
	if (x->count == 0) {
		x->low = next;
		x->high = most;
	}
	find(x, place, period,
	     cell_num(store_get(j->store, indicator, period, place)));
}

void
plausible_judge(const struct plausible *p, struct join *j, size_t indicator)
{
	const struct indicator *x = catalogue_at(j->catalogue, indicator);
	struct found outside = {0}, jump = {0};
	bool bound = x->weging == WEGING_GEWICHT || units_is_ratio(x->eenheid);

	for (size_t i = 0; i < periods_count(j->periods); i++)
		if (p->given[BEREIK] && bound)
			judge_range(p, j, indicator, i, &outside);
	for (size_t i = 0; i < places_grid(j->places); i++)
		if (p->given[SPRONG])
			judge_jumps(p, j, indicator, i, &jump);
	tell(j, indicator, &outside, RULE_OUTSIDE);
	tell(j, indicator, &jump, RULE_JUMP);
}
