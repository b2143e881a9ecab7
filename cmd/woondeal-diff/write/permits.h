/* --also permits: permits, starts and new building by quarter; and --also
 * outlook: what they say of the coming quarters, against the target. */
#ifndef PERMITS_H
#define PERMITS_H

#include "csvout.h"
#include "growth/series.h"
#include "stand/stand.h"

void permits_write(struct csvout *w, const struct stand *s,
		   const struct series *series);
void outlook_write(struct csvout *w, const struct stand *s,
		   const struct series *series);

#endif
