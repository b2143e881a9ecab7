/* A delivery, from its first byte to the last row of the register. */
#ifndef DELIVERY_H
#define DELIVERY_H

#include "finding.h"
#include "input.h"
#include "output.h"
#include "layout/tables.h"

/* What was asked, as text; NULL where an option was not given. */
struct delivery_options {
	const char *gemeente, *peildatum, *levering;
	const char *encoding, *numbers, *rejects, *rejected;
	char delimiter; /* 0: not given */
};

struct delivery {
	struct input *in;
	struct tables tables; /* at least one layout */
	struct findings *findings;
	struct output *out;
	const struct delivery_options *options;
	/* Made by delivery_read: to commit. */
	struct output *rejects, *rejected;
};

/* Reads the delivery and writes the register, the findings and the rejects.
 * -1 when it cannot be used, message given. */
int delivery_read(struct delivery *d);
/* Publishes the register, the findings and what was rejected: together,
 * or none. */
int delivery_commit(struct delivery *d);
/* Takes away what was not published. */
void delivery_discard(struct delivery *d);

#endif
