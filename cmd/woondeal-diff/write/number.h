/* Numbers for people, as the Dutch write them (39.743, 16,2%), in as much room
 * as a column has: what does not fit is made shorter, and how is remembered,
 * so that the view can say so. */
#ifndef GETAL_H
#define GETAL_H

#include <stdbool.h>

#include "num.h"
#include "text.h"

/* How numbers were made to fit. */
struct krap {
	bool afgerond;	/* to whole dwellings */
	bool duizend;	/* to thousands: 1235k */
	bool miljoen;	/* to millions: 1235m */
	bool past_niet; /* not at all: ##### */
};

#define GETAL_TEXT 32

/* n in at most `room` columns, at least 2. */
struct text getal_fit(struct num n, size_t room, struct krap *krap,
		      char buf[GETAL_TEXT]);
/* A percentage, with its sign: one decimal, or none where that does not
 * fit. */
struct text getal_percent(struct num n, size_t room, struct krap *krap,
			  char buf[GETAL_TEXT]);

#endif
