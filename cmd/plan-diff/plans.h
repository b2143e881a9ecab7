/* A plan register (contracts.md, plannen) held whole: its plans, as they come
 * and sorted, so that nothing depends on the order of the rows. */
#ifndef PLANS_H
#define PLANS_H

#include <stdbool.h>
#include <stddef.h>

#include "plan.h"
#include "register.h"
#include "text.h"
#include "words.h"

struct plans;

/* "-" is standard input. NULL on failure, message given. before is NULL, or the
 * register that this one is compared with, which outlives it: what is the same
 * in both is kept once. */
struct plans *plans_load(const char *path, const struct plans *before);
/* Rows of plans that were rejected (plan-normalize --rejected): they count
 * nowhere, and may say anything twice. */
struct plans *plans_rejected(const char *path);
void plans_free(struct plans *r);
const char *plans_name(const struct plans *r);
size_t plans_count(const struct plans *r);
/* As they came. */
struct plan *plans_at(const struct plans *r, size_t i);
/* Those that are wanted, by gemeente, plan_id, fase_id and name; NULL after the
 * last of them. The caller frees the list. */
struct plan **plans_sorted(const struct plans *r,
			   bool (*wanted)(const struct plan *), size_t *count);
const struct words *plans_words(const struct plans *r);
/* What it was read with: the rows, and what stood twice. */
const struct registers *plans_registers(const struct plans *r);
/* The latest peildatum; empty when no row has one. */
struct text plans_peildatum(const struct plans *r);

#endif
