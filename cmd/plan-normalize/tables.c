#include "tables.h"

#include <stdlib.h>

#include "mem.h"

int
tables_load(struct tables *t, const struct table_paths *p)
{
	t->gemeenten = gemeenten_load(p->gemeenten);
	if (!t->gemeenten)
		return -1;
	t->ruleset = p->ruleset ? p->ruleset : "basisset";
	t->status = status_load(p->planstatus, t->ruleset);
	if (!t->status)
		return -1;
	t->prices = p->prices ? prices_load(p->prices) : NULL;
	if (p->prices && !t->prices)
		return -1;
	t->layouts = mem_array(p->layouts.count, sizeof(*t->layouts));
	for (size_t i = 0; i < p->layouts.count; i++) {
		t->layouts[i] = layout_load(p->layouts.items[i]);
		if (!t->layouts[i])
			return -1;
		t->layout_count++;
	}
	return 0;
}

void
tables_free(struct tables *t)
{
	for (size_t i = 0; i < t->layout_count; i++)
		layout_free(t->layouts[i]);
	free(t->layouts);
	prices_free(t->prices);
	status_free(t->status);
	gemeenten_free(t->gemeenten);
}
