/* Plan capacity in net dwellings (bouw - sloop), from the year of the
 * reference date on, per municipality, year and hardheid: hard, zacht and
 * onbekend are three values everywhere and are never added to each other.
 * A bucket of years stays a bucket. */
#ifndef CAPACITY_H
#define CAPACITY_H

#include <stdbool.h>
#include <stdint.h>

#include "ground/frame.h"

enum hardheid { HARD, ZACHT, ONBEKEND, HARDHEDEN };

/* What else a plan is known by. */
enum trait {
	TRAIT_HARDHEID,
	TRAIT_PLANSTATUS,
	TRAIT_PROJECTFASE,
	TRAIT_PLANTYPE,
	TRAIT_OPDRACHTGEVER,
	TRAIT_AREA,
	TRAIT_KNELPUNTEN, /* several, joined by | */
	TRAIT_GEMEENTE,
	/* These are not for scenarios. */
	TRAIT_PLAN_NAME,
	TRAIT_DELIVERY,
	TRAIT_SOURCE_ROW,
	TRAIT_SOURCE_COLUMN,
	TRAITS
};

/* How the delivery put an amount: as a number, "ca. 40", or "40-60". */
enum precision { EXACT, CIRCA, RANGE };

/* An amount of a plan. whole_year: the layout counts whole years (telling
 * jaar), so that growth of the running year is still in it. low and high: what
 * it is at least and at most, with its sign. The texts are views; those of
 * columns that nobody asked for are empty. */
struct plan_amount {
	size_t gemeente;
	size_t plan; /* its number (key), where that was asked for */
	struct span span;
	enum hardheid hardheid;
	bool whole_year;
	int64_t amount;
	int64_t low;
	int64_t high;
	enum precision precision;
	enum precision cause; /* why low and high differ; see deduction */
	int64_t taken;	      /* growth that was taken off already */
	size_t row;	      /* physical row, and the register it stands in */
	const char *file;
	struct text trait[TRAITS];
};

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
