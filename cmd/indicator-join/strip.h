/* An indicator along its own periods, in order of time, and the cells of one
 * place in them: what the long layouts write row by row. Looked up once for
 * each place, not once for each row and each year of its trend. */
#ifndef STRIP_H
#define STRIP_H

#include <stddef.h>

#include "figure.h"
#include "join.h"

/* The country's value in a period, as it is written. */
struct strip_country {
	struct text text;
	char buf[NUM_TEXT];
};

/* Plain values; arrays of count, owned by the strip. */
struct strip {
	size_t indicator, place, count;
	size_t *periods;	   /* their numbers */
	long *windows;		   /* see strip_open */
	const struct cell **cells; /* NULL where nobody delivered */
	struct strip_country *country;
};

/* order: all periods in order of time. A period's window is the TREND_YEARS
 * places in the strip of the years that end with it, oldest first, beginning
 * with -1 when one of them is not there. */
void strip_open(struct strip *s, struct join *j, size_t indicator,
		const size_t *order, size_t n);
void strip_close(struct strip *s);
/* Goes to a place of the grid. */
void strip_turn(struct strip *s, const struct join *j, size_t place);
/* The cell at i of the strip. */
struct figure strip_figure(const struct strip *s, const struct join *j,
			   size_t i);

#endif
