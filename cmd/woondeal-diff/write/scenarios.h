/* --also scenarios: what the targets would be in each scenario, beside those
 * that were agreed: over all years, over the years that it is about, and for
 * its named areas. No sums of plans: what a scenario makes of these is in the
 * stand with --scenario. */
#ifndef WRITE_SCENARIOS_H
#define WRITE_SCENARIOS_H

#include "csvout.h"
#include "plans/scenario.h"
#include "stand/stand.h"

/* stands: the basis, then one for each scenario, with the norm for what is
 * needed or without. */
void scenarios_write(struct csvout *w, const struct stand *stands,
		     const struct scenarios *list);

#endif
