/* Plans that come twice, by id and by name. Holds a key per record and one
 * per plan name. */
#ifndef DUPLICATE_H
#define DUPLICATE_H

#include "read/plan.h"

struct duplicates;

struct duplicates *duplicates_new(const struct binding *b,
				  struct report *report);
void duplicates_free(struct duplicates *d);
/* A record without errors so far: reports it when it was seen before. */
void duplicates_check(struct duplicates *d, const struct plan *plan);

#endif
