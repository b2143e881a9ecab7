#include "read/amount.h"

#include <stdio.h>
#include <stdlib.h>

#include "read/crossing.h"
#include "ground/estimate.h"
#include "dwellings.h"
#include "mem.h"

struct amount_reader {
	const struct binding *binding;
	enum num_form form;
	struct text peildatum;
	int first_year;
	struct report *report;
	struct amount *list;
	struct kind *kinds;    /* of a record with a categorie */
	struct bounds *bounds; /* of estimates, by place in the list */
	bool told;	       /* leeg:nul */
};

bool
amount_counts(const struct amount *a)
{
	return !a->column->check && !a->aside && a->given && a->kind->part == 0;
}

static void
take_peildatum(struct amount_reader *r, struct text peildatum)
{
	struct years y;
	bool limit;

	r->peildatum = peildatum;
	peildatum.n = peildatum.n > 4 ? 4 : peildatum.n;
	r->first_year = years_parse(peildatum, &y, &limit) ? y.from : 0;
}

struct amount_reader *
amount_reader_new(const struct binding *b, enum num_form form,
		  struct text peildatum, struct report *report)
{
	struct amount_reader *r = mem_new(struct amount_reader);

	r->binding = b;
	r->form = form;
	r->report = report;
	take_peildatum(r, peildatum);
	r->list = mem_array(b->column_count + 1, sizeof(*r->list));
	r->kinds = mem_array(b->column_count + 1, sizeof(*r->kinds));
	r->bounds = mem_array(b->column_count + 1, sizeof(*r->bounds));
	return r;
}

void
amount_reader_free(struct amount_reader *r)
{
	if (!r)
		return;
	free(r->list);
	free(r->kinds);
	free(r->bounds);
	free(r);
}

static void
judge(struct amount_reader *r, const struct amount *a, enum rule rule,
      struct text cell, struct text extra)
{
	report_add(r->report, rule, (long)a->column->column, cell, extra);
}

/* An empty cell: nothing, or zero where the layout says so. */
static void
read_empty(struct amount_reader *r, struct amount *a)
{
	a->herkomst = HERKOMST_LEEG;
	if (!a->kind->leeg_nul || a->column->check)
		return;
	a->herkomst = HERKOMST_AFGELEID;
	a->given = true;
	if (!r->told)
		judge(r, a, RULE_LEEG_NUL, text_of(""), text_of(""));
	r->told = true;
}

static void
turn_round(struct amount_reader *r, struct amount *a)
{
	struct bounds *b = &r->bounds[a - r->list];
	struct num low = b->low;

	a->value.units = -a->value.units;
	if (!a->bounds)
		return;
	b->low = b->high;
	b->high = low;
	b->low.units = -b->low.units;
	b->high.units = -b->high.units;
}

/* Sloop is positive in the register, whatever its sign was. */
static void
turn_sloop(struct amount_reader *r, struct amount *a, struct text cell)
{
	bool negative = a->value.units < 0;
	char buf[NUM_TEXT];

	if (negative)
		turn_round(r, a);
	if (negative != a->kind->min && a->value.units)
		judge(r, a, RULE_SLOOP, cell, num_format(a->value, buf));
}

static void
judge_past(struct amount_reader *r, const struct amount *a, struct text cell)
{
	const long *field = r->binding->field;
	int last = a->years.to;
	/* Where records say whether sloop is realised, it is told likewise. */
	bool due = a->kind->soort == SOORT_BOUW ||
		   (a->kind->soort == SOORT_SLOOP &&
		    field[FIELD_SLOOP_GEREALISEERD] >= 0);

	if (due && last && last < r->first_year && a->value.units > 0 &&
	    amount_counts(a))
		judge(r, a, RULE_PAST, cell, r->peildatum);
}

/* A number of the cell, exact or estimated, as what it must be. */
static void
judge_number(struct amount_reader *r, struct amount *a, struct text cell)
{
	struct num least;

	if (a->kind->soort == SOORT_SLOOP)
		turn_sloop(r, a, cell);
	least = a->bounds ? a->bounds->low : a->value;
	if (least.units < 0 && !a->kind->netto)
		judge(r, a, RULE_NEGATIVE, cell, text_of(""));
	judge_past(r, a, cell);
}

/* What an estimate was read as: "50 (40-60)". */
static void
tell_estimate(struct amount_reader *r, const struct amount *a, struct text cell)
{
	char value[NUM_TEXT], low[NUM_TEXT], high[NUM_TEXT];
	char text[3 * NUM_TEXT + 8];

	snprintf(text, sizeof(text), "%s (%s-%s)",
		 num_format(a->value, value).s,
		 num_format(a->bounds->low, low).s,
		 num_format(a->bounds->high, high).s);
	judge(r, a, RULE_ESTIMATE, cell, text_of(text));
}

