/* Which records of a CSV are meant: by what a column holds (-w), by one of
 * several of these (--any), and by a word as people type it (--match). Values
 * are compared by their bytes but where it says otherwise. */
#ifndef WHERE_H
#define WHERE_H

#include <stdbool.h>

#include "csvin.h"
#include "opt.h"
#include "text.h"

/* As the command line has it. */
struct where_ask {
	/* "a=x", "a!=x", "a<x", "a<=x", "a>x", "a>=x" or "a~x" (has it, as
	 * people compare words). Of `all` each must hold, of `any` one. */
	struct opt_list all, any;
	/* "a,b=word": one of these columns, or a part of it between bars, is
	 * the word, as people compare words; NULL: none. */
	const char *match;
	bool trim; /* values, before they are compared */
};

struct where;

/* Finds the columns in the header of `r`, which was read. NULL when one is
 * not there or a word is not of its form, message given. `ask` outlives it. */
struct where *where_new(const struct where_ask *ask, const struct csvin *r);
void where_free(struct where *w);
/* The record with these fields is one of them. */
bool where_holds(struct where *w, const struct text *fields);
/* After the last record: -1 when --match found none, with a message that names
 * what is near. */
int where_settle(const struct where *w, const char *file);
/* The same for conditions that left nothing of `read` records: a warning with
 * the one that never held and what there is. */
void where_tell_nothing(const struct where *w, size_t read);

#endif
