/* What a sheet says, cell by cell, whatever the form of the file: the one
 * thing the readers (xlsx, ods) and the writers (survey, grid) both know. */
#ifndef CELL_H
#define CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "cell/place.h"
#include "text.h"

/* Cells that are not empty. A sheet has room for more, but not the 4 GiB that
 * a part may have; a few bytes of OpenDocument can claim 17 billion. */
#define CELLS_MAX (1u << 27)

enum cell_kind {
	CELL_TEXT,
	CELL_NUMBER,
	CELL_PERCENT, /* a number that is shown as a percentage */
	CELL_DATE,    /* and times and durations */
	CELL_BOOLEAN,
	CELL_ZONED,    /* a date without the zone that stood behind it */
	CELL_ERROR,    /* #N/A */
	CELL_BAD_DATE, /* a number under a date format that is no date */
	CELL_LEAP_BUG, /* 29 February 1900 */
	CELL_UNSHOWN,  /* a text in the file that Excel does not show */
	CELL_UNCACHED, /* a formula whose value the file does not hold */
	/* Damaged, the text as it stands in the file: */
	CELL_NO_DATE,
	CELL_NO_BOOLEAN,
	CELL_NO_NUMBER,
	CELL_NO_STYLE, /* its style is none; read without it */
	CELL_NO_TYPE,  /* its type is none */
	CELL_NO_STRING /* its text is none of the shared strings */
};

struct cell {
	size_t row, column; /* from 0 */
	enum cell_kind kind;
	struct text text; /* as it will be written; valid during the call */
	bool lasting;	  /* the text lives as long as the book */
};

/* No cell needs this much: Excel stops at 32,767 characters. Adds to the text
 * of a cell as far as it goes; callers look at cell_is_full. */
#define CELL_TEXT_MAX (1u << 20)
void cell_add(struct buffer *b, const char *s, size_t n);
bool cell_is_full(const struct buffer *b);

enum axis { AXIS_ROWS, AXIS_COLUMNS };

/* The cells of a row come together; rows and cells may be out of order. A cell
 * of no text is not handed over, unless it is CELL_UNCACHED. */
struct sheet_handler {
	/* All: 0, or -1 to stop with the message given. */
	int (*cell)(void *ctx, const struct cell *c);
	/* Rows or columns from..to (included) are hidden. */
	int (*hide)(void *ctx, enum axis axis, size_t from, size_t to);
	/* A merged range; may come after its cells. */
	int (*merge)(void *ctx, const struct range *r);
};

#endif
