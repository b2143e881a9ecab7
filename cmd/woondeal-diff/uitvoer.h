/* The stand as CSV: columns and forms as in contracts.md. */
#ifndef UITVOER_H
#define UITVOER_H

#include "csvout.h"
#include "stand.h"

void uitvoer_header(struct csvout *w);
void uitvoer_stand(struct csvout *w, const struct stand *s);

#endif
