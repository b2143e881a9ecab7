/* The names of a record, as they came: what of them does harm where people
 * open them (name.h). */
#ifndef NAMING_H
#define NAMING_H

#include "ground/report.h"
#include "name.h"
#include "read/plan.h"

void naming_check(struct name_judge *n, const struct report *r,
		  const struct binding *b, const struct plan *plan);

#endif
