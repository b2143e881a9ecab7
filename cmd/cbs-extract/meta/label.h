/* StatLine's own files have labels where the data sets have codes: titles of
 * dimensions, "Group/Topic (unit)" for measures, titles of codes. Mapped back
 * by the metadata. */
#ifndef LABEL_H
#define LABEL_H

#include <stdbool.h>

#include "ask/names.h"
#include "meta/meta.h"
#include "text.h"

/* The key of a measure: 1; 0 when none has this label; -1 when several have.
 * What there is goes into names. */
int label_measure(const struct meta_view *v, struct text label,
		  struct text *key);
/* The key of a dimension by its title (or key). False when there is none. */
bool label_dimension(const struct meta_view *v, struct text label,
		     struct text *key);
/* Of a title that several codes have the first (the others by alike), else
 * NULL: wide.c settles which it is. */
const struct meta_code *label_shared(const struct meta_view *v,
				     struct text dimension, struct text label);
/* The key of a code by its title, or the key itself; a mark * or ** behind it
 * does not count. Periods are also read from their label when no codes are
 * listed. */
bool label_code(const struct meta_view *v, struct text dimension,
		bool is_period, struct text label, struct text *key);
/* The titles there are, for messages; they live as long as the metadata. */
void label_names(const struct meta_view *v, struct names *names);

#endif
