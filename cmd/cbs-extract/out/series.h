/* Editions of one table as one series: where a selection gives measures of
 * two tables one name, their observations are held until all is read, and of
 * a cell that both give the newer table's is taken. Newer is the table that
 * the selection names later. A difference is a finding. */
#ifndef SERIES_H
#define SERIES_H

#include "table/edition.h"

struct series;

/* NULL when no name in the selection is of two tables. */
struct series *series_new(const struct choice *c);
void series_free(struct series *s);
/* Holds the record that stands in the fields of rows. */
void series_add(struct series *s, const struct edition *e, bool plain);
/* Puts the i-th record held back in the fields of rows; *plain as it came.
 * False at the end. */
bool series_take(struct series *s, struct run *run, size_t i, bool *plain);

#endif
