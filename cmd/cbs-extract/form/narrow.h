/* Long records: an observation each, as v4 has them (Observations). */
#ifndef NARROW_H
#define NARROW_H

#include <stddef.h>

#include "meta/meta.h"
#include "run.h"
#include "text.h"

struct narrow;

/* Of a table (empty: not said) with these columns, which must have Measure,
 * Value, StringValue and ValueAttribute; the others but Id are dimensions. NULL
 * on failure, message given. */
struct narrow *narrow_new(struct run *run, const struct text *names,
			  size_t count, struct text table,
			  const struct meta *own);
/* A record, whose place is in the run. */
void narrow_take(struct narrow *r, const struct text *fields);
/* The end of a page or file. */
void narrow_end(struct narrow *r);
void narrow_free(struct narrow *r);
/* Its table. */
struct edition *narrow_edition(const struct narrow *r);

#endif
