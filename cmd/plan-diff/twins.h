/* The plans of the old register by what they are called, to the letter:
 * gemeente, plan_id and fase_id, and plan_naam where there is no plan_id. The
 * new register mostly has them in the same order, and then nothing is built. */
#ifndef TWINS_H
#define TWINS_H

#include <stddef.h>

#include "plan.h"

struct called {
	struct text gemeente, plan_id, plan_naam, fase_id;
};

struct called twins_name(const struct plan *p);

struct twins;

/* plans outlives it and changes no more. */
struct twins *twins_new(struct plan *plans, size_t count);
void twins_free(struct twins *t);
/* The plan that is called so, or NULL. */
struct plan *twins_find(struct twins *t, const struct called *c);

#endif
