#include "grid/ranking.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

struct entry {
	uint64_t value; /* above the lowest, in units of the largest scale */
	struct cell *cell;
};

struct ranking {
	struct entry *list, *spare;
	size_t count, cap, spare_cap;
	size_t asked;
	int scale; /* the largest of them */
};

/* Values are sorted by their bytes, since comparing them took longer than
 * reading them. Of few that are asked for, each is compared with all: that is
 * cheaper than so many passes. */
#define DIGIT 256
#define FEW 16

struct ranking *
ranking_new(void)
{
	return mem_new(struct ranking);
}

void
ranking_free(struct ranking *r)
{
	if (!r)
		return;
	free(r->list);
	free(r->spare);
	free(r);
}

void
ranking_clear(struct ranking *r)
{
	r->count = r->asked = 0;
	r->scale = 0;
}

void
ranking_add(struct ranking *r, struct cell *c, bool asked)
{
	assert(!asked || r->asked == r->count);
	if (r->count == r->cap)
		r->list =
		    mem_grow(r->list, &r->cap, r->count + 1, sizeof(*r->list));
	r->list[r->count++].cell = c;
	r->asked += asked;
	if (c->scale > r->scale)
		r->scale = c->scale;
}

size_t
ranking_count(const struct ranking *r)
{
	return r->count;
}

/* Fills in the values, and the highest of them; false when a value or the
 * distance between two does not fit. */
static bool
measure(struct ranking *r, uint64_t *highest)
{
	int64_t factor[NUM_DIGITS + 1] = {1}, low = INT64_MAX, high = INT64_MIN;

	for (int k = 1; k <= r->scale; k++)
		factor[k] = factor[k - 1] * 10;
	for (size_t i = 0; i < r->count; i++) {
		const struct cell *c = r->list[i].cell;
		int64_t v;

		if (__builtin_mul_overflow(c->units,
					   factor[r->scale - c->scale], &v))
			return false;
		r->list[i].value = (uint64_t)v;
		low = v < low ? v : low;
		high = v > high ? v : high;
	}
	for (size_t i = 0; i < r->count; i++)
		r->list[i].value -= (uint64_t)low;
	*highest = (uint64_t)high - (uint64_t)low;
	return true;
}

static int
by_value(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return cell_order(cell_num(x->cell), cell_num(y->cell));
}

/* The values sorted by comparing them, then numbered. */
static void
sort_wide(struct ranking *r)
{
	qsort(r->list, r->count, sizeof(*r->list), by_value);
	for (size_t i = 0; i < r->count; i++)
		r->list[i].value =
		    i == 0 ? 0
			   : r->list[i - 1].value +
				 (by_value(&r->list[i - 1], &r->list[i]) != 0);
}

/* Where the first entry with each byte at `shift` comes to stand. */
static void
count_bytes(const struct ranking *r, int shift, uint32_t at[DIGIT])
{
	uint32_t before = 0, n;

	memset(at, 0, DIGIT * sizeof(*at));
	for (size_t i = 0; i < r->count; i++)
		at[(unsigned char)(r->list[i].value >> shift)]++;
	for (size_t i = 0; i < DIGIT; i++) {
		n = at[i];
		at[i] = before;
		before += n;
	}
}

/* By the byte at `shift`; equals stay as they stood. */
static void
pass(struct ranking *r, int shift)
{
	uint32_t at[DIGIT];
	const struct entry *restrict from = r->list;
	struct entry *restrict to = r->spare;

	count_bytes(r, shift, at);
	for (size_t i = 0; i < r->count; i++)
		to[at[(unsigned char)(from[i].value >> shift)]++] = from[i];
	r->spare = r->list;
	r->list = to;
}

static void
sort(struct ranking *r, uint64_t highest)
{
	if (r->spare_cap < r->cap) {
		r->spare = mem_resize(r->spare, r->cap, sizeof(*r->spare));
		r->spare_cap = r->cap;
	}
	for (int shift = 0; shift < 64 && highest >> shift; shift += 8)
		pass(r, shift);
}

static size_t
count_better(const struct ranking *r, uint64_t value, bool lower)
{
	size_t n = 0;

	for (size_t i = 0; lower && i < r->count; i++)
		n += r->list[i].value < value;
	for (size_t i = 0; !lower && i < r->count; i++)
		n += r->list[i].value > value;
	return n;
}

/* Of all, from the best on. */
static void
tell_all(struct ranking *r, bool lower,
	 void (*tell)(struct cell *, size_t, size_t))
{
	uint64_t last = 0;
	size_t better = 0;

	for (size_t i = 0; i < r->count; i++) {
		const struct entry *e = &r->list[lower ? i : r->count - 1 - i];

		if (i == 0 || e->value != last)
			better = i;
		last = e->value;
		tell(e->cell, better, r->count);
	}
}

void
ranking_each(struct ranking *r, bool lower,
	     void (*tell)(struct cell *c, size_t better, size_t count))
{
	uint64_t highest;
	bool fits = measure(r, &highest);

	for (size_t i = 0; fits && r->asked <= FEW && i < r->asked; i++)
		tell(r->list[i].cell, count_better(r, r->list[i].value, lower),
		     r->count);
	if (fits && r->asked <= FEW)
		return;
	if (fits)
		sort(r, highest);
	else
		sort_wide(r);
	tell_all(r, lower, tell);
}
