/* Records held back and written as a table for people (--table): as wide as
 * the terminal, no line of it broken; the header underlined, numbers to the
 * right and never cut, what steers a terminal as '?'. What does not fit is left
 * out and said on standard error: columns that are empty first, then those to
 * the right; texts are cut, with a mark; rows beyond the most that were asked
 * for are only counted. Holds the rows that it shows. For csvout. */
#ifndef CSVTABLE_H
#define CSVTABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "output.h"
#include "text.h"

struct csvtable;

/* rows: the most that is shown; 0: all. */
struct csvtable *csvtable_new(size_t rows);
void csvtable_free(struct csvtable *t);
/* Copies a record; the first is the header, all have its width. numbers: of
 * each column whether its header says it holds numbers; NULL: none does. Asked
 * of the header only. */
void csvtable_add(struct csvtable *t, const struct text *fields, size_t count,
		  const bool *numbers);
/* Writes the table, once, and says what it left out. Returns the number of
 * records in it, the header's included; -1 with the message given. */
long csvtable_write(struct csvtable *t, struct output *o);

#endif
