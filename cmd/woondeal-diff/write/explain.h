/* One cell of the stand as a story: every cell it came from, in CBS's
 * table, in the agreement and in the deliveries of the municipalities. */
#ifndef UITLEG_H
#define UITLEG_H

#include <stdbool.h>

#include "plans/capacity.h"
#include "csvout.h"
#include "stand/stand.h"

struct uitleg;
struct regelsets;

/* question: REGIO:JAAR:KOLOM, as in WD-MRA:2022-2023:verschil. regelsets may
 * be NULL. NULL on failure, message given. */
struct uitleg *uitleg_new(const struct kader *k, const char *question,
			  const struct regelsets *regelsets);
void uitleg_free(struct uitleg *u);
/* True when amounts must carry this. */
bool uitleg_uses(enum kenmerk k);
/* Keeps the amount when it is part of the number asked for. */
void uitleg_plan(struct uitleg *u, const struct planaantal *a, enum lot lot);
/* Header, the number, and what it was made of. */
void uitleg_write(const struct uitleg *u, const struct stand *s,
		  struct csvout *w);

#endif
