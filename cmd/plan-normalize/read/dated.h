/* A field that is told by dates: a column for each word, with the day from
 * which it holds. The last one that has come is the plan's. */
#ifndef DATED_H
#define DATED_H

#include <stdint.h>

#include "read/binding.h"
#include "ground/report.h"

struct dated {
	const struct binding *binding;
	struct report *report;
	struct text peildatum; /* as text and as days */
	int32_t until;
};

/* -1 when the layout has such fields and there is no peildatum, message
 * given. */
int dated_check(const struct layout *l, struct text peildatum);
/* The word of the field in this record. Empty without any date (told for the
 * planstatus, E072); onbekend when none has come by the peildatum (E037). */
struct text dated_read(const struct dated *d, const struct csvin *in,
		       enum field f);

#endif
