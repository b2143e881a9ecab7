/* A text that grows, for lists of codes. */
#ifndef WORDS_H
#define WORDS_H

#include <stddef.h>

#include "text.h"

struct words {
	char *s; /* free() it; NULL while empty */
	size_t n;
	size_t cap;
};

void words_clear(struct words *w);
void words_add(struct words *w, struct text t);
/* As words_add, with `separator` before all but the first. */
void words_join(struct words *w, const char *separator, struct text t);
/* NUL-terminated; valid until the next change. */
struct text words_text(const struct words *w);

#endif
