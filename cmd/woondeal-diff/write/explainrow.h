/* The rows of an explanation: the number, then what it was made of. The
 * numbers of the other rows add up to the first. */
#ifndef EXPLAIN_ROW_H
#define EXPLAIN_ROW_H

#include "csvout.h"
#include "growth/growth.h"
#include "agree/opgaverow.h"
#include "agree/delivered.h"
#include "agree/ruleset.h"
#include "stand/stand.h"

/* What is told beside the numbers; each may be NULL. */
struct explain_setting {
	const struct rulesets *rulesets;
	/* With it two columns more: the cell in its file, and who may know. */
	const struct delivered *delivered;
};

struct explain_to {
	struct csvout *w;
	const struct explain_setting *setting;
};

void explain_row_header(const struct explain_to *to);
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

void explain_row_answer(const struct explain_to *to, const struct stand_row *r,
			const struct answer *a);
/* sign: 1 or -1, what the cell or target does to the number. */
void explain_row_cell(const struct explain_to *to, const struct stand *s,
		      const struct growth_cell *c, enum subject o, int sign);
void explain_row_opgave(const struct explain_to *to, const struct stand *s,
			const struct opgave_row *row, int sign);
void explain_row_plan(const struct explain_to *to, const struct frame *k,
		      const struct plan_amount *a);
/* A row when municipality m is not complete, with what is missing. */
void explain_row_complete(const struct explain_to *to, const struct stand *s,
			  const struct stand_row *r, size_t m);

#endif
