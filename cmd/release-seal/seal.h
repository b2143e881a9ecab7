/* A run of release-seal. */
#ifndef SEAL_H
#define SEAL_H

#include "measure.h"
#include "opt.h"

enum seal_act { SEAL_LOOK, SEAL_PUBLISH, SEAL_VERIFY, SEAL_BACK, SEAL_LIFT };

struct seal {
	enum seal_act act;
	const char *folder, *schemas, *list;
	struct measure_dialect feed;
	/* To publish, to turn back and to lift that; else NULL. */
	const char *out, *name;
	const char *who, *why, *moment;
	struct opt_list inputs, receipts;
	const char *seen; /* an account of before; or NULL */
};

/* Writes the account of the release to `output`; every other act writes
 * nothing there. -1 with the message given. */
int seal_run(const struct seal *s, const char *output);

#endif
