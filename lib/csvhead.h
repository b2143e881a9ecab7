/* The header of a CSV: its columns' names, trimmed, each once. For csvin. */
#ifndef CSVHEAD_H
#define CSVHEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct csvhead;

/* NULL when a name is empty or comes twice, message given. `file` is not
 * copied; `row` is the header's line. */
struct csvhead *csvhead_new(const char *file, size_t row,
			    const struct text *fields, size_t count);
void csvhead_free(struct csvhead *h);
size_t csvhead_count(const struct csvhead *h);
/* These fields are the header once more. */
bool csvhead_is(const struct csvhead *h, const struct text *fields,
		size_t count);
/* Lives as long as h. */
struct text csvhead_name(const struct csvhead *h, size_t i);
/* Index of a column, or -1. */
long csvhead_find(const struct csvhead *h, const char *name);
/* The same, -1 with a message that lists the columns and the nearest. */
long csvhead_need(const struct csvhead *h, const char *name);

#endif
