#include "grid/join.h"

#include <stdio.h>

#include "grid/total.h"
#include "tables/rule.h"

/* A ratio being made, and what is told of it once. */
struct ratio {
	struct join *j;
	size_t indicator;
	const struct indicator *of;
	struct units_scale scale;
	bool fits;	      /* its units make that of the catalogue */
	size_t without;	      /* cells with a noemer of 0 or less */
	size_t place, period; /* of the first */
	struct num noemer;
};

long
join_part(const struct join *j, size_t series, size_t period)
{
	struct text moment = catalogue_selection(j->catalogue, series)->moment;
	struct text year = periods_text(j->periods, period);
	char buf[16];

	if (moment.n == 0)
		return (long)period;
	if (periods_at(j->periods, period).grain != GRAIN_YEAR)
		return -1;
	snprintf(buf, sizeof(buf), "%.*s-%.*s", (int)year.n, year.s,
		 (int)moment.n, moment.s);
	return periods_find(j->periods, text_of(buf));
}

static const struct cell *
part_at(const struct join *j, size_t series, size_t place, size_t period)
{
	long at = join_part(j, series, period);

	return at < 0 ? NULL : store_get(j->store, series, (size_t)at, place);
}

/* A part of a place: its own row, else the sum of its municipalities. True when
 * there is a row at all; *made: it is a sum. */
static bool
take_part(const struct ratio *r, size_t series, struct total *t, bool *made)
{
	const struct place *p = places_at(r->j->places, t->place);
	const struct cell *c = part_at(r->j, series, t->place, t->period);
	bool any = c != NULL;

	t->series = series;
	t->weging = WEGING_SOM;
	if (c || r->of->weging == WEGING_GEEN || p->member_count == 0 ||
	    p->level == REGION_LAND) {
		total_add(r->j, t, c, NULL, num_of(1));
		return any;
	}
	*made = true;
	for (size_t i = 0; i < p->member_count; i++) {
		c = part_at(r->j, series, p->members[i], t->period);
		any = any || c;
		total_add(r->j, t, c, NULL, num_of(1));
	}
	return any;
}

/* A noemer of nothing is marked, not divided by. */
static enum reden
judge_noemer(struct ratio *r, const struct total *noemer)
{
	if (noemer->top.units > 0)
		return REDEN_NONE;
	if (r->without++ == 0) {
		r->place = noemer->place;
		r->period = noemer->period;
		r->noemer = noemer->top;
	}
	return noemer->top.units == 0 ? REDEN_ONMOGELIJK : REDEN_ONBEKEND;
}

static bool
divide(const struct ratio *r, struct num teller, struct num noemer,
       struct num *out)
{
	return num_multiply(teller, r->scale.times, &teller) &&
	       num_multiply(noemer, r->scale.by, &noemer) &&
	       num_divide(teller, noemer, r->of->decimalen, NUM_HALF_AWAY, out);
}

static void
tell_digits(struct ratio *r, const struct total *t)
{
	struct finding_place p = {.name = text_of("waarde")};
	struct text key = join_key(r->j, r->indicator, t->place, t->period);

	finding_add(r->j->findings, &rules[RULE_DIGITS], &p, &key, 1);
}

static size_t
tables_of(struct ratio *r, const struct total *a, const struct total *b)
{
	struct join *j = r->j;

	if (a->any && b->any)
		return total_tables(j, a->tabel, b->tabel);
	if (a->any || b->any)
		return a->any ? a->tabel : b->tabel;
	return join_table(
	    j, catalogue_selection(j->catalogue, r->indicator)->tabel);
}

static struct cell
make(struct ratio *r, const struct total *a, const struct total *b, bool made)
{
	struct cell out = {0};
	enum reden reden = a->reden > b->reden ? a->reden : b->reden;
	struct num v = {0};

	if (reden == REDEN_NONE)
		reden = judge_noemer(r, b);
	if (reden == REDEN_NONE && !r->fits)
		reden = REDEN_ONBEKEND;
	if (reden == REDEN_NONE &&
	    (a->over || b->over || !divide(r, a->top, b->top, &v))) {
		tell_digits(r, a);
		reden = REDEN_ONBEKEND;
	}
	cell_set(&out, v, r->of->decimalen);
	out.kind = made ? CELL_COMPUTED : CELL_RATIO;
	out.status = (uint8_t)(a->status > b->status ? a->status : b->status);
	out.reden = (uint8_t)reden;
	out.tabel = (uint16_t)tables_of(r, a, b);
	return out;
}

static void
put(struct ratio *r, size_t place, size_t period)
{
	struct total teller = {.place = place, .period = period};
	struct total noemer = teller;
	bool made = false;
	bool any = take_part(r, r->of->teller, &teller, &made);

	any = take_part(r, r->of->noemer, &noemer, &made) || any;
	if (!any)
		return;
	*store_cell(r->j->store, r->indicator, period, place) =
	    make(r, &teller, &noemer, made);
	r->j->observed[r->indicator] = true;
}

/* Of units that do not make the one of the catalogue, and of a noemer of
 * nothing: once. */
static void
tell(struct ratio *r)
{
	struct join *j = r->j;
	struct finding_place p = {.name = text_of("eenheid")};
	char count[NUM_TEXT], noemer[NUM_TEXT];
	const struct text units[] = {
	    r->of->code, measures_unit(j->measures, r->of->teller),
	    measures_unit(j->measures, r->of->noemer), r->of->eenheid};

	if (!r->fits && j->observed[r->indicator])
		finding_add(j->findings, &rules[RULE_RATIO_UNIT], &p, units, 4);
	if (r->without == 0)
		return;
	p.name = text_of("waarde");
	p.value = num_format(r->noemer, noemer);
	const struct text args[] = {
	    join_key(j, r->indicator, r->place, r->period), p.value,
	    num_format(num_of((int64_t)r->without), count)};
	finding_add(j->findings, &rules[RULE_NOEMER], &p, args, 3);
}

/* 2023 is a period of the ratio when the teller has 2023-Q4, whoever else has
 * 2023. */
static void
add_years(struct join *j, size_t series)
{
	struct text moment = catalogue_selection(j->catalogue, series)->moment;
	size_t n = moment.n ? periods_count(j->periods) : 0;

	for (size_t i = 0; i < n; i++) {
		struct text year = periods_text(j->periods, i), part;
		char buf[16];

		if (!store_has(j->store, series, i) ||
		    !periods_known(j->periods, i))
			continue;
		snprintf(buf, sizeof(buf), "%d",
			 periods_at(j->periods, i).year);
		if (text_split(&year, '-', &part) && year.s &&
		    text_equal(year, moment))
			periods_intern(j->periods, text_of(buf));
	}
}

void
join_divide(struct join *j, size_t indicator)
{
	const struct indicator *x = catalogue_at(j->catalogue, indicator);
	struct ratio r = {.j = j, .indicator = indicator, .of = x};
	size_t n = places_grid(j->places);

	if (!x->is_ratio)
		return;
	j->local[indicator] = j->local[x->teller] && j->local[x->noemer];
	r.fits = units_ratio(j->units, measures_unit(j->measures, x->teller),
			     measures_unit(j->measures, x->noemer), x->eenheid,
			     &r.scale);
	add_years(j, x->teller);
	for (size_t i = 0; i < periods_count(j->periods); i++) {
		long at = join_part(j, x->teller, i);

		if (at < 0 || !store_has(j->store, x->teller, (size_t)at))
			continue;
		for (size_t place = 0; place < n; place++)
			put(&r, place, i);
	}
	tell(&r);
}
