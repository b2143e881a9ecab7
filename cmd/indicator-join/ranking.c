#include "ranking.h"

#include <stdlib.h>

#include "mem.h"

/* Two's complement of 128 bits: 10^18 units at 18 decimals more fit. */
__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 natural;

struct entry {
	natural value; /* above the lowest, in units of the largest scale */
	struct cell *cell;
};

struct ranking {
	struct entry *list, *spare;
	size_t count, cap, spare_cap;
	int scale; /* the largest of them */
};

#define DIGIT 256

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
	r->count = 0;
	r->scale = 0;
}

void
ranking_add(struct ranking *r, struct cell *c)
{
	if (r->count == r->cap)
		r->list =
		    mem_grow(r->list, &r->cap, r->count + 1, sizeof(*r->list));
	r->list[r->count++].cell = c;
	if (c->scale > r->scale)
		r->scale = c->scale;
}

size_t
ranking_count(const struct ranking *r)
{
	return r->count;
}

static wide
scaled(const struct cell *c, int scale)
{
	wide v = c->units;

	for (int i = c->scale; i < scale; i++)
		v *= 10;
	return v;
}

/* Fills in the values and returns the highest. */
static natural
measure(struct ranking *r)
{
	wide lowest = 0;
	natural highest = 0;

	for (size_t i = 0; i < r->count; i++) {
		wide v = scaled(r->list[i].cell, r->scale);

		if (i == 0 || v < lowest)
			lowest = v;
		r->list[i].value = (natural)v;
	}
	for (size_t i = 0; i < r->count; i++) {
		r->list[i].value -= (natural)lowest;
		if (r->list[i].value > highest)
			highest = r->list[i].value;
	}
	return highest;
}

/* By the byte at `shift`; equals stay as they stood. */
static void
pass(struct ranking *r, int shift)
{
	size_t at[DIGIT + 1] = {0};
	struct entry *from = r->list, *to = r->spare;

	for (size_t i = 0; i < r->count; i++)
		at[(unsigned char)(from[i].value >> shift) + 1]++;
	for (size_t i = 1; i < DIGIT; i++)
		at[i] += at[i - 1];
	for (size_t i = 0; i < r->count; i++)
		to[at[(unsigned char)(from[i].value >> shift)]++] = from[i];
	r->list = to;
	r->spare = from;
}

void
ranking_sort(struct ranking *r)
{
	natural highest = measure(r);

	if (r->spare_cap < r->cap) {
		r->spare = mem_resize(r->spare, r->cap, sizeof(*r->spare));
		r->spare_cap = r->cap;
	}
	for (int shift = 0; shift < 128 && highest >> shift; shift += 8)
		pass(r, shift);
}

struct cell *
ranking_at(const struct ranking *r, size_t i)
{
	return r->list[i].cell;
}

bool
ranking_equal(const struct ranking *r, size_t i)
{
	return i > 0 && r->list[i].value == r->list[i - 1].value;
}
