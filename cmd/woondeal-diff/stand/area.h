/* The stand of named areas (column gebied), which may lie in several
 * municipalities and deals: Oosterwold does. Areas have plans, targets where
 * a scenario gives them one, and growth where the table of areas gives them
 * regions of CBS. */
#ifndef STREEK_H
#define STREEK_H

#include "plans/capacity.h"
#include "stand/stand.h"

struct streken;

/* Holds the areas of the table of k, if any, from the beginning. A name that
 * is one of these but for case and blanks is that one. */
struct streken *streken_new(const struct kader *k);
void streken_free(struct streken *g);
/* The areas are numbered from 0; one that is not there yet is made. */
size_t streken_number(struct streken *g, struct text name);
size_t streken_count(const struct streken *g);
struct text streken_name(const struct streken *g, size_t i);
/* Whose growth is that of area i: none without regions. */
struct groeiers streken_groeiers(const struct streken *g, size_t i);
/* An amount; without an area it passes by. */
void streken_add(struct streken *g, const struct planaantal *a);
/* A target, spread evenly over its years; those of an area are disjoint. */
void streken_target(struct streken *g, struct text name, struct doel goal);
/* A finding for each area that has a target, but no plans. */
void streken_check(const struct streken *g);
/* Calls `take` for every area, by name, and every year and all years: niveau
 * is gebied, regio and naam are its name. s: whose deliveries count. */
void streken_walk(const struct streken *g, const struct stand *s,
		  void (*take)(void *ctx, const struct standrij *r), void *ctx);

#endif
