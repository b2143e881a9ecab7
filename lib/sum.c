#include "sum.h"

#include "diag.h"

#define SCALE 18

struct sum
sum_of(struct num v)
{
	sum_units u = v.units;

	if (v.scale == 0)
		return (struct sum){u * 1000000000000000000};
	for (int i = v.scale; i < SCALE; i++)
		u *= 10;
	return (struct sum){u};
}

int
sum_add(struct sum *s, struct num v)
{
	if (__builtin_add_overflow(s->units, sum_of(v).units, &s->units))
		return diag_fail("a sum in the delivery is too large");
	return 0;
}

struct sum
sum_plus(struct sum a, struct sum b)
{
	return (struct sum){a.units + b.units};
}

struct sum
sum_minus(struct sum a, struct sum b)
{
	return (struct sum){a.units - b.units};
}

int
sum_compare(struct sum a, struct sum b)
{
	return (a.units > b.units) - (a.units < b.units);
}

int
span_add(struct span *s, struct num v, const struct bounds *b)
{
	struct num less = v, more = v;

	if (b) {
		less.units = -b->low.units;
		less.scale = b->low.scale;
		more.units = -v.units;
		if (sum_add(&s->below, v) < 0 || sum_add(&s->below, less) < 0 ||
		    sum_add(&s->above, b->high) < 0 ||
		    sum_add(&s->above, more) < 0)
			return -1;
	}
	return sum_add(&s->sum, v);
}

bool
span_meets(const struct span *a, const struct span *b)
{
	return sum_compare(sum_minus(a->sum, a->below),
			   sum_plus(b->sum, b->above)) <= 0 &&
	       sum_compare(sum_minus(b->sum, b->below),
			   sum_plus(a->sum, a->above)) <= 0;
}

/* Digits from behind, with a mark between thousands or none. */
static struct text
format(struct sum s, char point, char thousands, char buf[SUM_TEXT])
{
	char *p = &buf[SUM_TEXT - 1];
	bool negative = s.units < 0, any = false;
	int digits = 0, digit;

	*p = '\0';
	for (; s.units || digits <= SCALE; digits++) {
		digit = (int)(s.units % 10);
		s.units /= 10;
		if (digits == SCALE && any)
			*--p = point;
		if (thousands && digits > SCALE && (digits - SCALE) % 3 == 0)
			*--p = thousands;
		any = any || digit;
		if (any || digits >= SCALE)
			*--p = (char)('0' + (digit < 0 ? -digit : digit));
	}
	if (negative)
		*--p = '-';
	return (struct text){p, (size_t)(&buf[SUM_TEXT - 1] - p)};
}

struct text
sum_format(struct sum s, char buf[SUM_TEXT])
{
	return format(s, '.', '\0', buf);
}

struct text
sum_format_dutch(struct sum s, char buf[SUM_TEXT])
{
	return format(s, ',', '.', buf);
}
