#include "plausible.h"

#include "tables/limits.h"
#include "tables/rule.h"
#include "tables/units.h"

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
is_outside(const struct num *limit, struct num v, const struct found *x)
{
	bool below = num_compare(v, x->low) < 0;
	struct num out, range;

	if (!below && num_compare(v, x->high) <= 0)
		return false;
	return num_subtract(below ? x->low : v, below ? v : x->high, &out) &&
	       num_subtract(x->high, x->low, &range) &&
	       num_multiply(out, num_of(100), &out) &&
	       num_multiply(range, *limit, &range) &&
	       num_compare(out, range) > 0;
}

static void
judge_range(const struct num *limit, struct join *j, size_t indicator,
	    size_t period, struct found *x)
{
	for (size_t i = 0; i < places_grid(j->places); i++) {
		const struct cell *c =
		    store_get(j->store, indicator, period, i);
		struct found now = {0};

		if (!cell_has(c) || c->kind == CELL_COMPUTED ||
		    !range_of(j, indicator, period, places_at(j->places, i),
			      &now) ||
		    !is_outside(limit, cell_num(c), &now))
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
judge_jumps(const struct num *limit, struct join *j, size_t indicator,
	    size_t place, struct found *x)
{
	const struct num *least = limits_of(j->limits, LIMIT_REEKS);
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
	if ((least && num_compare(num_of((int64_t)n), *least) < 0) ||
	    next.units == 0 || !num_multiply(next, *limit, &change) ||
	    num_compare(most, change) <= 0)
		return;
	if (x->count == 0) {
		x->low = next;
		x->high = most;
	}
	find(x, place, period,
	     cell_num(store_get(j->store, indicator, period, place)));
}

/* The other source for a place on the day that a period begins: of the same
 * period, else of one that begins on the same day, as 2024-01 for 2024. */
static const struct cell *
other_of(const struct join *j, size_t series, size_t place, size_t period)
{
	const struct cell *c = store_get(j->store, series, period, place);
	int32_t day;

	if (cell_has(c) || !periods_known(j->periods, period))
		return c;
	day = period_start(periods_at(j->periods, period));
	for (size_t i = 0; i < periods_count(j->periods); i++) {
		if (!periods_known(j->periods, i) ||
		    period_start(periods_at(j->periods, i)) != day)
			continue;
		c = store_get(j->store, series, i, place);
		if (cell_has(c))
			return c;
	}
	return NULL;
}

/* Farther apart than so many percent of the other. */
static bool
differs(struct num a, struct num b, struct num percent)
{
	struct num apart, room;

	if (!num_subtract(a, b, &apart) ||
	    !num_multiply(apart, num_of(100), &apart) ||
	    !num_multiply(b, percent, &room))
		return false;
	if (apart.units < 0)
		apart.units = -apart.units;
	if (room.units < 0)
		room.units = -room.units;
	return num_compare(apart, room) > 0;
}

static void
tell_source(struct join *j, const struct limits_pair *p, const struct found *x,
	    const struct cell *other)
{
	char count[NUM_TEXT], own[NUM_TEXT], has[NUM_TEXT], limit[NUM_TEXT];
	struct finding_place place = {.name = text_of("waarde")};

	place.value = num_format(x->value, own);
	const struct text args[] = {
	    join_key(j, p->indicator, x->place, x->period),
	    num_format(num_of((int64_t)x->count), count),
	    num_format(x->low, has),
	    catalogue_selection(j->catalogue, p->series)->onderwerp,
	    join_table_name(j, other->tabel),
	    num_format(p->limit, limit)};
	finding_add(j->findings, &rules[RULE_SOURCE], &place, args, 6);
}

/* An indicator against another source, by what stands in both. */
static void
judge_source(struct join *j, const struct limits_pair *p)
{
	const struct cell *first = NULL;
	struct found x = {0};

	for (size_t k = 0;
	     k < periods_count(j->periods) * places_grid(j->places); k++) {
		size_t place = k % places_grid(j->places);
		size_t period = k / places_grid(j->places);
		const struct cell *c =
		    store_get(j->store, p->indicator, period, place);
		const struct cell *other;

		if (!cell_has(c) || c->kind == CELL_COMPUTED)
			continue;
		other = other_of(j, p->series, place, period);
		if (!cell_has(other) ||
		    !differs(cell_num(c), cell_num(other), p->limit))
			continue;
		if (x.count == 0) {
			first = other;
			x.low = cell_num(other);
		}
		find(&x, place, period, cell_num(c));
	}
	if (first)
		tell_source(j, p, &x, first);
}

void
plausible_judge(struct join *j, size_t indicator)
{
	const struct indicator *x = catalogue_at(j->catalogue, indicator);
	const struct num *range = limits_of(j->limits, LIMIT_BEREIK);
	const struct num *times = limits_of(j->limits, LIMIT_SPRONG);
	struct found outside = {0}, jump = {0};
	bool bound = x->weging == WEGING_GEWICHT || units_is_ratio(x->eenheid);

	for (size_t i = 0; i < periods_count(j->periods); i++)
		if (range && bound)
			judge_range(range, j, indicator, i, &outside);
	for (size_t i = 0; i < places_grid(j->places); i++)
		if (times)
			judge_jumps(times, j, indicator, i, &jump);
	tell(j, indicator, &outside, RULE_OUTSIDE);
	tell(j, indicator, &jump, RULE_JUMP);
	for (size_t i = 0; i < limits_pairs(j->limits); i++)
		if (limits_pair(j->limits, i)->indicator == indicator)
			judge_source(j, limits_pair(j->limits, i));
}
