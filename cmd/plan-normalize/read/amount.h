/* The numbers of one record. */
#ifndef AMOUNT_H
#define AMOUNT_H

#include "read/binding.h"
#include "num.h"
#include "read/plan.h"
#include "sum.h"

struct amount {
	const struct bound_column *column;
	const struct kind *kind; /* the column's, or the record's */
	struct years years;	 /* the column's, or the record's */
	bool aside;		 /* of no place in the register */
	bool gone;		 /* so, being sloop that is realised */
	bool given;		 /* there is a number */
	bool said;		 /* a sum, and a part has no number */
	struct num value;
	const struct bounds *bounds; /* of an estimate; NULL: exact */
	enum herkomst herkomst;
};

/* Dwellings that count as capacity or its like: given, of all dwellings. */
bool amount_counts(const struct amount *a);

struct amount_reader;

/* form: how numbers are written; first_year: of the peildatum, 0 if none. */
struct amount_reader *amount_reader_new(const struct binding *b,
					enum num_form form,
					struct text peildatum,
					struct report *report);
void amount_reader_free(struct amount_reader *r);
/* All number columns of the record, controles too, in a list that is valid
 * until the next call. Returns how many. */
size_t amount_read(struct amount_reader *r, const struct csvin *in,
		   const struct plan *plan, const struct amount **list);

#endif
