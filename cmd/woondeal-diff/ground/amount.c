#include "ground/amount.h"

#define LIMIT ((int64_t)100000000000 * AMOUNT_ONE)

bool
amount_read(struct amount_guard *g, struct num n, int64_t *out)
{
	for (; n.scale > AMOUNT_SCALE && n.units % 10 == 0; n.scale--)
		n.units /= 10;
	if (n.scale > AMOUNT_SCALE)
		return false;
	for (; n.scale < AMOUNT_SCALE; n.scale++) {
		if (n.units > LIMIT || n.units < -LIMIT)
			return false;
		n.units *= 10;
	}
	*out = n.units;
	return amount_take(g, n.units);
}

bool
amount_parse(struct amount_guard *g, struct text t, int64_t *out)
{
	struct num n;
	return num_parse(t, NUM_PLAIN, &n) == NUM_OK && amount_read(g, n, out);
}

bool
amount_take(struct amount_guard *g, int64_t n)
{
	if (n > LIMIT || n < -LIMIT)
		return false;
	int64_t size = n < 0 ? -n : n;
	if (size > LIMIT - g->seen)
		return false;
	g->seen += size;
	return true;
}

struct num
amount_num(int64_t a)
{
	return (struct num){a, AMOUNT_SCALE};
}

struct text
amount_format(int64_t a, char buf[NUM_TEXT])
{
	return num_format(amount_num(a), buf);
}

bool
amount_percent(int64_t a, int64_t b, enum num_rounding r, struct num *out)
{
	struct num share;
	if (!num_divide(num_of(a), num_of(b), 3, r, &share))
		return false;
	/* The thousandth is a tenth of a percent; num_divide may hand out
	 * fewer decimals than asked for. */
	for (; share.scale < 3; share.scale++)
		share.units *= 10;
	*out = (struct num){share.units, 1};
	return true;
}
