#include "layout/tables.h"

#include <stdlib.h>

#include "mem.h"

/* The paths stay, for the layouts name them in messages. */
static int
load_layouts(struct tables *t, const struct table_paths *p)
{
	if (choices_find(&t->choices, &p->layouts, p->gemeenten, false) < 0)
		return -1;
	t->layouts = mem_array(t->choices.count, sizeof(*t->layouts));
	for (size_t i = 0; i < t->choices.count; i++) {
		t->layouts[i] = layout_load(t->choices.paths[i]);
		if (!t->layouts[i])
			return -1;
	}
	return 0;
}

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
	t->gebieden =
	    p->gebieden ? gebieden_load(p->gebieden, t->gemeenten) : NULL;
	if (p->gebieden && !t->gebieden)
		return -1;
	return load_layouts(t, p);
}

void
tables_free(struct tables *t)
{
	for (size_t i = 0; t->layouts && i < t->choices.count; i++)
		layout_free(t->layouts[i]);
	free(t->layouts);
	choices_free(&t->choices);
	gebieden_free(t->gebieden);
	prices_free(t->prices);
	status_free(t->status);
	gemeenten_free(t->gemeenten);
}
