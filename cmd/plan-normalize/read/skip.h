/* Records that are not plans: blank ones, totals, and others a layout drops. */
#ifndef SKIP_H
#define SKIP_H

#include <stdbool.h>

#include "read/binding.h"
#include "ground/report.h"

struct skipper;

struct skipper *skipper_new(const struct binding *b, struct report *report);
void skipper_free(struct skipper *s);
/* True when no field of the record has anything in it. */
bool skipper_blank(const struct skipper *s, const struct csvin *in);
/* The rule of the layout that drops the record, NULL for none; a totals row is
 * reported. */
const struct skip_rule *skipper_drops(struct skipper *s,
				      const struct csvin *in);

#endif
