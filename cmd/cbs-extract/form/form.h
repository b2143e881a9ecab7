/* The forms in which CBS data arrive, and who reads each. A reader takes an
 * open input, leaves its closing to the caller and returns 0 or -1. */
#ifndef FORM_H
#define FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "extract.h"
#include "input.h"
#include "meta/meta.h"

/* The words of -f, as opt's choice. */
#define FORM_WORDS "atom|zip|observations|codes|statline|statweb"

/* OData v3 Atom, typed or untyped, any number of pages: feed.c. */
int feed_read(struct extract *x, struct input *in);
/* v4 Observations.csv; own: the metadata beside it, or NULL: narrow.c. */
int narrow_read(struct extract *x, struct input *in, const struct meta *own);
/* TypedDataSet or UntypedDataSet as CSV with codes: flat.c. */
int flat_read(struct extract *x, struct input *in, bool untyped);
/* StatLine's own CSV, labels instead of codes: statline.c. */
int statline_read(struct extract *x, struct input *in, bool untyped);
/* A table as the old StatWeb laid it out, mostly Latin-1: statweb.c. */
int statweb_read(struct extract *x, struct input *in);
/* v4 bulk zip, or a zip around one file of another form; takes over `in`:
 * bulk.c. */
int bulk_read(struct extract *x, struct input *in);
/* One FILE, whatever form it is or -f says. */
int form_file(struct extract *x, const char *path);
/* The same of an open input; closes `in`. depth: how many zips it lay in. */
int form_read(struct extract *x, struct input *in, const char *form, int depth);

#endif
