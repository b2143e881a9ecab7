/* The plan register (plannen.csv), streamed: each record of dimensie totaal
 * and soort bouw or sloop adds to the capacity. Held are the municipalities
 * and their deliveries only. */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>

#include "capaciteit.h"
#include "kader.h"

/* What was delivered by whom. */
struct plannen;

struct plannen *plannen_new(struct kader *k, struct capaciteit *c);
void plannen_free(struct plannen *p);
/* Reads one register into the capacity. 0, or -1 with the message given. */
int plannen_read(struct plannen *p, const char *path);
/* After all registers: findings about deliveries and who has none. */
void plannen_check(const struct plannen *p);
/* Any register was read. */
bool plannen_any(const struct plannen *p);
/* Municipality m has records; and: none of them was refused. */
bool plannen_delivered(const struct plannen *p, size_t m);
bool plannen_whole(const struct plannen *p, size_t m);

#endif
