/* The amounts of one plan by year and partition: do the parts of each year add
 * up to the totaal of that year? Held: what one plan has, reused. */
#ifndef YEARLY_H
#define YEARLY_H

#include <stddef.h>

#include "amount.h"
#include "sum.h"

struct yearly_sum {
	unsigned part; /* 0: totaal */
	struct years years;
	struct text dimensie;
	struct span sum;
};

/* {0} is empty; the owner frees list. */
struct yearly {
	struct yearly_sum *list;
	size_t count, cap;
};

/* a: given, to be built. What has no years is passed by. -1 as span_add. */
int yearly_add(struct yearly *y, const struct amount *a);
/* The first sum of this partition that is not the totaal of its years, and
 * that totaal; NULL when all are, or no totaal is given for the same years. */
const struct yearly_sum *yearly_differs(const struct yearly *y, unsigned part,
					const struct yearly_sum **total);

#endif
