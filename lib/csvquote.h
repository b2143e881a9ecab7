/* The quotes of a record that are not plain: where it ends, how many lines it
 * has, or what is wrong with it. Needs no libcsv: csvin, which does, hands
 * it whole records and fields that this has found. */
#ifndef CSVQUOTE_H
#define CSVQUOTE_H

#include <stddef.h>

#include "csvblock.h"

enum csvquote_state {
	CSVQUOTE_ENDS,	/* the end is at `at` */
	CSVQUOTE_MORE,	/* it is not in memory yet */
	CSVQUOTE_STRAY, /* at `at`, a quote inside an unquoted field */
	CSVQUOTE_AFTER, /* at `at`, text after a closing quote */
	CSVQUOTE_OPEN	/* the quote opened in `open_line` never closes */
};

struct csvquote {
	enum csvquote_state state;
	size_t at;
	size_t from;  /* where the field starts */
	size_t field; /* its number, from 1 */
	size_t lines; /* line ends inside quotes so far */
	size_t open_line;
};

/* From behind an opening quote to the quote that closes: sets state and at,
 * counts lines. w: a walk that has just passed the opening quote. */
void csvquote_close(const struct csvblock *b, struct csvwalk *w,
		    struct csvquote *q);
/* The whole record at b->start, whose line is `row`; `at` is then its line
 * end or the end of the input. */
struct csvquote csvquote_look(const struct csvblock *b, size_t row);
/* The message for STRAY, AFTER and OPEN. Returns -1. */
int csvquote_fail(const struct csvblock *b, const struct csvquote *q,
		  size_t row);
/* The message for a record longer than b->longest. Returns -1. */
int csvquote_fail_long(const struct csvblock *b, size_t row);

#endif
