/* Plans of which only hard, zacht and onbekend are known, as from a table with
 * columns for each: one plan, several hardheden. Each becomes a phase. */
#ifndef PHASE_H
#define PHASE_H

#include <stddef.h>

#include "arena.h"
#include "plan.h"

/* The plans sorted, so that those that are one but for hardheid stand
 * together. -1, with the message given, when one of these has a planstatus:
 * then it has two. */
int phase_name(struct plan **plans, size_t count, struct arena *a,
	       const char *file);

#endif
