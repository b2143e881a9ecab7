#include "layout/tables.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buffer.h"
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

/* The file that was given, else prijsgrenzen.csv beside the municipalities,
 * where there is one. */
static int
load_prices(struct tables *t, const struct table_paths *p)
{
	const char *slash = strrchr(p->gemeenten, '/');
	struct buffer beside = {0};
	const char *path;
	int rc = 0;

	buffer_bytes(&beside, p->gemeenten,
		     slash ? (size_t)(slash - p->gemeenten) + 1 : 0);
	buffer_string(&beside, "prijsgrenzen.csv");
	path = p->prices ? p->prices : buffer_view(&beside).s;
	if (p->prices || access(path, F_OK) == 0) {
		t->prices = prices_load(path);
		rc = t->prices ? 0 : -1;
	}
	buffer_free(&beside);
	return rc;
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
	if (load_prices(t, p) < 0)
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
