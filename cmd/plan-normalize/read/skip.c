#include "read/skip.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "mem.h"

struct skipper {
	const struct binding *binding;
	struct buffer folded; /* the cell */
};

struct skipper *
skipper_new(const struct binding *b)
{
	struct skipper *s = mem_new(struct skipper);

	s->binding = b;
	return s;
}

void
skipper_free(struct skipper *s)
{
	if (!s)
		return;
	buffer_free(&s->folded);
	free(s);
}

bool
skipper_blank(const struct skipper *s, const struct csvin *in)
{
	size_t n;
	const struct text *fields = csvin_fields(in, &n);

	(void)s;
	for (size_t i = 0; i < n; i++)
		if (text_trim(fields[i]).n)
			return false;
	return true;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (signed char)c < 0;
}

/* The word of a totals row is a whole one, but for what stands before it:
 * "totaal" is in Eindtotaal, and not in Totaalontwikkeling. */
static bool
found_at(struct text a, size_t i, const struct skip_rule *r)
{
	return i + r->value.n <= a.n &&
	       memcmp(a.s + i, r->value.s, r->value.n) == 0 &&
	       (!r->total || !is_letter(a.s[i + r->value.n]));
}

static bool
contains(struct text a, const struct skip_rule *r)
{
	for (size_t i = 0; i + r->value.n <= a.n; i++)
		if (found_at(a, i, r))
			return true;
	return false;
}

bool
skip_applies(const struct skip_rule *r, struct text cell, struct buffer *folded)
{
	struct text t = fold(folded, cell);

	switch (r->how) {
	case SKIP_IS:
		return text_equal(t, r->value);
	case SKIP_BEGINT:
		return found_at(t, 0, r);
	case SKIP_BEVAT:
		return contains(t, r);
	case SKIP_LEEG:
		return t.n == 0;
	}
	return false;
}

const struct bound_skip *
skipper_drops(struct skipper *s, const struct csvin *in)
{
	for (size_t i = 0; i < s->binding->skip_count; i++) {
		const struct bound_skip *b = &s->binding->skips[i];
		struct text cell = csvin_field(in, b->column);

		if (skip_applies(b->rule, cell, &s->folded))
			return b;
	}
	return NULL;
}
