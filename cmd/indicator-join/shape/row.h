/* The rows of the long layouts: nineteen columns for a cell. Cell by cell, for
 * a table or any text; or, the fast way, with ready-made text of what is the
 * same in all rows of an indicator and a place. */
#ifndef ROW_H
#define ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "shape/layout.h"
#include "shape/strip.h"

struct mold;

/* Longer keys go the slow way. */
#define ROW_KEY 256

void row_header(struct layout *l);
/* The cell at i of the strip. */
void row_write(struct layout *l, const struct strip *s, size_t i);

/* For the strip's indicator. l and s outlive it. */
struct mold *mold_new(struct layout *l, const struct strip *s);
void mold_free(struct mold *m);
/* When the strip has turned to another place. */
void mold_turn(struct mold *m);
/* row_write's row. */
void mold_write(struct mold *m, size_t i);

#endif
