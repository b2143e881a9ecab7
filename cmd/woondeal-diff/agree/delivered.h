/* Where a delivery was: the file and sheet that leveringen.csv names, for who
 * points at a cell of it. Tables with the columns gemeente, levering, bestand
 * and perhaps blad; what the first does not have is sought in the next, as a
 * delivery before in vankracht.csv. */
#ifndef DELIVERED_H
#define DELIVERED_H

#include "buffer.h"
#include "opt.h"
#include "text.h"

struct delivered;

/* A cell as the register has it: record and column letter. */
struct delivered_cell {
	struct text gemeente, delivery, row, column;
};

/* NULL on failure, message given. */
struct delivered *delivered_load(const struct opt_list *paths);
void delivered_free(struct delivered *d);
/* Adds "almere.xlsx:Draaitabel!S2", of a table without sheets "urk.csv:I2",
 * with the folder only where another has a file of that name; all parts of a
 * delivery in parts, joined by |, for the register does not say which; nothing
 * when it is in no table. */
void delivered_add(const struct delivered *d, const struct delivered_cell *c,
		   struct buffer *out);

#endif
