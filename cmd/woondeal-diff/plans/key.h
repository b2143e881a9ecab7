/* Which plan a record of the register is of: municipality, plan_id, plan_naam
 * and fase_id together, as a number, so that what is of one plan is known to
 * be. Phases are plans of their own. */
#ifndef KEY_H
#define KEY_H

#include <stddef.h>

#include "csvin.h"

struct keys;

struct keys *keys_new(void);
void keys_free(struct keys *s);
/* Finds the columns of a register; they may be absent. */
void keys_header(struct keys *s, const struct csvin *r);
/* The number of the plan of the current record, from 0 in order of first
 * appearance. Without any of the columns each record is a plan. */
size_t keys_number(struct keys *s, const struct csvin *r, struct text gemeente);
/* The name of that plan, else its plan_id; empty when it has neither, as where
 * a register has totals only. */
struct text keys_name(const struct keys *s, const struct csvin *r);

#endif
