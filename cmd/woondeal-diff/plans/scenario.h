/* What if: named scenarios from a file scenario,veld,waarde,aandeel,
 * vertraging[,aantal,jaar_van,jaar_tot]. A rule says which part of the plans
 * with that value in that column is built, and how many years later; or,
 * with veld opgave, another target for a deal or municipality; or, with veld
 * opgave_area, one for a named area. */
#ifndef SCENARIO_H
#define SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

#include "plans/capacity.h"
#include "ground/frame.h"
#include "agree/opgave.h"

/* A target of a named area, spread evenly over its years. */
struct area_target {
	struct text area;
	struct target target;
};

struct scenarios;

/* NULL on failure, message given. */
struct scenarios *scenarios_load(struct frame *k, const char *path);
void scenarios_free(struct scenarios *s);
/* How many, in order of first appearance; their names. */
size_t scenarios_count(const struct scenarios *s);
struct text scenarios_name(const struct scenarios *s, size_t i);
/* True when any rule asks for this column. */
bool scenarios_use(const struct scenarios *s, enum trait k);
/* Makes *a what it is in scenario i. Shares of several rules that fit are
 * multiplied, the longest delay counts. False when the product is too large
 * to be held exactly. */
bool scenarios_apply(const struct scenarios *s, size_t i,
		     struct plan_amount *a);
/* The targets of scenario i. */
const struct ambition *scenarios_ambitions(const struct scenarios *s, size_t i,
					   size_t *n);
const struct area_target *scenarios_areas(const struct scenarios *s, size_t i,
					  size_t *n);

#endif
