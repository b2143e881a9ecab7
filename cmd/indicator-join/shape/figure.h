/* What a cell of the grid says, ready to be written: a value or a reden, and
 * what the indicator's other cells say about it. */
#ifndef FIGURE_H
#define FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "grid/join.h"

struct figure {
	const struct indicator *indicator;
	const struct place *place;
	struct text periode;
	struct num waarde; /* when reden is REDEN_NONE */
	int decimals;	   /* to write waarde with */
	enum status status;
	enum reden reden;
	struct text nl_waarde;
	int positie; /* 0: none */
	enum trend trend;
	struct text eenheid;
	struct text tabel;
};

/* The trend of so many values, oldest first. */
enum trend figure_trend(const struct join *j, const struct num *v, size_t n,
			struct kendall_test *out);

/* The periods with a value among the years that end with one. */
struct figure_window {
	size_t n, periods[KENDALL_MOST]; /* oldest first */
	struct kendall_test test;	 /* unless there is no trend */
};
/* The trend over them; TREND_NONE when they are too few, or the last has no
 * value. */
enum trend figure_window(const struct join *j, size_t indicator, size_t place,
			 size_t period, struct figure_window *w);
/* Only value, status and reden, of a cell that may be NULL. */
struct figure figure_cell(const struct join *j, size_t indicator, size_t place,
			  const struct cell *c);
/* And the period, for the layouts that have no more. */
struct figure figure_value(const struct join *j, size_t indicator, size_t place,
			   size_t period);

#endif
