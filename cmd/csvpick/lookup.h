/* A column more out of another table: of a municipality's code its name.
 * NAME=COLUMN:FILE is the column NAME of the first record of FILE whose COLUMN
 * is that of the record at hand; empty where there is none. Both are trimmed.
 * FILE is held whole: it is a table that people keep. */
#ifndef LOOKUP_H
#define LOOKUP_H

#include "csvin.h"
#include "text.h"

struct lookup;

/* NULL when ask is not of that form, a column is not there or FILE cannot be
 * read, message given. r has read its header. */
struct lookup *lookup_new(const char *ask, const struct csvin *r);
void lookup_free(struct lookup *l);
/* Both live as long as l. */
struct text lookup_name(const struct lookup *l);
struct text lookup_value(const struct lookup *l, const struct text *fields);

#endif
