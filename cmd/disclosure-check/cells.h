/* The numbers of a release that are sums of plans: cells of the stand in its
 * forms and of what is made of it. Which table has which, and what they sum,
 * is one list in cells.c. A number that several tables have is one cell. */
#ifndef CELLS_H
#define CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tables.h"
#include "text.h"
#include "world.h"

struct cell {
	int round;
	struct text region;
	unsigned hardheid; /* kinds that are summed */
	int van, tot;	   /* periods that lie within */
	bool total;	   /* of all years of the table */
	bool shown;
	bool merged;	 /* in the public plan table, of plans together */
	uint64_t tables; /* a bit for each that has it */
	struct text key; /* TABLE KEY COLUMN of the first */
	/* What it sums, of the plans that have any. */
	struct amount **members;
	size_t *numbers; /* of their unknowns, ascending */
	size_t count;
};

struct cells;

/* The list outlives the cells. */
struct cells *cells_new(struct world *w, const struct tables *list);
void cells_free(struct cells *c);
/* All tables that the folder of a release has. 0, or -1 with the message
 * given. */
int cells_load(struct cells *c, int round, const char *folder);
size_t cells_count(const struct cells *c);
struct cell *cells_at(const struct cells *c, size_t i);
/* The names of the tables that have a cell, joined by a bar. */
struct text cells_tables(const struct cells *c, const struct cell *cell);

/* The cell of the plans of a municipality that the public plan table has
 * together, for these years; made, not shown, when it is new. */
struct cell *cells_together(struct cells *c, int round, struct text gemeente,
			    unsigned hardheid, const int years[2]);

/* The years of the table at that place of the list: the first with plans, and
 * the last. */
void cells_years(const struct cells *c, int round, size_t table, int years[2]);
/* For who writes the tables again: the kinds of hardheid of each sum that a
 * column of a stand tells, or a figure by that name, up to a 0. */
#define CELLS_SUMS 4
void cells_column(struct text column, unsigned sums[CELLS_SUMS]);
void cells_figure(struct text name, unsigned sums[CELLS_SUMS]);
/* A row of such a table. */
struct cells_row {
	size_t table;
	int round;
	struct text region;
	int van, tot;
};
/* Whether the sum of these kinds in a row is withheld. */
bool cells_withheld(struct cells *c, const struct cells_row *row,
		    unsigned hardheid);

#endif
