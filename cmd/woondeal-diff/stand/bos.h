/* --segment bos: the hectares of wood that come with the plans. bos_ha is a
 * trait of a plan (or phase), repeated on each of its rows: it counts once.
 * A plan that says nothing is told, never taken as 0. */
#ifndef BOS_H
#define BOS_H

#include "csvout.h"
#include "agree/norm.h"
#include "plans/row.h"

struct bos;

struct bos *bos_new(struct frame *k);
void bos_free(struct bos *b);
/* Finds the column of a register; older ones do not have it. */
void bos_header(struct bos *b, const struct csvin *r);
/* Any record of plan number `plan` of municipality m, and what it says of
 * wood: a finding when that is no number, or not what other rows say. */
void bos_see(struct bos *b, const struct plan_row *l, size_t plan, size_t m);
/* A record of it that counts. */
void bos_count(struct bos *b, const struct plan_amount *a, enum lot lot);
/* Header and rows, and the findings about plans that say nothing. */
void bos_write(struct bos *b, struct csvout *w, const struct normen *n);

#endif
