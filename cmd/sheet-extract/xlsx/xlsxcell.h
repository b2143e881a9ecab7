/* One cell of a worksheet part: what its type, style and text make of it. */
#ifndef XLSXCELL_H
#define XLSXCELL_H

#include "sheets.h"
#include "buffer.h"
#include "cell/value.h"

/* Values of the attribute t. */
enum xlsxtype {
	XLSX_NUMBER,
	XLSX_SHARED,
	XLSX_FORMULA_TEXT,
	XLSX_BOOLEAN,
	XLSX_ERROR,
	XLSX_DATE,
	XLSX_INLINE,
	XLSX_UNKNOWN
};

struct xlsxcell {
	const struct book *book;
	size_t sheet;
	size_t row, column;
	size_t style;
	enum xlsxtype type;
	bool formula;		    /* there is an <f> */
	bool has_value, has_string; /* a <v>, an <is> */
	struct text value;	    /* of the <v>; a view */
	struct text string;	    /* of the <is>; a view */
	struct buffer escaped;
	char buf[VALUE_TEXT];
};

/* Before the attributes of a new cell. */
void xlsxcell_clear(struct xlsxcell *x);
void xlsxcell_set_type(struct xlsxcell *x, struct text t);
/* string, as the text of a <t>: blanks at its ends and escapes undone. */
void xlsxcell_end_string(struct xlsxcell *x, bool preserve);
/* Fills *c in; its text is valid until the next cell. 0, or -1 with the
 * message given. */
int xlsxcell_make(struct xlsxcell *x, struct cell *c);
/* "FILE:Sheet!F12: error: WHAT "VALUE""; returns -1. */
int xlsxcell_fail(const struct xlsxcell *x, const char *what,
		  struct text value);

#endif
