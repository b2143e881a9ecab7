#include "shape/trends.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "shape/figure.h"

/* What is counted of a window, in one number: S, of pairs that rise or fall,
 * how many pairs those are, and values. There are at most 12 values, 66 pairs.
 */
#define PAIR 0x10000
#define RISES (PAIR + 1)
#define FALLS (PAIR - 1)
#define VALUE 0x1000000

/* A value in the lanes. */
struct slot {
	size_t at, cell;
};

/* The periods lie in lanes, a slot for each year: all Januaries, then all
 * Februaries; so the years before a value are the slots before it, whatever
 * the period. A lane begins with a whole window, `years` slots, and so the
 * last of one are in no window of the next. */
struct trends {
	struct join *j;
	size_t n, years;
	long *windows; /* per period: those of its years, oldest first, or -1 */
	size_t *ends;  /* per period: its slot */
	struct slot *filled;
	size_t filled_n;
	size_t slots; /* 0: no period has years enough for a trend */
	/* The value of a slot in both; where there is none, low is under and
	 * high over all values. */
	int32_t *low, *high;
	/* The value of each slot and its pairs with the years before it, and
	 * with those after it. */
	int32_t *before, *after;
	int32_t *sums; /* of the window that ends there */
};

/* Slots are compared so many at a time, beyond the last too. */
#define STEP 4

/* Where the years of each period's window stand; whether any has years enough
 * for a trend. */
static bool
find_windows(struct trends *t, const size_t *periods)
{
	size_t all = periods_count(t->j->periods);
	long *at = mem_array(all + 1, sizeof(*at));
	bool enough = false;

	for (size_t i = 0; i < all; i++)
		at[i] = -1;
	for (size_t i = 0; i < t->n; i++)
		at[periods[i]] = (long)i;
	for (size_t i = 0; i < t->n; i++) {
		long *window = &t->windows[t->years * i];
		size_t met = 0;

		for (size_t k = 0; k < t->years; k++) {
			long before = periods_before(t->j->periods, periods[i],
						     t->years - 1 - k);

			window[k] = before < 0 ? -1 : at[before];
			met += window[k] >= 0;
		}
		enough = enough || met >= t->j->options->trend_least;
	}
	free(at);
	return enough;
}

/* How many years before the period the last one before it is; 0: none in its
 * window. */
static size_t
gap(const struct trends *t, size_t i)
{
	const long *window = &t->windows[t->years * i];

	for (size_t back = 1; back < t->years; back++)
		if (window[t->years - 1 - back] >= 0)
			return back;
	return 0;
}

static void
fill(struct trends *t, size_t at, long cell)
{
	if (cell >= 0)
		t->filled[t->filled_n++] = (struct slot){at, (size_t)cell};
}

/* Puts a period in the lane that ends before t->slots; false when its window
 * is not what stands there: of 29 February, say. held: the cell of each slot,
 * or -1. */
static bool
append(struct trends *t, long *held, size_t i)
{
	const long *window = &t->windows[t->years * i];
	size_t end = t->slots + gap(t, i) - 1;

	for (size_t k = t->slots; k < end; k++)
		held[k] = -1;
	held[end] = (long)i;
	if (memcmp(&held[end + 1 - t->years], window,
		   t->years * sizeof(*window)) != 0)
		return false;
	fill(t, end, (long)i);
	t->ends[i] = end;
	t->slots = end + 1;
	return true;
}

static void
begin_lane(struct trends *t, long *held, size_t i)
{
	for (size_t k = 0; k < t->years; k++) {
		held[t->slots] = t->windows[t->years * i + k];
		fill(t, t->slots, held[t->slots]);
		t->slots++;
	}
	t->ends[i] = t->slots - 1;
}

/* Each period behind the last one before it. Slot 0 on is one empty window,
 * so that there are always slots before one. */
static void
lay_out(struct trends *t)
{
	long *held = mem_array((t->n + 1) * t->years, sizeof(*held));
	long *next = mem_array(t->n + 1, sizeof(*next));
	bool *follows = mem_array(t->n + 1, sizeof(*follows));

	for (size_t i = 0; i < t->n; i++)
		next[i] = -1;
	for (size_t i = 0; i < t->n; i++) {
		size_t back = gap(t, i);
		long last = t->windows[t->years * (i + 1) - 1 - back];

		follows[i] = back && next[last] < 0;
		if (follows[i])
			next[last] = (long)i;
	}
	t->slots = t->years;
	for (size_t i = 0; i < t->n; i++)
		for (long k = follows[i] ? -1 : (long)i; k >= 0; k = next[k])
			if (k == (long)i || !append(t, held, (size_t)k))
				begin_lane(t, held, (size_t)k);
	free(held);
	free(next);
	free(follows);
}

