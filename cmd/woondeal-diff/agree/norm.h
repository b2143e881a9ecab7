/* norm.csv: which part of a segment should be what, per region: regio,
 * segment,categorie,aandeel,van,tot. Several categories are joined by |;
 * an empty regio is every region. aandeel: at least so many percent; or a
 * bandwidth from van to tot percent, of which one may be empty. For segment
 * bos, whose categorie is bos, the column eenheid says ha: van and tot are
 * hectares then; elsewhere it is pct, or empty. */
#ifndef NORM_H
#define NORM_H

#include <stdbool.h>
#include <stddef.h>

#include "ground/frame.h"

struct norm {
	long regio; /* index in the whole list; -1: every region */
	struct text category;
	struct num from; /* percent, or hectares; 0 when there is none */
	struct num to;	 /* only when has_to */
	bool has_to;
};

struct normen;

/* The norms of one segment, in order of the file. path NULL: none. NULL on
 * failure, message given. */
struct normen *normen_load(const struct frame *k, const char *path,
			   const char *segment);
void normen_free(struct normen *n);
size_t normen_count(const struct normen *n);
const struct norm *normen_at(const struct normen *n, size_t i);

#endif
