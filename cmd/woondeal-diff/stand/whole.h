/* The published stand of all plans, beside a register in which some are not
 * shown (--stand): a sum that it has stands, whatever the plans that are shown
 * come to. What they lack counts as hard, zacht or onbekend as it does there,
 * without a planstatus. */
#ifndef WHOLE_H
#define WHOLE_H

#include "plans/capacity.h"
#include "stand/stand.h"

struct whole;

/* NULL on failure, message given. */
struct whole *whole_load(const struct frame *k, const char *path);
void whole_free(struct whole *w);
/* What a region has in a span, by kind: of a row of the stand, else the sum of
 * its years from that of the reference date on. Not known where it is withheld
 * or rounded, or not in the stand. */
struct maybe whole_sum(const struct whole *w, const struct regio *r,
		       struct span span, int hardheid);
/* Puts those in the place of sums of plans that are shown, where those are
 * known. w may be NULL: then nothing is done. Adds to hidden, joined by a bar,
 * the kinds of which only what is shown is known; returns what was put in
 * more than there was. */
int64_t whole_put(const struct whole *w, const struct regio *r,
		  struct span span, struct maybe sum[HARDHEDEN],
		  struct buffer *hidden);

#endif
