/* One cell of the stand as a story: every cell it came from, in CBS's
 * table, in the agreement and in the deliveries of the municipalities. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include <stdbool.h>

#include "plans/capacity.h"
#include "csvout.h"
#include "stand/stand.h"
#include "write/explainrow.h"

struct explain;

/* question: REGIO:JAAR:KOLOM, as in WD-MRA:2022-2023:verschil; or a number:
 * every cell of the stand that is it. setting outlives it. NULL on failure,
 * message given. */
struct explain *explain_new(const struct frame *k, const char *question,
			    const struct explain_setting *setting);
void explain_free(struct explain *u);
/* Keeps the amounts that are part of the number asked for. */
struct taker explain_taker(struct explain *u);
/* Header, the number, and what it was made of; of each cell that is it. None:
 * the header alone, and a warning. */
void explain_write(struct explain *u, const struct stand *s, struct csvout *w);

#endif
