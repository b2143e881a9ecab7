/* Measures side by side as CSV, with codes (flat.c) or with labels
 * (statline.c): what both forms have in common. */
#ifndef SIDEBYSIDE_H
#define SIDEBYSIDE_H

#include <stdbool.h>

#include "csvin.h"
#include "table/edition.h"
#include "input.h"
#include "form/wide.h"

struct sidebyside {
	struct cell_form form;
	char delimiter;
	bool labels;
	/* The keys behind the header, one a column, owned by the header or the
	 * metadata; 0, or -1 after a message. */
	int (*keys)(const struct extract *x, const struct meta_view *v,
		    const struct csvin *csv, struct wide_name *names);
};

/* All records of `in`, each with its place in x; 0 or -1. */
int sidebyside_read(struct extract *x, struct input *in,
		    const struct sidebyside *s);

#endif
