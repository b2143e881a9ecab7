/* A run of release-seal. */
#ifndef SEAL_H
#define SEAL_H

#include "measure.h"
#include "opt.h"

struct seal {
	const char *folder, *schemas, *list;
	struct measure_dialect feed;
	/* Only to publish; else NULL. */
	const char *out, *name, *inputs;
	struct opt_list receipts;
};

/* Writes the account of the release to `output`, or publishes it and writes
 * nothing. -1 with the message given. */
int seal_run(const struct seal *s, const char *output);

#endif
