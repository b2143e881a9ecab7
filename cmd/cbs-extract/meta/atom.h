/* An OData v3 Atom feed as records: one an entry, its d: properties as
 * columns. Several pages may follow each other in one input; each begins with
 * its XML declaration and gets a parser of its own. Held: one entry. */
#ifndef ATOM_H
#define ATOM_H

#include <stdbool.h>
#include <stddef.h>

#include "input.h"
#include "text.h"

struct atom_column {
	struct text name;
	bool typed;	   /* m:type was given: a number, or ID */
	struct text value; /* of this entry; empty when null or absent */
	const char *local; /* the name as the parser has it */
	size_t start, length;
	bool seen;
};

/* What a page says of itself; valid during the calls. */
struct atom_page {
	struct text base; /* xml:base of the feed, or empty */
	struct text id;
	struct text title; /* TypedDataSet, Perioden ... */
	struct text next;  /* the page after it, known at its end, or empty */
};

struct atom_handlers {
	/* Both 0, or -1 after a message. entry: the columns so far, in order
	 * of appearance; line: in this page's XML. */
	int (*entry)(void *ctx, const struct atom_page *page,
		     const struct atom_column *columns, size_t count,
		     size_t line);
	/* The end of a page; entries is how many it had. */
	int (*page)(void *ctx, const struct atom_page *page, size_t entries);
};

/* 0 or -1; does not close `in`. */
int atom_read(struct input *in, const struct atom_handlers *h, void *ctx);
/* The table a page is of: 81955NED in .../OData/81955NED/TypedDataSet. */
struct text atom_table(const struct atom_page *page);
/* The resource it is: TypedDataSet. */
struct text atom_resource(const struct atom_page *page);

#endif
