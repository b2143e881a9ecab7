/* Which records of a table were read, by their IDs: CBS numbers the records of
 * a data set, also through a filter, so that one that comes again is a page or
 * file given twice. Held: a bit for each number up to the highest. */
#ifndef IDS_H
#define IDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

/* {0} is empty. */
struct ids {
	uint64_t *bits;
	size_t words;
	uint64_t first, count; /* read last, without a gap */
	unsigned skip;	       /* records not to look at */
	bool skipped;
	/* Since ids_close: those that were there before. */
	uint64_t twice_first, twice_last, twice;
};

void ids_free(struct ids *s);
/* Looks at an ID; what is no number is passed over. */
void ids_look(struct ids *s, struct text id);
/* The end of a page or file: true when some of it were there before, then
 * they are between *first and *last. */
bool ids_close(struct ids *s, uint64_t *first, uint64_t *last);

/* The ID of a record, as it stands in the source. Where numbers follow each
 * other, one in 64 is looked at: those between two of them are those between.
 */
static inline void
ids_note(struct ids *s, struct text id)
{
	if (s->skip > 0)
		s->skip--;
	else
		ids_look(s, id);
}

#endif
