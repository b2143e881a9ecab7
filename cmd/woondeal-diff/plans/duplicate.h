/* Plans that count in two deliveries of one municipality: mostly the delivery
 * before, left in beside the new one. */
#ifndef DUBBEL_H
#define DUBBEL_H

#include "plans/row.h"

struct dubbel;

struct dubbel *dubbel_new(struct kader *k);
void dubbel_free(struct dubbel *d);
/* An amount of the current record that counts, the delivery it came in, and the
 * name of its plan. */
void dubbel_see(struct dubbel *d, const struct planrij *l,
		const struct planaantal *a, size_t levering, struct text naam);
/* The findings, after all registers: one for each municipality. */
void dubbel_check(const struct dubbel *d);

#endif
