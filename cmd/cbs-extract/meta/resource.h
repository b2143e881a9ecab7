/* Metadata resources, as CBS serves them: v3 (TableInfos, DataProperties,
 * Perioden and the other dimensions) as Atom or CSV, v4 (Properties,
 * Dimensions, MeasureCodes, ...Codes) as CSV. Read into struct meta. */
#ifndef RESOURCE_H
#define RESOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "input.h"
#include "meta/meta.h"
#include "text.h"

/* One row of a resource, whatever it came from. */
struct resource_row {
	struct text resource; /* Perioden; from the feed or the file's name */
	const struct text *names;
	const struct text *values;
	size_t count;
};

/* Takes a row into m: 1 used, 0 not a resource we use. */
int resource_row(struct meta *m, const struct resource_row *row);
/* Reads a CSV resource, or the sections of the portal's <ID>_metadata.csv, each
 * a resource under its name; file: its name, for the dimension of v3 codes. The
 * number of rows used is added to *used, a header that fits counts as one.
 * Closes `in`. 0 or -1. */
int resource_csv(struct meta *m, struct input *in, const char *file,
		 size_t *used);

/* Is it such a file of sections, which says itself of which table it is? */
bool resource_has_sections(const unsigned char *p, size_t n);

/* The name of the resource that a file is called after: without its folders and
 * its .csv and .gz. */
struct text resource_name(const char *file);
/* What separates a CSV's columns: ; or , by its first line that has any. */
char resource_delimiter(const unsigned char *p, size_t n);

#endif
