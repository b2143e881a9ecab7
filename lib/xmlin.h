/* XML in, pushed: the only module that knows libxml2, small enough that expat
 * could replace it. Namespace aware. A DOCTYPE is refused (no entities, so no
 * bombs and no files read); encodings other than UTF-8 and UTF-16 are too.
 * Handlers have been called for the first part when an error comes at last:
 * publish nothing before xmlin_finish says 0. */
#ifndef XMLIN_H
#define XMLIN_H

#include <stdbool.h>
#include <stddef.h>

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
/* Whether it was stopped, by whom ever. */
bool xmlin_is_over(const struct xmlin *x);
/* Bytes it was fed and waits with, for more: of a tag that is not whole. */
size_t xmlin_pending(const struct xmlin *x);
/* Line in the XML, from 1. */
size_t xmlin_line(const struct xmlin *x);
/* The value of an attribute without namespace, or NULL. `local` interned. */
const struct text *xmlin_attribute(const struct xml_attribute *attrs,
				   size_t count, const char *local);
/* A shortcut past the parser, for content that comes in bulk in one plain
 * form: for xmlrun. Someone may take it, and wants to know of this prefix, ""
 * when of none; NULL: no longer. Before the first byte; not copied. */
void xmlin_shortcut(struct xmlin *x, const char *prefix);
/* From the start handler: whether this element itself declares the prefix, as
 * that of this namespace. */
bool xmlin_declares(const struct xmlin *x, const char *prefix, const char *ns);
/* From the start handler: it may be taken in the content of this element. But
 * not when the element has a prefix, for names without one would be in another
 * namespace, nor when the document is not in UTF-8. */
void xmlin_open_shortcut(struct xmlin *x);
/* AHEAD: it may be opened yet. INSIDE: it is open, in the midst of something.
 * BETWEEN: all that was fed is parsed, up to the end of a child of the element
 * or of its start tag. PAST: it will not be, or no longer. */
enum xmlin_place { XMLIN_AHEAD, XMLIN_INSIDE, XMLIN_BETWEEN, XMLIN_PAST };
enum xmlin_place xmlin_place(const struct xmlin *x);
/* Whether the prefix is declared on an element that is open. */
bool xmlin_is_declared(const struct xmlin *x);
/* BETWEEN: these bytes, of whole children and blanks, were dealt with; they
 * count as lines. */
void xmlin_pass(struct xmlin *x, const char *p, size_t n);

#endif
