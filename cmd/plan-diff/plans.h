/* A plan register (contracts.md, plannen) held whole: its plans, sorted, so
 * that nothing depends on the order of the rows. */
#ifndef PLANS_H
#define PLANS_H

#include <stddef.h>

#include "plan.h"
#include "register.h"
#include "text.h"

struct plans;

/* "-" is standard input. NULL on failure, message given. */
struct plans *plans_load(const char *path);
/* Rows of plans that were rejected (plan-normalize --rejected): they count
 * nowhere, and may say anything twice. */
struct plans *plans_rejected(const char *path);
void plans_free(struct plans *r);
const char *plans_name(const struct plans *r);
size_t plans_count(const struct plans *r);
/* By gemeente, plan_id, fase_id, name. */
struct plan *plans_at(const struct plans *r, size_t i);
/* What it was read with: the rows, and what stood twice. */
const struct registers *plans_registers(const struct plans *r);
/* The latest peildatum; empty when no row has one. */
struct text plans_peildatum(const struct plans *r);

#endif
