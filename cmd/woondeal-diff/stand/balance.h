/* Break-even: which share of zacht must be built, beside all of hard, to
 * reach the target by its last year; or that it cannot. */
#ifndef BALANCE_H
#define BALANCE_H

#include "csvout.h"
#include "stand/stand.h"

/* Header and a row for each region. */
void balance_write(struct csvout *w, const struct stand *s);

/* The share of a total row, in percent with one decimal, rounded up; false
 * when hard suffices, there is no zacht, or something is not known. */
bool balance_share(const struct stand_row *r, struct num *out);

#endif
