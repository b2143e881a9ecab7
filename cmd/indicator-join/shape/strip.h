/* An indicator along its own periods, in order of time, and the cells of one
 * place in them: what the long layouts write row by row. Looked up once for
 * each place, not once for each row and each year of its trend. */
#ifndef STRIP_H
#define STRIP_H

#include <stdbool.h>
#include <stddef.h>

#include "shape/figure.h"
#include "shape/trends.h"
#include "grid/join.h"

/* The country's value in a period, as it is written: in buf, where 32 bytes
 * may be read. */
struct strip_country {
	struct text text;
	char buf[32];
};

/* The cells of a period by place, as store_slice has them. */
struct strip_slice {
	const struct cell *cells;
	size_t n;
};

/* Plain values; arrays of count, owned by the strip. */
struct strip {
	const struct join *j;
	size_t indicator, place, count;
	size_t *periods; /* their numbers */
	struct strip_slice *slices;
	const struct cell **cells; /* NULL where nobody delivered */
	struct trends *trends;
	enum trend *found; /* that ends at each */
	struct strip_country *country;
};
/* order: all periods in order of time. */
void strip_open(struct strip *s, struct join *j, size_t indicator,
		const size_t *order, size_t n);
void strip_close(struct strip *s);
/* Goes to a place of the grid. */
void strip_turn(struct strip *s, size_t place);
/* The cell at i of the strip. */
struct figure strip_figure(const struct strip *s, const struct join *j,
			   size_t i);

#endif
