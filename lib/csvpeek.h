/* The next record of a block, looked at without splitting it: two fields side
 * by side, and the bytes before and behind them, by which who has met those
 * knows the other fields. For csvin. */
#ifndef CSVPEEK_H
#define CSVPEEK_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct csvblock;

#define CSVPEEK_FIELDS 2

struct csvpeek {
	struct text before; /* as it stands, with the delimiter that ends it */
	struct text fields[CSVPEEK_FIELDS]; /* unquoted, no NUL behind */
	struct text behind;		    /* as it stands, without line end */
	size_t next;			    /* the byte behind the record */
};

/* Of the record at `start` the fields behind the first `skip`, which is not 0;
 * more follow them. False when it has no such fields, or the block does not
 * show all of it at a glance: more lines than one, quotes that are not plain,
 * an end that is not LF or CRLF. */
bool csvpeek_at(const struct csvblock *b, size_t start, size_t skip,
		struct csvpeek *out);

#endif
