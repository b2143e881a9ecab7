/* Plan capacity in net dwellings (bouw - sloop), from the year of the
 * reference date on, per municipality, year and hardheid: hard, zacht and
 * onbekend are three values everywhere and are never added to each other.
 * A bucket of years stays a bucket. */
#ifndef CAPACITY_H
#define CAPACITY_H

#include <stdbool.h>
#include <stdint.h>

#include "ground/frame.h"
#include "plans/row.h"

/* Where an amount goes. */
enum lot {
	LOT_YEAR,	/* one year */
	LOT_BUCKET,	/* a bucket: the total row only */
	LOT_OUTSIDE,	/* before or after the years of the stand */
	LOT_PAST,	/* before the plan year */
	LOT_INDIVISIBLE /* partly outside, or no years */
};

struct capacity;

/* For n owners: municipalities, or areas. */
struct capacity *capacity_new(const struct frame *k, size_t n);
void capacity_free(struct capacity *c);
/* Where the amount would go. What remains (not whole_year) of a bucket that
 * began before the plan year lies in the years from it on. */
enum lot capacity_lot(const struct frame *k, const struct plan_amount *a);
/* Adds it to owner i when its lot is a year or a bucket. Returns the lot. */
enum lot capacity_add(struct capacity *c, size_t i,
		      const struct plan_amount *a);
/* Adds what owner i has in span to sum; buckets only when span is all the
 * years there are. */
void capacity_sum(const struct capacity *c, size_t i, struct span span,
		  int64_t sum[HARDHEDEN]);

#endif
