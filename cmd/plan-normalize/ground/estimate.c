#include "ground/estimate.h"

#include <stddef.h>

#include "fold.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char *const abouts[] = {"ca.", "ca", "circa", "ongeveer", "plm.",
				     "plm", "±",  "+/-",   "+-",       "~"};
static const char *const betweens[] = {"t/m", "tot", "à", " a ", "–", "—", "-"};
static const char *const months[] = {"jan", "feb", "mrt", "mar", "maa", "apr",
				     "mei", "may", "jun", "jul", "aug", "sep",
				     "okt", "oct", "nov", "dec"};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static struct text
from(struct text t, size_t n)
{
	return (struct text){t.s + n, t.n - n};
}

/* Takes the digits at the front of *t off; how many they were. */
static size_t
take_digits(struct text *t)
{
	size_t n = 0;

	while (n < t->n && is_digit(t->s[n]))
		n++;
	*t = from(*t, n);
	return n;
}

/* "dec", or a longer name of a month; what follows it in *rest. */
static bool
take_month(struct text *t)
{
	size_t i = 0;

	while (i < COUNT(months) && !text_starts(*t, months[i]))
		i++;
	while (i < COUNT(months) && t->n && is_letter(t->s[0]))
		*t = from(*t, 1);
	return i < COUNT(months);
}

static bool
is_mark(char c)
{
	return c == '-' || c == '/' || c == '.' || c == ' ';
}

/* What Excel makes of a range that it takes for a date: 10-dec, dec-26,
 * 10-12-2026, 2026-12-10T00:00:00, 12/10. */
static bool
is_date(struct text t)
{
	size_t n = take_digits(&t);
	char mark;

	if (!n)
		return take_month(&t) && t.n > 1 && is_mark(t.s[0]) &&
		       is_digit(t.s[1]);
	if (n > 4 || t.n < 2 || !is_mark(t.s[0]))
		return false;
	mark = t.s[0];
	t = from(t, 1);
	if (take_month(&t))
		return t.n == 0 || is_mark(t.s[0]);
	n = take_digits(&t);
	if (!n || n > 2)
		return false;
	if (!t.n)
		return mark == '/';
	return t.n > 1 && t.s[0] == mark && mark != ' ' && is_digit(t.s[1]);
}

/* Four digits that may be a year, and nothing else. */
static bool
is_year(struct text t)
{
	return t.n == 4 && (text_starts(t, "19") || text_starts(t, "20") ||
			    text_starts(t, "21"));
}

static bool
is_short(struct text t)
{
	return t.n > 0 && t.n <= 2;
}

static bool
has_zero(struct text t)
{
	return t.n > 1 && t.s[0] == '0' && is_digit(t.s[1]);
}

/* 2025-2029, 2025-29, 6-2025; and 05-06, as only dates are written. */
static bool
is_period(struct text a, struct text b)
{
	return (is_year(a) && (is_year(b) || is_short(b))) ||
	       (is_year(b) && is_short(a)) || has_zero(a) || has_zero(b);
}

static enum estimate
read_numbers(struct text a, struct text b, enum num_form form,
	     struct bounds *bounds)
{
	enum num_result x = num_parse(a, form, &bounds->low);
	enum num_result y = num_parse(b, form, &bounds->high);

	if (x == NUM_AMBIGUOUS || y == NUM_AMBIGUOUS)
		return ESTIMATE_AMBIGUOUS;
	if (x != NUM_OK || y != NUM_OK)
		return ESTIMATE_NONE;
	return ESTIMATE_RANGE;
}

static bool
starts_at(struct text t, size_t i, const char *word)
{
	return text_starts(from(t, i), word);
}

/* "40-60": the first mark after the first digit. */
static enum estimate
read_range(struct text t, enum num_form form, struct bounds *bounds)
{
	size_t i = 0, k = 0;
	struct text a, b;
	enum estimate what;

	while (i < t.n && !is_digit(t.s[i]))
		i++;
	for (; i < t.n; i++) {
		k = 0;
		while (k < COUNT(betweens) && !starts_at(t, i, betweens[k]))
			k++;
		if (k < COUNT(betweens))
			break;
	}
	if (i == t.n)
		return ESTIMATE_NONE;
	a = text_trim((struct text){t.s, i});
	b = text_trim(from(t, i + text_of(betweens[k]).n));
	what = read_numbers(a, b, form, bounds);
	if (what == ESTIMATE_RANGE && is_period(a, b))
		return ESTIMATE_DATE;
	if (what == ESTIMATE_RANGE &&
	    num_compare(bounds->low, bounds->high) >= 0)
		return ESTIMATE_NONE;
	return what;
}

