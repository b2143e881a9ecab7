/* norm.csv: which part of a segment should be what, per region: regio,
 * segment,categorie,aandeel,van,tot. Several categories are joined by |;
 * an empty regio is every region. aandeel: at least so many percent; or a
 * bandwidth from van to tot percent, of which one may be empty. The column
 * eenheid says woningen where van and tot are dwellings of all years together;
 * else it is pct, or empty. For segment bos, whose categorie is bos, it says
 * ha: van and tot are hectares then. */
#ifndef NORM_H
#define NORM_H

#include <stdbool.h>
#include <stddef.h>

#include "ground/frame.h"

struct norm {
	long regio; /* index in the whole list; -1: every region */
	struct text category;
	struct num
	    from;      /* in percent, dwellings or hectares; 0: there is none */
	struct num to; /* only when has_to */
	bool has_to;
	bool dwellings;
};

struct norms;

/* The norms of one segment, in order of the file. path NULL: none. NULL on
 * failure, message given. */
struct norms *norms_load(const struct frame *k, const char *path,
			 const char *segment);
/* The segments that the file has norms for, in order of first appearance, but
 * for bos; *n of them, views of a table that is then the caller's to free. -1
 * with the message given: among them a word that is no segment. */
struct table;
int norms_segments(const char *path, bool (*known)(const char *name),
		   struct table **t, struct text **list, size_t *n);
void norms_free(struct norms *n);
size_t norms_count(const struct norms *n);
const struct norm *norms_at(const struct norms *n, size_t i);

#endif
