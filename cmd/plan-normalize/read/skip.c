#include "read/skip.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

struct skipper {
	const struct binding *binding;
	struct report *report;
	char *buf; /* for the folded cell */
	size_t cap;
};

struct skipper *
skipper_new(const struct binding *b, struct report *report)
{
	struct skipper *s = mem_new(struct skipper);

	s->binding = b;
	s->report = report;
	return s;
}

void
skipper_free(struct skipper *s)
{
	if (!s)
		return;
	free(s->buf);
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
contains(struct text a, struct text part)
{
	for (size_t i = 0; i + part.n <= a.n; i++)
		if (memcmp(a.s + i, part.s, part.n) == 0)
			return true;
	return false;
}

static bool
applies(struct skipper *s, const struct skip_rule *r, struct text cell)
{
	struct text t;

	s->buf = mem_grow(s->buf, &s->cap, cell.n + 8, 1);
	t = text_fold(cell, s->buf, s->cap);
	switch (r->how) {
	case SKIP_IS:
		return text_equal(t, r->value);
	case SKIP_BEGINT:
		return text_starts(t, r->value.s);
	case SKIP_BEVAT:
		return contains(t, r->value);
	case SKIP_LEEG:
		return t.n == 0;
	}
	return false;
}

const struct skip_rule *
skipper_drops(struct skipper *s, const struct csvin *in)
{
	for (size_t i = 0; i < s->binding->skip_count; i++) {
		const struct bound_skip *b = &s->binding->skips[i];
		struct text cell = csvin_field(in, b->column);

		if (!applies(s, b->rule, cell))
			continue;
		if (b->rule->total)
			report_add(s->report, RULE_TOTAL_ROW, (long)b->column,
				   cell, text_of(""));
		return b->rule;
	}
	return NULL;
}
