/* Planregistratie and DetailPlanning, as CSV or as JSON: a list of records,
 * GeoJSON's features (their properties), or a page with a list "value". JSON's
 * true and false become Ja and Nee, a list of values becomes them joined by
 * commas, and blanks are taken out of its names. */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdbool.h>

#include "record.h"

/* Where a record stands. */
struct source_place {
	const char *file;
	size_t row;    /* of CSV, from 1; of JSON 0 */
	size_t record; /* from 1, of JSON */
};

/* Gives the message; -1. */
int source_fail(const struct source_place *at, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

struct source_handler {
	/* A record. 0, or -1 to stop with the message given. */
	int (*record)(void *ctx, const struct record *r,
		      const struct source_place *at);
	/* A record in a list of it, which is called so; before the record. May
	 * be NULL: refused. */
	int (*within)(void *ctx, struct text name, const struct record *r);
	/* Of CSV: a column that must be there, or another instead. */
	const char *need, *instead;
};

/* Reads all of a file. Its columns go into `columns`, those of records within
 * into `inner`; *json is whether it is JSON. -1 with the message given. */
int source_read(const char *path, struct columns *columns,
		struct columns *inner, const struct source_handler *h,
		void *ctx, bool *json);

#endif
