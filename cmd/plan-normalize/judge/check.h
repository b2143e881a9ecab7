/* What must hold within a plan: a controle column is what its parts add up
 * to, each partition of its dwellings adds up to its total, and its phases
 * agree on what the project is. */
#ifndef CHECK_H
#define CHECK_H

#include "read/amount.h"

struct checker;

struct checker *checker_new(const struct binding *b, struct report *report);
void checker_free(struct checker *c);
/* One record. Partitions of a plan may be spread over records that follow
 * each other (PMW Draaitabel). -1 when a sum does not fit, message given. */
int checker_record(struct checker *c, const struct plan *plan,
		   const struct amount *amounts, size_t count);
/* After the last record: the last plan. */
void checker_finish(struct checker *c);

/* What is to be said about the columns, once; the header is the record just
 * read. */
void check_header(const struct binding *b, struct report *r);

#endif
