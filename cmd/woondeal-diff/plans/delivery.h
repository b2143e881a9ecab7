/* What is known of the deliveries behind a register: who delivered, what was
 * left empty or is approximate, and how old they are. */
#ifndef DELIVERY_H
#define DELIVERY_H

#include <stdbool.h>

#include "plans/capacity.h"

struct deliveries;

/* bands: bands carry what is approximate, so that it is no finding. */
struct deliveries *deliveries_new(struct frame *k, bool bands);
void deliveries_free(struct deliveries *v);
/* Municipality m has a row; and one whose amount is empty or unknown. */
void deliveries_seen(struct deliveries *v, size_t m);
void deliveries_empty(struct deliveries *v, size_t m);
/* The date of the delivery of the current row, when it is a new one, is held
 * against the reference date. */
void deliveries_see(struct deliveries *v, const struct registers *r,
		    const struct plan_row *row);
/* Remembers that a number which counts is none that is exact. */
void deliveries_estimate(struct deliveries *v, const struct plan_amount *a,
			 enum lot lot);
/* How many of these municipality m has. */
size_t deliveries_estimates(const struct deliveries *v, size_t m);
/* The findings, after all registers. */
void deliveries_check(const struct deliveries *v);
/* Municipality m has rows. */
bool deliveries_delivered(const struct deliveries *v, size_t m);

#endif
