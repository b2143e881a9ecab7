/* The trends of one place in all periods of an indicator: of each period that
 * of the years that end with it. Each pair of values is compared once, in
 * however many windows it is, and pairs side by side. */
#ifndef TRENDS_H
#define TRENDS_H

#include <stddef.h>

#include "grid/join.h"

struct trends;

/* Of n periods, by number. j and periods outlive it. */
struct trends *trends_new(struct join *j, const size_t *periods, size_t n);
void trends_free(struct trends *t);
/* The trend that ends at each of the n cells, by period; NULL where nobody
 * delivered. */
void trends_find(struct trends *t, const struct cell *const *cells,
		 enum trend *out);

#endif
