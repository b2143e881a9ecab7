/* Findings by their cause: what a million cells have in common is told once,
 * at the end, with how many there were and the first rows (rule.h has the
 * scope of each rule). Held: a few lines a cause. */
#ifndef CAUSE_H
#define CAUSE_H

#include "arena.h"
#include "finding.h"
#include "rule.h"

struct causes;

/* Both outlive it. */
struct causes *causes_new(struct findings *f, struct arena *a);
void causes_free(struct causes *c);
/* A finding: told at once, or kept under its cause. */
void causes_add(struct causes *c, enum rule rule,
		const struct finding_place *place, const struct text *args,
		size_t count);
/* Tells those kept, in the order in which they first came. */
void causes_finish(struct causes *c);

#endif
