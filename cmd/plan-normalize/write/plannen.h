/* The plan register: one row per plan, period, soort and category
 * (contracts.md: plannen). Ten rows of one record differ in a few columns, so
 * rows are put together here from parts that were quoted once, and not field
 * by field through csvout. */
#ifndef PLANNEN_H
#define PLANNEN_H

#include "read/amount.h"
#include "read/binding.h"
#include "csvout.h"
#include "read/plan.h"
#include "judge/tally.h"

/* What is the same in all rows of a delivery. */
struct plannen_facts {
	struct text peildatum, levering, telling;
};

struct plannen;

/* Writes the header. */
struct plannen *plannen_new(struct output *out, enum csvout_form form,
			    const struct binding *b,
			    const struct plannen_facts *facts);
/* Tells the output how many rows it has, and frees. */
void plannen_finish(struct plannen *w);
/* One row for each of the record's numbers but the controles. Adds what is
 * written to the account. -1 when a sum does not fit, message given. */
int plannen_add(struct plannen *w, const struct plan *plan,
		const struct amount *amounts, size_t count,
		struct account *written);

#endif
