/* How fast a region grew: what the whole years before a day came to, and what
 * the same pace makes of the months after it. */
#ifndef PACE_H
#define PACE_H

#include "growth/growth.h"

struct pace {
	struct span years; /* whole years, all known; not when none is */
	int64_t growth;	   /* of these together, an amount */
	bool known;
};

/* Of region i: the last unbroken run of whole years of the frame that end
 * before the day. */
struct pace pace_until(const struct frame *k, const struct cells *w, size_t i,
		       int32_t day);
/* A year's mean, in dwellings with one decimal. False when it is not known. */
bool pace_yearly(const struct pace *p, struct num *out);
/* That pace over so many months, in whole dwellings. */
bool pace_months(const struct pace *p, int months, struct num *out);
/* Whole months from a day to 1 January of a year; 0 when it is not before. */
int pace_left(int32_t day, int year);

#endif
