/* The plan register: one row per plan, period, soort and category
 * (contracts.md: plannen). Ten rows of one record differ in a few columns, so
 * rows are put together here from parts that were quoted once, and not field
 * by field through csvout. */
#ifndef REGISTER_H
#define REGISTER_H

#include "read/amount.h"
#include "read/binding.h"
#include "output.h"
#include "read/plan.h"
#include "judge/tally.h"

/* What is the same in all rows of a delivery. */
struct register_facts {
	struct text peildatum, levering, telling;
};

struct register_writer;

/* Writes the header. */
struct register_writer *register_new(struct output *out,
				     const struct binding *b,
				     const struct register_facts *facts);
/* Tells the output how many rows it has, and frees. */
void register_finish(struct register_writer *w);
/* One row for each of the record's numbers but the controles. Adds what is
 * written to the account. -1 when a sum does not fit, message given. */
int register_plan(struct register_writer *w, const struct plan *plan,
		  const struct amount *amounts, size_t count,
		  struct account *written);

#endif
