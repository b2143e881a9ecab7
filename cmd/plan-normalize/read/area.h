/* The area (gebied) of a plan, where the delivery does not say it: by the
 * province's gebieden.csv. Keeps which of its rows were of use. */
#ifndef AREA_H
#define AREA_H

#include "read/binding.h"
#include "gebieden.h"
#include "read/plan.h"
#include "ground/report.h"

struct areas;

/* g may be NULL: then nothing is done. */
struct areas *areas_new(const struct gebieden *g, const struct binding *b,
			struct report *report);
void areas_free(struct areas *a);
/* Fills the plan's gebied where it is empty; another one than the table's is
 * told once a plan (E092) and stays. */
void areas_take(struct areas *a, struct plan *plan);
/* After the last record: the rows about plans of municipalities that were in
 * the delivery, that no plan belonged to (E093). */
void areas_finish(struct areas *a);

#endif
