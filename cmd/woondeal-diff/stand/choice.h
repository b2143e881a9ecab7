/* Plans chosen by what the register says of them and by their size, as those
 * in an early phase that matter: selectie,veld,waarde,omvang. Values of one
 * veld are alternatives, every veld that a selectie names must fit, and its
 * omvang is the least number of net dwellings, later years included. */
#ifndef CHOICE_H
#define CHOICE_H

#include "csvout.h"
#include "plans/plan.h"

struct choice;

/* path NULL: all plans that count. NULL on failure, message given. */
struct choice *choice_new(struct frame *k, const char *path);
void choice_free(struct choice *c);
struct taker choice_taker(struct choice *c);
/* Header and a row for each selectie and plan or phase in it, the largest
 * first; of all plans without selectie and omvang, and with who may know of it
 * (vertrouwelijkheid), levering and bron_rij at the end. */
void choice_write(const struct choice *c, struct csvout *w);

#endif
