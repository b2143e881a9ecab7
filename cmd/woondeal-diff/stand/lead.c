#include "stand/lead.h"

#include <stdlib.h>

/* Tenths of a percent. */
#define WHOLE 1000

static int64_t
sum(const int64_t *list, size_t from, size_t n)
{
	int64_t total = 0;
	for (size_t i = 0; i < n; i++)
		total += list[from + i];
	return total;
}

static int64_t
rounded(int64_t a, int64_t b)
{
	return (2 * a + b) / (2 * b);
}

/* a times b by c; no product of dwellings is too large for it. */
static int64_t
scaled(int64_t a, int64_t b, int64_t c)
{
	return c == 0 ? 0 : rounded(a * b, c);
}

/* Years of four quarters that end at t, at this lag. At least four pairs. */
static bool
fit_lag(const struct lead_series *s, int lag, struct lead_fit *out)
{
	size_t from = (size_t)lag;
	size_t pairs = s->n > from + 3 ? s->n - from - 3 : 0;
	int64_t error = 0;
	if (pairs < 4)
		return false;
	out->lag = lag;
	out->built = sum(s->built, from, s->n - from);
	out->before = sum(s->before, 0, s->n - from);
	if (out->before <= 0)
		return false;
	for (size_t t = 0; t < pairs; t++)
		error += llabs(sum(s->built, from + t, 4) * 1000 -
			       scaled(sum(s->before, t, 4) * 1000, out->built,
				      out->before));
	out->error = rounded(error, (int64_t)pairs);
	out->known = true;
	return true;
}

void
lead_measure(const struct lead_series *s, struct lead_fit *out)
{
	struct lead_fit one = {0};
	*out = (struct lead_fit){0};
	if (s->n < LEAD_LEAST)
		return;
	for (int lag = 1; lag <= LEAD_LAG; lag++)
		if (fit_lag(s, lag, &one) &&
		    (!out->known || one.error < out->error))
			*out = one;
}

static int
ahead(const struct lead_fit *fit)
{
	return fit->lag < LEAD_AHEAD ? fit->lag : LEAD_AHEAD;
}

static int64_t
expected(const struct lead_series *s, const struct lead_fit *fit)
{
	size_t from = s->n - (size_t)fit->lag;
	return scaled(sum(s->before, from, (size_t)ahead(fit)), fit->built,
		      fit->before);
}

void
lead_try(const struct lead_series *s, struct lead_test *out)
{
	int64_t error = 0;
	*out = (struct lead_test){0};
	for (size_t n = LEAD_LEAST; n < s->n; n++) {
		struct lead_series then = {s->before, s->built, n};
		struct lead_fit fit;
		lead_measure(&then, &fit);
		if (!fit.known || n + (size_t)ahead(&fit) > s->n)
			continue;
		int64_t want = expected(&then, &fit);
		int64_t got = sum(s->built, n, (size_t)ahead(&fit));
		if (want <= 0)
			continue;
		int64_t ratio = scaled(got, WHOLE, want);
		if (out->count == 0 || ratio < out->least)
			out->least = ratio;
		if (out->count == 0 || ratio > out->most)
			out->most = ratio;
		error += llabs(ratio - WHOLE);
		out->count++;
	}
	if (out->count > 0)
		out->error = rounded(error, (int64_t)out->count);
}

void
lead_look(const struct lead_series *s, const struct lead_fit *fit,
	  const struct lead_test *test, struct lead_outlook *out)
{
	out->quarters = ahead(fit);
	out->expected = expected(s, fit);
	out->low = scaled(out->expected, test->least, WHOLE);
	out->high = scaled(out->expected, test->most, WHOLE);
}
