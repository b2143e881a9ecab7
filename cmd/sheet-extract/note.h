/* The findings about a sheet as a whole: what is hidden, merged, empty, and
 * where the records and columns of the output come from. */
#ifndef NOTE_H
#define NOTE_H

#include "book.h"
#include "finding.h"
#include "survey.h"

void note_sheet(struct findings *f, const struct book *b, size_t sheet,
		const struct survey *s);
void note_empty(struct findings *f, const struct book *b, size_t sheet);
/* All from 0, but record, which counts from 1. */
void note_record(struct findings *f, const struct book *b, size_t sheet,
		 size_t row, size_t record);
void note_column(struct findings *f, const struct book *b, size_t sheet,
		 size_t from, size_t to);

#endif
