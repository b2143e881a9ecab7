/* Places in a sheet as Excel writes them. Rows and columns count from 0. */
#ifndef PLACE_H
#define PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/* Excel's sheet: rows 1 to 1,048,576, columns A to XFD. */
#define ROWS_MAX 1048576
#define COLUMNS_MAX 16384

/* Both ends included. Open ends of a range are ROWS_MAX - 1 and
 * COLUMNS_MAX - 1. */
struct range {
	size_t top, left, bottom, right;
};

/* "AB12"; false when it is none, or outside the sheet. */
bool place_parse(struct text t, size_t *row, size_t *column);
/* "A1:C9", "A1", "A:C", "2:9" or "A5:", $ allowed; the ends in either order.
 * What is not given at the start is the first, at the end the last. */
bool range_parse(struct text t, struct range *out);
bool range_has(const struct range *r, size_t row, size_t column);

#define PLACE_TEXT 32
/* "F12". Returns buf. */
const char *place_text(size_t row, size_t column, char buf[PLACE_TEXT]);
/* "A1:C9". Returns buf (2 * PLACE_TEXT). */
const char *range_text(const struct range *r, char buf[2 * PLACE_TEXT]);

#endif
