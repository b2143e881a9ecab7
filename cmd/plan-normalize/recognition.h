/* What the columns of an unknown delivery are, by what they are called. */
#ifndef RECOGNITION_H
#define RECOGNITION_H

#include <stdbool.h>

#include "arena.h"
#include "sample.h"
#include "vocabulary.h"

/* A column of the delivery and what is proposed for it. */
struct column {
	const struct named_column *named; /* NULL: not recognised */
	struct text kolom;		  /* as the layout would write it */
	struct years years;
	bool whole; /* the whole name was known, not its last row only */
	bool done;
};

/* One for each column of the sample's header, kept in a. */
struct column *recognition_of(const struct sample *s,
			      const struct vocabulary *v, struct arena *a);

#endif
