/* The stand as CSV: columns and forms as in contracts.md. */
#ifndef CSV_H
#define CSV_H

#include "csvout.h"
#include "stand/stand.h"

/* With the columns of a norm for capacity and of a band at the end, for stands
 * that have these. */
void csv_header(struct csvout *w, bool norm, bool band);
void csv_stand(struct csvout *w, const struct stand *s);

#endif
