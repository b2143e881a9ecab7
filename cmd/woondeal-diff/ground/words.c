#include "ground/words.h"

#include <string.h>

#include "mem.h"

void
words_clear(struct words *w)
{
	w->n = 0;
}

void
words_add(struct words *w, struct text t)
{
	w->s = mem_grow(w->s, &w->cap, w->n + t.n + 1, 1);
	if (t.n > 0)
		memcpy(w->s + w->n, t.s, t.n);
	w->n += t.n;
	w->s[w->n] = '\0';
}

void
words_join(struct words *w, const char *separator, struct text t)
{
	if (w->n > 0)
		words_add(w, text_of(separator));
	words_add(w, t);
}

struct text
words_text(const struct words *w)
{
	return w->n == 0 ? text_of("") : (struct text){w->s, w->n};
}
