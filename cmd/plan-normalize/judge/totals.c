#include "judge/totals.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "sum.h"

struct totals {
	const struct binding *binding;
	enum num_form form;
	struct report *report;
	struct span *all, *since; /* by column of the binding */
};

struct totals *
totals_new(const struct binding *b, enum num_form form, struct report *report)
{
	struct totals *t = mem_new(struct totals);

	t->binding = b;
	t->form = form;
	t->report = report;
	t->all = mem_array(b->column_count + 1, sizeof(*t->all));
	t->since = mem_array(b->column_count + 1, sizeof(*t->since));
	return t;
}

void
totals_free(struct totals *t)
{
	if (!t)
		return;
	free(t->all);
	free(t->since);
	free(t);
}

static int
add(struct span *s, const struct amount *a)
{
	return span_add(s, a->value, a->bounds);
}

int
totals_add(struct totals *t, const struct amount *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].given && (add(&t->all[i], &list[i]) < 0 ||
				      add(&t->since[i], &list[i]) < 0))
			return -1;
	return 0;
}

static void
check(struct totals *t, size_t i, struct text cell)
{
	const struct bound_column *c = &t->binding->columns[i];
	struct span said = {0};
	char buf[SUM_TEXT];
	struct num v;

	if (num_parse(cell, t->form, &v) != NUM_OK)
		return;
	/* Sloop was made positive in the rows. */
	if (c->kind->soort == SOORT_SLOOP && !c->check && v.units < 0)
		v.units = -v.units;
	said.sum = sum_of(v);
	if (!span_meets(&said, &t->all[i]) && !span_meets(&said, &t->since[i]))
		report_add(t->report, RULE_TOTAL_DIFFERS, (long)c->column, cell,
			   sum_format(t->all[i].sum, buf));
}

void
totals_row(struct totals *t, const struct csvin *in)
{
	size_t n = t->binding->column_count;

	for (size_t i = 0; i < n; i++)
		if (!t->binding->columns[i].sum)
			check(t, i,
			      text_trim(csvin_field(
				  in, t->binding->columns[i].column)));
	memset(t->since, 0, n * sizeof(*t->since));
}
