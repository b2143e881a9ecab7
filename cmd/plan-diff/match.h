/* Which plan of the old register is which of the new: by plan_id first, by
 * municipality and name for what is left. A plan of which only the phases
 * differ is split when one became several, merged when several became one. */
#ifndef MATCH_H
#define MATCH_H

#include <stddef.h>

#include "finding.h"
#include "plans.h"

struct match_counts {
	size_t by_id, by_phase, by_name;
	size_t split, parts;	     /* old plans that were split; their new */
	size_t merged, merged_parts; /* new plans of a merger; their old */
	size_t gone, new;	     /* what has no peer */
	size_t rejected;	     /* of those gone */
};

/* Sets link, peer and next of every plan, and rejected of those that are gone
 * when rejected is not NULL: in it by the same keys. */
struct match_counts match_plans(struct plans *old, struct plans *new,
				const struct plans *rejected,
				struct findings *f);

#endif
