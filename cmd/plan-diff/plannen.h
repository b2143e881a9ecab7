/* A plan register (contracts.md, plannen) held whole: its plans, sorted, so
 * that nothing depends on the order of the rows. */
#ifndef PLANNEN_H
#define PLANNEN_H

#include <stddef.h>

#include "plan.h"
#include "register.h"
#include "text.h"

struct plannen;

/* "-" is standard input. NULL on failure, message given. */
struct plannen *plannen_load(const char *path);
void plannen_free(struct plannen *r);
const char *plannen_name(const struct plannen *r);
size_t plannen_count(const struct plannen *r);
/* By gemeente, plan_id, fase_id, name. */
struct plan *plannen_at(const struct plannen *r, size_t i);
/* What it was read with: the rows, and what stood twice. */
const struct registers *plannen_registers(const struct plannen *r);
/* The latest peildatum; empty when no row has one. */
struct text plannen_peildatum(const struct plannen *r);

#endif
