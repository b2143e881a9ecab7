/* Records of a plan that has one for each block of dwellings, without a name:
 * the how-manieth record is the phase. Holds a number per plan. */
#ifndef PHASES_H
#define PHASES_H

#include "plan.h"

struct phases;

struct phases *phases_new(void);
void phases_free(struct phases *p);
/* Sets the plan's fase_id, valid until the next call. */
void phases_number(struct phases *p, struct plan *plan);

#endif
