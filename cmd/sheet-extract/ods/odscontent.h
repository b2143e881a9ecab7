/* content.xml of an OpenDocument spreadsheet: tables, rows and cells with
 * their repeats. What a cell holds is made by odscell. */
#ifndef ODSCONTENT_H
#define ODSCONTENT_H

#include "sheets.h"

/* Adds the sheets to b. 0, or -1 with the message given. */
int odscontent_list(struct book *b);
/* As book_read. */
int odscontent_read(struct book *b, size_t i, const struct sheet_handler *h,
		    void *ctx);

#endif
