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

struct norms;

/* The norms of one segment, in order of the file. path NULL: none. NULL on
 * failure, message given. */
struct norms *norms_load(const struct frame *k, const char *path,
			 const char *segment);
void norms_free(struct norms *n);
size_t norms_count(const struct norms *n);
const struct norm *norms_at(const struct norms *n, size_t i);

#endif
