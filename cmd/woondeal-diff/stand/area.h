/* The stand of named areas (column gebied), which may lie in several
 * municipalities and deals: Oosterwold does. Areas have plans, targets where
 * a scenario gives them one, and growth where the table of areas gives them
 * regions of CBS. */
#ifndef AREA_H
#define AREA_H

#include "plans/capacity.h"
#include "stand/stand.h"

struct areas;

/* Holds the areas of the table of k, if any, from the beginning. A name that
 * is one of these but for case and blanks is that one. */
struct areas *areas_new(const struct frame *k);
void areas_free(struct areas *g);
/* list: one for each variant of the plans. Whole-year counts lose the growth
 * of their area, where the table gives it regions. */
struct taker areas_taker(struct areas **list);
/* A target, spread evenly over its years; those of an area are disjoint. */
void areas_target(struct areas *g, struct text name, struct target goal);
/* A finding for each area that has a target, but no plans. */
void areas_check(const struct areas *g);
/* Calls `take` for every area, by name, and every year and all years: niveau
 * is gebied, regio and naam are its name. s: whose deliveries count. */
void areas_walk(const struct areas *g, const struct stand *s,
		void (*take)(void *ctx, const struct stand_row *r), void *ctx);

#endif
