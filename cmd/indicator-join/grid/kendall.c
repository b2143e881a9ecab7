#include "grid/kendall.h"

#include <stdbool.h>
#include <stdlib.h>

#include "mem.h"

#define PAIRS (KENDALL_MOST * (KENDALL_MOST - 1) / 2)
#define SLOTS 1024

/* The |S| that is needed, by how many values there are of each size of tie:
 * four bits for each size from 1 on. There are 272 of them. */
struct known {
	uint64_t ties;
	int least;
};

struct kendall {
	struct known known[SLOTS];
	int untied[KENDALL_MOST + 1]; /* the same without ties; -1: not yet */
};

struct kendall *
kendall_new(void)
{
	struct kendall *k = mem_new(struct kendall);

	for (size_t i = 0; i <= KENDALL_MOST; i++)
		k->untied[i] = -1;
	return k;
}

void
kendall_free(struct kendall *k)
{
	free(k);
}

/* How many groups of t equal values there are. */
static size_t
groups_of(uint64_t ties, int t)
{
	return (size_t)(ties >> (4 * (t - 1)) & 15);
}

/* The power series c times (1 - x^a), and divided by it. */
static void
times(int64_t *c, int a)
{
	for (int k = PAIRS; k >= a; k--)
		c[k] -= c[k - a];
}

static void
divide(int64_t *c, int a)
{
	for (int k = a; k <= PAIRS; k++)
		c[k] += c[k - a];
}

/* c[k]: the orders of n values with these ties in which k pairs fall: the
 * Gaussian multinomial coefficient. */
static void
count_orders(int64_t *c, int n, uint64_t ties)
{
	c[0] = 1;
	for (int i = 1; i <= n; i++)
		times(c, i);
	for (int t = 1; t <= n; t++)
		for (size_t g = groups_of(ties, t); g > 0; g--)
			for (int i = 1; i <= t; i++)
				divide(c, i);
}

static int
pairs_of(int n, uint64_t ties)
{
	int pairs = n * (n - 1) / 2;

	for (int t = 2; t <= n; t++)
		pairs -= (int)groups_of(ties, t) * (t * (t - 1) / 2);
	return pairs;
}

/* S is pairs - 2k: both tails from the outside in, as long as they hold no more
 * than a twentieth of all orders. */
static int
find_least(int n, uint64_t ties)
{
	int64_t c[PAIRS + 1] = {0}, all = 0, tail = 0;
	int pairs = pairs_of(n, ties), k = 0;

	count_orders(c, n, ties);
	for (int i = 0; i <= pairs; i++)
		all += c[i];
	while (2 * k < pairs && 20 * (tail + 2 * c[k]) <= all)
		tail += 2 * c[k++];
	return k > 0 ? pairs - 2 * (k - 1) : 0;
}

static int
least_of(struct kendall *k, int n, uint64_t ties)
{
	size_t i = (size_t)(ties * UINT64_C(0x9E3779B97F4A7C15) >> 54);

	while (k->known[i].ties && k->known[i].ties != ties)
		i = (i + 1) % SLOTS;
	if (!k->known[i].ties)
		k->known[i] = (struct known){ties, find_least(n, ties)};
	return k->known[i].least;
}

static uint64_t
ties_of(const int64_t *v, size_t n)
{
	uint64_t ties = 0;

	for (size_t i = 0; i < n; i++) {
		size_t before = 0, same = 0;

		for (size_t m = 0; m < n; m++) {
			same += v[m] == v[i];
			before += m < i && v[m] == v[i];
		}
		if (before == 0)
			ties += UINT64_C(1) << (4 * (same - 1));
	}
	return ties;
}

static int
untied_least(struct kendall *k, size_t n)
{
	if (k->untied[n] < 0)
		k->untied[n] = find_least((int)n, n);
	return k->untied[n];
}

static enum trend
judge(int sum, int least)
{
	if (least == 0 || abs(sum) < least)
		return TREND_STABIEL;
	return sum > 0 ? TREND_STIJGEND : TREND_DALEND;
}

enum trend
kendall_untied(struct kendall *k, size_t n, int sum)
{
	return judge(sum, untied_least(k, n));
}

enum trend
kendall_trend(struct kendall *k, const int64_t *v, size_t n,
	      struct kendall_test *out)
{
	int sum = 0, pairs = 0, least;

	for (size_t i = 0; i < n; i++)
		for (size_t m = i + 1; m < n; m++) {
			sum += (v[m] > v[i]) - (v[m] < v[i]);
			pairs += v[m] != v[i];
		}
	if (pairs < (int)(n * (n - 1) / 2))
		least = least_of(k, (int)n, ties_of(v, n));
	else
		least = untied_least(k, n);
	*out = (struct kendall_test){n, sum, pairs, least};
	return judge(sum, least);
}
