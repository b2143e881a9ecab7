/* The capacity by one trait: a partition of the dwellings (dimensie), or a
 * column of the register, beside norms. Net dwellings and plans, from the
 * year of the reference date on. */
#ifndef SEGMENT_H
#define SEGMENT_H

#include <stdbool.h>

#include "csvout.h"
#include "agree/norm.h"
#include "plans/plan.h"
#include "stand/stand.h"

/* The words of --segment. reserve: what is stuck beside what is not, in the
 * years and after them. */
#define SEGMENT_WORDS                                                         \
	"betaalbaarheid|woningtype|wonen_zorg|flex|opdrachtgever|planstatus|" \
	"projectfase|plantype|gebied|knelpunten|reserve|bos"

struct segment;

bool segment_known(const char *name);

struct segment *segment_new(struct frame *k, const char *name);
void segment_free(struct segment *s);
/* Counts the records of its dimensie; a partition without years counts
 * whole. */
struct taker segment_taker(struct segment *s);
/* Net dwellings of a category, or of several joined by |, and of all, in region
 * i of the whole list. False when one of its municipalities has none of it. */
bool segment_part(const struct segment *s, size_t i, struct text category,
		  int64_t *part, int64_t *all);
/* Header; then rows: region by category, then the norms of the region, each as
 * far as it is asked for. all: the stand of the same plans, of whose growth
 * and undivided dwellings part may be of a category. */
enum segment_rows { SEGMENT_CATEGORIES = 1, SEGMENT_NORMS = 2 };
void segment_header(struct csvout *w);
void segment_write(struct segment *s, struct csvout *w, const struct norms *n,
		   const struct stand *all, int rows);

#endif
