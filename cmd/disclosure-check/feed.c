#include "feed.h"

#include "register.h"

/* A row of no plan of the register is a sum of those that it does not show. */
static void
take(const struct feed *f, const struct plan_row *row, struct entry *e)
{
	int years[2] = {row->van ? row->van : NO_YEAR,
			row->tot ? row->tot : NEVER};

	if (e)
		e->shown = true;
	else if (row->dimensie == DIMENSIE_TOTAAL && row->given)
		cells_together(f->cells, f->round, row->gemeente,
			       1u << row->hardheid, years)
		    ->shown = true;
}

static int
read_rows(struct registers *in, const struct feed *f)
{
	struct plan_row row;
	struct entry *e = NULL;
	size_t plan = NONE;
	enum hardheid hardheid = HARDHEID_COUNT;
	int rc;

	while ((rc = registers_next(in, &row)) == 1) {
		/* Mostly that of the row before. */
		if (row.plan != plan || row.hardheid != hardheid)
			e = world_find(f->world, f->round, &row);
		plan = row.plan;
		hardheid = row.hardheid;
		take(f, &row, e);
		if (f->facts)
			facts_take(f->facts, in, &row);
	}
	return rc;
}

int
feed_read(const struct feed *f, const char *path)
{
	struct registers *in = registers_new();
	int rc = registers_open(in, path);

	if (rc == 0)
		rc = read_rows(in, f);
	if (registers_close(in) != 0)
		rc = -1;
	registers_free(in);
	return rc;
}
