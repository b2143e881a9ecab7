#include <stdint.h>

#include "diag.h"
#include "join.h"
#include "num.h"
#include "region.h"
#include "rules.h"

#define PERIODE_MAX 32

/* What a record says, once its words and number are understood. */
struct reading {
	struct num value;
	int decimals;
	enum status status;
	enum reden reden;
	size_t tabel;
};

static void
find_fault(struct join *j, const struct source *s, enum rule rule,
	   enum source_column c, struct text arg)
{
	struct finding_place p = source_place(s, c);

	finding_add(j->findings, &rules[rule], &p, &arg, 1);
}

/* Decimals as written, trimmed: 56.0 has one. Those of 1e3 come from the
 * number. */
static int
decimals_of(struct text t, struct num v)
{
	size_t n = 0;

	while (n < t.n && t.s[t.n - n - 1] >= '0' && t.s[t.n - n - 1] <= '9')
		n++;
	if (n == t.n || n > 18 || t.s[t.n - n - 1] != '.')
		return v.scale;
	return (int)n;
}

static void
read_value(struct join *j, const struct source *s, struct reading *r)
{
	struct text waarde = text_trim(source_field(s, COLUMN_WAARDE));
	struct text reden = source_field(s, COLUMN_REDEN);

	if (!reden_of(text_trim(reden), &r->reden)) {
		find_fault(j, s, RULE_REASON, COLUMN_REDEN, reden);
		r->reden = REDEN_ONBEKEND;
		return;
	}
	if (r->reden != REDEN_NONE) {
		if (waarde.n)
			find_fault(j, s, RULE_BOTH, COLUMN_WAARDE, reden);
		return;
	}
	if (waarde.n == 0) {
		find_fault(j, s, RULE_NO_REASON, COLUMN_WAARDE, reden);
		r->reden = REDEN_ONBEKEND;
	} else if (num_parse(waarde, NUM_PLAIN, &r->value) != NUM_OK) {
		find_fault(j, s, RULE_NUMBER, COLUMN_WAARDE, waarde);
		r->reden = REDEN_ONBEKEND;
	} else {
		r->decimals = decimals_of(waarde, r->value);
	}
}

static void
read_record(struct join *j, const struct source *s, struct reading *r)
{
	struct text status = text_trim(source_field(s, COLUMN_STATUS));

	*r = (struct reading){0};
	if (!status_of(status, &r->status)) {
		find_fault(j, s, RULE_STATUS, COLUMN_STATUS, status);
		r->status = STATUS_ONBEKEND;
	}
	read_value(j, s, r);
	if (r->status == STATUS_NONE && r->reden == REDEN_NONE)
		r->status = STATUS_ONBEKEND;
	r->tabel = join_table(j, source_field(s, COLUMN_TABEL));
}

/* A series has one unit; a value in another is not comparable. */
static bool
unit_fits(struct join *j, const struct source *s, size_t series)
{
	struct text eenheid = source_field(s, COLUMN_EENHEID);
	struct finding_place p;
	struct text args[2];

	if (!j->units[series].s) {
		j->units[series] = arena_text(j->arena, eenheid);
		return true;
	}
	if (text_equal(j->units[series], eenheid))
		return true;
	p = source_place(s, COLUMN_EENHEID);
	args[0] = catalogue_selection(j->catalogue, series)->onderwerp;
	args[1] = j->units[series];
	finding_add(j->findings, &rules[RULE_UNIT], &p, args, 2);
	return false;
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
     const struct reading *r)
{
	const struct source *s = j->sources[source];
	struct cell *c = store_cell(j->store, t->series, t->period, t->place);

	if (c->kind != CELL_NONE)
		return refuse_duplicate(
		    j, source, c, join_key(j, t->series, t->place, t->period));
	j->observed[t->series] = true;
	c->kind = CELL_SOURCE;
	c->row = source_row(s);
	c->source = (uint16_t)source;
	c->tabel = (uint16_t)r->tabel;
	c->status = (uint8_t)r->status;
	cell_set(c, r->value, r->decimals);
	c->reden = (uint8_t)r->reden;
	if (!unit_fits(j, s, t->series) && c->reden == REDEN_NONE)
		c->reden = REDEN_ONBEKEND;
	return 0;
}

static int
leave_out(struct join *j, size_t source, size_t *count, const char *cause)
{
	const struct source *s = j->sources[source];
	const struct text parts[4] = {
	    source_field(s, COLUMN_TABEL), source_field(s, COLUMN_ONDERWERP),
	    source_field(s, COLUMN_REGIO), source_field(s, COLUMN_PERIODE)};

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
	struct text regio = source_field(s, COLUMN_REGIO);

	if (region_is_code(region_normalize(regio)))
		return leave_out(j, source, &j->counts.region, "regio");
	find_fault(j, s, RULE_REGION, COLUMN_REGIO, regio);
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
	struct text periode = text_trim(source_field(s, COLUMN_PERIODE));
	struct target t = {series, place, 0};
	struct reading r;

	if (periode.n == 0 || periode.n > PERIODE_MAX) {
		find_fault(j, s, RULE_PERIOD, COLUMN_PERIODE, periode);
		j->counts.rejected++;
		return 0;
	}
	t.period = periods_intern(j->periods, periode);
	read_record(j, s, &r);
	while (t.series != SERIES_NONE) {
		bool weight = t.series >= catalogue_count(j->catalogue);

		if ((place < j->kept || !weight) && keep(j, source, &t, &r) < 0)
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
	place = places_find(j->places, source_field(s, COLUMN_REGIO));
	if (place < 0)
		return leave_out_region(j, source);
	return take(j, source, series, (size_t)place);
}
