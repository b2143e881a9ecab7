/* Plans that count in two deliveries of one municipality: mostly the delivery
 * before, left in beside the new one. */
#ifndef DUPLICATE_H
#define DUPLICATE_H

#include "plans/row.h"

struct duplicate;

struct duplicate *duplicate_new(struct frame *k);
void duplicate_free(struct duplicate *d);
/* An amount of the current record that counts, the delivery it came in, and the
 * name of its plan. */
void duplicate_see(struct duplicate *d, const struct plan_row *l,
		   const struct plan_amount *a, size_t delivery,
		   struct text name);
/* The findings, after all registers: one for each municipality. */
void duplicate_check(const struct duplicate *d);

#endif
