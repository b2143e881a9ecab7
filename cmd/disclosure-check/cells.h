/* The numbers of a release that are sums of plans: cells of the stand in its
 * forms and of what is made of it. Which column has which is one list in
 * sums.c. A number that several tables have is one cell. */
#ifndef CELLS_H
#define CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tables.h"
#include "text.h"
#include "world.h"

#define NUMBER_BITS 64

struct cell {
	int round;
	struct text region;
	unsigned hardheid; /* kinds that are summed */
	int van, tot;	   /* periods that lie within */
	bool total;	   /* of all years of the table */
	bool shown;
	bool merged;	 /* in the public plan table, of plans together */
	int64_t base;	 /* shown as the nearest multiple of it; 0: as it is */
	int64_t value;	 /* the sum, in parts of the world's scale */
	uint64_t tables; /* a bit for each that has it */
	struct text key; /* TABLE KEY COLUMN of the first */
	/* What it sums, of the plans that have any. */
	struct amount **members;
	size_t count;
	/* Their unknowns by number, a bit each: NUMBER_BITS in a word, from
	 * the word `first`. */
	uint64_t *numbers;
	size_t first, words;
};

/* Between a column and the base that it is rounded to, in the column
 * onderdrukt: zacht~50. */
#define CELLS_ROUNDED '~'

struct cells;

/* The list outlives the cells. */
struct cells *cells_new(struct world *w, const struct tables *list);
void cells_free(struct cells *c);
/* All tables that the folder of a release has. 0, or -1 with the message
 * given. */
int cells_load(struct cells *c, int round, const char *folder);
size_t cells_count(const struct cells *c);
struct cell *cells_at(const struct cells *c, size_t i);
/* Copies of n cells, in this order, that sum the plans of a part of the world
 * (world_part): of its municipality. c outlives them. */
struct cells *cells_part(const struct cells *c, struct world *part,
			 struct cell *const *list, size_t n);
/* The names of the tables that have a cell, joined by a bar. */
struct text cells_tables(const struct cells *c, const struct cell *cell);

/* The nearest multiple of a base, half away from zero. */
int64_t cell_nearest(int64_t value, int64_t base);
/* Of a cell that is rounded how much less and more it may be to who knows that;
 * false, and nothing, of one that is not. */
bool cell_room(const struct cell *c, int64_t *less, int64_t *more);

/* The cell of the plans of a municipality that the public plan table has
 * together, for these years; made, not shown, when it is new. */
struct cell *cells_together(struct cells *c, int round, struct text gemeente,
			    unsigned hardheid, const int years[2]);

/* The years of the table at that place of the list: the first with plans, and
 * the last. */
void cells_years(const struct cells *c, int round, size_t table, int years[2]);
/* A row of such a table. */
struct cells_row {
	size_t table;
	int round;
	struct text region;
	int van, tot;
};
/* The cell of the sum of these kinds in a row, or NULL. */
const struct cell *cells_in_row(struct cells *c, const struct cells_row *row,
				unsigned hardheid);

#endif