static enum rule
rule_of(enum estimate what)
{
	switch (what) {
	case ESTIMATE_AMBIGUOUS:
		return RULE_AMBIGUOUS;
	case ESTIMATE_DATE:
		return RULE_DATE;
	case ESTIMATE_CIRCA:
		return RULE_NO_CIRCA;
	case ESTIMATE_RANGE:
		return RULE_NO_BEREIK;
	case ESTIMATE_NONE:
		break;
	}
	return RULE_NUMBER;
}

/* Neither a number nor a word that stands for one. */
static void
read_estimate(struct amount_reader *r, struct amount *a, struct text cell)
{
	const struct estimate_rule *rule = &r->binding->layout->estimates;
	struct bounds *b = &r->bounds[a - r->list];
	enum estimate what = estimate_stated(cell, r->form, b, &a->value);
	bool settled = what != ESTIMATE_NONE;

	if (!settled) {
		what = estimate_read(cell, r->form, b);
		settled = (what == ESTIMATE_CIRCA || what == ESTIMATE_RANGE) &&
			  estimate_settle(rule, what, b, &a->value);
	}
	if (!settled) {
		judge(r, a, rule_of(what), cell, text_of(""));
		return;
	}
	a->given = true;
	a->bounds = b;
	a->herkomst = what == ESTIMATE_CIRCA ? HERKOMST_CIRCA : HERKOMST_BEREIK;
	if (a->column->check)
		return;
	judge_number(r, a, cell);
	if (!r->report->error)
		tell_estimate(r, a, cell);
}

static void
read_word(struct amount_reader *r, struct amount *a, struct text cell)
{
	const struct word *w = layout_cell(r->binding->layout, cell);

	if (!w) {
		read_estimate(r, a, cell);
	} else if (text_is(w->value, "nul")) {
		a->herkomst = HERKOMST_NUL;
		a->given = true;
	} else if (text_is(w->value, "leeg")) {
		read_empty(r, a);
	} else {
		a->herkomst =
		    text_is(w->value, "nvt") ? HERKOMST_NVT : HERKOMST_ONBEKEND;
	}
}

/* A number as workbooks store it to the number they show, or to as many
 * decimals as the layout says. */
static enum dwellings
settle(const struct amount_reader *r, struct num *v)
{
	enum dwellings d = dwellings_settle(v);

	if (d == DWELLINGS_FRACTION && r->binding->layout->rounds &&
	    num_round(*v, DWELLINGS_DECIMALS, NUM_HALF_AWAY, v))
		return DWELLINGS_FINE;
	return d;
}

static void
settle_number(struct amount_reader *r, struct amount *a, struct text cell)
{
	struct num before = a->value;
	char buf[NUM_TEXT];

	switch (settle(r, &a->value)) {
	case DWELLINGS_FRACTION:
		judge(r, a, RULE_DECIMALS, cell, text_of(""));
		return;
	case DWELLINGS_MANY:
		judge(r, a, RULE_MANY, cell, text_of(""));
		return;
	case DWELLINGS_RESIDUE:
		judge(r, a, RULE_RESIDUE, cell, num_format(a->value, buf));
		break;
	case DWELLINGS_FINE:
	case DWELLINGS_EMPTY:
	case DWELLINGS_BAD:
		if (num_compare(before, a->value) == 0)
			break;
		judge(r, a, RULE_ROUNDED, cell, num_format(a->value, buf));
		return;
	}
	if (!num_is_whole(a->value))
		judge(r, a, RULE_FRACTION, cell, text_of(""));
}

static void
read_number(struct amount_reader *r, struct amount *a, struct text cell)
{
	a->given = true;
	a->herkomst = a->value.units ? HERKOMST_OPGEGEVEN : HERKOMST_NUL;
	if (a->column->check) {
		settle(r, &a->value);
		return;
	}
	if (a->value.scale || a->value.units > DWELLINGS_MOST ||
	    a->value.units < -DWELLINGS_MOST)
		settle_number(r, a, cell);
	judge_number(r, a, cell);
}

/* A few digits and nothing else: most cells. */
static bool
read_digits(struct text cell, struct num *out)
{
	int64_t v = 0;

	if (cell.n == 0 || cell.n > 9)
		return false;
	for (size_t i = 0; i < cell.n; i++) {
		if (cell.s[i] < '0' || cell.s[i] > '9')
			return false;
		v = v * 10 + (cell.s[i] - '0');
	}
	*out = num_of(v);
	return true;
}

static void
read_cell(struct amount_reader *r, struct amount *a, struct text cell)
{
	if (read_digits(cell, &a->value)) {
		read_number(r, a, cell);
		return;
	}
	switch (num_parse(cell, r->form, &a->value)) {
	case NUM_OK:
		read_number(r, a, cell);
		break;
	case NUM_EMPTY:
		read_empty(r, a);
		break;
	case NUM_AMBIGUOUS:
		judge(r, a, RULE_AMBIGUOUS, cell, text_of(""));
		break;
	case NUM_BAD:
	case NUM_RANGE:
		read_word(r, a, cell);
		break;
	}
}

