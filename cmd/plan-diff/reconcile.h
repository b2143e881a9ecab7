/* Two sources of one moment set side by side: what the municipality's
 * register says of a plan and what a second source says, which of the two
 * counts and why, as rows:
 * gemeente,plan_id,plan_naam,koppeling,veld,eerste,tweede,telt,reden */
#ifndef RECONCILE_H
#define RECONCILE_H

#include <stddef.h>

#include "csvout.h"
#include "plans.h"

/* After match_plans; `first` is the municipality's. *differ gets the number
 * of rows in which the two are not the same. 0, or -1 with the message
 * given. */
int reconcile_write(const struct plans *first, const struct plans *second,
		    struct csvout *w, size_t *differ);

#endif
