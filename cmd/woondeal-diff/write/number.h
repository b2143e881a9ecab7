/* Numbers for people, as the Dutch write them (39.743, 16,2%), in as much room
 * as a column has: what does not fit is made shorter, and how is remembered,
 * so that the view can say so. */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>

#include "num.h"
#include "text.h"

/* How numbers were made to fit. */
struct tight {
	bool rounded;	/* to whole dwellings */
	bool thousands; /* to thousands: 1235k */
	bool millions;	/* to millions: 1235m */
	bool too_wide;	/* not at all: ##### */
};

#define NUMBER_TEXT 32

/* n in at most `room` columns, at least 2. */
struct text number_fit(struct num n, size_t room, struct tight *tight,
		       char buf[NUMBER_TEXT]);
/* A percentage, with its sign: one decimal, or none where that does not
 * fit. */
struct text number_percent(struct num n, size_t room, struct tight *tight,
			   char buf[NUMBER_TEXT]);

#endif
