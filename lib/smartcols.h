/* Cells side by side, aligned by libsmartcols (util-linux), which is known here
 * alone. It is loaded when a table is wanted, so that who writes CSV does not
 * wait for it. */
#ifndef SMARTCOLS_H
#define SMARTCOLS_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct smartcols;

struct smartcols *smartcols_new(const char *separator);
void smartcols_free(struct smartcols *t);
/* A column, before all rows; right: its cells stand to the right. */
void smartcols_column(struct smartcols *t, bool right);
/* A row of as many cells as there are columns, copied: UTF-8 of which every
 * character has a width, which the caller has cut to what fits. */
void smartcols_row(struct smartcols *t, const char *const *cells);
/* Hands on the lines of all rows in order, numbered from 0: without blanks at
 * their end, and without LF. Between width_begin and width_end. */
void smartcols_lines(struct smartcols *t,
		     void (*take)(void *ctx, size_t line, struct text text),
		     void *ctx);

#endif
