/* Plan capacity in net dwellings (bouw - sloop), from the year of the
 * reference date on, per municipality, year and hardheid: hard, zacht and
 * onbekend are three values everywhere and are never added to each other.
 * A bucket of years stays a bucket. */
#ifndef CAPACITEIT_H
#define CAPACITEIT_H

#include <stdbool.h>
#include <stdint.h>

#include "kader.h"
#include "waarneming.h"

enum hardheid { HARD, ZACHT, ONBEKEND, HARDHEDEN };

struct capaciteit;

/* An amount of a plan. geheel: the layout counts whole years (telling jaar),
 * so that growth of the running year is still in it. */
struct planaantal {
	size_t gemeente;
	struct span span; /* within the years and from the plan year on */
	enum hardheid hardheid;
	bool geheel;
	int64_t aantal;
};

struct capaciteit *capaciteit_new(const struct kader *k);
void capaciteit_free(struct capaciteit *c);
void capaciteit_add(struct capaciteit *c, const struct planaantal *a);
/* Takes growth since 1 January off the whole-year counts of municipality m:
 * hard first, then zacht, then onbekend, none below 0; the year itself before
 * buckets that start in it. Returns what was taken off. */
int64_t capaciteit_deduct(struct capaciteit *c, size_t m, int64_t growth);
/* True when municipality m has whole-year counts in the plan year. */
bool capaciteit_whole_years(const struct capaciteit *c, size_t m);
/* Adds what municipality m has in span to sum; buckets only when span is all
 * the years there are. */
void capaciteit_sum(const struct capaciteit *c, size_t m, struct span span,
		    int64_t sum[HARDHEDEN]);

#endif
