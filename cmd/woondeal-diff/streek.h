/* Capacity by named area (column gebied), which may lie in several
 * municipalities and deals: Oosterwold does. Areas have plans, and
 * targets where a scenario gives them one, but no growth of their own. */
#ifndef STREEK_H
#define STREEK_H

#include "capaciteit.h"
#include "stand.h"

struct streken;

struct streken *streken_new(const struct kader *k);
void streken_free(struct streken *g);
/* An amount; without an area it passes by. */
void streken_add(struct streken *g, const struct planaantal *a);
/* A target, spread evenly over its years; those of an area are disjoint. */
void streken_target(struct streken *g, struct text name, struct doel goal);
/* A finding for each area that has a target, but no plans. */
void streken_check(const struct streken *g);
/* Calls `take` for every area, by name, and every year and all years: niveau
 * is gebied, regio and naam are its name. s: whose deliveries count. */
void streken_walk(const struct streken *g, const struct stand *s,
		   void (*take)(void *ctx, const struct standrij *r),
		   void *ctx);

#endif
