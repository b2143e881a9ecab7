/* Records that are not plans: blank ones, totals, and others a layout drops. */
#ifndef SKIP_H
#define SKIP_H

#include <stdbool.h>

#include "buffer.h"
#include "read/binding.h"
#include "csvin.h"

/* True when a cell is what the rule says; folded is for working in. */
bool skip_applies(const struct skip_rule *r, struct text cell,
		  struct buffer *folded);

struct skipper;

struct skipper *skipper_new(const struct binding *b);
void skipper_free(struct skipper *s);
/* True when no field of the record has anything in it. */
bool skipper_blank(const struct skipper *s, const struct csvin *in);
/* The rule of the layout that drops the record, NULL for none. */
const struct bound_skip *skipper_drops(struct skipper *s,
				       const struct csvin *in);

#endif
