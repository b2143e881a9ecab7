/* A layout bound to the header of one delivery: which column is what. */
#ifndef BINDING_H
#define BINDING_H

#include <stddef.h>

#include "finding.h"
#include "read/header.h"
#include "layout/layout.h"

struct arena;

struct bound_column {
	size_t column; /* from 0 */
	const struct kind *kind;
	struct years years;
	bool check;	/* a controle */
	const bool *of; /* of columns by their names: these; NULL: of no such */
	bool told; /* its name says the kind: always a part of a sum; of a sum,
		    * that all its parts are so */
	/* A sum of other columns, of which `column` is the first and `last`
	 * the last; or a part of sums, whose places in the list these are. */
	bool sum;
	bool quiet; /* of nothing, it is not worth a row: others have years */
	size_t last;
	size_t into[3], into_count;
};

/* A column of days (struct dated_rule). */
struct bound_date {
	size_t column;
	const struct dated_rule *rule;
};

struct bound_skip {
	size_t column;
	const struct skip_rule *rule;
};

struct binding {
	const struct layout *layout;
	long field[FIELD_COUNT];	/* column, or -1 */
	struct text fixed[FIELD_COUNT]; /* the same in all records */
	struct bound_column *columns;	/* from left to right, then sums */
	struct kind *kinds;		/* of the sums */
	struct arena *arena;		/* kinds that columns say */
	size_t column_count;
	struct bound_date *dates; /* in the order of the layout */
	size_t date_count;
	struct bound_skip *skips;
	size_t skip_count;
	struct bound_skip *marks; /* herken, of the columns there are */
	size_t mark_count;
	size_t *unread;	    /* columns that no row of the layout takes, unnamed
			     * ones too */
	bool *unread_named; /* which of these have a name */
	size_t unread_count;
	size_t named; /* columns that are taken */
};

/* NULL when they do not fit; why goes into *why (for a message of one line,
 * to be freed). */
struct binding *binding_new(const struct layout *l, const struct header *h,
			    char **why);
void binding_free(struct binding *b);

#endif
