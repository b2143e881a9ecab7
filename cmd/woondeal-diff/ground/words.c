#include "ground/words.h"

#include <string.h>

#include "mem.h"

void
woorden_clear(struct woorden *w)
{
	w->n = 0;
}

void
woorden_add(struct woorden *w, struct text t)
{
	w->s = mem_grow(w->s, &w->cap, w->n + t.n + 1, 1);
	if (t.n > 0)
		memcpy(w->s + w->n, t.s, t.n);
	w->n += t.n;
	w->s[w->n] = '\0';
}

void
woorden_join(struct woorden *w, const char *separator, struct text t)
{
	if (w->n > 0)
		woorden_add(w, text_of(separator));
	woorden_add(w, t);
}

struct text
woorden_text(const struct woorden *w)
{
	return w->n == 0 ? text_of("") : (struct text){w->s, w->n};
}
