/* Net growth up to the reference date, per region and span of years. A year
 * row wins, else twelve months, else four quarters; a year that is not over
 * counts its unbroken months (or quarters) from January. A group counts as
 * far as all its municipalities do: grains and months never mix. */
#ifndef GROEI_H
#define GROEI_H

#include <stdbool.h>
#include <stdint.h>

#include "ground/frame.h"
#include "period.h"
#include "growth/observation.h"

struct groei {
	bool bekend;	  /* there is growth, and nothing is missing in it */
	bool heel;	  /* bekend, and the whole span is covered */
	struct period tm; /* the last year or month counted */
	enum status status;
	int64_t deel[ONDERWERPEN];
	bool deel_bekend[ONDERWERPEN];
};

/* Whose growth is added: places of the observations, first + list[0..n). */
struct groeiers {
	const size_t *list;
	size_t n;
	size_t first;
};

/* Those of region i (in the whole list): its municipalities. */
struct groeiers groeiers_of(const struct kader *k, size_t i);
/* Of all of them together. Not bekend: nothing is expected yet, or
 * something is missing (groei_ontbreekt tells which). */
struct groei groei_sum(const struct kader *k, const struct waarnemingen *w,
		       const struct groeiers *who, struct span span);
/* Of region i. */
struct groei groei_of(const struct kader *k, const struct waarnemingen *w,
		      size_t i, struct span span);
/* From rows of place i itself: a province beside the sum. */
struct groei groei_self(const struct kader *k, const struct waarnemingen *w,
			size_t i, struct span span);
/* True when place i lacks growth before the reference date; and likewise
 * municipality m. */
bool groei_hapert(const struct kader *k, const struct waarnemingen *w, size_t i,
		  struct span span);
bool groei_ontbreekt(const struct kader *k, const struct waarnemingen *w,
		     size_t m, struct span span);
/* Growth of all of them since 1 January of the year of the reference date; 0
 * on 1 January. False when it is not known. */
bool groei_peiljaar(const struct kader *k, const struct waarnemingen *w,
		    const struct groeiers *who, int64_t *out);
/* Calls `take` for every cell of subject o that groei_of counts. */
struct groeicel {
	size_t regio; /* index in the whole list */
	struct period periode;
	const struct cel *cel;
};
void groei_each(const struct kader *k, const struct waarnemingen *w, size_t i,
		struct span span, enum onderwerp o,
		void (*take)(void *ctx, const struct groeicel *c), void *ctx);
/* Findings about all of it: what is missing, what does not add up. */
void groei_check(const struct kader *k, const struct waarnemingen *w);

#endif
