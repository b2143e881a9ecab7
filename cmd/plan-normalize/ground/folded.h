/* Names as they are compared (fold.h), kept. */
#ifndef FOLDED_H
#define FOLDED_H

#include "arena.h"
#include "text.h"

/* `t` folded, NUL-terminated, in the arena. */
struct text folded_text(struct arena *a, struct text t);

#endif
