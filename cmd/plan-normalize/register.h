/* The plan register: one row per plan, period, soort and category
 * (contracts.md: plannen). */
#ifndef REGISTER_H
#define REGISTER_H

#include "amount.h"
#include "csvout.h"
#include "plan.h"
#include "tally.h"

struct register_writer;

/* levering, peildatum and telling are the same in all rows. Writes the
 * header. */
struct register_writer *register_new(struct csvout *csv, struct text peildatum,
				     struct text levering, struct text telling);
void register_free(struct register_writer *w);
/* One row for each of the record's numbers but the controles. Adds what is
 * written to the account. -1 when a sum does not fit, message given. */
int register_plan(struct register_writer *w, const struct plan *plan,
		  const struct amount *amounts, size_t count,
		  struct account *written);

#endif
