#include "splitlist.h"

#include <stdlib.h>

#include "mem.h"

static int
order(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

struct text
splitlist_read(struct splitlist *p, const struct layout *l, enum field f,
	       struct text cell)
{
	struct buffer *b = &p->joined;
	struct text rest = cell, part;
	size_t n = 0;

	while (text_split(&rest, l->fields[f].splits, &part)) {
		const struct word *w = layout_word(l, f, part);

		part = w ? w->value : text_trim(part);
		if (!part.n)
			continue;
		p->parts =
		    mem_grow(p->parts, &p->cap, n + 1, sizeof(*p->parts));
		p->parts[n++] = part;
	}
	if (n > 1)
		qsort(p->parts, n, sizeof(*p->parts), order);
	b->n = 0;
	for (size_t i = 0; i < n; i++) {
		if (i && text_equal(p->parts[i], p->parts[i - 1]))
			continue;
		if (b->n)
			buffer_text(b, text_of("|"));
		buffer_text(b, p->parts[i]);
	}
	return buffer_view(b);
}

void
splitlist_clear(struct splitlist *s)
{
	free(s->joined.s);
	free(s->parts);
}
