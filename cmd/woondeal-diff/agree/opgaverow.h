/* opgave.csv as it stands: its rows, read and checked, not yet settled. */
#ifndef OPGAVE_ROW_H
#define OPGAVE_ROW_H

#include <stddef.h>
#include <stdint.h>

#include "ground/frame.h"
#include "agree/opgave.h"
#include "table.h"

struct opgave_row {
	size_t regio; /* index in the whole list */
	struct target target;
	int32_t agreed; /* INT32_MIN: no date, from the start */
	size_t row;	/* physical row */
	struct text date, source, derived; /* as given; live with the table */
};

/* The rows in the order of the file: row i of the table too. */
struct opgave_rows {
	struct table *table;
	struct opgave_row *rows;
	size_t count;
};

/* 0, or -1 with the message given: unknown regions, bad values, periods that
 * overlap without one lying in the other. Free in both cases. */
int opgave_rows_load(struct opgave_rows *o, struct frame *k, const char *path);
void opgave_rows_free(struct opgave_rows *o);

#endif
