/* XML in, pushed: the only module that knows libxml2, small enough that expat
 * could replace it. Namespace aware. A DOCTYPE is refused (no entities, so no
 * bombs and no files read); encodings other than UTF-8 and UTF-16 are too.
 * Handlers have been called for the first part when an error comes at last:
 * publish nothing before xmlin_finish says 0. */
#ifndef XMLIN_H
#define XMLIN_H

#include <stdbool.h>
#include <stddef.h>

#include "input.h"
#include "text.h"

struct xmlin;

/* local and ns are interned: compare with xmlin_intern's pointers. ns is ""
 * without a namespace. value is a view, decoded, valid during the call. */
struct xml_attribute {
	const char *local;
	const char *ns;
	struct text value;
};

struct xml_handlers {
	void (*start)(void *ctx, const char *local, const char *ns,
		      const struct xml_attribute *attrs, size_t count);
	void (*end)(void *ctx, const char *local, const char *ns);
	/* May come in several pieces. NULL: not wanted. */
	void (*text)(void *ctx, const char *s, size_t n);
};

/* name: for messages; not copied. */
struct xmlin *xmlin_new(const char *name, const struct xml_handlers *h,
			void *ctx);
void xmlin_free(struct xmlin *x);
/* The one pointer for this name in this reader. */
const char *xmlin_intern(struct xmlin *x, const char *name);
/* 0, or -1 with the message given (once). */
int xmlin_feed(struct xmlin *x, const char *p, size_t n);
/* At the end of the document: 0 when it was whole and well-formed. */
int xmlin_finish(struct xmlin *x);
/* From a handler: stop. The handler has given the message; feed returns -1. */
void xmlin_stop(struct xmlin *x);
/* From a handler: stop without a fault, enough was seen: feed and finish
 * return 0 and hand on nothing more. */
void xmlin_enough(struct xmlin *x);
/* Line in the XML, from 1. */
size_t xmlin_line(const struct xmlin *x);
/* The value of an attribute without namespace, or NULL. `local` interned. */
const struct text *xmlin_attribute(const struct xml_attribute *attrs,
				   size_t count, const char *local);
/* Feeds all of `in` and finishes. 0 or -1. Does not close `in`. */
int xmlin_run(struct xmlin *x, struct input *in);

#endif
