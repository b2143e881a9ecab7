#include "yearly.h"

#include "mem.h"

static bool
same_years(struct years a, struct years b)
{
	return a.from == b.from && a.to == b.to;
}

static struct yearly_sum *
find(const struct yearly *y, unsigned part, struct years years)
{
	for (size_t i = 0; i < y->count; i++)
		if (y->list[i].part == part &&
		    same_years(y->list[i].years, years))
			return &y->list[i];
	return NULL;
}

int
yearly_add(struct yearly *y, const struct amount *a)
{
	struct yearly_sum *s;

	if (!years_given(a->years))
		return 0;
	s = find(y, a->kind->part, a->years);
	if (!s) {
		y->list =
		    mem_grow(y->list, &y->cap, y->count + 1, sizeof(*y->list));
		s = &y->list[y->count++];
		*s = (struct yearly_sum){.part = a->kind->part,
					 .years = a->years,
					 .dimensie = a->kind->dimensie};
	}
	return span_add(&s->sum, a->value, a->bounds);
}

const struct yearly_sum *
yearly_differs(const struct yearly *y, unsigned part,
	       const struct yearly_sum **total)
{
	for (size_t i = 0; i < y->count; i++) {
		const struct yearly_sum *s = &y->list[i];

		if (s->part != part)
			continue;
		*total = find(y, 0, s->years);
		if (*total && !span_meets(&s->sum, &(*total)->sum))
			return s;
	}
	return NULL;
}
