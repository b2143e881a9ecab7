/* Honest bands: what approximate amounts, plans of unknown status, buckets,
 * and plans without usable years could add at least and at most. Held are
 * the amounts that are not sure. */
#ifndef BAND_H
#define BAND_H

#include "plans/capacity.h"
#include "stand/stand.h"

struct band;

struct band *band_new(const struct frame *k);
void band_free(struct band *b);
/* list: one for each variant of the plans. */
struct taker bands_taker(struct band **list);

struct band_range {
	struct maybe low;
	struct maybe high; /* not there when a delivery is missing */
	/* What would narrow the band most: "GM0034 planstatus onbekend 400",
	 * "GM0995 niet volledig"; empty when there is no band. */
	struct buffer cause;
};

/* The band of a row of s, whose capacity it starts from. Frees nothing: the
 * words of *out are reused. */
void band_row(struct band *b, const struct stand *s, const struct stand_row *r,
	      struct band_range *out);

#endif