/* The record's categorie says what its numbers are; how they are written, and
 * that they are realised, remains the column's. What is realised of sloop has
 * no place in the register, so sloop is not held against totals either. */
static void
take_kind(struct amount *a, const struct kind *k, struct kind *own)
{
	const struct kind *c = a->column->kind;
	bool realised = c->soort == SOORT_GEREALISEERD;

	*own = *k;
	own->leeg_nul = c->leeg_nul || k->leeg_nul;
	own->min = c->min || k->min;
	a->aside = k->soort == SOORT_SLOOP && (a->column->check || realised);
	if (a->column->check)
		own->soorten = c->soorten;
	else if (realised)
		own->soort = SOORT_GEREALISEERD;
	a->kind = own;
}

/* What is to be built becomes what is; what is realised of sloop has no place
 * in the register. */
static void
take_realised(struct amount *a, struct kind *own)
{
	if (a->kind->soort == SOORT_SLOOP) {
		a->gone = a->aside = true;
		return;
	}
	*own = *a->kind;
	own->soort = SOORT_GEREALISEERD;
	a->kind = own;
}

/* A sum of nothing is only said of the dwellings as a whole, but what is not
 * known is said of all. */
static void
finish_sum(struct amount_reader *r, struct amount *a, const struct plan *plan)
{
	char buf[NUM_TEXT];

	if (a->given) {
		judge_past(r, a, num_format(a->value, buf));
		return;
	}
	a->aside = a->herkomst != HERKOMST_ONBEKEND &&
		   (a->kind->part || a->kind->soort != SOORT_BOUW ||
		    a->column->quiet || a->column->told ||
		    !(plan->told[SOORT_BOUW] & 1));
}

/* A number in a sum beside a cell that is onbekend is less than it will be:
 * told once, at that cell. */
static void
tell_unknown(struct amount_reader *r, const struct csvin *in, size_t i)
{
	const struct bound_column *c = r->list[i].column;

	for (size_t k = 0; k < c->into_count; k++) {
		if (!r->list[c->into[k]].given)
			continue;
		judge(r, &r->list[i], RULE_SUM_PART,
		      text_trim(csvin_field(in, c->column)), text_of(""));
		return;
	}
}

/* Cells of a sum have no place of their own in the register: first all
 * numbers, then what is said of the sums. */
static void
add_up(struct amount_reader *r, const struct csvin *in, const struct plan *plan,
       size_t n)
{
	char buf[NUM_TEXT];

	for (size_t i = 0; i < n; i++) {
		struct amount *a = &r->list[i];

		if (!a->given)
			crossing_say(r->list, i);
		else if (!crossing_add(r->list, r->bounds, i, plan->told))
			judge(r, a, RULE_NUMBER, num_format(a->value, buf),
			      text_of(""));
	}
	for (size_t i = 0; i < n; i++) {
		if (r->list[i].column->sum)
			finish_sum(r, &r->list[i], plan);
		else if (r->list[i].herkomst == HERKOMST_ONBEKEND)
			tell_unknown(r, in, i);
	}
}

/* Dwellings that are realised in a year that is yet to come: the year or the
 * flag is wrong, and nobody knows which. Once for each soort of a record. */
static void
judge_realised(struct amount_reader *r, const struct plan *plan, size_t n)
{
	static const enum field flags[] = {
	    [SOORT_BOUW] = FIELD_BOUW_GEREALISEERD,
	    [SOORT_SLOOP] = FIELD_SLOOP_GEREALISEERD};
	bool told[SOORT_COUNT] = {false};

	for (size_t i = 0; plan->to_come && i < n; i++) {
		const struct amount *a = &r->list[i];
		enum soort s = a->column->kind->soort;

		if (told[s] || a->column->check || !a->given ||
		    !a->value.units || !plan->realised[s])
			continue;
		told[s] = true;
		report_add(r->report, RULE_REALISED_LATER,
			   r->binding->field[flags[s]], plan->field[FIELD_JAAR],
			   r->peildatum);
	}
}

size_t
amount_read(struct amount_reader *r, const struct csvin *in,
	    const struct plan *plan, const struct amount **list)
{
	size_t n = r->binding->column_count;

	if (r->binding->field[FIELD_PEILDATUM] >= 0)
		take_peildatum(r, plan->peildatum);
	for (size_t i = 0; i < n; i++) {
		const struct bound_column *c = &r->binding->columns[i];
		struct amount *a = &r->list[i];

		*a = (struct amount){.column = c, .kind = c->kind};
		a->years = years_given(c->years) ? c->years : plan->years;
		a->aside = c->into_count > 0;
		a->herkomst = HERKOMST_LEEG;
		if (plan->realised[c->kind->soort])
			take_realised(a, &r->kinds[i]);
		if (c->sum)
			continue;
		if (plan->kind)
			take_kind(a, plan->kind, &r->kinds[i]);
		read_cell(r, a, text_trim(csvin_field(in, c->column)));
	}
	add_up(r, in, plan, n);
	judge_realised(r, plan, n);
	*list = r->list;
	return n;
}
