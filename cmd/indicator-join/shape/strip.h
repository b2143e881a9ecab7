/* An indicator along its own periods, in order of time, and the cells of one
 * place in them: what the long layouts write row by row. Looked up once for
 * each place, not once for each row and each year of its trend. */
#ifndef STRIP_H
#define STRIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shape/figure.h"
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

/* Of a value and those of so many years before it. */
struct strip_pairs {
	int8_t sum;  /* how many are less minus how many are more */
	int8_t same; /* how many are the same */
};

/* Plain values; arrays of count, owned by the strip. */
struct strip {
	const struct join *j;
	size_t indicator, place, count;
	size_t *periods; /* their numbers */
	struct strip_slice *slices;
	size_t years, least;	   /* of the window of a trend; values in it */
	long *windows;		   /* see strip_open */
	struct strip_pairs *pairs; /* likewise */
	const struct cell **cells; /* NULL where nobody delivered */
	int64_t *values;	   /* of cells with a value, in one scale */
	bool wide;		   /* they do not fit one scale: not used */
	enum trend *trends;	   /* that end at each */
	struct strip_country *country;
};
/* order: all periods in order of time. A period's window is the places in the
 * strip of the years that end with it, oldest first; -1: not there. */
void strip_open(struct strip *s, struct join *j, size_t indicator,
		const size_t *order, size_t n);
void strip_close(struct strip *s);
/* Goes to a place of the grid. */
void strip_turn(struct strip *s, size_t place);
/* The cell at i of the strip. */
struct figure strip_figure(const struct strip *s, const struct join *j,
			   size_t i);

#endif
