/* What if: named scenarios from a file scenario,veld,waarde,aandeel,
 * vertraging[,aantal,jaar_van,jaar_tot]. A rule says which part of the plans
 * with that value in that column is built, and how many years later; or,
 * with veld opgave, another target for a deal or municipality; or, with veld
 * opgave_gebied, one for a named area. */
#ifndef SCENARIO_H
#define SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

#include "plans/capacity.h"
#include "ground/frame.h"
#include "agree/opgave.h"

/* A target of a named area, spread evenly over its years. */
struct gebiedsdoel {
	struct text gebied;
	struct doel doel;
};

struct scenarios;

/* NULL on failure, message given. */
struct scenarios *scenarios_load(struct kader *k, const char *path);
void scenarios_free(struct scenarios *s);
/* How many, in order of first appearance; their names. */
size_t scenarios_count(const struct scenarios *s);
struct text scenarios_name(const struct scenarios *s, size_t i);
/* True when any rule asks for this column. */
bool scenarios_use(const struct scenarios *s, enum kenmerk k);
/* The column a kenmerk stands in. */
const char *kenmerk_name(enum kenmerk k);
/* Makes *a what it is in scenario i. Shares of several rules that fit are
 * multiplied, the longest delay counts. False when the product is too large
 * to be held exactly. */
bool scenarios_apply(const struct scenarios *s, size_t i, struct planaantal *a);
/* The targets of scenario i. */
const struct ambitie *scenarios_ambities(const struct scenarios *s, size_t i,
					 size_t *n);
const struct gebiedsdoel *scenarios_gebieden(const struct scenarios *s,
					     size_t i, size_t *n);

#endif
