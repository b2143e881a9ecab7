#include "sheet/spans.h"

#include <stdlib.h>

#include "mem.h"

void
spans_add(struct spans *s, size_t from, size_t to)
{
	struct span *last = s->count > 0 ? &s->list[s->count - 1] : NULL;
	if (last != NULL && from == last->to + 1) {
		last->to = to;
		return;
	}
	s->list = mem_grow(s->list, &s->cap, s->count + 1, sizeof(*s->list));
	s->list[s->count++] = (struct span){from, to};
}

static int
by_start(const void *a, const void *b)
{
	const struct span *x = a, *y = b;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return 0;
}

void
spans_settle(struct spans *s)
{
	size_t n = 0;
	if (s->count == 0)
		return;
	qsort(s->list, s->count, sizeof(*s->list), by_start);
	for (size_t i = 1; i < s->count; i++) {
		if (s->list[i].from > s->list[n].to + 1)
			s->list[++n] = s->list[i];
		else if (s->list[i].to > s->list[n].to)
			s->list[n].to = s->list[i].to;
	}
	s->count = n + 1;
}

bool
spans_has(const struct spans *s, size_t i)
{
	size_t low = 0, high = s->count;
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (s->list[mid].to < i)
			low = mid + 1;
		else
			high = mid;
	}
	return low < s->count && s->list[low].from <= i;
}

void
spans_free(struct spans *s)
{
	free(s->list);
	*s = (struct spans){0};
}
