/* The amounts of a plan in a few bytes each, for a register has millions and
 * looks at those of one plan at a time. A plan of very many has them as they
 * are. */
#ifndef PACKED_H
#define PACKED_H

#include <stddef.h>

#include "arena.h"
#include "plan.h"

/* Amounts that were unpacked; zeroed is none. */
struct amounts {
	struct amount *list;
	size_t count, cap;
};

void packed_clear(struct amounts *a);
void packed_push(struct amounts *a, const struct amount *one);
/* The plan's, into *to, which is emptied first. */
void packed_read(const struct plan *p, struct amounts *to);
/* *from in place of what the plan had; the bytes are the arena's. */
void packed_write(struct plan *p, const struct amounts *from, struct arena *a);
/* These too, of the same plan. */
void packed_add(struct plan *p, const struct amounts *more,
		struct amounts *work, struct arena *a);
/* After the last row: the amounts in their order, each key once, and netto. 0,
 * or -1 with the message. */
int packed_finish(struct plan *p, struct amounts *work, struct arena *a);
void packed_free(struct plan *p);

#endif
