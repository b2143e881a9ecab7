/* The reading of a sheet: how far it goes, what is hidden or merged, and that
 * all of it can be read. Nothing is written before. */
#ifndef SURVEY_H
#define SURVEY_H

#include <stddef.h>

#include "book.h"
#include "sheet/spans.h"
#include "sheet/spool.h"

/* A merged range and, once it was met, the text of its first cell. */
struct merge {
	struct range range;
	struct text text;
};

struct survey {
	const struct book *book;
	size_t rows, columns; /* up to the last cell that is not empty */
	size_t cells;	      /* that are not empty */
	struct spans hidden_rows, hidden_columns;
	struct spans percent_columns; /* that have a number shown so */
	struct merge *merges;	      /* by first row */
	size_t merge_count, merge_cap;
	struct buffer *first; /* NULL, or where the first cells' texts go */
	struct spool *spool;  /* NULL, or where all cells go */
};

/* 0, or -1 with the message given; survey_free in both cases. */
int survey_read(struct survey *s, struct book *b, size_t sheet);
/* Goes through the spool for the texts of merged cells (they live as long as
 * the book), and counts all they cover as used. 0 or -1. */
int survey_fill(struct survey *s, struct book *b);
void survey_free(struct survey *s);

#endif
