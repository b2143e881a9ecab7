#include "bounds.h"

#include <stddef.h>

bool
bounds_read(struct bounds *b, struct num value)
{
	return num_parse(b->low, NUM_PLAIN, &b->least) == NUM_OK &&
	       num_parse(b->high, NUM_PLAIN, &b->most) == NUM_OK &&
	       num_compare(b->least, value) <= 0 &&
	       num_compare(value, b->most) <= 0;
}

bool
bounds_same(const struct bounds *a, const struct bounds *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return num_compare(a->least, b->least) == 0 &&
	       num_compare(a->most, b->most) == 0;
}

bool
hectares_valid(struct text t)
{
	struct num v;

	return t.n == 0 ||
	       (num_parse(t, NUM_PLAIN, &v) == NUM_OK && v.units >= 0);
}

bool
hectares_same(struct text a, struct text b)
{
	struct num x = {0}, y = {0};

	if (num_parse(a, NUM_PLAIN, &x) != num_parse(b, NUM_PLAIN, &y))
		return false;
	return num_compare(x, y) == 0;
}
