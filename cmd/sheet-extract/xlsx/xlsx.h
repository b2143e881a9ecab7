/* Office Open XML workbooks: .xlsx, .xlsm, .xltx (ECMA-376), transitional and
 * strict. */
#ifndef XLSX_H
#define XLSX_H

#include "sheets.h"

/* Fills in the sheets, strings and styles. 0, or -1 with the message. */
int xlsx_load(struct book *b);
/* As book_read. */
int xlsx_read(struct book *b, size_t i, const struct sheet_handler *h,
	      void *ctx);

/* The two names of the namespace of workbooks. */
#define XLSX_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define XLSX_NS_STRICT "http://purl.oclc.org/ooxml/spreadsheetml/main"

#endif
