#include "xlsx/xsd.h"

size_t
xsd_whole(const struct text *t, size_t fallback)
{
	size_t v = 0;
	if (t == NULL || t->n == 0 || t->n > 9)
		return fallback;
	for (size_t i = 0; i < t->n; i++) {
		if (t->s[i] < '0' || t->s[i] > '9')
			return fallback;
		v = v * 10 + (size_t)(t->s[i] - '0');
	}
	return v;
}

bool
xsd_is_true(const struct text *t)
{
	return t != NULL &&
	       (text_is(*t, "1") || text_is(*t, "true") || text_is(*t, "on"));
}
