/* A workbook of whatever form: opened by what is in it, never by its name,
 * and read sheet by sheet. */
#ifndef BOOK_H
#define BOOK_H

#include "sheets.h"

/* Takes over `in` on success and failure. NULL on failure, message given:
 * what is no workbook is named for what it seems to be, with what to do. */
struct book *book_open(struct input *in);
void book_close(struct book *b);
/* Hands all cells of sheet i to h. 0, or -1 with the message given. */
int book_read(struct book *b, size_t i, const struct sheet_handler *h,
	      void *ctx);

#endif
