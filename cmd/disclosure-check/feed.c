#include "feed.h"

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
feed_read(struct world *w, struct cells *c, int round, const char *path)
{
	struct registers *in = registers_new();
	int rc = registers_open(in, path);

	if (rc == 0)
		rc = read_rows(in, w, c, round);
	if (registers_close(in) != 0)
		rc = -1;
	registers_free(in);
	return rc;
}