struct trends *
trends_new(struct join *j, const size_t *periods, size_t n)
{
	struct trends *t = mem_new(struct trends);
	size_t most;

	t->j = j;
	t->n = n;
	t->years = j->options->trend_years;
	most = (n + 1) * t->years;
	t->windows = mem_array(most, sizeof(*t->windows));
	if (!find_windows(t, periods))
		return t;
	t->ends = mem_array(n + 1, sizeof(*t->ends));
	t->filled = mem_array(most, sizeof(*t->filled));
	lay_out(t);
	most = t->slots + STEP + KENDALL_MOST;
	t->low = mem_array(most, sizeof(*t->low));
	t->high = mem_array(most, sizeof(*t->high));
	t->before = mem_array(most, sizeof(*t->before));
	t->after = mem_array(most, sizeof(*t->after));
	t->sums = mem_array(most, sizeof(*t->sums));
	for (size_t i = 0; i < most; i++) {
		t->low[i] = INT32_MIN;
		t->high[i] = INT32_MAX;
	}
	return t;
}

void
trends_free(struct trends *t)
{
	if (!t)
		return;
	free(t->windows);
	free(t->ends);
	free(t->filled);
	free(t->low);
	free(t->high);
	free(t->before);
	free(t->after);
	free(t->sums);
	free(t);
}

/* The values in one scale, the largest, above the first of them. False when
 * one does not fit. */
static bool
fill_values(struct trends *t, const struct cell *const *cells)
{
	int64_t factor[NUM_DIGITS + 1] = {1}, v, first = 0;
	bool any = false;
	int scale = 0;

	for (size_t i = 0; i < t->n; i++)
		if (cell_has(cells[i]) && cells[i]->scale > scale)
			scale = cells[i]->scale;
	for (int k = 1; k <= scale; k++)
		factor[k] = factor[k - 1] * 10;
	for (size_t i = 0; i < t->filled_n; i++) {
		const struct cell *c = cells[t->filled[i].cell];
		size_t at = t->filled[i].at;

		if (!cell_has(c)) {
			t->low[at] = INT32_MIN;
			t->high[at] = INT32_MAX;
			t->before[at] = t->after[at] = 0;
			continue;
		}
		if (__builtin_mul_overflow(c->units, factor[scale - c->scale],
					   &v))
			return false;
		first = any ? first : v;
		any = true;
		if (__builtin_sub_overflow(v, first, &v) || v <= INT32_MIN ||
		    v >= INT32_MAX)
			return false;
		t->low[at] = t->high[at] = (int32_t)v;
		t->before[at] = t->after[at] = VALUE;
	}
	return true;
}

/* Slots that lie `back` apart, the same way for each, so that the compiler can
 * take several at a time. */
static void
compare(size_t n, size_t back, const int32_t *restrict low,
	const int32_t *restrict high, int32_t *restrict before,
	int32_t *restrict after)
{
	for (size_t i = 0; i < n; i++) {
		int32_t rises = low[i + back] > high[i] ? RISES : 0;
		int32_t falls = low[i] > high[i + back] ? FALLS : 0;

		before[i + back] += rises + falls;
		after[i] += rises + falls;
	}
}

/* The window that ends at a slot is that of the slot before it, with the new
 * value and without the one that went. */
static void
sum_windows(struct trends *t)
{
	size_t n = (t->slots + STEP - 1) / STEP * STEP;
	int32_t sum = 0;

	for (size_t back = 1; back < t->years; back++)
		compare(n, back, t->low, t->high, t->before, t->after);
	for (size_t i = t->years; i < t->slots; i++) {
		sum += t->before[i] - t->after[i - t->years];
		t->sums[i] = sum;
	}
}

/* Value by value, where pairs alone do not tell. */
static enum trend
test_values(const struct trends *t, size_t i, const struct cell *const *cells)
{
	const long *window = &t->windows[t->years * i];
	struct num v[KENDALL_MOST];
	struct kendall_test test;
	size_t n = 0;

	for (size_t k = 0; k < t->years; k++)
		if (window[k] >= 0 && cell_has(cells[window[k]]))
			v[n++] = cell_num(cells[window[k]]);
	if (n < t->j->options->trend_least)
		return TREND_NONE;
	return figure_trend(t->j, v, n, &test);
}

/* Of the values above the first, where some are the same. */
static enum trend
test_tied(const struct trends *t, size_t end)
{
	int64_t v[KENDALL_MOST];
	struct kendall_test test;
	size_t n = 0;

	for (size_t k = end + 1 - t->years; k <= end; k++)
		if (t->low[k] == t->high[k])
			v[n++] = t->low[k];
	return kendall_trend(t->j->kendall, v, n, &test);
}

static enum trend
trend_of(const struct trends *t, size_t end)
{
	int sum = (int16_t)t->sums[end];
	unsigned rest = (unsigned)(t->sums[end] - sum);
	unsigned n = rest / VALUE, differ = rest % VALUE / PAIR;

	if (t->low[end] != t->high[end] || n < t->j->options->trend_least)
		return TREND_NONE;
	return differ < n * (n - 1) / 2 ? test_tied(t, end)
					: kendall_untied(t->j->kendall, n, sum);
}

void
trends_find(struct trends *t, const struct cell *const *cells, enum trend *out)
{
	bool fits = t->slots && fill_values(t, cells);

	if (fits)
		sum_windows(t);
	for (size_t i = 0; i < t->n; i++) {
		out[i] = TREND_NONE;
		if (fits)
			out[i] = trend_of(t, t->ends[i]);
		else if (t->slots && cell_has(cells[i]))
			out[i] = test_values(t, i, cells);
	}
}
