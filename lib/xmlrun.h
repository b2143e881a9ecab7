/* All of an input as XML; with a shortcut, where one is. Where the children of
 * an element come in bulk and nearly all have one plain form, who knows that
 * form reads them faster than any parser can. It sees them first and takes what
 * it knows; the parser gets what is left, in order: none is judged more laxly,
 * for what is not plain is not taken. */
#ifndef XMLRUN_H
#define XMLRUN_H

#include "input.h"
#include "xmlin.h"
#include "xmlplain.h"

/* So many NULs stand behind what `take` is given. */
#define XMLRUN_SLACK XMLPLAIN_SLACK

struct xmlrun {
	/* Takes whole children, and blanks between them, from the n bytes at
	 * p, and says how many bytes that were; told xmlin_pass of them. What
	 * it takes must be well-formed wherever it stands in that element. May
	 * call xmlin_stop. Not asked before the end of a child is at hand, nor
	 * of what stands before the first. */
	size_t (*take)(void *ctx, const char *p, size_t n);
	void *ctx;
	const char *end;    /* of the children that it knows: "</row>" */
	const char *prefix; /* see xmlin_shortcut */
	/* NULL, or asked at each XML declaration: when the document before it
	 * has ended, finishes that and puts the reader of the next there; 1,
	 * 0 when it has not, or -1 with the message given. */
	int (*next)(void *ctx, struct xmlin **x);
};

/* Feeds all of `in` and finishes: 0, or -1 with the message given. Does not
 * close `in`. r: NULL, or the shortcut, which may be taken where the start
 * handler says (xmlin_open_shortcut). With r->next, what it put there last is
 * finished. */
int xmlrun(struct xmlin *x, struct input *in, const struct xmlrun *r);

#endif
