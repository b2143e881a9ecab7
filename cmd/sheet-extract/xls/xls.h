/* Old Excel workbooks, .xls: BIFF8 (Excel 97 to 2003) and BIFF5 (Excel 5 and
 * 95) in an OLE file (MS-XLS). Those before, worksheets without a workbook, are
 * refused. The sheet streams; the shared strings are held. */
#ifndef XLS_H
#define XLS_H

#include "sheets.h"

struct xls;

/* Fills in the sheets, strings and styles; `in` stays the caller's. 0, or -1
 * with the message given. When it is an encrypted .xlsx, *package is the
 * descriptor of its zip (the caller closes it), and b has no sheets; else -1.
 */
int xls_load(struct book *b, struct input *in, int *package);
void xls_close(struct xls *x);
/* As book_read; rows may come in pieces. */
int xls_read(struct book *b, size_t i, const struct sheet_handler *h,
	     void *ctx);

#endif
