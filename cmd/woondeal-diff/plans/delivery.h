/* What is known of the deliveries behind a register: who delivered, whose
 * records were refused, left empty or approximate, and how old they are. */
#ifndef DELIVERY_H
#define DELIVERY_H

#include <stdbool.h>

#include "plans/row.h"

struct deliveries;

/* banden: bands carry what is approximate, so that it is no finding. */
struct deliveries *deliveries_new(struct frame *k, bool banden);
void deliveries_free(struct deliveries *v);
/* Municipality m has a record. */
void deliveries_seen(struct deliveries *v, size_t m);
/* What became of a record of dimensie totaal (or of a segment). */
void deliveries_judge(struct deliveries *v, size_t m, enum plan_verdict verdict,
		      bool total);
/* The delivery that the current record came in, from 1. When it is new, its
 * date is held against the reference date. */
size_t deliveries_number(struct deliveries *v, const struct plan_row *l);
/* Remembers that a number which counts is none that is exact. */
void deliveries_estimate(struct deliveries *v, const struct plan_amount *a,
			 enum lot lot);
/* The findings, after all registers. */
void deliveries_check(const struct deliveries *v);
/* Municipality m has records; and: none of them was refused. */
bool deliveries_delivered(const struct deliveries *v, size_t m);
bool deliveries_whole(const struct deliveries *v, size_t m);

#endif
