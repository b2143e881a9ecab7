/* --check: does the growth of the stock add up? In 81955NED
 *   saldo = nieuwbouw + overige toevoeging - sloop - overige onttrekking
 *           + correctie                          (held in every real row)
 *   beginstand + saldo = eindstand               (off by up to 24 in some)
 *   eindstand of a period = beginstand of the next of the same length
 * Measures are known by our name, by key without its number or by title.
 * Held: the parts of one cell, and one end for each series. */
#ifndef BALANCE_H
#define BALANCE_H

#include "table/edition.h"

struct balance;

/* tolerance: how far the second and third may be off, in the unit. */
struct balance *balance_new(size_t tolerance);
void balance_free(struct balance *b);
/* An observation of the edition's current record. */
void balance_add(struct balance *b, const struct edition *e, struct topic *t,
		 struct text value);
/* The end of all: checks the last cell; a finding when a table had nothing
 * to check. */
void balance_finish(struct balance *b, struct run *run);

#endif
