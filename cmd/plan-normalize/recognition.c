#include "recognition.h"

#include <stdio.h>
#include <string.h>

#include "pattern.h"

/* The name of column i in the layout: by letter when the name is not its
 * own, or has none. */
static struct text
own_name(const struct sample *s, size_t i, struct arena *a)
{
	const struct header *h = s->header;
	char letters[TEXT_LETTERS], text[TEXT_LETTERS + 2];

	for (size_t k = 0; k < h->count; k++) {
		if (k == i || !text_equal(h->folded[k], h->folded[i]))
			continue;
		snprintf(text, sizeof(text), "[%s]", text_letters(i, letters));
		return arena_text(a, text_of(text));
	}
	return h->names[i];
}

/* What is above the last header row, and the known pattern after it:
 * "Plannen {jaar}". */
static struct text
joined_pattern(const struct sample *s, size_t i, struct text pattern,
	       struct arena *a)
{
	struct text name = s->header->names[i];
	size_t up = name.n - s->last[i].n;
	char *joined = arena_alloc(a, up + pattern.n + 1, 1);

	memcpy(joined, name.s, up);
	memcpy(joined + up, pattern.s, pattern.n);
	return (struct text){joined, up + pattern.n};
}

static void
recognise(const struct sample *s, const struct vocabulary *v, size_t i,
	  struct column *c, struct arena *a)
{
	const struct header *h = s->header;

	c->named = vocabulary_find(v, h->folded[i], &c->years);
	c->whole = c->named != NULL;
	if (!c->named && s->last[i].n <= h->names[i].n)
		c->named = vocabulary_find(v, s->last[i], &c->years);
	c->kolom = own_name(s, i, a);
	if (!c->named || pattern_is_plain(c->named->folded))
		return;
	c->kolom = c->whole ? c->named->kolom
			    : joined_pattern(s, i, c->named->kolom, a);
}

struct column *
recognition_of(const struct sample *s, const struct vocabulary *v,
	       struct arena *a)
{
	size_t n = s->header->count;
	struct column *list = arena_alloc(a, n + 1, sizeof(*list));

	for (size_t i = 0; i < n; i++)
		recognise(s, v, i, &list[i], a);
	return list;
}
