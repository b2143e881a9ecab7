/* What every part of the stand shares: regions, years, reference date. */
#ifndef KADER_H
#define KADER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/amount.h"
#include "finding.h"
#include "gebieden.h"
#include "ground/regio.h"
#include "ground/span.h"

struct kader {
	const struct regios *regios;
	const struct gebieden *gebieden; /* NULL: no table of areas */
	struct findings *findings;
	struct aantal_guard guard;
	struct span jaren;
	int32_t peildatum;     /* days since 1970-01-01 */
	bool peildatum_bekend; /* false: nothing said which date it is */
};

/* Where the growth of row i of the table of areas is held, a regio: as of the
 * municipality with its code, or after all regions. */
size_t kader_gebiedsregio(const struct kader *k, size_t i);
size_t kader_jaren(const struct kader *k);
/* Months of the year that end before or at the reference date: 0 to 12. */
int kader_maanden(const struct kader *k, int year);
/* The year the reference date lies in: plans count from here. */
int kader_planjaar(const struct kader *k);

#endif
