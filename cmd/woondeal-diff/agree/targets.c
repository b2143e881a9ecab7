#include "agree/targets.h"

#include <stdlib.h>

#include "mem.h"

int
target_read(struct frame *k, const struct table *t, size_t i,
	    const struct target_columns *c, struct target *out)
{
	struct num n;
	int from = table_year(t, i, c->from, &out->span.from);
	int to = from < 0 ? -1 : table_year(t, i, c->to, &out->span.to);
	int rc = to < 0 ? -1 : table_whole(t, i, c->amount, &n);
	if (rc < 0)
		return -1;
	if (from == 0 || to == 0)
		return table_fail(t, i, from == 0 ? c->from : c->to,
				  "'' found, expected a year as 2024");
	if (out->span.from > out->span.to)
		return table_fail(
		    t, i, c->to, "%s found, expected a year not before %s",
		    table_cell(t, i, c->to).s, table_cell(t, i, c->from).s);
	if (rc == 0 || n.units < 0 || !amount_read(&k->guard, n, &out->amount))
		return table_fail(t, i, c->amount,
				  "'%s' found, expected dwellings of 0 or more",
				  table_cell(t, i, c->amount).s);
	return 0;
}

void
targets_add(struct targets *d, struct target new)
{
	d->list = mem_grow(d->list, &d->cap, d->count + 1, sizeof(*d->list));
	d->list[d->count++] = new;
}

void
targets_drop(struct targets *d, struct span span)
{
	size_t kept = 0;
	for (size_t i = 0; i < d->count; i++)
		if (!span_overlaps(d->list[i].span, span))
			d->list[kept++] = d->list[i];
	d->count = kept;
}

static int
by_span(const void *a, const void *b)
{
	const struct target *x = a;
	const struct target *y = b;
	if (x->span.from != y->span.from)
		return x->span.from < y->span.from ? -1 : 1;
	return (x->span.to > y->span.to) - (x->span.to < y->span.to);
}

void
targets_sort(struct targets *d)
{
	if (d->count > 1)
		qsort(d->list, d->count, sizeof(*d->list), by_span);
}

bool
targets_tile(const struct targets *d, struct span span, int64_t *sum)
{
	int next = span.from;
	*sum = 0;
	for (size_t i = 0; i < d->count && next <= span.to; i++) {
		if (d->list[i].span.to < span.from)
			continue;
		if (d->list[i].span.from != next)
			return false;
		*sum += d->list[i].amount;
		next = d->list[i].span.to + 1;
	}
	return next == span.to + 1;
}

bool
targets_derived(const struct targets *d, struct span span)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->list[i].derived && span_within(d->list[i].span, span))
			return true;
	return false;
}

static bool
has_year(const struct targets *d, int year)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->list[i].span.from <= year && year <= d->list[i].span.to)
			return true;
	return false;
}

void
targets_remainder(struct targets *d, struct target total)
{
	struct target rest = {{0, 0}, total.amount, true};
	for (int year = total.span.from; year <= total.span.to; year++) {
		if (has_year(d, year))
			continue;
		if (rest.span.from == 0)
			rest.span.from = year;
		else if (rest.span.to != year - 1)
			return;
		rest.span.to = year;
	}
	if (total.derived || targets_derived(d, total.span))
		return;
	for (size_t i = 0; i < d->count; i++) {
		struct span s = d->list[i].span;
		if (span_within(s, total.span))
			rest.amount -= d->list[i].amount;
		else if (span_overlaps(s, total.span))
			return;
	}
	if (rest.span.from == 0 || rest.amount < 0)
		return;
	targets_add(d, rest);
	targets_sort(d);
}

void
targets_copy(struct targets *to, const struct targets *from)
{
	for (size_t i = 0; i < from->count; i++)
		targets_add(to, from->list[i]);
}

/* Running totals in whole dwellings, half away from zero; a fraction of a
 * dwelling goes to the last year. */
static void
add_evenly(struct targets *d, struct target new)
{
	int64_t years = new.span.to - new.span.from + 1;
	int64_t whole = new.amount / AMOUNT_ONE;
	int64_t before = 0;
	for (int64_t i = 1; i <= years; i++) {
		int year = new.span.from + (int)i - 1;
		int64_t until = (whole * i * 2 + years) / (years * 2);
		until = i == years ? new.amount : until *AMOUNT_ONE;
		targets_add(d, (struct target){
				   {year, year}, until - before, new.derived});
		before = until;
	}
}

int
targets_replace(struct targets *d, struct target new)
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
	targets_sort(d);
	return 0;
}

static bool
all_tile(const struct targets *const *parts, size_t n, struct target *sum)
{
	sum->amount = 0;
	sum->derived = false;
	for (size_t i = 0; i < n; i++) {
		int64_t one;
		if (!targets_tile(parts[i], sum->span, &one))
			return false;
		sum->amount += one;
		sum->derived =
		    sum->derived || targets_derived(parts[i], sum->span);
	}
	return n > 0;
}

/* The last year of the own period that holds `year`, or 0. */
static int
own_until(const struct targets *d, size_t own, int year)
{
	for (size_t i = 0; i < own; i++)
		if (d->list[i].span.from <= year && year <= d->list[i].span.to)
			return d->list[i].span.to;
	return 0;
}

/* The shortest shared period from `van` on; its last year, or 0. */
static int
merge_from(struct targets *d, size_t own, const struct targets *const *parts,
	   size_t n, struct span years)
{
	for (int to = years.from; to <= years.to; to++) {
		struct target new = {{years.from, to}, 0, false};
		if (own_until(d, own, to) != 0)
			return 0;
		if (!all_tile(parts, n, &new))
			continue;
		targets_add(d, new);
		return to;
	}
	return 0;
}

void
targets_merge(struct targets *d, const struct targets *const *parts, size_t n,
	      struct span years)
{
	size_t own = d->count;
	for (int year = years.from; year <= years.to; year++) {
		int last = own_until(d, own, year);
		if (last == 0)
			last = merge_from(d, own, parts, n,
					  (struct span){year, years.to});
		if (last != 0)
			year = last;
	}
	targets_sort(d);
}
