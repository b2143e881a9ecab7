/* Records held back and written as a table for people: two blanks between
 * columns, the header underlined, numbers to the right, no blanks at the end
 * of a line, what steers a terminal as '?'. Holds all records. For csvout. */
#ifndef CSVTABLE_H
#define CSVTABLE_H

#include <stddef.h>

#include "output.h"
#include "text.h"

struct csvtable;

struct csvtable *csvtable_new(void);
void csvtable_free(struct csvtable *t);
/* Copies a record; the first is the header, all have its width. */
void csvtable_add(struct csvtable *t, const struct text *fields, size_t count);
/* Writes the table; once. */
void csvtable_write(struct csvtable *t, struct output *o);

#endif
