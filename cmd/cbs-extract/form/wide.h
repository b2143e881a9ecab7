/* A wide record: one row of a data set, its dimensions and all its measures
 * side by side (v3: Atom entries, TypedDataSet and UntypedDataSet as CSV).
 * Each measure gives one observation, in the order of the columns. */
#ifndef WIDE_H
#define WIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "table/cell.h"
#include "table/edition.h"
#include "text.h"

struct wide_column;

struct wide {
	struct edition *edition;
	struct cell_form form;
	struct wide_column *columns;
	size_t count, cap;
	struct text *keys; /* in the order of the axes */
	size_t cells;	   /* measures a record */
	long id;	   /* the column of IDs; -1: none */
	bool text_topics;  /* a column that is not typed holds texts */
	bool shares;	   /* labels: codes of a dimension share titles */
	struct buffer others, others_now; /* the other labels of a record */
};

/* A column as the source names it; typed: it said that it is a number. */
struct wide_name {
	struct text name;
	bool typed;
};

/* Settles what each column is: by the metadata, else by name (Nieuwbouw_2 is
 * a measure) and type. 0 or -1. */
int wide_bind(struct wide *w, struct edition *e, const struct wide_name *names,
	      size_t count);
/* More columns, that later records turned out to have: measures only. */
int wide_extend(struct wide *w, const struct wide_name *names, size_t count);
/* One record. values: as many as columns bound. */
void wide_record(struct wide *w, const struct text *values);
/* From now on this column is known to hold numbers. */
void wide_typed(struct wide *w, size_t column);
/* Frees the columns; edition and form may be used again. */
void wide_free(struct wide *w);

#endif
