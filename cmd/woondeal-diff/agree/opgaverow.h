/* opgave.csv as it stands: its rows, read and checked, not yet settled. */
#ifndef OPGAVERIJ_H
#define OPGAVERIJ_H

#include <stddef.h>
#include <stdint.h>

#include "ground/frame.h"
#include "agree/opgave.h"
#include "table.h"

struct opgaverij {
	size_t regio; /* index in the whole list */
	struct doel doel;
	int32_t vastgesteld; /* INT32_MIN: no date, from the start */
	size_t rij;	     /* physical row */
	struct text datum, bron, afgeleid; /* as given; live with the table */
};

/* The rows in the order of the file: row i of the table too. */
struct opgaverijen {
	struct table *table;
	struct opgaverij *rows;
	size_t count;
};

/* 0, or -1 with the message given: unknown regions, bad values, periods that
 * overlap without being identical. Free in both cases. */
int opgaverijen_load(struct opgaverijen *o, struct kader *k, const char *path);
void opgaverijen_free(struct opgaverijen *o);

#endif
