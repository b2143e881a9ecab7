/* -l: the sheets of a workbook as a table. */
#ifndef LIST_H
#define LIST_H

#include "book.h"
#include "csvout.h"

/* nummer,naam,soort,staat,rijen,kolommen,cellen,eerste_cellen. Reads every
 * sheet. 0, or -1 with the message given. */
int list_write(struct book *b, struct csvout *out);

#endif
