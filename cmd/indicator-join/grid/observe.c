#include <stdint.h>

#include "diag.h"
#include "grid/join.h"
#include "num.h"
#include "region.h"
#include "tables/rule.h"

#define PERIODE_MAX 32

static void
find_fault(struct join *j, const struct source *s, enum rule rule,
	   enum observation_column c, struct text arg)
{
	struct finding_place p = observations_place(source_rows(s), c);

	finding_add(j->findings, &rules[rule], &p, &arg, 1);
}

static int
refuse_duplicate(struct join *j, size_t source, const struct cell *old,
		 struct text key)
{
	const struct source *s = j->sources[source];
	char shown[TEXT_SHOW];

	return diag_fail_at(source_name(s), source_row(s),
			    "duplicate key %s: %s:%zu has it already; narrow "
			    "tabel or dimensies, or leave one out",
			    text_show(key, shown), j->names[old->source].s,
			    (size_t)old->row);
}

/* Where a record goes. */
struct target {
	size_t series, place, period;
};

static int
keep(struct join *j, size_t source, const struct target *t,
     struct observation x)
{
	const struct source *s = j->sources[source];
	struct cell *c = store_cell(j->store, t->series, t->period, t->place);

	if (c->kind != CELL_NONE)
		return refuse_duplicate(
		    j, source, c, join_key(j, t->series, t->place, t->period));
	j->observed[t->series] = true;
	if (t->place < places_municipalities(j->places) ||
	    t->place >= places_grid(j->places))
		j->local[t->series] = true;
	c->kind = CELL_SOURCE;
	c->row = source_row(s);
	c->source = (uint16_t)source;
	c->tabel = (uint16_t)join_table(j, source_field(s, OBSERVATION_TABEL));
	measures_take(j->measures, t->series, source_rows(s),
		      j->names[source].s, &x);
	c->status = (uint8_t)x.status;
	cell_set(c, x.value, x.decimals);
	c->reden = (uint8_t)x.reden;
	return 0;
}

static int
leave_out(struct join *j, size_t source, size_t *count, const char *cause)
{
	const struct source *s = j->sources[source];
	const struct text parts[4] = {source_field(s, OBSERVATION_TABEL),
				      source_field(s, OBSERVATION_ONDERWERP),
				      source_field(s, OBSERVATION_REGIO),
				      source_field(s, OBSERVATION_PERIODE)};

	++*count;
	unmatched_at(j->unmatched, source_name(s), source_row(s));
	unmatched_add(j->unmatched, SIDE_WAARNEMINGEN, parts, cause);
	return 0;
}

/* A region of another division, or a name or half a code: a slip. */
static int
leave_out_region(struct join *j, size_t source)
{
	const struct source *s = j->sources[source];
	struct text regio = source_field(s, OBSERVATION_REGIO);

	if (region_is_code(region_normalize(regio)))
		return leave_out(j, source, &j->counts.region, "regio");
	find_fault(j, s, RULE_REGION, OBSERVATION_REGIO, regio);
	j->counts.rejected++;
	return 0;
}

/* The first series after this one, with its onderwerp, that matches. */
static size_t
next_match(const struct join *j, const struct source *s, size_t series)
{
	do
		series = catalogue_selection(j->catalogue, series)->next;
	while (series != SERIES_NONE && !source_matches(s, series));
	return series;
}

/* From the first series that matches on: fills all that do. */
static int
take(struct join *j, size_t source, size_t series, size_t place)
{
	const struct source *s = j->sources[source];
	bool in_grid = place < places_grid(j->places);
	struct text periode = source_field(s, OBSERVATION_PERIODE);
	struct target t = {series, place, 0};
	struct observation x;

	if (periode.n == 0 || periode.n > PERIODE_MAX) {
		find_fault(j, s, RULE_PERIOD, OBSERVATION_PERIODE, periode);
		j->counts.rejected++;
		return 0;
	}
	t.period = periods_intern(j->periods, periode);
	x = observations_value(source_rows(s), j->findings);
	while (t.series != SERIES_NONE) {
		bool weight = t.series >= catalogue_count(j->catalogue);

		if ((place < j->kept || !weight) && keep(j, source, &t, x) < 0)
			return -1;
		t.series = next_match(j, s, t.series);
	}
	if (in_grid)
		j->counts.used++;
	else
		j->counts.others++;
	return 0;
}

int
join_observe(struct join *j, size_t source)
{
	struct source *s = j->sources[source];
	size_t series = source_series(s);
	long place;

	j->counts.read++;
	if (series == SERIES_NONE)
		return leave_out(j, source, &j->counts.onderwerp, "onderwerp");
	if (!source_matches(s, series))
		series = next_match(j, s, series);
	if (series == SERIES_NONE)
		return leave_out(j, source, &j->counts.selection,
				 "tabel, editie of dimensies");
	place = places_find(
	    j->places, observations_raw(source_rows(s), OBSERVATION_REGIO));
	if (place < 0)
		return leave_out_region(j, source);
	return take(j, source, series, (size_t)place);
}
