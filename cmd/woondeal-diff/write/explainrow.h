/* The rows of an explanation: the number, then what it was made of. The
 * numbers of the other rows add up to the first. */
#ifndef EXPLAIN_ROW_H
#define EXPLAIN_ROW_H

#include "csvout.h"
#include "growth/growth.h"
#include "agree/opgaverow.h"
#include "agree/ruleset.h"
#include "stand/stand.h"

void explain_row_header(struct csvout *w);
/* What was asked for, or a part of it; what else is to be said of it. */
struct answer {
	const char *kind;
	const char *column;
	const char *unit;
	struct text value;
	bool opgave;	 /* why there is none */
	bool growth;	 /* until when it counts */
	bool incomplete; /* who is not complete */
};

void explain_row_answer(struct csvout *w, const struct stand_row *r,
			const struct answer *a);
/* sign: 1 or -1, what the cell or target does to the number. */
void explain_row_cell(struct csvout *w, const struct stand *s,
		      const struct growth_cell *c, enum subject o, int sign);
void explain_row_opgave(struct csvout *w, const struct stand *s,
			const struct opgave_row *row, int sign);
/* sets: may be NULL. */
void explain_row_plan(struct csvout *w, const struct frame *k,
		      const struct plan_amount *a, const struct rulesets *sets);
/* A row when municipality m is not complete, with what is missing. */
void explain_row_complete(struct csvout *w, const struct stand *s,
			  const struct stand_row *r, size_t m);

#endif
