/* What is known of the deliveries behind a register: who delivered, whose
 * records were refused, left empty or approximate, and how old they are. */
#ifndef LEVERING_H
#define LEVERING_H

#include <stdbool.h>

#include "plans/row.h"

struct leveringen;

/* banden: bands carry what is approximate, so that it is no finding. */
struct leveringen *leveringen_new(struct kader *k, bool banden);
void leveringen_free(struct leveringen *v);
/* Municipality m has a record. */
void leveringen_seen(struct leveringen *v, size_t m);
/* What became of a record of dimensie totaal (or of a segment). */
void leveringen_judge(struct leveringen *v, size_t m, enum planoordeel oordeel,
		      bool totaal);
/* The delivery that the current record came in, from 1. When it is new, its
 * date is held against the reference date. */
size_t leveringen_number(struct leveringen *v, const struct planrij *l);
/* Remembers that a number which counts is none that is exact. */
void leveringen_estimate(struct leveringen *v, const struct planaantal *a,
			 enum lot lot);
/* The findings, after all registers. */
void leveringen_check(const struct leveringen *v);
/* Municipality m has records; and: none of them was refused. */
bool leveringen_delivered(const struct leveringen *v, size_t m);
bool leveringen_whole(const struct leveringen *v, size_t m);

#endif
