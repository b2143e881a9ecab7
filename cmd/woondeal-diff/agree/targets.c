#include "agree/targets.h"

#include <stdlib.h>

#include "mem.h"

void
doelen_add(struct doelen *d, struct doel new)
{
	d->list = mem_grow(d->list, &d->cap, d->count + 1, sizeof *d->list);
	d->list[d->count++] = new;
}

static int
by_span(const void *a, const void *b)
{
	const struct doel *x = a;
	const struct doel *y = b;
	if (x->span.van != y->span.van)
		return x->span.van < y->span.van ? -1 : 1;
	return (x->span.tot > y->span.tot) - (x->span.tot < y->span.tot);
}

void
doelen_sort(struct doelen *d)
{
	if (d->count > 1)
		qsort(d->list, d->count, sizeof *d->list, by_span);
}

bool
doelen_tile(const struct doelen *d, struct span span, int64_t *sum)
{
	int next = span.van;
	*sum = 0;
	for (size_t i = 0; i < d->count && next <= span.tot; i++) {
		if (d->list[i].span.tot < span.van)
			continue;
		if (d->list[i].span.van != next)
			return false;
		*sum += d->list[i].aantal;
		next = d->list[i].span.tot + 1;
	}
	return next == span.tot + 1;
}

void
doelen_copy(struct doelen *to, const struct doelen *from)
{
	for (size_t i = 0; i < from->count; i++)
		doelen_add(to, from->list[i]);
}

/* Running totals in whole dwellings, half away from zero; a fraction of a
 * dwelling goes to the last year. */
static void
add_evenly(struct doelen *d, struct doel new)
{
	int64_t years = new.span.tot - new.span.van + 1;
	int64_t whole = new.aantal / AANTAL_ONE;
	int64_t before = 0;
	for (int64_t i = 1; i <= years; i++) {
		int year = new.span.van + (int)i - 1;
		int64_t until = (whole * i * 2 + years) / (years * 2);
		until = i == years ? new.aantal : until *AANTAL_ONE;
		doelen_add(d, (struct doel){{year, year}, until - before});
		before = until;
	}
}

int
doelen_replace(struct doelen *d, struct doel new)
{
	size_t kept = 0;
	for (size_t i = 0; i < d->count; i++) {
		if (span_within(d->list[i].span, new.span))
			continue;
		if (span_overlaps(d->list[i].span, new.span))
			return -1;
		d->list[kept++] = d->list[i];
	}
	d->count = kept;
	add_evenly(d, new);
	doelen_sort(d);
	return 0;
}

static bool
all_tile(const struct doelen *const *parts, size_t n, struct span span,
	 int64_t *sum)
{
	*sum = 0;
	for (size_t i = 0; i < n; i++) {
		int64_t one;
		if (!doelen_tile(parts[i], span, &one))
			return false;
		*sum += one;
	}
	return n > 0;
}

/* The last year of the own period that holds `year`, or 0. */
static int
own_until(const struct doelen *d, size_t own, int year)
{
	for (size_t i = 0; i < own; i++)
		if (d->list[i].span.van <= year && year <= d->list[i].span.tot)
			return d->list[i].span.tot;
	return 0;
}

/* The shortest shared period from `van` on; its last year, or 0. */
static int
merge_from(struct doelen *d, size_t own, const struct doelen *const *parts,
	   size_t n, struct span years)
{
	for (int tot = years.van; tot <= years.tot; tot++) {
		struct doel new = {{years.van, tot}, 0};
		if (own_until(d, own, tot) != 0)
			return 0;
		if (!all_tile(parts, n, new.span, &new.aantal))
			continue;
		doelen_add(d, new);
		return tot;
	}
	return 0;
}

void
doelen_merge(struct doelen *d, const struct doelen *const *parts, size_t n,
	     struct span years)
{
	size_t own = d->count;
	for (int year = years.van; year <= years.tot; year++) {
		int last = own_until(d, own, year);
		if (last == 0)
			last = merge_from(d, own, parts, n,
					  (struct span){year, years.tot});
		if (last != 0)
			year = last;
	}
	doelen_sort(d);
}
