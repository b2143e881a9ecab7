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

/* The eight periods that end at this one, oldest first; false when one was
 * not met. */
#define TREND_YEARS 8
bool figure_window(const struct join *j, size_t period,
		   size_t window[TREND_YEARS]);
/* The trend over them and, when there is a window, its S. */
enum trend figure_trend(const struct join *j, size_t indicator, size_t place,
			size_t period, int *s);
/* The trend that S stands for. */
enum trend figure_trend_of(int s);
/* The trend of so many values, oldest first, and its S. */
enum trend figure_mann_kendall(const struct num *v, int *s);
/* Only value, status and reden, of a cell that may be NULL. */
struct figure figure_cell(const struct join *j, size_t indicator, size_t place,
			  const struct cell *c);
/* And the period, for the layouts that have no more. */
struct figure figure_value(const struct join *j, size_t indicator, size_t place,
			   size_t period);

#endif
