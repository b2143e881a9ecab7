/* --segment bos: the hectares of wood that come with the plans. bos_ha is a
 * trait of a plan (or phase), repeated on each of its rows: it counts once.
 * A plan that says nothing is told, never taken as 0. */
#ifndef BOS_H
#define BOS_H

#include "csvout.h"
#include "agree/norm.h"
#include "plans/plan.h"

struct bos;

struct bos *bos_new(struct frame *k);
void bos_free(struct bos *b);
/* Looks at every record, with a finding when what it says of wood is no
 * number, or not what other rows of its plan say; counts those of totaal. */
struct taker bos_taker(struct bos *b);
/* Header and rows, and the findings about plans that say nothing. */
void bos_write(struct bos *b, struct csvout *w, const struct norms *n);

#endif