static enum estimate
read_about(struct text t, enum num_form form, struct bounds *bounds)
{
	struct text rest;
	enum estimate what;
	size_t i = 0;

	while (i < COUNT(abouts) && !text_starts(t, abouts[i]))
		i++;
	if (i == COUNT(abouts))
		return ESTIMATE_NONE;
	rest = text_trim(from(t, text_of(abouts[i]).n));
	what = read_numbers(rest, rest, form, bounds);
	return what == ESTIMATE_RANGE ? ESTIMATE_CIRCA : what;
}

static enum estimate
read_folded(struct text t, enum num_form form, struct bounds *bounds)
{
	enum estimate what = read_about(t, form, bounds);

	if (what != ESTIMATE_NONE)
		return what;
	if (is_date(t))
		return ESTIMATE_DATE;
	return read_range(t, form, bounds);
}

enum estimate
estimate_read(struct text cell, enum num_form form, struct bounds *bounds)
{
	struct buffer folded = {0};
	enum estimate what = read_folded(fold(&folded, cell), form, bounds);

	buffer_free(&folded);
	return what;
}

/* What follows a word for about, or the text itself. */
static bool
skip_about(struct text *t)
{
	size_t i = 0;

	while (i < COUNT(abouts) && !text_starts(*t, abouts[i]))
		i++;
	if (i < COUNT(abouts))
		*t = text_trim(from(*t, text_of(abouts[i]).n));
	return i < COUNT(abouts);
}

static enum estimate
read_stated(struct text t, enum num_form form, struct bounds *b,
	    struct num *value)
{
	static const char between[] = " tot ";
	bool about = skip_about(&t);
	size_t open = 0, i;
	struct text low, high;

	while (open < t.n && t.s[open] != '(')
		open++;
	for (i = open; i < t.n && !starts_at(t, i, between);)
		i++;
	if (i == t.n || t.s[t.n - 1] != ')')
		return ESTIMATE_NONE;
	low = (struct text){t.s + open + 1, i - open - 1};
	high = from(t, i + sizeof(between) - 1);
	high.n--;
	if (num_parse(text_trim((struct text){t.s, open}), form, value) !=
		NUM_OK ||
	    read_numbers(text_trim(low), text_trim(high), form, b) !=
		ESTIMATE_RANGE ||
	    num_compare(b->low, *value) > 0 || num_compare(*value, b->high) > 0)
		return ESTIMATE_NONE;
	return about ? ESTIMATE_CIRCA : ESTIMATE_RANGE;
}

enum estimate
estimate_stated(struct text cell, enum num_form form, struct bounds *bounds,
		struct num *value)
{
	struct buffer folded = {0};
	enum estimate what =
	    read_stated(fold(&folded, cell), form, bounds, value);

	buffer_free(&folded);
	return what;
}

static bool
outwards(struct num v, bool up, struct num *out)
{
	bool away = up == (v.units > 0);

	return num_round(v, 0, away ? NUM_UP : NUM_DOWN, out);
}

static bool
settle_about(struct num margin, struct bounds *b, struct num *value)
{
	const struct num percent = {1, 2};
	struct num v = b->low, part, low, high;

	if (!num_multiply(v, margin, &part) ||
	    !num_multiply(part, percent, &part))
		return false;
	if (part.units < 0)
		part.units = -part.units;
	if (!num_subtract(v, part, &low) || !num_add(v, part, &high) ||
	    !outwards(low, false, &low) || !outwards(high, true, &high))
		return false;
	*b = (struct bounds){low, high};
	*value = v;
	return true;
}

bool
estimate_settle(const struct estimate_rule *rule, enum estimate what,
		struct bounds *b, struct num *value)
{
	const struct num half = {5, 1};
	struct num sum;

	if (what == ESTIMATE_CIRCA)
		return rule->circa && settle_about(rule->margin, b, value);
	switch (rule->pick) {
	case PICK_NONE:
		return false;
	case PICK_LAAG:
		*value = b->low;
		return true;
	case PICK_HOOG:
		*value = b->high;
		return true;
	case PICK_MIDDEN:
		break;
	}
	return num_add(b->low, b->high, &sum) && num_multiply(sum, half, value);
}
