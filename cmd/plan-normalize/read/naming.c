#include "read/naming.h"

/* Free text, which others will read; the rest are numbers and words that are
 * known. */
static const enum field fields[] = {
    FIELD_GEMEENTE,   FIELD_GEMEENTE_NAAM,     FIELD_PLAN_ID,
    FIELD_PLAN_NAAM,  FIELD_FASE_ID,	       FIELD_PROJECTFASE,
    FIELD_PLANTYPE,   FIELD_OPDRACHTGEVER,     FIELD_GEBIED,
    FIELD_KNELPUNTEN, FIELD_VERTROUWELIJKHEID, FIELD_SLEUTELPROJECT,
    FIELD_LEVERING};

void
naming_check(struct name_judge *n, const struct report *r,
	     const struct binding *b, const struct plan *plan)
{
	struct finding_place p = {
	    .file = r->file, .record = plan->record, .row = csvin_row(r->in)};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		long at = b->field[fields[i]];

		p.value = plan->field[fields[i]];
		if (at < 0 || p.value.n == 0)
			continue;
		p.column = (size_t)at + 1;
		p.name = r->names[at];
		name_judge_name(n, &p);
	}
}
