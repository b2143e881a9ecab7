/* What a file is that is not what was expected, by its first bytes, and what
 * takes it: one wording for all tools. */
#ifndef FILEKIND_H
#define FILEKIND_H

#include <stddef.h>

/* -1 with the message "expected ...; this is an Excel workbook (xlsx);
 * sheet-extract makes CSV of it" when the bytes are of a kind that is no text
 * of ours; 0 when they may well be. A BOM and blanks before do not count.
 * `file` is how it is called, `expected` as in "CSV". */
int filekind_refuse(const char *file, const char *expected, const void *p,
		    size_t n);
/* The same, unless the running tool takes that kind, or JSON or UTF-16, which
 * it may: for who reads more than CSV and looks further. */
int filekind_refuse_foreign(const char *file, const char *expected,
			    const void *p, size_t n);
/* The same as filekind_refuse, of text too: CSV by its delimiter, a table of
 * ours by its header. Always -1. For who reads no CSV. */
int filekind_refuse_text(const char *file, const char *expected, const void *p,
			 size_t n);

#endif
