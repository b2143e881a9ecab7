/* What changed between two matched registers, as rows:
 * gemeente,plan_id,plan_naam,wijziging,veld,oud,nieuw,verschil */
#ifndef CHANGE_H
#define CHANGE_H

#include <stddef.h>

#include "csvout.h"
#include "finding.h"
#include "plans.h"

/* After match_plans. w may be NULL: then they are only counted. *count gets
 * the number of changes. 0, or -1 with the message given. */
int change_write(const struct plans *old, const struct plans *new,
		 struct csvout *w, struct findings *f, size_t *count);

#endif
