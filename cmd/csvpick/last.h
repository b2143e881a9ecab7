/* Of the records with the same values in some columns only the last, as the
 * last period of each indicator, in the order in which the first of them came.
 * Holds one record for each. */
#ifndef LAST_H
#define LAST_H

#include "csvin.h"
#include "text.h"

struct last;

/* columns: "a,b" of r, which has read its header. NULL when one is not there,
 * message given. */
struct last *last_new(const char *columns, const struct csvin *r);
void last_free(struct last *l);
/* What is picked of the current record of r, in place of the one before. */
void last_keep(struct last *l, const struct csvin *r, const struct text *fields,
	       size_t count);
/* The i-th that is kept, until there are none: NULL. */
const struct text *last_at(const struct last *l, size_t i, size_t *count);

#endif
