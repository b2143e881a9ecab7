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
	 * p, and says how many bytes that were. What it takes must be
	 * well-formed wherever it stands in that element. May call
	 * xmlin_stop. */
	size_t (*take)(void *ctx, const char *p, size_t n);
	void *ctx;
	const char *end;    /* of each child that it knows: "</row>" */
	const char *prefix; /* see xmlin_shortcut */
};

/* Feeds all of `in` and finishes: 0, or -1 with the message given. Does not
 * close `in`. r: NULL, or the shortcut, which may be taken where the start
 * handler says (xmlin_open_shortcut). */
int xmlrun(struct xmlin *x, struct input *in, const struct xmlrun *r);

#endif
