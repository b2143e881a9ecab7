/* A page of OData, Atom or JSON, as records: one an entry, its properties as
 * columns. atom.h and json.h read them. */
#ifndef ODATA_H
#define ODATA_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct odata_column {
	struct text name;
	bool typed;	   /* m:type was given: a number, or ID */
	struct text value; /* of this entry; empty when null or absent */
	const char *local; /* the name as the parser has it */
	size_t start, length;
	bool seen;
};

/* What a page says of itself; valid during the calls. */
struct odata_page {
	struct text base; /* xml:base of the feed, or empty */
	struct text id;
	struct text title; /* TypedDataSet, Perioden ... */
	struct text next;  /* the page after it, known at its end, or empty */
};

struct odata_handlers {
	/* Both 0, or -1 after a message. entry: the columns so far, in order
	 * of appearance; line: in this page's XML. */
	int (*entry)(void *ctx, const struct odata_page *page,
		     const struct odata_column *columns, size_t count,
		     size_t line);
	/* The end of a page; entries is how many it had. */
	int (*page)(void *ctx, const struct odata_page *page, size_t entries);
};

/* The table a page is of: 81955NED in .../OData/81955NED/TypedDataSet. */
struct text odata_table(const struct odata_page *page);
/* The resource it is: TypedDataSet. */
struct text odata_resource(const struct odata_page *page);

#endif
