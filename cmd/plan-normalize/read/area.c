#include "read/area.h"

#include <stdio.h>
#include <stdlib.h>

#include "buffer.h"
#include "map.h"
#include "mem.h"

struct areas {
	const struct gebieden *gebieden;
	const struct binding *binding;
	struct report *report;
	struct map *gemeenten; /* in the delivery */
	bool *used;	       /* by row of the table */
	struct buffer last;    /* the plan last told */
};

struct areas *
areas_new(const struct gebieden *g, const struct binding *b,
	  struct report *report)
{
	struct areas *a = mem_new(struct areas);

	a->gebieden = g;
	a->binding = b;
	a->report = report;
	a->gemeenten = map_new();
	a->used = mem_array((g ? gebieden_count(g) : 0) + 1, sizeof(*a->used));
	return a;
}

void
areas_free(struct areas *a)
{
	if (!a)
		return;
	map_free(a->gemeenten);
	free(a->used);
	free(a->last.s);
	free(a);
}

/* Records of a plan that follow each other say the same: told once. */
static bool
told(struct areas *a, const struct plan *plan)
{
	struct buffer *b = &a->last;
	size_t old = b->n;
	bool same;

	buffer_add(b, plan->gemeente->code);
	buffer_add(b, plan->field[FIELD_PLAN_ID]);
	buffer_char(b, '\x1f');
	buffer_add(b, plan->field[FIELD_PLAN_NAAM]);
	same = b->n == 2 * old && memcmp(b->s, b->s + old, old) == 0;
	memmove(b->s, b->s + old, b->n - old);
	b->n -= old;
	return same;
}

void
areas_take(struct areas *a, struct plan *plan)
{
	const struct gebied *row;
	struct text *own = &plan->field[FIELD_GEBIED];

	if (!a->gebieden || !plan->gemeente)
		return;
	*map_slot(a->gemeenten, plan->gemeente->code) = a;
	if (own->n)
		*own = gebieden_spelling(a->gebieden, *own);
	row = gebieden_plan(a->gebieden, plan->gemeente->code,
			    plan->field[FIELD_PLAN_ID],
			    plan->field[FIELD_PLAN_NAAM]);
	if (!row)
		return;
	a->used[row->index] = true;
	if (!own->n)
		*own = row->naam;
	else if (!text_equal(*own, row->naam) && !told(a, plan))
		report_add(a->report, RULE_AREA,
			   a->binding->field[FIELD_GEBIED], *own, row->naam);
}

void
areas_finish(struct areas *a)
{
	const struct gebied *row;
	struct text extra[2];
	char line[24];

	for (size_t i = 0; a->gebieden && i < gebieden_count(a->gebieden);
	     i++) {
		row = gebieden_at(a->gebieden, i);
		if (row->veld == GEBIED_REGIO || a->used[i] ||
		    !map_get(a->gemeenten, row->gemeente))
			continue;
		snprintf(line, sizeof(line), "%zu", row->line);
		extra[0] = row->naam;
		extra[1] = text_of(line);
		report_past(a->report, RULE_AREA_UNUSED, 0, row->waarde, extra);
	}
}
