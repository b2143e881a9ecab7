#include "shape/layout.h"

#include <string.h>

void
layout_value(struct layout *l, struct num v, int decimals)
{
	char buf[NUM_TEXT];
	struct text t = num_format_fixed(v, decimals, buf);
	char *point = strchr(buf, '.');

	if (point)
		*point = l->point;
	csvout_text(l->w, t);
}

bool
layout_uses(const struct layout *l, size_t period)
{
	for (size_t i = 0; i < catalogue_count(l->j->catalogue); i++)
		if (store_has(l->j->store, i, period))
			return true;
	return false;
}
