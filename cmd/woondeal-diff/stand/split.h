/* The capacity by category of partitions of the dwellings, by year: what need
 * and stock are set against. Dwellings without years count when all years are
 * asked for. */
#ifndef SPLIT_H
#define SPLIT_H

#include "plans/plan.h"

struct split;

struct split *split_new(struct frame *k);
void split_free(struct split *s);
struct taker split_taker(struct split *s);
/* Net dwellings of a category (or several, joined by |) in region i, by
 * hardheid, in span: added to sum. False when none of the plans of one of its
 * municipalities is divided by this segment, or it is no partition. */
bool split_sum(const struct split *s, size_t i, struct text segment,
	       struct text category, struct span span, int64_t sum[HARDHEDEN]);
/* The same of all categories together. */
bool split_all(const struct split *s, size_t i, struct text segment,
	       struct span span, int64_t sum[HARDHEDEN]);

#endif
