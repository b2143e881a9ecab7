/* The settings of a layout: rows that name no column and change nothing. */
#ifndef SETTING_H
#define SETTING_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/layout.h"
#include "table.h"
#include "text.h"

/* The columns of a layout file. */
enum layout_column { VELD, KOLOM, OMZETTING, WAARDE };

/* A row of the layout being read. */
struct layout_line {
	const struct table *table;
	size_t i;
	struct text veld, kolom, omzetting, waarde;
	bool optional; /* the '?' of kolom, taken off */
};

/* 1 when veld is a setting and was taken, 0 when it is none, -1 with the
 * message given. */
int setting_take(struct layout *l, const struct layout_line *r);

#endif
