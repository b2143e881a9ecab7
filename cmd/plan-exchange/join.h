/* The provinces' exchange as one list: each year of DetailPlanning beside its
 * plan of Planregistratie. */
#ifndef JOIN_H
#define JOIN_H

#include "output.h"

/* detail NULL: the plans have their years within (year_properties). Plans come
 * in their order, each with its years in theirs; one without a year has a
 * record without. -1 with the message given: a plan without GlobalID, or whose
 * GlobalID comes twice, a year without its plan. Held: the ids of the plans,
 * and of each record where it is kept (in a temporary file). */
int join_files(const char *plans, const char *detail, struct output *out);

#endif
