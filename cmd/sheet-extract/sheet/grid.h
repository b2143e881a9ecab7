/* The cells of a sheet as CSV, every row at full width. */
#ifndef GRID_H
#define GRID_H

#include "book.h"
#include "csvout.h"
#include "finding.h"

struct grid_task {
	size_t sheet;
	const struct range *range; /* NULL: from A1 to the last cell */
	bool fill_merged;
	bool visible;	    /* leave hidden rows and columns out */
	bool info_findings; /* wanted: someone asked for all findings */
};

/* What was done, for the summary. */
struct grid_count {
	size_t records, columns, cells;
};

/* 0, or -1 with the message given. */
int grid_write(struct book *b, const struct grid_task *task, struct csvout *out,
	       struct findings *findings, struct grid_count *count);

#endif
