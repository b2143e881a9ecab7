/* OpenDocument spreadsheets (ODF 1.2 part 1, chapter 9): all sheets stand in
 * one part, content.xml. */
#ifndef ODS_H
#define ODS_H

#include "sheets.h"

/* True when the zip says it is OpenDocument of any kind. */
bool ods_is(const struct zipin *zip);
/* Lists the sheets. 0, or -1 with the message given. */
int ods_load(struct book *b);
/* As book_read. */
int ods_read(struct book *b, size_t i, const struct sheet_handler *h,
	     void *ctx);

#endif
