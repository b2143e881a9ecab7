#include "plans/row.h"

#include "diag.h"

static const enum register_column columns[TRAITS] = {
    [TRAIT_HARDHEID] = REGISTER_HARDHEID,
    [TRAIT_PLANSTATUS] = REGISTER_PLANSTATUS,
    [TRAIT_PROJECTFASE] = REGISTER_PROJECTFASE,
    [TRAIT_PLANTYPE] = REGISTER_PLANTYPE,
    [TRAIT_OPDRACHTGEVER] = REGISTER_OPDRACHTGEVER,
    [TRAIT_AREA] = REGISTER_GEBIED,
    [TRAIT_KNELPUNTEN] = REGISTER_KNELPUNTEN,
    [TRAIT_GEMEENTE] = REGISTER_GEMEENTE,
    [TRAIT_PLAN_NAME] = REGISTER_PLAN_NAAM,
    [TRAIT_DELIVERY] = REGISTER_LEVERING,
    [TRAIT_SOURCE_ROW] = REGISTER_BRON_RIJ,
    [TRAIT_SOURCE_COLUMN] = REGISTER_BRON_KOLOM,
    [TRAIT_CONFIDENTIALITY] = REGISTER_VERTROUWELIJKHEID,
};

const char *
trait_name(enum trait t)
{
	return register_column_name(columns[t]);
}

/* What "ca." or a range allows, with the sign: of sloop the most is the least
 * net. */
static bool
take_numbers(struct frame *k, const struct plan_row *row, struct plan_amount *a)
{
	bool sloop = row->soort == SOORT_SLOOP;
	int64_t low, high;
	if (!amount_read(&k->guard, row->aantal, &a->amount))
		return false;
	low = high = a->amount;
	if (row->estimate && (!amount_read(&k->guard, row->laag, &low) ||
			      !amount_read(&k->guard, row->hoog, &high)))
		return false;
	a->amount = sloop ? -a->amount : a->amount;
	a->low = sloop ? -high : low;
	a->high = sloop ? -low : high;
	return true;
}

enum plan_verdict
plan_amount_of(struct frame *k, const struct plan_row *row,
	       struct plan_amount *a)
{
	if (row->soort == SOORT_GEREALISEERD ||
	    row->hardheid == HARDHEID_TELT_NIET)
		return PLAN_COUNTS_NOT;
	if (!row->given)
		return row->herkomst == HERKOMST_NVT ? PLAN_COUNTS_NOT
						     : PLAN_EMPTY;
	if (!take_numbers(k, row, a)) {
		diag_fail_at(row->file, row->row,
			     "the dwellings together are too many to be held "
			     "exactly");
		return PLAN_FULL;
	}
	a->hardheid = row->hardheid;
	a->whole_year = row->telling == TELLING_JAAR;
	if (row->estimate)
		a->precision = row->herkomst == HERKOMST_CIRCA ? CIRCA : RANGE;
	a->cause = a->precision;
	a->span.from = row->van ? row->van : SPAN_OPEN_FROM;
	a->span.to = row->tot ? row->tot : SPAN_OPEN_TO;
	a->row = row->row;
	a->file = row->file;
	return PLAN_COUNTS;
}

void
plan_amount_traits(const struct registers *r, const bool uses[TRAITS],
		   struct plan_amount *a)
{
	for (int t = 0; t < TRAITS; t++)
		if (uses[t])
			a->trait[t] = registers_field(r, columns[t]);
}
