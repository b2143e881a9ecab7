#include "grid/store.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

struct slice {
	struct cell *cells; /* by place */
	size_t count;
	size_t ranked;
};

struct series {
	struct slice *slices; /* by period */
	size_t count;
};

struct store {
	struct series *list;
	size_t count;
};

struct store *
store_new(size_t series)
{
	struct store *s = mem_new(struct store);

	s->list = mem_array(series + 1, sizeof(*s->list));
	s->count = series;
	return s;
}

void
store_free(struct store *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->count; i++)
		store_shrink(s, i, 0);
	free(s->list);
	free(s);
}

/* Room for at least `need` zeroed items, twice as many as there were. */
static void *
widen(void *p, size_t *count, size_t need, size_t size)
{
	size_t n = *count ? *count : 4;

	while (n < need)
		n *= 2;
	p = mem_resize(p, n, size);
	memset((char *)p + *count * size, 0, (n - *count) * size);
	*count = n;
	return p;
}

struct cell *
store_cell(struct store *s, size_t series, size_t period, size_t place)
{
	struct series *x = &s->list[series];
	struct slice *slice;

	if (period >= x->count)
		x->slices =
		    widen(x->slices, &x->count, period + 1, sizeof(*x->slices));
	slice = &x->slices[period];
	if (place >= slice->count)
		slice->cells = widen(slice->cells, &slice->count, place + 1,
				     sizeof(*slice->cells));
	/* Rows of a region fill one cell in each of many slices: fetch the
	 * next region's, which will be asked for a region later. */
	if (place + 2 < slice->count)
		__builtin_prefetch(&slice->cells[place + 2], 1);
	return &slice->cells[place];
}

const struct cell *
store_get(const struct store *s, size_t series, size_t period, size_t place)
{
	const struct series *x = &s->list[series];
	const struct cell *c;

	if (period >= x->count || place >= x->slices[period].count)
		return NULL;
	c = &x->slices[period].cells[place];
	return c->kind == CELL_NONE ? NULL : c;
}

struct cell *
store_slice(struct store *s, size_t series, size_t period, size_t *n)
{
	*n = store_places(s, series, period);
	return *n ? s->list[series].slices[period].cells : NULL;
}

bool
store_has(const struct store *s, size_t series, size_t period)
{
	return store_places(s, series, period) > 0;
}

void
store_rank(struct store *s, size_t series, size_t period, size_t among)
{
	s->list[series].slices[period].ranked = among;
}

size_t
store_ranked(const struct store *s, size_t series, size_t period)
{
	const struct series *x = &s->list[series];

	return period < x->count ? x->slices[period].ranked : 0;
}

size_t
store_places(const struct store *s, size_t series, size_t period)
{
	const struct series *x = &s->list[series];

	return period < x->count ? x->slices[period].count : 0;
}

void
store_shrink(struct store *s, size_t series, size_t keep)
{
	struct series *x = &s->list[series];

	for (size_t i = 0; i < x->count; i++) {
		struct slice *slice = &x->slices[i];

		if (slice->count <= keep)
			continue;
		if (keep == 0)
			free(slice->cells);
		else
			slice->cells = mem_resize(slice->cells, keep,
						  sizeof(*slice->cells));
		slice->cells = keep ? slice->cells : NULL;
		slice->count = keep;
	}
	if (keep == 0) {
		free(x->slices);
		*x = (struct series){0};
	}
}

bool
cell_has(const struct cell *c)
{
	return c && c->kind != CELL_NONE && c->reden == REDEN_NONE;
}

struct num
cell_num(const struct cell *c)
{
	return (struct num){c->units, c->scale};
}

void
cell_set(struct cell *c, struct num v, int decimals)
{
	c->units = v.units;
	c->scale = (uint8_t)v.scale;
	c->decimals = (uint8_t)decimals;
	c->reden = REDEN_NONE;
}
