/* An OData v3 Atom feed as records. Several pages may follow each other in one
 * input; each begins with its XML declaration and gets a parser of its own.
 * Held: one entry. */
#ifndef ATOM_H
#define ATOM_H

#include "input.h"
#include "meta/odata.h"

/* 0 or -1; does not close `in`. */
int atom_read(struct input *in, const struct odata_handlers *h, void *ctx);

#endif
