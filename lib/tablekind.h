/* Which of our tables a header is of, and which option takes it: for who was
 * given another. */
#ifndef TABLEKIND_H
#define TABLEKIND_H

#include <stddef.h>

#include "text.h"

/* "gemeenten.csv, municipalities (-g of plan-normalize)", behind "this is";
 * NULL when it is none of ours. */
const char *tablekind_of(const struct text *names, size_t count);
/* The same of a header as it stands in a file, separated by commas. */
const char *tablekind_of_line(struct text line);

#endif
