/* What a file is that is no CSV, by its first bytes, and what takes it: said
 * by whoever expected CSV and was given something else. */
#ifndef FILEKIND_H
#define FILEKIND_H

#include <stddef.h>

/* "an Excel workbook ...; sheet-extract makes CSV of it", behind "this is";
 * NULL when it may well be text of ours. A BOM and blanks before do not
 * count. */
const char *filekind_of(const char *p, size_t n);

#endif
