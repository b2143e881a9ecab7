/* What a zip holds for us: the bulk form of v4 (Observations.csv and its
 * metadata), or one file of another form. */
#ifndef BULK_H
#define BULK_H

#include "input.h"
#include "meta/meta.h"
#include "run.h"
#include "zipin.h"

/* The data in the zip, open, for the caller to close; NULL after a message.
 * *own: the metadata beside them, which live as long as the run; NULL when
 * the zip is but a wrapper. */
struct input *bulk_data(struct run *run, struct zipin *z,
			const struct meta **own);

#endif
