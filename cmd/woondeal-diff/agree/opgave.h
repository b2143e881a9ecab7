/* The targets as agreed, per municipality or for a whole deal, per year or
 * per bucket of years that is never split. An identical period with a later
 * `vastgesteld` amends. A deal's target is its own row, else the sum of all
 * its municipalities; a province's is the sum of its deals. A period that has
 * others of its region within it is a total: the target of just these years,
 * beside the others, and no part of any sum; where all parts of a region have
 * one for the same years, these make that of the region. What a total leaves
 * for years without targets, and what a deal's period leaves for the only one
 * of its municipalities without, is known too: derived, when nothing that it is
 * made of is. */
#ifndef OPGAVE_H
#define OPGAVE_H

#include <stdbool.h>
#include <stdint.h>

#include "ground/frame.h"

/* One period and its target. */
struct target {
	struct span span;
	int64_t amount;
	/* Not agreed as it stands: the file says so (afgeleid), it was phased,
	 * or it is what remains of a total. */
	bool derived;
};

/* Another target for a region of the whole list: for span together. */
struct ambition {
	size_t regio;
	struct span span;
	int64_t amount;
};

struct opgaven;

/* Reads the file and settles the targets of all regions as they were agreed
 * on day `as_of` (INT32_MAX: all that is in the file). NULL on failure,
 * message given: overlapping periods, unknown regions, bad values. */
struct opgaven *opgaven_load(struct frame *k, const char *path, int32_t as_of);
/* Spreads the targets of deals and municipalities over years by `word`
 * (phasing.h), with a finding where that differs from what was agreed for a
 * bucket. After opgaven_check. 0 or -1. */
int opgaven_phase(struct opgaven *o, struct frame *k, const char *word);
void opgaven_free(struct opgaven *o);
/* A copy with other targets for some regions and years, spread evenly over
 * whole dwellings a year. NULL when they would split a bucket of that region,
 * message given. */
struct opgaven *opgaven_with(const struct opgaven *o, const struct frame *k,
			     const struct ambition *list, size_t n);
/* From the first to the last year that any target in the file covers. */
struct span opgaven_span(const struct opgaven *o);
/* True when region i (in the whole list) has a target for just this period. */
bool opgaven_has(const struct opgaven *o, size_t i, struct span span);
/* The target of exactly this span: its total, else the sum of the periods that
 * tile it; false when none do. */
bool opgaven_sum(const struct opgaven *o, size_t i, struct span span,
		 int64_t *sum);
/* True when what opgaven_sum gives is, in part, derived. */
bool opgaven_derived(const struct opgaven *o, size_t i, struct span span);
/* The period of several years that covers this year, or NULL. */
const struct target *opgaven_bucket(const struct opgaven *o, size_t i,
				    int year);
/* Calls `take` for each row of the file that the target of region i for this
 * span is made of, sign -1 for what was taken off; nothing when there is no
 * such target. Not for targets that were phased or replaced. */
struct opgave_row;
void opgaven_each(
    const struct opgaven *o, const struct frame *k, size_t i, struct span span,
    void (*take)(void *ctx, const struct opgave_row *row, int sign), void *ctx);
const char *opgaven_name(const struct opgaven *o);
/* Findings: sums that differ, periods partly outside, targets missing. */
void opgaven_check(const struct opgaven *o, const struct frame *k);

#endif
