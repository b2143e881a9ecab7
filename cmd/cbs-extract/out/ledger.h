/* --since: what changed since an earlier output of ours, instead of the data:
 * tabel,onderwerp,regio,periode,wijziging,oud,nieuw,verschil,oude_status,
 * nieuwe_status,oude_reden,nieuwe_reden and the further dimensions. Held: the
 * earlier output, and the periods of both. */
#ifndef LEDGER_H
#define LEDGER_H

#include "csvout.h"
#include "run.h"

struct ledger;

struct ledger *ledger_new(const char *path, struct csvout *out);
void ledger_free(struct ledger *l);
/* The record that stands in the fields of rows. A fault is told once and
 * remembered until ledger_finish. */
void ledger_add(struct ledger *l, const struct run *run);
/* What the earlier output has and these data lack. 0 or -1. */
int ledger_finish(struct ledger *l, const struct run *run);

#endif
