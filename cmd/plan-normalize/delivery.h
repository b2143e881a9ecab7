/* A delivery, from its first byte to the last row of the register. */
#ifndef DELIVERY_H
#define DELIVERY_H

#include "finding.h"
#include "gemeenten.h"
#include "input.h"
#include "layout.h"
#include "output.h"
#include "rejects.h"
#include "status.h"

/* What was asked, as text; NULL where an option was not given. */
struct delivery_options {
	const char *gemeente, *peildatum, *levering;
	const char *encoding, *numbers, *rejects;
	char delimiter; /* 0: not given */
};

struct delivery {
	struct input *in;
	struct layout **layouts; /* at least one */
	size_t layout_count;
	const struct gemeenten *gemeenten;
	const struct status *status;
	struct findings *findings;
	struct output *out;
	struct delivery_options options;
	struct output *rejects; /* made by delivery_read: to commit */
};

/* Reads the delivery and writes the register, the findings and the rejects.
 * -1 when it cannot be used, message given. */
int delivery_read(struct delivery *d);

#endif
