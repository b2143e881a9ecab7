/* A text that grows, for lists of codes. */
#ifndef WOORDEN_H
#define WOORDEN_H

#include <stddef.h>

#include "text.h"

struct woorden {
	char *s; /* free() it; NULL while empty */
	size_t n;
	size_t cap;
};

void woorden_clear(struct woorden *w);
void woorden_add(struct woorden *w, struct text t);
/* As woorden_add, with `separator` before all but the first. */
void woorden_join(struct woorden *w, const char *separator, struct text t);
/* NUL-terminated; valid until the next change. */
struct text woorden_text(const struct woorden *w);

#endif
