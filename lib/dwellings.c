#include "dwellings.h"

/* What a double, and so a workbook, holds of any number. */
#define SAFE_DIGITS 15

static int
digits_of(int64_t units)
{
	int n = 0;

	for (; units; units /= 10)
		n++;
	return n;
}

enum dwellings
dwellings_settle(struct num *n)
{
	int over = digits_of(n->units) - SAFE_DIGITS;
	struct num v = *n;

	if (num_compare(v, num_of(DWELLINGS_MOST)) > 0 ||
	    num_compare(v, num_of(-DWELLINGS_MOST)) < 0)
		return DWELLINGS_MANY;
	if (v.scale <= DWELLINGS_DECIMALS)
		return DWELLINGS_FINE;
	if (over <= 0 || !num_round(v, v.scale - over, NUM_HALF_AWAY, &v) ||
	    v.scale > DWELLINGS_DECIMALS)
		return DWELLINGS_FRACTION;
	*n = v;
	return DWELLINGS_RESIDUE;
}

enum dwellings
dwellings_parse(struct text t, enum num_form form, struct num *out)
{
	struct num v;
	enum dwellings d;

	switch (num_parse(t, form, &v)) {
	case NUM_OK:
		d = dwellings_settle(&v);
		if (d == DWELLINGS_FINE || d == DWELLINGS_RESIDUE)
			*out = v;
		return d;
	case NUM_EMPTY:
		return DWELLINGS_EMPTY;
	case NUM_RANGE:
		return DWELLINGS_MANY;
	default:
		return DWELLINGS_BAD;
	}
}

const char *
dwellings_expected(enum dwellings d)
{
	switch (d) {
	case DWELLINGS_FRACTION:
		return "a number with at most six decimals";
	case DWELLINGS_MANY:
		return "at most 10000000 in one cell, in at most 18 digits";
	default:
		return "a number with a decimal point";
	}
}
