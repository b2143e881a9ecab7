/* Totals rows: found by what they are, and held against the rows above them,
 * since what a municipality added up itself shows whether rows are missing. */
#ifndef TOTALS_H
#define TOTALS_H

#include "ground/report.h"
#include "read/amount.h"

/* What the record at hand is. */
enum totals_verdict {
	TOTALS_PLAN,  /* no totals row */
	TOTALS_TOTAL, /* one, and the layout says so */
	TOTALS_SUM,   /* its numbers are the sum of rows above it, and its words
		       * say total or it has no id or status as others have */
	TOTALS_WORD, /* its words say total, and it has neither id nor status */
	TOTALS_ALIKE /* its numbers are the sum, and nothing tells what it is */
};

struct totals;

struct totals *totals_new(const struct binding *b, enum num_form form,
			  struct report *report);
void totals_free(struct totals *t);
/* rule: what the layout drops the record by, or NULL. A word that is only part
 * of a name does not make a total of a plan that has an id or a status of its
 * own and is not the sum of others. */
enum totals_verdict totals_judge(struct totals *t, const struct csvin *in,
				 const struct skip_rule *rule);
/* The column whose word names the record at hand. */
long totals_named(const struct totals *t, const struct csvin *in);
/* A plan's numbers, accepted or not. -1 when a sum does not fit. */
int totals_add(struct totals *t, const struct csvin *in,
	       const struct amount *list, size_t count);
/* The record at hand is a totals row: of all rows above, of those since the
 * totals row before, or of its municipality. */
void totals_row(struct totals *t, const struct csvin *in);
/* A blank row: another block may begin. */
void totals_blank(struct totals *t);
/* The record at hand counts as a plan. */
void totals_counts(struct totals *t, const struct csvin *in);
/* After the last record: what stands above the rows it is the sum of. A totals
 * row is held against them; -1 with the message given for a record that counts
 * as a plan, and has neither id nor status: these dwellings count twice. */
int totals_finish(struct totals *t, const struct csvin *in);

/* True when a text says total as a whole word. */
bool totals_word(struct text t);

#endif
