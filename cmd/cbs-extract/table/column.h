/* The name of a dimension as a column: [a-z][a-z0-9_]*, at most 31 bytes, not
 * reserved by ArcGIS (domain/feeds.md) and no column of ours. */
#ifndef COLUMN_H
#define COLUMN_H

#include <stdbool.h>

#include "text.h"

#define COLUMN_MAX 31

/* Writes the name into buf. True when it had to become <prefix><name>. */
bool column_name(struct text name, const char *prefix,
		 char buf[COLUMN_MAX + 1]);

#endif
