/* What every part of the stand shares: regions, years, reference date. */
#ifndef FRAME_H
#define FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/amount.h"
#include "finding.h"
#include "gebieden.h"
#include "ground/regio.h"
#include "ground/span.h"

struct frame {
	const struct regios *regios;
	const struct gebieden *areas; /* NULL: no table of areas */
	struct findings *findings;
	struct amount_guard guard;
	struct span years;
	int32_t peildatum;    /* days since 1970-01-01 */
	bool peildatum_known; /* false: nothing said which date it is */
};

/* Where the growth of row i of the table of areas is held, a regio: as of the
 * municipality with its code, or after all regions. */
size_t frame_area_regio(const struct frame *k, size_t i);
size_t frame_years(const struct frame *k);
/* Months of the year that end before or at the reference date: 0 to 12. */
int frame_months(const struct frame *k, int year);
/* The year the reference date lies in: plans count from here. */
int frame_plan_year(const struct frame *k);

#endif
