/* What a cell of the grid says, ready to be written: a value or a reden, and
 * what the indicator's other cells say about it. */
#ifndef FIGURE_H
#define FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "join.h"

struct figure {
	const struct indicator *indicator;
	const struct place *place;
	struct text periode;
	struct num waarde; /* when reden is REDEN_NONE */
	int decimals;	   /* to write waarde with */
	enum status status;
	enum reden reden;
	struct num nl; /* when has_nl */
	int nl_decimals;
	bool has_nl;
	int positie; /* 0: none */
	enum trend trend;
	struct text eenheid;
	struct text tabel;
};

/* A cell of the grid in a period the indicator has. */
struct figure figure_of(struct join *j, size_t indicator, size_t place,
			size_t period);
/* The eight periods that end at this one, oldest first; false when one was
 * not met. */
#define TREND_YEARS 8
bool figure_window(const struct join *j, size_t period,
		   size_t window[TREND_YEARS]);
/* The trend over them and, when there is a window, its S. */
enum trend figure_trend(const struct join *j, size_t indicator, size_t place,
			size_t period, int *s);
/* Only value, status and reden, for the layouts that have no more. */
struct figure figure_value(const struct join *j, size_t indicator, size_t place,
			   size_t period);

#endif
