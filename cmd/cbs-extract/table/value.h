/* One cell of CBS: an exact decimal, a text, or the reason why there is none.
 * Digits are copied, never computed with, so that nothing is rounded. */
#ifndef VALUE_H
#define VALUE_H

#include <stdbool.h>

#include "text.h"

enum value_kind {
	VALUE_NUMBER,
	VALUE_BLANK,   /* nothing there: what it means is the form's affair */
	VALUE_MISSING, /* "." unknown, unreliable or confidential */
	VALUE_SECRET,  /* "x", in older publications */
	VALUE_TEXT     /* anything else */
};

#define VALUE_TEXT_MAX 48

/* The number's text is a view into `cell` or, when its comma became a point
 * or its exponent was written out, into buf. */
struct value {
	enum value_kind kind;
	struct text text;
};

/* comma: a decimal comma is allowed beside the point. No form of CBS's
 * machine-readable data has thousands separators. */
struct value value_read(struct text cell, bool comma, char buf[VALUE_TEXT_MAX]);
/* 8 and 8.0 are the same figure. */
bool value_same(struct text a, struct text b);

#endif
