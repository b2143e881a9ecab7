/* The rules of sheet-extract: what a reader of the CSV cannot see. */
#ifndef RULES_H
#define RULES_H

#include "book.h"
#include "finding.h"

enum rule {
	RULE_SHEET_HIDDEN,
	RULE_OTHER_HIDDEN,
	RULE_ROWS_HIDDEN,
	RULE_COLUMNS_HIDDEN,
	RULE_MERGED,
	RULE_UNCACHED,
	RULE_ERROR,
	RULE_BAD_DATE,
	RULE_LEAP_BUG,
	RULE_TEXT_DATE,
	RULE_CUT_OFF,
	RULE_EMPTY,
	RULE_UNSHOWN,
	RULE_RECORD,
	RULE_COLUMN
};

/* Where findings go, and about what. */
struct report {
	struct findings *findings;
	const struct book *book;
	size_t sheet;
	bool info; /* findings of severity info are wanted too */
};

/* A finding about the sheet (row and column 0), a row, a column or a cell;
 * both from 1. args: up to two texts for {0} and {1}. */
struct remark {
	enum rule rule;
	size_t row, column;
	struct text value;
	struct text args[2];
};

void rules_add(const struct report *to, const struct remark *r);
/* What is to be said about a cell in itself, if anything. */
void rules_cell(const struct report *to, const struct cell *c);

#endif
