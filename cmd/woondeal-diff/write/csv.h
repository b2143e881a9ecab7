/* The stand as CSV: columns and forms as in contracts.md. */
#ifndef UITVOER_H
#define UITVOER_H

#include "csvout.h"
#include "stand/stand.h"

/* With the columns of a norm for capacity and of a band at the end, for stands
 * that have these. */
void uitvoer_header(struct csvout *w, bool norm, bool band);
void uitvoer_stand(struct csvout *w, const struct stand *s);

#endif
