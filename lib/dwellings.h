/* Numbers of dwellings as one rule for all tools: whole, or with at most six
 * decimals (some provinces deliver shares), at most ten million in one cell.
 * The binary residue of a workbook, 3.0000000000000036 where Excel shows 3, is
 * the number that Excel shows: that of its first 15 digits. */
#ifndef DWELLINGS_H
#define DWELLINGS_H

#include "num.h"
#include "text.h"

#define DWELLINGS_DECIMALS 6
#define DWELLINGS_MOST INT64_C(10000000)

enum dwellings {
	DWELLINGS_FINE,
	DWELLINGS_RESIDUE,  /* fine, but for residue that was taken off */
	DWELLINGS_EMPTY,    /* no text */
	DWELLINGS_BAD,	    /* not a number in this form, or ambiguous */
	DWELLINGS_FRACTION, /* over six decimals */
	DWELLINGS_MANY	    /* over ten million, on either side of zero */
};

/* Reads a whole text; *out only when it is fine or residue. */
enum dwellings dwellings_parse(struct text t, enum num_form form,
			       struct num *out);
/* The same of a number that was read: takes the residue off *n. */
enum dwellings dwellings_settle(struct num *n);
/* What was expected of a text that is none of the first three. */
const char *dwellings_expected(enum dwellings d);

#endif
