/* Capacity by named area (column gebied), which may lie in several
 * municipalities and deals: Oosterwold does. Areas have plans, and
 * targets where a scenario gives them one, but no growth of their own. */
#ifndef GEBIED_H
#define GEBIED_H

#include "capaciteit.h"
#include "stand.h"

struct gebieden;

struct gebieden *gebieden_new(const struct kader *k);
void gebieden_free(struct gebieden *g);
/* An amount; without an area it passes by. */
void gebieden_add(struct gebieden *g, const struct planaantal *a);
/* A target, spread evenly over its years; those of an area are disjoint. */
void gebieden_target(struct gebieden *g, struct text name, struct doel goal);
/* A finding for each area that has a target, but no plans. */
void gebieden_check(const struct gebieden *g);
/* Calls `take` for every area, by name, and every year and all years: niveau
 * is gebied, regio and naam are its name. s: whose deliveries count. */
void gebieden_walk(const struct gebieden *g, const struct stand *s,
		   void (*take)(void *ctx, const struct standrij *r),
		   void *ctx);

#endif
