/* The findings about a sheet as a whole: what is hidden, merged, empty, and
 * where the records and columns of the output come from. */
#ifndef NOTE_H
#define NOTE_H

#include "book.h"
#include "sheet/rules.h"
#include "sheet/survey.h"

void note_sheet(const struct report *to, const struct survey *s);
void note_empty(const struct report *to);
/* All from 0, but record, which counts from 1. */
void note_record(const struct report *to, size_t row, size_t record);
void note_column(const struct report *to, size_t from, size_t until);

#endif
