#include "tables/periods.h"

#include <stdint.h>
#include <stdlib.h>

#include "map.h"
#include "mem.h"

struct periods {
	struct map *map; /* text -> number + 1 */
	struct period *list;
	size_t cap;
	long
	    *before; /* of the first before_n, PERIODS_BACK years before each */
	size_t before_cap, before_n;
	size_t last; /* the one asked for last */
	size_t step; /* 1: it came after the one before, 0: it was the same */
};

struct periods *
periods_new(void)
{
	struct periods *ps = mem_new(struct periods);

	ps->map = map_new();
	return ps;
}

void
periods_free(struct periods *ps)
{
	if (!ps)
		return;
	map_free(ps->map);
	free(ps->list);
	free(ps->before);
	free(ps);
}

size_t
periods_count(const struct periods *ps)
{
	return map_count(ps->map);
}

long
periods_find(const struct periods *ps, struct text t)
{
	return (long)(uintptr_t)map_get(ps->map, t) - 1;
}

size_t
periods_intern(struct periods *ps, struct text t)
{
	size_t n = map_count(ps->map);
	void **slot;

	/* Rows mostly have the same period as the last, or the one that came
	 * after that before. */
	for (size_t k = 0; k < 2; k++, ps->step = 1 - ps->step) {
		size_t i = ps->last + ps->step;

		if (i < n && text_equal(map_key(ps->map, i), t)) {
			ps->last = i;
			return i;
		}
	}
	slot = map_slot(ps->map, t);
	if (!*slot) {
		*slot = (void *)(uintptr_t)(n + 1);
		ps->list =
		    mem_grow(ps->list, &ps->cap, n + 1, sizeof(*ps->list));
		if (!period_parse(t, &ps->list[n]))
			ps->list[n] = (struct period){0};
	}
	ps->last = (size_t)(uintptr_t)*slot - 1;
	return ps->last;
}

struct text
periods_text(const struct periods *ps, size_t i)
{
	return map_key(ps->map, i);
}

struct period
periods_at(const struct periods *ps, size_t i)
{
	return ps->list[i];
}

bool
periods_known(const struct periods *ps, size_t i)
{
	return ps->list[i].grain != GRAIN_NONE;
}

static long
find_before(const struct periods *ps, size_t i, size_t years)
{
	struct period p = ps->list[i];
	char buf[PERIOD_TEXT];

	if (p.grain == GRAIN_NONE)
		return -1;
	p.year -= (int)years;
	return (long)(uintptr_t)map_get(ps->map, period_format(p, buf)) - 1;
}

/* Looked up once for all, again when there are more periods: an earlier one
 * may have come later. */
long
periods_before(struct periods *ps, size_t i, size_t years)
{
	size_t n = periods_count(ps);

	if (ps->before_n != n) {
		ps->before = mem_grow(ps->before, &ps->before_cap,
				      n * PERIODS_BACK, sizeof(*ps->before));
		for (size_t k = 0; k < n * PERIODS_BACK; k++)
			ps->before[k] = find_before(ps, k / PERIODS_BACK,
						    k % PERIODS_BACK + 1);
		ps->before_n = n;
	}
	return years == 0 ? (long)i : ps->before[i * PERIODS_BACK + years - 1];
}

int
periods_compare(const struct periods *ps, size_t a, size_t b)
{
	struct period x = ps->list[a], y = ps->list[b];
	bool known_x = periods_known(ps, a), known_y = periods_known(ps, b);
	int order = 0;

	if (known_x != known_y)
		return known_x ? -1 : 1;
	if (known_x)
		order = period_compare(x, y);
	return order ? order
		     : text_compare(periods_text(ps, a), periods_text(ps, b));
}

/* Merge sort, since qsort cannot be told whose periods they are. */
static void
sort(const struct periods *ps, size_t *list, size_t n, size_t *spare)
{
	size_t half = n / 2, i = 0, j = half;

	if (n < 2)
		return;
	sort(ps, list, half, spare);
	sort(ps, list + half, n - half, spare);
	for (size_t k = 0; k < n; k++) {
		bool left =
		    j == n ||
		    (i < half && periods_compare(ps, list[i], list[j]) <= 0);

		spare[k] = left ? list[i++] : list[j++];
	}
	for (size_t k = 0; k < n; k++)
		list[k] = spare[k];
}

size_t *
periods_order(const struct periods *ps)
{
	size_t n = periods_count(ps);
	size_t *list = mem_array(n + 1, sizeof(*list));
	size_t *spare = mem_array(n + 1, sizeof(*spare));

	for (size_t i = 0; i < n; i++)
		list[i] = i;
	sort(ps, list, n, spare);
	free(spare);
	return list;
}
