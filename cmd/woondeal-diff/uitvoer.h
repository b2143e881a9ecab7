/* The stand as CSV: columns and forms as in contracts.md. */
#ifndef UITVOER_H
#define UITVOER_H

#include "csvout.h"
#include "stand.h"

/* band: with the columns of a band at the end, for stands that have one. */
void uitvoer_header(struct csvout *w, bool band);
void uitvoer_stand(struct csvout *w, const struct stand *s);

#endif
