/* What the user asks to see: CSV, or with --table and --json a table for
 * people or JSON. Set once by opt_parse; csvout and who has a view of its own
 * ask. */
#ifndef OUTFORM_H
#define OUTFORM_H

#include <stddef.h>

enum outform { OUTFORM_CSV, OUTFORM_TABLE, OUTFORM_JSON };

/* rows: the most that a table shows; 0 for all. */
void outform_ask(enum outform form, size_t rows);
enum outform outform(void);
size_t outform_rows(void);

#endif
