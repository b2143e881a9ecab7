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
/* The areas are numbered from 0; one that is not there yet is made. */
size_t areas_number(struct areas *g, struct text name);
size_t areas_count(const struct areas *g);
struct text areas_name(const struct areas *g, size_t i);
/* Whose growth is that of area i: none without regions. */
struct growers areas_growers(const struct areas *g, size_t i);
/* An amount; without an area it passes by. */
void areas_add(struct areas *g, const struct plan_amount *a);
/* A target, spread evenly over its years; those of an area are disjoint. */
void areas_target(struct areas *g, struct text name, struct target goal);
/* A finding for each area that has a target, but no plans. */
void areas_check(const struct areas *g);
/* Calls `take` for every area, by name, and every year and all years: niveau
 * is gebied, regio and naam are its name. s: whose deliveries count. */
void areas_walk(const struct areas *g, const struct stand *s,
		void (*take)(void *ctx, const struct stand_row *r), void *ctx);

#endif
