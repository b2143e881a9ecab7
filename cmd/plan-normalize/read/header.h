/* The header of a delivery: one or several records, after what stands above,
 * joined into one name per column. */
#ifndef HEADER_H
#define HEADER_H

#include <stddef.h>

#include "csvin.h"
#include "layout/layout.h"
#include "text.h"

/* A record above the header. */
struct above {
	struct text *fields, *folded;
	size_t count;
};

struct header {
	size_t count;
	struct text *names;  /* as in the delivery, joined by a blank */
	struct text *folded; /* for comparing */
	struct above *above; /* the records before it, kop - 1 of them */
	size_t above_count;
	char *raw; /* the lines up to and including the header */
	size_t raw_n;
	struct arena *arena;
};

/* Reads up to and including the layout's header rows. NULL when the file ends
 * before (message given when loud) or on broken structure. */
struct header *header_read(struct csvin *r, const struct layout *l);
/* A cell above the header, both counted from 0; empty when it is not there. */
struct text header_above(const struct header *h, size_t column, size_t row);
void header_free(struct header *h);

#endif
