#include "feed.h"

#include <unistd.h>

#include "buffer.h"
#include "register.h"

/* A row of no plan of the register is a sum of those that it does not show. */
static void
take(struct world *w, struct cells *c, int round, const struct plan_row *row)
{
	struct entry *e = world_find(w, round, row);
	int years[2] = {row->van ? row->van : NO_YEAR,
			row->tot ? row->tot : NEVER};

	if (e)
		e->shown = true;
	else if (row->dimensie == DIMENSIE_TOTAAL && row->given)
		cells_together(c, round, row->gemeente, 1u << row->hardheid,
			       years)
		    ->shown = true;
}

static int
read_rows(struct registers *in, struct world *w, struct cells *c, int round)
{
	struct plan_row row;
	int rc;

	while ((rc = registers_next(in, &row)) == 1)
		take(w, c, round, &row);
	return rc;
}

int
feed_read(struct world *w, struct cells *c, int round, const char *folder)
{
	struct buffer path = {0};
	struct registers *in;
	int rc = 0;

	buffer_printf(&path, "%s/arcgis/plannen.csv", folder);
	if (access(buffer_view(&path).s, F_OK) == 0) {
		in = registers_new();
		rc = registers_open(in, path.s);
		if (rc == 0)
			rc = read_rows(in, w, c, round);
		if (registers_close(in) != 0)
			rc = -1;
		registers_free(in);
	}
	buffer_free(&path);
	return rc;
}
