/* One cell of the stand as a story: every cell it came from, in CBS's
 * table, in the agreement and in the deliveries of the municipalities. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include <stdbool.h>

#include "plans/capacity.h"
#include "csvout.h"
#include "stand/stand.h"

struct explain;
struct rulesets;

/* question: REGIO:JAAR:KOLOM, as in WD-MRA:2022-2023:verschil. rulesets may
 * be NULL. NULL on failure, message given. */
struct explain *explain_new(const struct frame *k, const char *question,
			    const struct rulesets *rulesets);
void explain_free(struct explain *u);
/* Keeps the amounts that are part of the number asked for. */
struct taker explain_taker(struct explain *u);
/* Header, the number, and what it was made of. */
void explain_write(const struct explain *u, const struct stand *s,
		   struct csvout *w);

#endif
