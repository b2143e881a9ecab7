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

/* Where a record goes. known: one of its kind went there before. */
struct target {
	size_t series, place, period;
	bool known;
};

/* What is found once for a kind, after its first record was kept. */
static void
note(struct join *j, const struct target *t, struct join_kind *kind)
{
	j->observed[t->series] = true;
	if (t->place < places_municipalities(j->places) ||
	    t->place >= places_grid(j->places))
		j->local[t->series] = true;
	kind->table = join_table(
	    j, source_field(j->sources[kind->source], OBSERVATION_TABEL));
}

static int
keep(struct join *j, const struct target *t, struct join_kind *kind,
     const struct observation *x)
{
	struct observation own;
	const struct source *s = j->sources[kind->source];
	struct cell *c = store_cell(j->store, t->series, t->period, t->place);

	if (c->kind != CELL_NONE)
		return refuse_duplicate(
		    j, kind->source, c,
		    join_key(j, t->series, t->place, t->period));
	if (!t->known)
		note(j, t, kind);
	if (!t->known || !kind->same_unit) {
		own = *x;
		x = &own;
		kind->same_unit =
		    measures_take(j->measures, t->series, source_rows(s),
				  j->names[kind->source].s, &own);
	}
	c->kind = CELL_SOURCE;
	c->row = source_row(s);
	c->source = (uint16_t)kind->source;
	c->tabel = (uint16_t)kind->table;
	c->status = (uint8_t)x->status;
	cell_set(c, x->value, x->decimals);
	c->reden = (uint8_t)x->reden;
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

static int
keep_in_grid(struct join *j, const struct target *t, struct join_kind *kind,
	     const struct observation *x)
{
	bool weight = t->series >= catalogue_count(j->catalogue);

	return t->place < j->kept || !weight ? keep(j, t, kind, x) : 0;
}

/* The series after the first that match too. Of those nothing is known. */
static __attribute__((noinline)) int
take_others(struct join *j, struct target t, struct join_kind kind,
	    const struct observation *x)
{
	for (t.known = false; t.series != SERIES_NONE;
	     t.series = next_match(j, j->sources[kind.source], t.series))
		if (keep_in_grid(j, &t, &kind, x) < 0)
			return -1;
	return 0;
}

/* From the first series that matches on: fills all that do. */
static int
take(struct join *j, struct join_kind *kind, bool known)
{
	const struct source *s = j->sources[kind->source];
	struct text periode = source_field(s, OBSERVATION_PERIODE);
	struct target t = {kind->series, kind->place, 0, known};
	struct observation x;

	if (periode.n == 0 || periode.n > PERIODE_MAX) {
		find_fault(j, s, RULE_PERIOD, OBSERVATION_PERIODE, periode);
		j->counts.rejected++;
		return 0;
	}
	t.period = periods_intern(j->periods, periode);
	x = observations_value(source_rows(s), j->findings);
	if (keep_in_grid(j, &t, kind, &x) < 0)
		return -1;
	t.series = next_match(j, s, t.series);
	if (t.series != SERIES_NONE && take_others(j, t, *kind, &x) < 0)
		return -1;
	if (t.place < places_grid(j->places))
		j->counts.used++;
	else
		j->counts.others++;
	return 0;
}

/* A record of a kind that is not known. A region that is not as we write it,
 * places_find counts each time. */
static int
take_first(struct join *j, struct join_kind kind, struct join_kind *known)
{
	const struct observations *rows = source_rows(j->sources[kind.source]);
	size_t rejected = j->counts.rejected;

	if (take(j, &kind, false) < 0)
		return -1;
	if (j->counts.rejected == rejected &&
	    text_equal(observations_raw(rows, OBSERVATION_REGIO),
		       places_at(j->places, kind.place)->code))
		*known = kind;
	return 0;
}

static __attribute__((noinline)) int
observe(struct join *j, size_t source, struct join_kind *known)
{
	struct source *s = j->sources[source];
	struct join_kind kind = {.source = source,
				 .kind = observations_kind(source_rows(s)),
				 .series = source_series(s)};
	long place;

	if (kind.series == SERIES_NONE)
		return leave_out(j, source, &j->counts.onderwerp, "onderwerp");
	if (!source_matches(s, kind.series))
		kind.series = next_match(j, s, kind.series);
	if (kind.series == SERIES_NONE)
		return leave_out(j, source, &j->counts.selection,
				 "tabel, editie of dimensies");
	place = places_find(
	    j->places, observations_raw(source_rows(s), OBSERVATION_REGIO));
	if (place < 0)
		return leave_out_region(j, source);
	kind.place = (size_t)place;
	return take_first(j, kind, known);
}

int
join_observe(struct join *j, size_t source)
{
	struct source *s = j->sources[source];
	size_t kind = observations_kind(source_rows(s));
	struct join_kind *known = &j->kinds[kind % JOIN_KINDS];

	j->counts.read++;
	source_series(s);
	if (kind && known->kind == kind && known->source == source)
		return take(j, known, true);
	return observe(j, source, known);
}
