/* Records as JSON (RFC 8259), for --json: one array, an object for each record,
 * a line each, written as they come. An empty cell is null. A cell of a column
 * that holds numbers is a number, digit for digit as in the CSV; all others are
 * strings, and so is what is no number to JSON. For csvout. */
#ifndef JSONOUT_H
#define JSONOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "output.h"
#include "text.h"

struct jsonout;

struct jsonout *jsonout_new(struct output *o);
void jsonout_free(struct jsonout *j);
/* The names of the columns, copied; numbers: of each whether it holds numbers.
 * -1 with the message given when two have one name. */
int jsonout_header(struct jsonout *j, const struct text *names, size_t count,
		   const bool *numbers);
void jsonout_record(struct jsonout *j, const struct text *fields);
/* The end of the array; of no array when there was no header. */
void jsonout_finish(struct jsonout *j);

#endif
