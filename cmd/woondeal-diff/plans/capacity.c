#include "plans/capacity.h"

#include <stdlib.h>

#include "mem.h"

struct bin {
	int64_t n[HARDHEDEN];
};

/* Per owner: a place per year, then one for buckets. */
struct capacity {
	const struct frame *frame;
	struct bin *bins;
	size_t years;
};

struct capacity *
capacity_new(const struct frame *k, size_t n)
{
	struct capacity *c = mem_new(struct capacity);
	c->frame = k;
	c->years = frame_years(k);
	c->bins = mem_array(n + 1, (c->years + 1) * sizeof(*c->bins));
	return c;
}

void
capacity_free(struct capacity *c)
{
	if (!c)
		return;
	free(c->bins);
	free(c);
}

static struct bin *
bin(const struct capacity *c, size_t i, size_t place)
{
	return &c->bins[i * (c->years + 1) + place];
}

enum lot
capacity_lot(const struct frame *k, const struct plan_amount *a)
{
	struct span window = {frame_plan_year(k), k->years.to};
	struct span span = a->span;
	if (span.to < window.from)
		return LOT_PAST;
	if (!span_overlaps(span, k->years))
		return LOT_OUTSIDE;
	if (!a->whole_year && span.from < window.from)
		span.from = window.from;
	if (window.from < k->years.from)
		window.from = k->years.from;
	if (!span_within(span, window))
		return LOT_INDIVISIBLE;
	return a->span.from == a->span.to ? LOT_YEAR : LOT_BUCKET;
}

enum lot
capacity_add(struct capacity *c, size_t i, const struct plan_amount *a)
{
	enum lot lot = capacity_lot(c->frame, a);
	size_t place = c->years;
	if (lot == LOT_YEAR)
		place = (size_t)(a->span.from - c->frame->years.from);
	if (lot == LOT_YEAR || lot == LOT_BUCKET)
		bin(c, i, place)->n[a->hardheid] += a->amount;
	return lot;
}

static void
add_bin(const struct bin *v, int64_t sum[HARDHEDEN])
{
	for (int h = 0; h < HARDHEDEN; h++)
		sum[h] += v->n[h];
}

void
capacity_sum(const struct capacity *c, size_t i, struct span span,
	     int64_t sum[HARDHEDEN])
{
	for (int year = span.from; year <= span.to; year++)
		add_bin(bin(c, i, (size_t)(year - c->frame->years.from)), sum);
	if (span_equal(span, c->frame->years))
		add_bin(bin(c, i, c->years), sum);
}
