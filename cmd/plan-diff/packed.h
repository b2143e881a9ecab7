/* The amounts of a plan in a few bytes each, for a register has millions and
 * looks at those of one plan at a time. A plan of very many has them as they
 * are. */
#ifndef PACKED_H
#define PACKED_H

#include <stddef.h>

#include "arena.h"
#include "plan.h"
#include "words.h"

/* Amounts that were unpacked; zeroed but for words is none. */
struct amounts {
	struct amount *list;
	size_t count, cap;
	const struct words *words; /* of the registers; to unpack */
};

void packed_clear(struct amounts *a);
void packed_push(struct amounts *a, const struct amount *one);
/* The plan's, into *to, which is emptied first. */
void packed_read(const struct plan *p, struct amounts *to);
/* These too, of the same plan; *more is put in order. The bytes are the
 * arena's; or those of the peer, when they are the same. */
void packed_add(struct plan *p, struct amounts *more, struct amounts *work,
		struct arena *a);
/* After the last row: the amounts in their order, each key once, and netto. 0,
 * or -1 with the message. */
int packed_finish(struct plan *p, struct amounts *work, struct arena *a);
void packed_free(struct plan *p);

#endif
