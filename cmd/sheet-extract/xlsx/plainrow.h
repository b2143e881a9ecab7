/* Rows of a worksheet part in the one plain form in which nearly all are
 * written: <row r="1" ...><c r="A1" s="1" t="s"><v>7</v></c>...</row>, known
 * attributes once each in double quotes, numbers and texts with at most the
 * five entities of XML, formulas with their value. What is not exactly so is
 * left to the parser: nothing is judged here, and nothing is taken that a
 * parser would refuse or read otherwise. ECMA-376 18.3.1.4, 18.3.1.73. */
#ifndef PLAINROW_H
#define PLAINROW_H

#include <stdbool.h>
#include <stdint.h>

#include "text.h"
#include "xlsx/xlsxcell.h"
#include "xmlplain.h"

struct plaincell {
	struct text text; /* a view: of <v>, or of <t> in <is> */
	size_t style;
	uint16_t column;
	uint8_t type; /* enum xlsxtype */
	bool formula, has_value, has_string;
	bool preserve; /* the blanks of has_string's text */
};

struct plainrow {
	bool prefixed; /* given: x14ac is declared, and may be met */
	size_t row;    /* from 0 */
	struct text number;
	struct text hidden, height; /* s is NULL without the attribute */
	struct plaincell *cells;
	size_t count, cap;
	size_t column;	       /* of the next cell without a place */
	struct xmlplain texts; /* of this row */
};

/* Namespace prefix of an attribute that Excel gives to rows. */
#define PLAINROW_PREFIX "x14ac"

/* The row that begins at p, behind which come at least XMLPLAIN_SLACK NULs;
 * `next` is its number, from 0, when it has none of its own. Returns its bytes,
 * or 0 when it is not plain or not whole. Views are valid as long as p,
 * and until the next row. */
size_t plainrow_read(struct plainrow *r, const char *p, size_t next);
void plainrow_free(struct plainrow *r);

#endif
