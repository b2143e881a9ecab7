#include "report.h"

#include "bridge.h"
#include "change.h"
#include "csvout.h"
#include "diag.h"
#include "reconcile.h"

int
report_write(struct report *r, struct output *o, struct findings *f)
{
	struct csvout *w = csvout_new(o, CSVOUT_ASKED);

	registers_tell(plans_registers(r->old), f);
	registers_tell(plans_registers(r->new), f);
	r->counts = match_plans(r->old, r->new, r->rejected, f);
	int rc = r->reconcile
		     ? reconcile_write(r->old, r->new, w, &r->changes)
		     : change_write(r->old, r->new, r->bridge ? NULL : w, f,
				    &r->changes);
	if (rc == 0 && r->bridge)
		rc = bridge_write(r->old, r->new, w);
	csvout_finish(w);
	return rc;
}

void
report_note(const struct report *r)
{
	const struct match_counts *n = &r->counts;
	const struct registers *old = plans_registers(r->old);
	const struct registers *new = plans_registers(r->new);

	diag_note("old: %zu rows, %zu plans = %zu by id + %zu by plan_id but "
		  "another fase_id + %zu by name + %zu split + %zu parts of a "
		  "merger + %zu gone (%zu of them rejected); new: %zu rows, "
		  "%zu plans = %zu matched + "
		  "%zu parts of a split + %zu merged + %zu new; %zu changes",
		  registers_rows(old), plans_count(r->old), n->by_id,
		  n->by_phase, n->by_name, n->split, n->merged_parts, n->gone,
		  n->rejected, registers_rows(new), plans_count(r->new),
		  n->by_id + n->by_phase + n->by_name, n->parts, n->merged,
		  n->new, r->changes);
}
