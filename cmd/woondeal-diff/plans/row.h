/* A row of the plan register as an amount: what it is about, net, with its
 * sign, in the units of this tool. The register itself, its words and its
 * refusals are lib's (register.h). */
#ifndef ROW_H
#define ROW_H

#include "ground/frame.h"
#include "register.h"

/* Those that count: hard, zacht and onbekend. */
#define HARDHEDEN HARDHEID_TELT_NIET

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
	TRAIT_CONFIDENTIALITY,
	TRAITS
};

/* The column a trait stands in. */
const char *trait_name(enum trait t);

/* How the delivery put an amount: as a number, "ca. 40", or "40-60". */
enum precision { EXACT, CIRCA, RANGE };

/* An amount of a plan. whole_year: the layout counts whole years (telling
 * jaar), so that growth of the running year is still in it. low and high: what
 * it is at least and at most, with its sign. The texts are views; those of
 * columns that nobody asked for are empty. */
struct plan_amount {
	size_t gemeente;
	size_t plan; /* its number in the registers of the run */
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

enum plan_verdict {
	PLAN_COUNTS,	 /* *a is filled, but for its traits */
	PLAN_COUNTS_NOT, /* realised, nvt, or a status that does not count */
	PLAN_EMPTY,	 /* would count, but its amount is empty or onbekend */
	PLAN_FULL /* more dwellings than are held exactly, message given */
};

/* What a row says. Its municipality is that of *a already. */
enum plan_verdict plan_amount_of(struct frame *k, const struct plan_row *row,
				 struct plan_amount *a);
/* The traits in use, as views of the current row. */
void plan_amount_traits(const struct registers *r, const bool uses[TRAITS],
			struct plan_amount *a);

#endif
