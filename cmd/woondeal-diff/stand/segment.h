/* The capacity by one trait: a partition of the dwellings (dimensie), or a
 * column of the register, beside norms. Net dwellings and plans, from the
 * year of the reference date on. */
#ifndef SEGMENT_H
#define SEGMENT_H

#include <stdbool.h>

#include "plans/capacity.h"
#include "csvin.h"
#include "csvout.h"
#include "agree/norm.h"

/* The words of --segment. reserve: what is stuck beside what is not, in the
 * years and after them. */
#define SEGMENT_WORDS                                                         \
	"betaalbaarheid|woningtype|wonen_zorg|flex|opdrachtgever|planstatus|" \
	"projectfase|plantype|gebied|knelpunten|reserve|bos"

struct segment;

bool segment_known(const char *name);

struct segment *segment_new(struct frame *k, const char *name);
void segment_free(struct segment *s);
/* Finds the columns of a register. 0 or -1. */
int segment_header(struct segment *s, const struct csvin *r);
/* True when records of this dimensie are asked for. */
bool segment_wants(const struct segment *s, struct text dimension);
/* Adds a record that counts. A partition without years counts whole. */
void segment_add(struct segment *s, const struct csvin *r,
		 const struct plan_amount *a);
/* Header and rows: region by category, then the norms of the region. */
void segment_write(struct segment *s, struct csvout *w, const struct normen *n);

#endif
