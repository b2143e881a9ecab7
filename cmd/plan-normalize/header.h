/* The header of a delivery: one or several records, after what stands above,
 * joined into one name per column. */
#ifndef HEADER_H
#define HEADER_H

#include <stddef.h>

#include "csvin.h"
#include "layout.h"
#include "text.h"

struct header {
	size_t count;
	struct text *names;  /* as in the delivery, joined by a blank */
	struct text *folded; /* for comparing */
	char *raw;	     /* the lines up to and including the header */
	size_t raw_n;
	struct arena *arena;
};

/* Reads up to and including the layout's header rows. NULL when the file ends
 * before (message given when loud) or on broken structure. */
struct header *header_read(struct csvin *r, const struct layout *l);
void header_free(struct header *h);

#endif
