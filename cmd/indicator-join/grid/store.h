/* The cells that were selected: per series and period one slice of cells by
 * place. Bounded by what the catalogue selects, never by the input. */
#ifndef STORE_H
#define STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "num.h"
#include "tables/words.h"

enum cell_kind {
	CELL_NONE,    /* nobody delivered it */
	CELL_SOURCE,  /* one row of the observations */
	CELL_RATIO,   /* a row divided by another */
	CELL_COMPUTED /* made of municipalities */
};

/* 32 bytes, since there is one for each selected observation. */
struct cell {
	int64_t units; /* with scale: the value, when reden is REDEN_NONE */
	uint64_t row;  /* physical line in its source */
	uint16_t source;
	uint16_t tabel;	  /* number in the join's list of tables */
	uint8_t kind;	  /* enum cell_kind */
	uint8_t status;	  /* enum status */
	uint8_t reden;	  /* enum reden */
	uint8_t positie;  /* quartile 1 to 4, 0: none */
	uint8_t scale;	  /* of units */
	uint8_t decimals; /* as the source wrote it */
	uint32_t better;  /* with positie: how many municipalities are */
};

struct store;

struct store *store_new(size_t series);
void store_free(struct store *s);
/* The cell, made empty when it is new; valid until the next store_cell of the
 * same series and period. */
struct cell *store_cell(struct store *s, size_t series, size_t period,
			size_t place);
/* The cell, or NULL when nobody delivered or computed it. */
const struct cell *store_get(const struct store *s, size_t series,
			     size_t period, size_t place);
/* All cells of a period by place, *n of them, those that nobody delivered
 * too (CELL_NONE); NULL and 0 when there are none. Valid as store_cell's. */
struct cell *store_slice(struct store *s, size_t series, size_t period,
			 size_t *n);
/* Whether the series has any cell in this period. */
bool store_has(const struct store *s, size_t series, size_t period);
/* How many municipalities the quartiles of this slice are among; 0: none. */
void store_rank(struct store *s, size_t series, size_t period, size_t among);
size_t store_ranked(const struct store *s, size_t series, size_t period);
/* How many places the slice has room for. */
size_t store_places(const struct store *s, size_t series, size_t period);
/* Frees the cells of places from `keep` on; 0 frees the series. */
void store_shrink(struct store *s, size_t series, size_t keep);

/* num_compare, faster for the values of one series, mostly of one scale. */
static inline int
cell_order(struct num a, struct num b)
{
	if (a.scale == b.scale)
		return (a.units > b.units) - (a.units < b.units);
	return num_compare(a, b);
}

/* A cell that has a value, and the value. */
bool cell_has(const struct cell *c);
struct num cell_num(const struct cell *c);
void cell_set(struct cell *c, struct num v, int decimals);

#endif
